import { atOnce, type Steps } from '../base';
import { linesOf, quoteBlocksOf, readWikilink, shownName, unescaped, type QuoteBlock } from '../note';
import { words } from '../words';
import { isAnnotationTitle, withoutRemarks } from './annotation-block';
import { withoutSigns } from './annotator';
import { attributed } from './attribution';
import { onALine } from './author-line';
import { isClipped } from './clipped-page';
import type { QuoteDraft } from './clipboard';
import { highlightSectionsOf } from './highlight-sections';
import { highlightsOf } from './highlights';
import { isOfZotero, withoutCitations, withoutLastLocation, withoutLocations } from './locations';
import { annotationsIn, markedWordsIn } from './marked-words';
import { withoutBlockId, withoutMark } from './place-mark';
import { placedSectionsOf } from './placed-sections';
import { plainAnnotationsIn } from './plain-annotations';
import type { QuotePlace } from './quote-place';
import { firstParagraph, QUOTE_CALLOUTS, quotedBlocks, type QuotedBlock } from './quoted-blocks';
import { startsReadersNote, withoutOwnNotes, withoutReadersNotes } from './readers-note';
import { sourceOfNote } from './work-of-note';

/** A quote that stands in some note, whoever put it there; offsets are those of the note's text. */
export interface FoundQuote extends QuoteDraft {
  readonly from: number;
  readonly to: number;
  /** Where what belongs to it ends, such as a reader's note below a highlight; `to` when absent. */
  readonly until?: number;
  /** Link text of the quote note that was already made of it. */
  readonly quoteNote?: string;
  /** Present when it is marked within a line of other people's text. */
  readonly isInline?: true;
}

// Quotes that are read before there is a chance to rest.
const AT_ONCE = 100;

/**
 * The quote in which an offset lies: a blockquote, a `[!quote]` callout, a highlight (list item or paragraph) under a
 * heading that says "Highlights", as Readwise and Kindle notes have them, an annotation of Zotero, or words marked with `==`
 * in a clipped page. Author, title and source come from the block itself, else from the note's properties or its metadata list.
 */
export function foundQuoteAt(text: string, offset: number): FoundQuote | undefined {
  const here = atOnce(placesIn(text)).filter(({ from, to, until = to }) => offset >= from && offset <= until);
  return here.map((place) => foundAt(place, sourceOfNote(text))).find(saysSomething);
}

/** Every quote that stands in a note: its blockquotes, quote callouts (also within other callouts), highlights and marked words, in order. */
export function foundQuotesOf(text: string): FoundQuote[] {
  return atOnce(findingQuotes(text));
}

/** The same in steps, for long notes. */
export function* findingQuotes(text: string): Steps<FoundQuote[]> {
  const places = yield* placesIn(text);
  const work = sourceOfNote(text);
  const found: FoundQuote[] = [];
  for (const [at, place] of places.entries()) {
    if (at % AT_ONCE === 0) yield;
    const quote = foundAt(place, work);
    if (saysSomething(quote)) found.push(quote);
  }
  return found;
}

function foundAt({ read, ...place }: QuotePlace, work: ReturnType<typeof sourceOfNote>): FoundQuote {
  const { citedAuthor, ...quote } = read();
  return { ...(citedAuthor === undefined ? {} : { author: citedAuthor }), ...work, ...quote, ...place };
}

function saysSomething({ text }: FoundQuote): boolean {
  return text.trim() !== '';
}

function* placesIn(text: string): Steps<QuotePlace[]> {
  const lines = linesOf(text);
  yield;
  const isAmongNotes = isOfZotero(text);
  const titled = highlightSectionsOf(text);
  yield;
  const sections = placedSectionsOf(lines, titled);
  yield;
  const quoted = quotedBlocks(text, quoteBlocksOf(text), sections);
  yield;
  let section = 0;
  const blocks = quoted.map((block): QuotePlace => {
    while ((sections[section]?.ownTo ?? Infinity) <= block.from) section++;
    const isHighlight = (sections[section]?.bodyFrom ?? Infinity) <= block.from;
    return { from: block.from, to: block.to, read: () => readBlock(block, { isAmongNotes: isAmongNotes || isHighlight, isHighlight }) };
  });
  yield;
  const highlights = highlightsOf(text, sections, quoted.map(({ from }) => from));
  yield;
  let places = [...blocks, ...highlights].sort(byPlace);
  if (isAmongNotes) {
    places = withOthers(places, annotationsIn(lines));
    places = withOthers(places, plainAnnotationsIn(text, lines, places));
  }
  return text.includes('==') && isClipped(text) ? withOthers(places, markedWordsIn(lines)) : places;
}

