import { readWebAddress } from '../base';
import { readWikilink } from '../note';
import type { Quote } from '../seek';

/** What kind of source a quote has, as far as the quote tells. */
export const SOURCE_KINDS = ['web', 'book', 'person', 'note', 'unknown'] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

// Where readers of books keep their highlights: an address that leads to a book.
const BOOK_ADDRESS = /^(?:kindle|calibre|zotero|ibooks|marginnote\w*):|\b(?:gutenberg|goodreads|openlibrary|readwise|books\.google)\./i;

/** Tells the kind of a quote's source: a person who led there first, then what the source says. */
export function sourceKindOf({ source, title, via, foundIn }: Pick<Quote, 'source' | 'title' | 'via' | 'foundIn'>): SourceKind {
  if (via !== undefined) return 'person';
  if (source !== undefined && BOOK_ADDRESS.test(source)) return 'book';
  if (source !== undefined && readWebAddress(source) !== undefined) return 'web';
  if (source !== undefined && readWikilink(source) !== undefined) return 'note';
  if (title !== undefined || source !== undefined) return 'book';
  return foundIn === undefined ? 'unknown' : 'note';
}
