import { atOnce, lettersOnly, percentDecoded, wordsIn, type Steps } from '../base';
import { linesOf, nameOf } from '../note';

// Quoted lines (also in list items) and headings.
const NOT_OWN_LINE = /^\s*(?:(?:[-*+]|\d+[.)])\s+(?:\[.\]\s+)?)*(?:>|#{1,6}\s)/;
// From so many words in a row on, a take repeats the quote and does not just use its words.
const REPEATED_RUN = 6;
// Around words that only name what a link leads to.
const [NAME, END] = ['\uE000', '\uE001'];
const LINK = /\[\[([^[\]|\n]*)(?:\|([^[\]\n]*))?\]\]|\[([^[\]\n]*)\]\(([^()\n]*(?:\([^()\n]*\)[^()\n]*)*)\)/g;
const ADDRESS = /\bhttps?:\/\/[^\s\uE000\uE001]+/gi;
const LETTER = /[\p{L}\p{N}]/u;
const PIECE = /\S[\s\S]{0,3999}(?!\S)|\S+/g;

/** A word of a text; it is not the writer's own where it only names what a link leads to. */
interface ProseWord {
  readonly letters: string;
  readonly isOwn: boolean;
}

/**
 * Number of own words in a take: quotations, headings, code, comments, embeds, tags, addresses and the names of linked
 * notes are not counted, nor a line of links only. Runs of words that the quote has too do not count, whatever their
 * punctuation, and a take that says no more than a piece of the quote has no own words.
 */
export function countOwnWords(take: string, quote?: { readonly text: string }): number {
  return atOnce(countingOwnWords(take, quote));
}

/** The same in steps, for long notes. */
export function* countingOwnWords(take: string, quote?: { readonly text: string }): Steps<number> {
  const runs = yield* findingOwnRuns(take, quote);
  return runs.reduce((sum, run) => sum + run.length, 0);
}

/** The own words of a take, as `countOwnWords` counts them, in small letters; a run ends where something else comes between. */
export function ownRunsOf(take: string, quote?: { readonly text: string }): string[][] {
  return atOnce(findingOwnRuns(take, quote));
}

function* findingOwnRuns(take: string, quote?: { readonly text: string }): Steps<string[][]> {
  const words = yield* proseWords(take);
  const quoted = quote === undefined ? [] : yield* foldingWords(quote.text);
  const own = words.map(({ letters }) => letters);
  if (quote !== undefined && lettersOnly(quote.text).includes(own.join(''))) return [];
  yield;
  const repeated = placesRepeated(own, quoted);
  yield;
  const runs: string[][] = [[]];
  words.forEach(({ letters, isOwn }, at) => {
    if (isOwn && !repeated.has(at)) runs.at(-1)?.push(letters);
    else if (runs.at(-1)?.length !== 0) runs.push([]);
  });
  return runs.filter((run) => run.length > 0);
}

function placesRepeated(own: readonly string[], quoted: readonly string[]): Set<number> {
  const length = Math.min(REPEATED_RUN, quoted.length);
  const repeated = new Set<number>();
  if (length === 0) return repeated;
  const runs = new Set(quoted.slice(0, quoted.length - length + 1).map((_, at) => runAt(quoted, at, length)));
  for (let at = 0; at + length <= own.length; at++) {
    if (runs.has(runAt(own, at, length))) for (let word = at; word < at + length; word++) repeated.add(word);
  }
  return repeated;
}

function* proseWords(markdown: string): Steps<ProseWord[]> {
  const lines = linesOf(markdown.replace(/[\uE000\uE001]/g, ''));
  yield;
  const written = lines
    .filter(({ setting, text }) => setting === 'prose' && !NOT_OWN_LINE.test(text))
    .map(({ text }) => text)
    .join('\n')
    .replace(/%%[\s\S]*?(?:%%|$)|<!--[\s\S]*?(?:-->|$)|<(blockquote|q)\b[^<>]*>[\s\S]*?(?:<\/\1\s*>|$)/gi, ' ')
    .replace(/!\[\[[^[\]\n]*\]\]|!\[[^[\]\n]*\]\([^()\n]*\)/g, ' ');
  yield;
  const prose = written
    .split('\n')
    .map(withLinksShown)
    .join('\n')
    .replace(/<\/?[a-z][^<>]*>/gi, ' ')
    .replace(/`[^`\n]*`/g, ' ')
    .replace(ADDRESS, ' ')
    .replace(/(^|\s)#[^\s#\uE000\uE001]+/g, '$1');
  let isOwn = true;
  const words: ProseWord[] = [];
  for (const stretch of prose.split(/([\uE000\uE001])/)) {
    if (stretch === NAME || stretch === END) isOwn = stretch === END;
    for (const letters of yield* foldingWords(stretch)) words.push({ letters, isOwn });
  }
  return words;
}

// A label that the writer chose counts; the name of the note does not, nor what stands in a line of links only.
function withLinksShown(line: string): string {
  const isListing = !LETTER.test(line.replace(LINK, '').replace(ADDRESS, ''));
  return line.replace(LINK, (_, target?: string, alias?: string, label?: string, address?: string) => {
    const shown = alias ?? label ?? target ?? '';
    const isName = (label === undefined && alias === undefined) || lettersOnly(shown) === lettersOnly(nameOf(percentDecoded(target ?? address ?? '')));
    return isListing || isName ? `${NAME}${shown}${END}` : shown;
  });
}

/** The words of a text in small letters and compatibility form, punctuation left out. */
export function foldedWords(text: string): string[] {
  return atOnce(foldingWords(text));
}

// Some thousand letters a step, cut where no word goes on.
function* foldingWords(text: string): Steps<string[]> {
  const words: string[] = [];
  for (const piece of text.match(PIECE) ?? []) {
    yield;
    for (const word of wordsIn(piece)) {
      const letters = lettersOnly(word);
      if (letters !== '') words.push(letters);
    }
  }
  return words;
}

function runAt(words: readonly string[], at: number, length: number): string {
  return words.slice(at, at + length).join(' ');
}
