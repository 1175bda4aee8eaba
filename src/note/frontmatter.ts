import { isMap, isScalar, parseDocument, stringify, type Document, type Pair } from 'yaml';
import { fail, lineBreakOf, ok, reasonOf, type Result } from '../base';
import { doubledKeys, type DoubledKey } from './doubled-keys';
import { endOfFrontmatter } from './lines';

/** A value that Obsidian's property editor can show. */
export type PropertyValue = string | number | boolean | readonly string[];

/** What a note's frontmatter holds, by property name; values as YAML gives them. */
export type Properties = Readonly<Record<string, unknown>>;

/** Changes to properties: a value sets, `undefined` removes, a name that is absent stays as it is. */
export type PropertyChanges = Readonly<Record<string, PropertyValue | undefined>>;

const BYTE_ORDER_MARK = '\uFEFF';

interface Yaml {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** A note's properties; an empty record when it has none. Fails with a sentence when the YAML is broken. */
export function readProperties(text: string): Result<Properties> {
  const yaml = locateYaml(text);
  if (yaml === undefined) return ok({});
  const parsed = parseMap(yaml.text);
  if (!parsed.ok) return parsed;
  return ok(parsed.value.values);
}

/** The note's text below its frontmatter. */
export function bodyOf(text: string): string {
  return text.slice(endOfFrontmatter(text));
}

/**
 * The note with the changed properties written and every other byte as it was: comments, order, quoting, line breaks.
 * A property that already has the value is not rewritten. A name that stands twice, as after a merge of two devices, stands
 * once afterwards, with what both lines said. Fails, changing nothing, when the YAML is broken.
 */
export function withProperties(text: string, changes: PropertyChanges): Result<string> {
  const yaml = locateYaml(text);
  const newline = lineBreakOf(text);
  if (yaml === undefined) {
    const added = entriesOf(changes, newline);
    const start = text.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : '';
    return ok(added === '' ? text : `${start}---${newline}${added}---${newline}${text.slice(start.length)}`);
  }
  const parsed = parseMap(yaml.text);
  if (!parsed.ok) return parsed;
  const changed = spliced(yaml.text, parsed.value, changes, newline);
  if (changed === yaml.text) return ok(text);
  return changesOnly(changed, parsed.value.values, changes)
    ? ok(text.slice(0, yaml.from) + changed + text.slice(yaml.to))
    : fail(`The properties ${namesOf(changes)} cannot be changed by themselves, because of how the YAML at the top of the note is written. Please change them by hand.`);
}

/** `name: value` lines for the frontmatter, ready to be written between two `---`. */
export function entriesOf(changes: PropertyChanges, newline = '\n'): string {
  return Object.entries(changes)
    .filter((entry): entry is [string, PropertyValue] => entry[1] !== undefined)
    .map(([name, value]) => entryOf(name, value, newline) + newline)
    .join('');
}

function locateYaml(text: string): Yaml | undefined {
  const end = endOfFrontmatter(text);
  if (end === 0) return undefined;
  const from = text.indexOf('\n') + 1;
  const to = text.slice(0, end).trimEnd().lastIndexOf('\n') + 1;
  return { from, to, text: text.slice(from, to) };
}

interface Parsed {
  readonly document: Document;
  readonly values: Properties;
  readonly doubled: readonly DoubledKey[];
}

function parseMap(yaml: string): Result<Parsed> {
  const strict = parseDocument(yaml, { prettyErrors: true, logLevel: 'silent' });
  const isDoubled = strict.errors.length > 0 && strict.errors.every(({ code }) => code === 'DUPLICATE_KEY');
  const document = isDoubled ? parseDocument(yaml, { prettyErrors: true, logLevel: 'silent', uniqueKeys: false }) : strict;
  const doubled = isDoubled ? doubledKeys(document) : ok([]);
  if (!doubled.ok) return doubled;
  // A name that stands twice deeper down has no one to tell what is meant.
  const [error] = doubled.value.length > 0 && strict.errors.length === extraLines(doubled.value) ? [] : strict.errors;
  if (error !== undefined) {
    const line = (error.linePos?.[0].line ?? 0) + 1;
    return fail(`The properties at the top of the note cannot be read (line ${line}): ${firstLine(error.message)}`);
  }
  if (document.contents !== null && !(isMap(document.contents) && document.contents.flow !== true) && !isEmpty(document)) {
    return fail('The properties at the top of the note are not a list of names and values.');
  }
  try {
    const values = (document.toJS() as Properties | null) ?? {};
    return ok({ document, doubled: doubled.value, values: { ...values, ...Object.fromEntries(doubled.value.map(({ name, value }) => [name, value])) } });
  } catch (error) {
    // An alias without its anchor, or aliases of aliases without end, show only when the values are asked for.
    return fail(`The properties at the top of the note cannot be read: ${firstLine(reasonOf(error))}`);
  }
}

function extraLines(doubled: readonly DoubledKey[]): number {
  return doubled.reduce((count, { pairs }) => count + pairs.length - 1, 0);
}

function isEmpty(document: Document): boolean {
  return isScalar(document.contents) && document.contents.value === null;
}

function firstLine(message: string): string {
  return message.split('\n', 1)[0]?.replace(/ at line \d+, column \d+:?$/, '') ?? message;
}

// Only the slices of changed properties are replaced: printing the whole document would reflow what the user wrote.
function spliced(yaml: string, { document, values, doubled }: Parsed, wanted: PropertyChanges, newline: string): string {
  const pairs = isMap(document.contents) ? document.contents.items : [];
  const edits: { from: number; to: number; text: string }[] = [];
  const isAsked = Object.keys(wanted).length > 0;
  const changes = { ...(isAsked ? Object.fromEntries(doubled.filter(({ value }) => value !== null).map(({ name, value }) => [name, value as PropertyValue])) : {}), ...wanted };
  for (const { pairs: [, ...others] } of isAsked ? doubled : []) for (const pair of others) edits.push(withoutPair(pair, yaml, newline));
  let added = '';
  for (const [name, value] of Object.entries(changes)) {
    const pair = pairs.find(({ key }) => isScalar(key) && String(key.value) === name);
    if (pair === undefined) {
      if (value !== undefined) added += entryOf(name, value, newline) + newline;
      continue;
    }
    const { from, to } = rangeOf(pair, yaml);
    if (value === undefined) edits.push({ from, to: afterLine(yaml, to), text: '' });
    else if (!sameValue(values[name], value) || doubled.some((one) => one.name === name)) edits.push({ from, to, text: entryOf(name, value, newline) });
  }
  const edited = edits
    .sort((left, right) => right.from - left.from)
    .reduce((result, edit) => result.slice(0, edit.from) + edit.text + result.slice(edit.to), yaml);
  if (added === '') return edited;
  return (edited === '' || edited.endsWith('\n') ? edited : edited + newline) + added;
}

function rangeOf(pair: Pair, yaml: string): { from: number; to: number } {
  const key = pair.key as { range?: [number, number, number] };
  const value = pair.value as { range?: [number, number, number] } | null;
  const from = key.range?.[0] ?? 0;
  const colon = yaml.indexOf(':', key.range?.[1] ?? from) + 1;
  const end = Math.max(colon, value?.range?.[1] ?? colon);
  return { from, to: from + yaml.slice(from, end).trimEnd().length };
}

// The lines go; what somebody noted between and behind them stays, on lines of its own.
function withoutPair(pair: Pair, yaml: string, newline: string): { from: number; to: number; text: string } {
  const { from, to } = rangeOf(pair, yaml);
  const end = afterLine(yaml, to);
  const inside = yaml.slice(from, to).split('\n').slice(1).flatMap((line) => /(?:^|\s)(#[^"']*)$/.exec(line)?.[1] ?? []);
  const comments = [...inside, yaml.slice(to, end)].map((comment) => comment.trim()).filter((comment) => comment !== '');
  return { from, to: end, text: comments.map((comment) => comment + newline).join('') };
}

function afterLine(yaml: string, offset: number): number {
  const newline = yaml.indexOf('\n', offset);
  return newline < 0 ? yaml.length : newline + 1;
}

function sameValue(present: unknown, wanted: PropertyValue): boolean {
  return JSON.stringify(present) === JSON.stringify(wanted);
}

// Lists of plain words stand on one line, as people write them by hand.
function entryOf(name: string, value: PropertyValue, newline: string): string {
  const options = { lineWidth: 0, flowCollectionPadding: false, collectionStyle: Array.isArray(value) ? 'flow' : 'any' } as const;
  const [key = '', shown = ''] = [stringify(name, { lineWidth: 0 }), stringify(value, { ...options, blockQuote: false })].map((yaml) => yaml.replace(/\n$/, ''));
  return `${key}: ${/\n|<%|\{\{/.test(shown) ? escapedValue(value) : shown}`.replace(/\n/g, newline);
}

// JSON is YAML too. Template code gets an escape in it: a template plugin would run it, whoever the words came from.
function escapedValue(value: PropertyValue): string {
  return JSON.stringify(value)
    .replace(/<(?=%)/g, '\\x3C')
    .replace(/\{(?=\{)/g, '\\x7B')
    .replace(/[\x7F-\x9F\u2028\u2029]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

// An anchor that another property needs, an odd indentation, a block that swallows what follows: such a change would
// break or alter what the user wrote, so that it is not made.
function changesOnly(yaml: string, before: Properties, changes: PropertyChanges): boolean {
  const after = parseMap(yaml);
  const others = (values: Properties): string => JSON.stringify(Object.entries(values).filter(([name]) => !Object.hasOwn(changes, name)));
  return after.ok && others(after.value.values) === others(before);
}

function namesOf(changes: PropertyChanges): string {
  return Object.keys(changes).map((name) => `"${name}"`).join(', ');
}
