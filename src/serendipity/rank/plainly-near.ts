import type { VaultIndex } from '../vault/vault-index';
import { COUNT_BITS, COUNT_OF } from '../read/tally';
import type { Question } from './question';

const SHOWN_BY_PLAIN_SEARCH = 10;

/**
 * The notes that a plain full-text search for the whole note would bring first: those a person finds anyway, hence no surprise.
 * Imitates BM25 as plain engines have it, with repeated words asked repeatedly and the sum multiplied by the number of words matched.
 */
export function plainlyNear(index: VaultIndex, question: Question, notes: readonly number[]): ReadonlySet<number> {
  const asked = new Map<number, number>();
  question.all.forEach((term, at) => {
    const idf = index.idf(term);
    asked.set(term, Math.max(1, COUNT_OF[(question.codes[at] as number) & COUNT_BITS] as number) * idf);
  });
  const mean = index.meanLength;
  const scores = notes.map((note) => {
    const { start, count, length, path } = index.entry(note);
    let sum = 0;
    let matched = 0;
    for (let at = start; at < start + count; at++) {
      const weight = asked.get(index.arena.terms[at] as number);
      if (weight === undefined) continue;
      const found = COUNT_OF[(index.arena.codes[at] as number) & COUNT_BITS] as number;
      sum += weight * (0.5 + (found * 2.2) / (found + 1.2 * (0.3 + (0.7 * length) / mean)));
      matched++;
    }
    return { note, path, score: sum * matched };
  });
  scores.sort((a, b) => b.score - a.score || (a.path < b.path ? -1 : 1));
  return new Set(scores.slice(0, SHOWN_BY_PLAIN_SEARCH).map(({ note }) => note));
}
