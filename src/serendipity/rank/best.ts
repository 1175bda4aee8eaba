import type { VaultIndex } from '../vault/vault-index';
import type { Sums } from './sums';

/** A note with a number. */
export interface Scored {
  readonly note: number;
  readonly value: number;
}

/** Notes in falling order of value; equal values in the order of their paths, so that no history of edits shows through. */
export function byValue(index: VaultIndex): (a: Scored, b: Scored) => number {
  return (a, b) => b.value - a.value || (index.entry(a.note).path < index.entry(b.note).path ? -1 : 1);
}

/**
 * The `limit` notes with the largest sums, best first. Sums may hold the whole vault: what is below the best so far is passed
 * over by its number alone, and only numbers are sorted to find where that is.
 */
export function bestOf(index: VaultIndex, sums: Sums, limit: number, wanted: (note: number) => boolean): Scored[] {
  let kept: Scored[] = [];
  let floor = 0;
  let room = limit * 3;
  for (const note of sums.touched()) {
    const value = sums.get(note);
    if (value < floor || !wanted(note)) continue;
    kept.push({ note, value });
    if (kept.length < room) continue;
    floor = Float64Array.from(kept, (one) => one.value).sort()[kept.length - limit] as number;
    kept = kept.filter((one) => one.value >= floor);
    room = Math.max(limit * 3, kept.length * 2);
  }
  return kept.sort(byValue(index)).slice(0, limit);
}
