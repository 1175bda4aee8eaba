import { textKey } from '../../seek';
import type { QuoteEntry } from '..';

const keys = new WeakMap<QuoteEntry, string>();

/** The key of a kept quote's words; worked out once for each reading of its note. */
export function keyOfEntry(entry: QuoteEntry): string {
  const key = keys.get(entry) ?? textKey(entry.quote);
  keys.set(entry, key);
  return key;
}
