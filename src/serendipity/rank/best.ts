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

/** The `limit` notes with the largest sums, best first. A cut by a small heap, since sums may hold the whole vault. */
export function bestOf(index: VaultIndex, sums: Sums, limit: number, wanted: (note: number) => boolean = () => true): Scored[] {
  const order = byValue(index);
  let kept: Scored[] = [];
  let floor = 0;
  for (const note of sums.touched()) {
    const value = sums.get(note);
    if (value < floor || !wanted(note)) continue;
    kept.push({ note, value });
    if (kept.length < limit * 3) continue;
    kept = kept.sort(order).slice(0, limit);
    floor = kept[limit - 1]?.value ?? 0;
  }
  return kept.sort(order).slice(0, limit);
}
