import type { Properties } from './frontmatter';

/** A property as text: strings trimmed, numbers and booleans written out; undefined for lists, objects and empty ones. */
export function textProperty(properties: Properties, name: string): string | undefined {
  const value = properties[name];
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value !== 'string') return undefined;
  const text = value.trim();
  return text === '' ? undefined : text;
}

/** A property as a list of texts: a single value counts as a list of one, empty and nested values are left out. */
export function listProperty(properties: Properties, name: string): string[] {
  const value = properties[name];
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  return values
    .filter((item): item is string | number => typeof item === 'string' || typeof item === 'number')
    .map((item) => String(item).trim())
    .filter((item) => item !== '');
}

/** A property as one text: several values of a list side by side, with commas between them. */
export function joinedProperty(properties: Properties, name: string): string | undefined {
  const joined = listProperty(properties, name).join(', ');
  return textProperty(properties, name) ?? (joined === '' ? undefined : joined);
}

/** Whether a property is absent, empty, or holds texts and numbers only, so that a list of words may take its place. */
export function isPlainList(properties: Properties, name: string): boolean {
  const value = properties[name] ?? [];
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  return values.every((item) => typeof item === 'string' || typeof item === 'number');
}

/** A property as a number that is not negative; undefined for anything else. */
export function countProperty(properties: Properties, name: string): number | undefined {
  const value = typeof properties[name] === 'string' ? Number(properties[name] || Number.NaN) : properties[name];
  return typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : undefined;
}

/** Whether a property says yes: `true`, or the words a person may type instead. */
export function yesProperty(properties: Properties, name: string): boolean {
  const value = properties[name];
  return value === true || (typeof value === 'string' && /^(?:true|yes|1)$/i.test(value.trim()));
}

/** Whether a property names this word, alone or in a list; compared without case. */
export function propertyHas(properties: Properties, name: string, word: string): boolean {
  return listProperty(properties, name).some((item) => item.toLowerCase() === word.toLowerCase());
}
