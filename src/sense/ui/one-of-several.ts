import { readWikilink } from '../../note';
import type { Edge } from '../../obsidian/edge';
import type { FoundShelf } from './found-shelf';
import type { QuoteShelf } from './quote-shelf';

/** Whether a quote note's title does not tell it from others: more quotes of the same work are kept, or wait in the note it was found in. */
export function isOneOfSeveral(path: string, { edge, quotes, found }: { edge: Edge; quotes: QuoteShelf; found: FoundShelf }): boolean {
  const { title, foundIn = '' } = quotes.get(path)?.quote ?? {};
  if (title === undefined) return false;
  const note = edge.notes.resolve(readWikilink(foundIn)?.target ?? '', path);
  const isSame = (other: string | undefined): boolean => other?.toLocaleLowerCase() === title.toLocaleLowerCase();
  return (note !== undefined && found.of(note).length > 0) || quotes.all().some(({ path: other, quote }) => other !== path && isSame(quote.title));
}
