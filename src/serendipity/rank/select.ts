import { termIn } from '../vault/arena';
import type { VaultIndex } from '../vault/vault-index';

/** A candidate that passed the gates. */
export interface Candidate {
  readonly note: number;
  readonly row: number;
  readonly score: number;
  readonly unexpected: boolean;
}

const SAME = 0.6;
const TERMS_TO_COMPARE = 40;

/** The terms by which two suggestions are told apart. */
function fingerprint(index: VaultIndex, note: number): ReadonlySet<number> {
  const { start, count } = index.entry(note);
  const rare = Array.from(index.arena.packed.subarray(start, start + count), (packed) => ({ term: termIn(packed), df: index.documentFrequency.get(termIn(packed)) }))
    .filter(({ df }) => df > 1)
    .sort((a, b) => a.df - b.df || index.lexicon.hashOfTerm(a.term) - index.lexicon.hashOfTerm(b.term));
  return new Set(rare.slice(0, TERMS_TO_COMPARE).map(({ term }) => term));
}

function likeness(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  let shared = 0;
  for (const term of a) if (b.has(term)) shared++;
  const all = a.size + b.size - shared;
  return all < TERMS_TO_COMPARE / 2 ? 0 : shared / all;
}

/**
 * The first `limit` candidates, best first, passing over those that say the same as one before them
 * (a threshold form of maximal marginal relevance, Carbonell and Goldstein 1998).
 */
export function select(index: VaultIndex, candidates: readonly Candidate[], limit: number): { chosen: Candidate[]; crowded: Set<number> } {
  const chosen: Candidate[] = [];
  const crowded = new Set<number>();
  const seen: ReadonlySet<number>[] = [];
  for (const candidate of candidates) {
    if (chosen.length >= limit) break;
    const terms = fingerprint(index, candidate.note);
    if (seen.some((other) => likeness(terms, other) >= SAME)) {
      crowded.add(candidate.note);
      continue;
    }
    seen.push(terms);
    chosen.push(candidate);
  }
  return { chosen, crowded };
}
