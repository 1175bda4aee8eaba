import { words } from '../words';
import { foldedWords, ownRunsOf } from './own-words';
import { setPhrasesIn } from './set-phrases';

/** How strictly the gate asks for a take: it stays shut, it gives its reasons and lets through, or it is off. Each pass without a full take is recorded. */
export const STRICTNESS = ['require', 'nudge', 'off'] as const;
export type Strictness = (typeof STRICTNESS)[number];

/** What can be told of a take without judging its style. */
export interface TakeQuality {
  /** Own words, as `countOwnWords` counts them. */
  readonly own: number;
  /** From 0 to 1: the share of its own word triples that the quote has too. */
  readonly echo: number;
  /** Phrases in it that could stand below anything, each once. */
  readonly setPhrases: readonly string[];
  /** Own words that belong to no such phrase. */
  readonly particular: number;
}

const TRIPLE = 3;
// One changed word breaks three triples: two in five left as they were means that little was said anew.
const ECHO_FROM = 0.4;
const FEWEST_TRIPLES = 3;

/** Looks at a take: how many words are the writer's own, how much of them echoes the quote, what is said below anything. */
export function qualityOf(take: string, quote?: { readonly text: string }): TakeQuality {
  const runs = ownRunsOf(take, quote);
  const own = runs.reduce((sum, run) => sum + run.length, 0);
  const phrases = setPhrasesIn(runs);
  const inPhrases = phrases.reduce((sum, { length }) => sum + length, 0);
  return {
    own,
    echo: quote === undefined ? 0 : containment(runs, foldedWords(quote.text)),
    setPhrases: [...new Set(phrases.map(({ text }) => text))],
    particular: own - inPhrases,
  };
}

/** Why a take does not count as one yet, in kind sentences; empty when it does. At least one own word is asked for. */
export function reasonsAgainst({ own, echo, setPhrases, particular }: TakeQuality, leastOwnWords: number): string[] {
  const least = Math.max(1, leastOwnWords);
  const reasons: string[] = [];
  if (!(own >= least)) reasons.push(own === 0 ? words.sense.noTakeYet : words.sense.takeTooShort(own, least));
  if (echo >= ECHO_FROM) reasons.push(words.sense.takeEchoes(Math.round(echo * 100)));
  if (setPhrases.length > 0 && particular < least) reasons.push(words.sense.takeIsSetPhrases(setPhrases));
  return reasons;
}

/** Whether a take counts as one: nothing speaks against it. */
export function isFullTake(quality: TakeQuality, leastOwnWords: number): boolean {
  return reasonsAgainst(quality, leastOwnWords).length === 0;
}

/**
 * The share of word triples in `runs` that `quoted` has too; 0 where there are too few to tell.
 * Source: containment of n-grams (Broder 1997, "On the resemblance and containment of documents").
 */
function containment(runs: readonly (readonly string[])[], quoted: readonly string[]): number {
  const triples = runs.flatMap(triplesOf);
  const known = new Set(triplesOf(quoted));
  const shared = triples.filter((triple) => known.has(triple)).length;
  return shared < FEWEST_TRIPLES ? 0 : shared / triples.length;
}

function triplesOf(run: readonly string[]): string[] {
  return run.slice(0, Math.max(0, run.length - TRIPLE + 1)).map((_, at) => run.slice(at, at + TRIPLE).join(' '));
}
