import type { VaultIndex } from '../vault/vault-index';
import { hashOf } from '../read/lexicon';

const ROUNDS = 6;

/**
 * The community of every note: label propagation (Raghavan, Albert, Kumara 2007), all notes at once, each hearing itself too.
 * Labels are hashes of paths, so the outcome does not depend on the order in which notes came.
 */
export function communitiesOf(index: VaultIndex): Int32Array {
  let labels = new Int32Array(index.entries.length);
  for (const note of index.numbers()) labels[note] = hashOf(index.entry(note).path);
  for (let round = 0; round < ROUNDS; round++) {
    const next = new Int32Array(labels);
    const votes = new Map<number, number>();
    let changed = false;
    for (const note of index.numbers()) {
      if (index.graph.degree(note) === 0) continue;
      votes.clear();
      votes.set(labels[note] as number, 1);
      index.graph.eachNeighbour(note, (neighbour) => votes.set(labels[neighbour] as number, (votes.get(labels[neighbour] as number) ?? 0) + 1));
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
