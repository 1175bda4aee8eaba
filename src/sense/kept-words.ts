import { foldedWords } from './own-words';
import { countsOf, foundAmong, type Counts } from './word-runs';

// Two texts on one matter have many words in common, but few pairs of words; who rewords a sentence keeps most of both.
const PAIRS_KEPT_FROM = 1 / 3;
const WORDS_KEPT_FROM = 1 / 2;
// A paragraph of as many words as a full take has by default is a thought of its own; a shorter one is a sentence that somebody trims.
const FULL_PARAGRAPH = 12;
// What a paragraph may have in common with the rest by chance and still be gone.
const PAIRS_LEFT_TO = 1 / 5;

/**
 * Whether so much of a text is missing in another one that its writer should be asked: more than half of its words, two
 * thirds of its pairs of neighbouring words (then it says something else in the same words), or a paragraph of twelve
 * words or more. Each counts as often as it occurs; order, letter case and punctuation do not matter. An empty text
 * loses nothing.
 */
export function losesMuch(before: string, after: string): boolean {
  const [written, now] = [foldedWords(before), foldedWords(after)];
  const size = Math.min(2, written.length);
  const [pairs, pairsNow] = [runsOf(written, size), runsOf(now, size)];
  if (written.length === 0) return false;
  if (shareIn(pairs, countsOf(pairsNow)) < PAIRS_KEPT_FROM || shareIn(written, countsOf(now)) < WORDS_KEPT_FROM) return true;
  return hasLostParagraph(before, missing(pairs, pairsNow), missing(written, now));
}

function hasLostParagraph(before: string, lostPairs: Counts, lostWords: Counts): boolean {
  return before.split(/\n[^\S\n]*\r?\n/).some((paragraph) => {
    const words = foldedWords(paragraph);
    return words.length >= FULL_PARAGRAPH
      && shareIn(runsOf(words, 2), lostPairs) >= 1 - PAIRS_LEFT_TO
      && shareIn(words, lostWords) > WORDS_KEPT_FROM;
  });
}

function shareIn(runs: readonly string[], counted: Counts): number {
  return foundAmong(runs, counted) / runs.length;
}

function missing(before: readonly string[], after: readonly string[]): Counts {
  const counts = countsOf(before);
  for (const run of after) counts.set(run, (counts.get(run) ?? 0) - 1);
  return counts;
}

function runsOf(words: readonly string[], size: number): string[] {
  return size === 0 ? [] : words.slice(size - 1).map((_, at) => words.slice(at, at + size).join(' '));
}
