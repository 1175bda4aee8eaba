import { lineBreakOf, readDay, withUnixLines } from '../base';
import { escapedInline, fileNameFor, freePath, pathIn, readWikilink, selfContained, withAppended, type PropertyNames } from '../note';
import { words } from '../words';
import { foundQuotesOf } from './found-quote';
import { isSameQuote, sourceLabel, textKey, type Quote } from './quote';
import { quoteCallout, writeQuoteNote } from './quote-note';
import type { SeekSettings } from './settings';

/** What capturing a quote comes to: nothing new, because it is there already; or a new note with its text. */
type CapturePlan =
  | { readonly kind: 'found'; readonly path: string }
  | { readonly kind: 'create'; readonly path: string; readonly text: string };

const HEADING_LEVEL = 2;

/** A quote that is already kept, and where. */
export interface KeptQuote {
  readonly path: string;
  readonly quote: Quote;
}

/** Plans the quote note for a quote. A quote that is kept already is found again instead of written twice. */
export function planCapture(
  quote: Quote,
  kept: readonly KeptQuote[],
  isTaken: (path: string) => boolean,
  settings: SeekSettings,
  format: { readonly names: PropertyNames; readonly takeSection: string },
): CapturePlan {
  const same = kept.find((candidate) => isSameQuote(candidate.quote, quote));
  if (same !== undefined) return { kind: 'found', path: same.path };
  const path = freePath(pathIn(settings.folder, quoteFileName(quote, settings.fileName)), isTaken);
  return { kind: 'create', path, text: writeQuoteNote(quote, format.names, format.takeSection) };
}

/**
 * The note with the quote appended under a heading, the user's take as the paragraph below it. A quote that stands in the
 * note already is not written twice; a take that does not is put below it.
 */
export function withQuoteAppended(note: string, quote: Quote, heading: string, take = ''): string {
  const own = selfContained(withUnixLines(take).trim(), HEADING_LEVEL);
  const present = foundQuotesOf(note).find((found) => textKey(found) === textKey(quote));
  if (present === undefined) return withAppended(note, heading, [appendedCallout(quote), own].filter((part) => part !== '').join('\n\n'), { level: HEADING_LEVEL });
  const newline = lineBreakOf(note);
  const below = newline + newline + own.replace(/\n/g, newline);
  return own === '' || note.startsWith(below, present.to) ? note : note.slice(0, present.to) + below + note.slice(present.to);
}

/** A quote note's file name by a pattern; separators that nothing stands beside are dropped. */
export function quoteFileName(quote: Quote, pattern: string): string {
  const values: Record<string, string> = {
    author: quote.author ?? '',
    title: quote.title ?? '',
    quote: firstWords(quote.text),
    domain: sourceLabel(quote.source) ?? '',
    date: readDay(quote.captured) ?? '',
  };
  const filled = pattern.replace(/\{\{\s*(\w+)\s*\}\}(\s*[–—,-]+\s+)?/g, (token, name: string, separator: string = '') => {
    const value = values[name.toLowerCase()];
    return value === '' ? '' : `${value ?? token.slice(0, token.length - separator.length)}${separator}`;
  });
  return fileNameFor(filled.replace(/[\s–—,-]+$/u, ''), words.seek.untitledQuote);
}

// A quote in another note has no properties, so that the callout itself has to say who led there.
function appendedCallout(quote: Quote): string {
  const shown = quoteCallout(quote);
  if (quote.via === undefined) return shown;
  const person = readWikilink(quote.via) === undefined ? escapedInline(quote.via) : quote.via;
  return `${shown}\n> — ${words.seek.via(person)}`;
}

function firstWords(text: string): string {
  const plain = text
    .replace(/\[\[(?:[^\]|]*\|)?([^\]]*)\]\]|!?\[([^\]]*)\]\([^)]*\)/g, '$1$2')
    .replace(/&lt;/g, '<')
    .replace(/[\\*_`>~=]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  const few = plain.split(' ').slice(0, 9).join(' ');
  return [...few].slice(0, 60).join('');
}
