import { foldedWords } from './own-words';

// Two texts on one matter have many words in common, but few pairs of words.
const KEPT_FROM = 1 / 3;

/**
 * Whether hardly anything of a text is left in another one: fewer than a third of its pairs of neighbouring words, whatever
 * their order, their letter case and the punctuation between them. An empty text is never gone.
 */
export function isMostlyGone(before: string, after: string): boolean {
  const words = foldedWords(before);
  const size = Math.min(2, words.length);
  const [written, left] = [runsOf(words, size), new Set(runsOf(foldedWords(after), size))];
  return written.length > 0 && written.filter((run) => left.has(run)).length < written.length * KEPT_FROM;
}

function runsOf(words: readonly string[], size: number): string[] {
  return size === 0 ? [] : words.slice(size - 1).map((_, at) => words.slice(at, at + size).join(' '));
}
