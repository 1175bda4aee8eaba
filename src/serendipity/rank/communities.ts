import type { VaultIndex } from '../vault/vault-index';
import { hashOf } from '../read/lexicon';
import type { Steps } from '../steps';

const ROUNDS = 6;
/** Notes that are passed in one step. */
export const NOTES_A_STEP = 1_000;

/**
 * The community of every note: label propagation (Raghavan, Albert, Kumara 2007), all notes at once, each hearing itself too.
 * Labels are hashes of paths, so the outcome does not depend on the order in which notes came. In steps;
 * notes that come or go between two of them have the label they had, or none.
 */
export function* communitiesOf(index: VaultIndex): Steps<Int32Array> {
  const { graph } = index;
  const notes = Int32Array.from(index.numbers());
  let labels = new Int32Array(index.entries.length);
  for (const note of notes) labels[note] = hashOf(index.entry(note).path);
  for (let round = 0; round < ROUNDS; round++) {
    const next = new Int32Array(labels);
    const votes = new Map<number, number>();
    let changed = false;
    for (const [place, note] of notes.entries()) {
      if (place % NOTES_A_STEP === 0) yield;
      if (graph.degree(note) === 0) continue;
      votes.clear();
      votes.set(labels[note] as number, 1);
      const { found, count } = graph.neighbours(note);
      for (let at = 0; at < count; at++) {
        const label = labels[found[at] as number] ?? 0;
        votes.set(label, (votes.get(label) ?? 0) + 1);
      }
      let best = labels[note] as number;
      let most = 0;
      for (const [label, count] of votes) {
        if (count > most || (count === most && label < best)) {
          best = label;
          most = count;
        }
      }
      if (best !== labels[note]) changed = true;
      next[note] = best;
    }
    labels = next;
    if (!changed) break;
  }
  return labels;
}
