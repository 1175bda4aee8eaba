import { termIn } from '../vault/arena';
import type { VaultIndex } from '../vault/vault-index';
import { saidByNote, saySame } from './short-notes';

/** A candidate that passed the gates. */
export interface Candidate {
  readonly note: number;
  readonly row: number;
  readonly score: number;
  readonly unexpected: boolean;
}

const SAME = 0.6;
const TERMS_TO_COMPARE = 40;
/** Of fewer terms likeness may be chance: then it takes more. */
const FEWEST_TO_COMPARE = 20;

/** The terms by which two suggestions are told apart. */
function fingerprint(index: VaultIndex, note: number): ReadonlySet<number> {
  const { start, count } = index.entry(note);
  const rare = Array.from(index.arena.view(start, count), (packed) => ({ term: termIn(packed), df: index.documentFrequency.get(termIn(packed)) }))
    .filter(({ df }) => df > 1)
    .sort((a, b) => a.df - b.df || index.lexicon.hashOfTerm(a.term) - index.lexicon.hashOfTerm(b.term));
  return new Set(rare.slice(0, TERMS_TO_COMPARE).map(({ term }) => term));
}

/** A chosen note with the terms by which the next ones are told apart from it. */
interface Seen {
  readonly note: number;
  readonly terms: ReadonlySet<number>;
}

function areSame(index: VaultIndex, a: Seen, b: Seen): boolean {
  let shared = 0;
  for (const term of a.terms) if (b.terms.has(term)) shared++;
  const all = a.terms.size + b.terms.size - shared;
  if (shared < SAME * all) return false;
  return all >= FEWEST_TO_COMPARE || saySame(index, saidByNote(index, a.note), saidByNote(index, b.note));
}

/** What is shown, and for each note that was passed over the one before it that says the same. */
interface Selection {
  readonly chosen: readonly Candidate[];
  readonly crowded: ReadonlyMap<number, number>;
}

/**
 * The first `limit` candidates, best first, passing over those that say the same as one before them
 * (a threshold form of maximal marginal relevance, Carbonell and Goldstein 1998).
 */
export function select(index: VaultIndex, candidates: readonly Candidate[], limit: number): Selection {
  const chosen: Candidate[] = [];
  const crowded = new Map<number, number>();
  const seen: Seen[] = [];
  for (const candidate of candidates) {
    if (chosen.length >= limit) break;
    const next = { note: candidate.note, terms: fingerprint(index, candidate.note) };
    const same = seen.find((other) => areSame(index, next, other));
    if (same !== undefined) {
      crowded.set(candidate.note, same.note);
      continue;
    }
    seen.push(next);
    chosen.push(candidate);
  }
  return { chosen, crowded };
}
