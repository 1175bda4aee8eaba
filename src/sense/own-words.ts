import { lettersOnly, wordsIn } from '../base';
import { linesOf } from '../note';

// Quoted lines (also in list items) and headings.
const NOT_OWN_LINE = /^\s*(?:(?:[-*+]|\d+[.)])\s+(?:\[.\]\s+)?)*(?:>|#{1,6}\s)/;
// From so many words in a row on, a take repeats the quote and does not just use its words.
const REPEATED_RUN = 6;

/**
 * A text without what is not the writer's own prose: frontmatter, headings, quoted lines, code, comments, embeds, tags,
 * addresses and HTML tags. Links keep the words they show.
 */
export function ownProse(markdown: string): string {
  return linesOf(markdown)
    .filter(({ setting, text }) => setting === 'prose' && !NOT_OWN_LINE.test(text))
    .map(({ text }) => text)
    .join('\n')
    .replace(/%%[\s\S]*?(?:%%|$)|<!--[\s\S]*?(?:-->|$)/g, ' ')
    .replace(/!\[\[[^\]\n]*\]\]|!\[[^\]\n]*\]\([^)\n]*\)/g, ' ')
    .replace(/\[\[(?:[^\]|\n]*\|)?([^\]\n]*)\]\]/g, '$1')
    .replace(/\[([^\]\n]*)\]\([^)\n]*\)/g, '$1')
    .replace(/<\/?[a-z][^<>]*>/gi, ' ')
    .replace(/`[^`\n]*`/g, ' ')
    .replace(/\bhttps?:\/\/\S+/gi, ' ')
    .replace(/(^|\s)#[^\s#]+/g, '$1');
}

/**
 * Number of own words in a take. Runs of words that the quote has too are not counted, whatever their punctuation, and
 * a take that says no more than a piece of the quote has none.
 */
export function countOwnWords(take: string, quote?: { readonly text: string }): number {
  const own = foldedWords(ownProse(take));
  if (quote === undefined) return own.length;
  if (lettersOnly(quote.text).includes(own.join(''))) return 0;
  const quoted = foldedWords(quote.text);
  const length = Math.min(REPEATED_RUN, quoted.length);
  if (length === 0) return own.length;
  const runs = new Set(quoted.slice(0, quoted.length - length + 1).map((_, at) => runAt(quoted, at, length)));
  const repeated = new Set<number>();
  for (let at = 0; at + length <= own.length; at++) {
    if (runs.has(runAt(own, at, length))) for (let word = at; word < at + length; word++) repeated.add(word);
  }
  return own.length - repeated.size;
}

function foldedWords(text: string): string[] {
  return wordsIn(text).map(lettersOnly).filter((word) => word !== '');
}

function runAt(words: readonly string[], at: number, length: number): string {
  return words.slice(at, at + length).join(' ');
}
