/**
 * A value that is made when it is first asked for, and kept. For what costs milliseconds to make (dictionaries of
 * `Intl`, classes of a hundred thousand characters) and is not needed while the app starts.
 */
export function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
