import { inSlices } from '../../base';
import { breathing } from '../../obsidian/breathe';
import type { Edge } from '../../obsidian/edge';
import { findingQuotes, textKey } from '../../seek';
import { isSensed, type FoundEntry } from '..';
import { keyOfEntry } from './entry-key';
import type { QuoteShelf } from './quote-shelf';

// What is shown as waiting may be a moment old, and a review stands open for long: another window, another device or a hand in
// the note itself may have been faster.

/** Whether the text of a quote note holds a take that counts. None that waits has one: it came since. */
export function holdsTake(path: string, text: string, edge: Edge, quotes: QuoteShelf): boolean {
  const entry = quotes.read(path, text);
  return entry !== undefined && isSensed(entry, edge.settings().sense.leastOwnWords);
}

/**
 * Whether a quote in another note, now at `path`, got a note of its own: one with its words, made from whichever copy, or one
 * that every place of them in that note has a mark for, which stands there before any list knows of the note.
 */
export async function hasQuoteNote({ key }: FoundEntry, path: string, { notes }: Edge, quotes: QuoteShelf): Promise<boolean> {
  await quotes.ready();
  if (quotes.all().some((entry) => keyOfEntry(entry) === key)) return true;
  if (notes.find(path) === undefined) return false;
  const breathe = breathing();
  let isMarked = false;
  for (const quote of await inSlices(findingQuotes(await notes.read(path)), breathe)) {
    await breathe();
    if (textKey(quote) !== key) continue;
    if (quote.quoteNote === undefined) return false;
    isMarked = true;
  }
  return isMarked;
}
