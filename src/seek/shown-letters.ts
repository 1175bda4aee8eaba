import { endOfFrontmatter } from '../note';

/** The letters and digits of a text that a reader sees, in order, each with where it ends in the text (UTF-16 code units). */
interface ShownLetters {
  readonly letters: readonly string[];
  readonly ends: readonly number[];
}

// What a note holds and a reading view does not show: the targets of links, addresses, comments, tags of HTML, footnote
// marks, kinds of callouts, numbers of lists, boxes of tasks, block ids.
const HIDDEN = /!\[\[[^\]\n]*\]\]|\[\[[^\]|\n]*\|(?=[^\]\n]*\]\])|\]\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)|\]\[[^\]\n]*\]|%%[\s\S]*?%%|<!--[\s\S]*?-->|<\/?[a-z][^>\n]*>|\[\^[^\]\n]+\]|\[![\w-]+\][+-]?|^[\s>]*(?:\d+[.)]|[-*+] \[.\])(?=\s)|[ \t]\^[\w-]+$/gim;
const LETTER = /[\p{L}\p{N}]/gu;

/** Reads what a reader sees of a note in Markdown. */
function shownLettersOf(note: string): ShownLetters {
  const from = endOfFrontmatter(note);
  const hidden = [...note.matchAll(HIDDEN)].map(({ index, 0: { length } }) => ({ from: index, to: index + length }));
  const seen = lettersOf(note, from);
  let at = 0;
  const shown = seen.filter(({ end }) => {
    while (at < hidden.length && (hidden[at]?.to ?? 0) < end) at++;
    return end <= (hidden[at]?.from ?? Infinity);
  });
  return { letters: shown.map(({ letter }) => letter), ends: shown.map(({ end }) => end) };
}

/** Where this shown text ends in a note: just behind its last letter. Undefined unless it stands there exactly once. */
export function endOfShown(note: string, text: string): number | undefined {
  const wanted = lettersOf(text, 0).map(({ letter }) => letter).join('');
  const { letters, ends } = shownLettersOf(note);
  const all = letters.join('');
  const start = wanted === '' ? -1 : all.indexOf(wanted);
  if (start < 0 || all.indexOf(wanted, start + 1) >= 0) return undefined;
  // Letters may be longer than one code unit: the place is counted in letters.
  let units = 0;
  const last = letters.findIndex((letter) => (units += letter.length) >= start + wanted.length);
  return ends[last];
}

function lettersOf(text: string, from: number): { letter: string; end: number }[] {
  return [...text.slice(from).matchAll(LETTER)].map(({ index, 0: letter }) => ({ letter, end: from + index + letter.length }));
}
