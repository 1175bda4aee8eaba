/** Follows names into a value whose shape is not known (other plugins, undocumented parts of the app); undefined where the way ends. */
export function fieldOf(value: unknown, ...names: readonly string[]): unknown {
  return names.reduce<unknown>(
    (at, name) => ((typeof at === 'object' && at !== null) || typeof at === 'function' ? (at as Readonly<Record<string, unknown>>)[name] : undefined),
    value,
  );
}

/** As `fieldOf`, for a text; undefined for anything else and for blank ones. */
export function textFieldOf(value: unknown, ...names: readonly string[]): string | undefined {
  const text = fieldOf(value, ...names);
  return typeof text === 'string' && text.trim() !== '' ? text.trim() : undefined;
}
