import { countWords, lettersOnly } from '../base';
import { linesOf } from '../note';

/**
 * A text without what is not the writer's own prose: frontmatter, quoted lines, code, comments, embeds, addresses and
 * HTML tags. Links keep the words they show.
 */
export function ownProse(markdown: string): string {
  return linesOf(markdown)
    .filter(({ setting, text }) => setting === 'prose' && !/^\s*(?:>|#)/.test(text))
    .map(({ text }) => text)
    .join('\n')
    .replace(/%%[\s\S]*?(?:%%|$)|<!--[\s\S]*?(?:-->|$)/g, ' ')
    .replace(/!\[\[[^\]]*\]\]|!\[[^\]]*\]\([^)]*\)/g, ' ')
    .replace(/\[\[(?:[^\]|]*\|)?([^\]]*)\]\]/g, '$1')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/<\/?[a-z][^>]*>/gi, ' ')
    .replace(/`[^`\n]*`/g, ' ')
    .replace(/\bhttps?:\/\/\S+/gi, ' ');
}

/**
 * Number of own words in a take. A take that only repeats the quote's words has none, whatever its punctuation.
 */
export function countOwnWords(take: string, quote?: { readonly text: string }): number {
  const prose = ownProse(take);
  if (quote !== undefined) {
    const letters = lettersOnly(prose);
    if (letters === '' || lettersOnly(quote.text).includes(letters)) return 0;
  }
  return countWords(prose);
}
