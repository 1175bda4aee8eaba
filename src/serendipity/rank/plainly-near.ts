import { termIn } from '../vault/arena';
import type { VaultIndex } from '../vault/vault-index';
import { COUNT_BITS, COUNT_OF } from '../read/tally';

const SHOWN_BY_PLAIN_SEARCH = 10;

/** In a vault of fewer notes every note is plainly near to every other, so no pair is a surprise. */
export const FEWEST_FOR_SURPRISE = SHOWN_BY_PLAIN_SEARCH + 2;

/**
 * The notes that a plain full-text search for the whole note would bring first: those a person finds anyway, hence no surprise.
 * `asked` has the byte of every term of that note. Imitates BM25 as plain engines have it, with repeated words asked repeatedly and the sum multiplied by the number of words matched.
 */
export function plainlyNear(index: VaultIndex, asked: Uint8Array, notes: readonly number[]): ReadonlySet<number> {
  const { meanLength, rarityOfTerms } = index;
  const scores = notes.map((note) => {
    const { start, count, length, path } = index.entry(note);
    const spread = 1.2 * (0.3 + (0.7 * length) / meanLength);
    const packed = index.arena.view(start, count);
    let sum = 0;
    let matched = 0;
    for (let at = 0; at < packed.length; at++) {
      const term = termIn(packed[at] as number);
      const code = asked[term] as number;
      if (code === 0) continue;
      const found = COUNT_OF[(packed[at] as number) & COUNT_BITS] as number;
      sum += Math.max(1, COUNT_OF[code & COUNT_BITS] as number) * (rarityOfTerms[term] as number) * (0.5 + (found * 2.2) / (found + spread));
      matched++;
    }
    return { note, path, score: sum * matched };
  });
  scores.sort((a, b) => b.score - a.score || (a.path < b.path ? -1 : 1));
  return new Set(scores.slice(0, SHOWN_BY_PLAIN_SEARCH).map(({ note }) => note));
}