function withOthers(places: readonly QuotePlace[], others: readonly QuotePlace[]): QuotePlace[] {
  return [...places, ...others.filter(notWithin(places))].sort(byPlace);
}

function byPlace(left: QuotePlace, right: QuotePlace): number {
  return left.from - right.from;
}

// Asked in order: words that a blockquote or a highlight holds are no quote of their own.
function notWithin(places: readonly QuotePlace[]): (place: QuotePlace) => boolean {
  let at = 0;
  return ({ from }) => {
    while ((places[at]?.until ?? places[at]?.to ?? Infinity) < from) at++;
    return (places[at]?.from ?? Infinity) > from;
  };
}

/** Where a block stands: among what readers note, and whether it is a highlight with its place in the work. */
interface BlockPlace {
  readonly isAmongNotes: boolean;
  readonly isHighlight: boolean;
}

function readBlock(block: QuotedBlock, { isAmongNotes, isHighlight }: BlockPlace): ReturnType<QuotePlace['read']> {
  const { text, quoteNote } = withoutMark(withoutBlockId(block.text));
  const all = withoutSigns(saidIn(text, block, isHighlight).split('\n'));
  const said = block.isOneParagraph === true ? firstParagraph(all) : all;
  const via = viaIn(said.at(-1) ?? '');
  const { lines, by } = attributed(via === undefined || said.length === 1 ? said : said.slice(0, -1), QUOTE_CALLOUTS.has(block.callout ?? ''));
  // Where the callout has a title of its own, a comma in the author's line belongs to the name.
  const hasTitle = block.title !== undefined && block.title !== '';
  const named = by === undefined ? '' : unescaped(by.replace(/\[([^\]]{0,500})\]\([^)]{0,2000}\)/g, '$1').replace(/(\\.)|[*_]/g, '$1'));
  const [author, ...work] = hasTitle ? [named] : named.split(/,\s+|(?=《)/);
  const link = /\[((?:\\.|[^\\\]]){0,500})\]\(([^)\s]{1,2000})\)/.exec(`${block.title ?? ''} ${by ?? ''}`);
  const title = link?.[1] ?? (hasTitle ? block.title : work.join(', '));
  const name = author === undefined ? undefined : shownName(author);
  return {
    text: (isAmongNotes ? withoutReadersNotes(lines, startsReadersNote) : withoutOwnNotes(lines)).join('\n').trim(),
    ...(name === undefined || name === '' ? {} : { author: name }),
    ...(link?.[2] === undefined ? {} : { source: link[2] }),
    ...(title === '' ? {} : { title: unescaped(title) }),
    ...(via === undefined ? {} : { via }),
    ...(quoteNote === undefined ? {} : { quoteNote }),
  };
}

// Without the places in the work, and what the reader wrote behind those of Zotero.
function saidIn(text: string, { callout = 'quote', title = '' }: QuoteBlock, isHighlight: boolean): string {
  const isAnnotation = isOfZotero(text) || isAnnotationTitle(title) || !QUOTE_CALLOUTS.has(callout);
  const said = isAnnotation ? withoutCitations(withoutRemarks(text.split('\n')).join('\n')) : text;
  return isHighlight ? withoutLocations(said) : withoutLastLocation(said);
}

// The line that capturing into a note adds for who led there.
function viaIn(line: string): string | undefined {
  const said = onALine(line);
  const [before = '', after = ''] = words.seek.via('\n').split('\n');
  if (said === undefined || !said.startsWith(before) || !said.endsWith(after)) return undefined;
  const person = said.slice(before.length, said.length - after.length).trim();
  return person === '' ? undefined : readWikilink(person) === undefined ? unescaped(person) : person;
}
