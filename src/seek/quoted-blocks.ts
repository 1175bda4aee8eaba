import { innerBlocksOf, nameOf, readWikilink, type QuoteBlock } from '../note';
import { isAnnotationTitle, kindIn, RULE, saysWords } from './annotation-block';
import { indentOf } from './indent';
import { isOfZotero, withoutCitations, withoutLocations } from './locations';
import { PLACE_MARK } from './place-mark';
import type { PlacedSection } from './placed-sections';
import { startsReadersNote } from './readers-note';

/** A block that quotes. */
export interface QuotedBlock extends QuoteBlock {
  /** Present where its words are one paragraph, and what stands below is its reader's. */
  readonly isOneParagraph?: true;
}

/** The callouts that say that they quote. */
export const QUOTE_CALLOUTS: ReadonlySet<string> = new Set(['quote', 'cite']);
// `[!PDF|yellow] [[work.pdf#page=3|p. 3]]`, as tools for PDF files write it.
const PDF = 'pdf';
// Other kinds stand for colours; what they hold is of the work.
const READERS_CALLOUTS = new Set(['note', 'comment']);
const LETTER = /[\p{L}\p{N}]/u;
const TO_A_PAGE = /\]\(zotero:\/\/open[^)\s]*[?&](?:page|annotation)=/i;
const AUTHOR_LAST = /(?:^|\n)\s*(?:[—–―]|--)\s*\S[^\n]*\s*$/u;
const QUOTED = /^[ \t]*(?:(?:[-*+]|\d+[.)])[ \t]+)*>/;

/**
 * The blocks of a note that quote: blockquotes, quote callouts (also within others), annotations of Zotero and of PDF files
 * in callouts of other kinds; without what their reader put into a block: a comment in a callout for notes, a blockquote right
 * below an annotation and without its link, and one that stands deeper below a highlight with its place, or below a note on it.
 */
export function quotedBlocks(text: string, blocks: readonly QuoteBlock[], sections: readonly PlacedSection[]): QuotedBlock[] {
  const isAmongNotes = isOfZotero(text);
  const hasOtherKinds = isAmongNotes && blocks.some((block) => isOfAnotherKind(block));
  const quoted = blocks.flatMap((block) => quotedIn(text, block, { isAmongNotes, hasOtherKinds }));
  const readers = readersBlocks(sections);
  const remarks = isAmongNotes ? remarksAmong(text, blocks) : new Set<number>();
  return quoted.filter(({ from }) => !readers.has(from) && !remarks.has(from));
}

function quotedIn(text: string, block: QuoteBlock, { isAmongNotes, hasOtherKinds }: { readonly isAmongNotes: boolean; readonly hasOtherKinds: boolean }): QuotedBlock[] {
  const { callout, title = '' } = block;
  if (callout === undefined || QUOTE_CALLOUTS.has(callout)) return [block];
  const isPaged = callout === 'note' && isAmongNotes && isAnnotationTitle(title);
  const isAnnotation = callout === PDF || isPaged || isOfZotero(`${title}\n${block.text}`);
  const inside = innerBlocksOf(text, block).filter((inner) => (inner.callout === undefined ? isAnnotation : QUOTE_CALLOUTS.has(inner.callout)));
  if (!isAnnotation || inside.length > 0 || isReaders(block, hasOtherKinds)) return inside;
  const target = callout === PDF ? readWikilink(title)?.target : undefined;
  return [{ ...block, ...(callout === PDF || isPaged ? { isOneParagraph: true } : {}), title: target === undefined ? '' : nameOf(target.replace(/#.*$/, '')).replace(/\.pdf$/i, '') }];
}

// A callout for notes is the reader's when nothing but the link is its title, when it says so, or when annotations have
// callouts of their own; where a rule stands in it, words of the work are above the rule.
function isReaders({ callout = '', title = '', text }: QuoteBlock, hasOtherKinds: boolean): boolean {
  if (!READERS_CALLOUTS.has(callout) || text.split('\n').some((line) => RULE.test(line))) return false;
  return callout === 'comment' || hasOtherKinds || kindIn(title) === 'by' || (isOfZotero(title) && !LETTER.test(withoutCitations(title)));
}

function isOfAnotherKind({ callout, title = '', text }: QuoteBlock): boolean {
  return callout !== undefined && !READERS_CALLOUTS.has(callout) && TO_A_PAGE.test(`${title}\n${text}`);
}

/** The lines of a block up to where its first paragraph ends. */
export function firstParagraph(lines: readonly string[]): string[] {
  const start = lines.findIndex((line) => line.trim() !== '');
  const end = lines.findIndex((line, at) => at > start && line.trim() === '');
  return lines.slice(0, end < 0 ? lines.length : end);
}

// Where annotations are blocks with links, a block without one right below is what was noted on them, unless it names an
// author, leads to a quote note, or has its link below.
function remarksAmong(text: string, blocks: readonly QuoteBlock[]): Set<number> {
  const remarks = new Set<number>();
  let previous: QuoteBlock | undefined;
  for (const block of blocks) {
    const isBelow = previous !== undefined && text.slice(previous.to, block.from).trim() === '';
    const isAfterLink = previous !== undefined && (TO_A_PAGE.test(`${previous.title ?? ''}\n${previous.text}`) || remarks.has(previous.from));
    if (block.callout === undefined && isBelow && isAfterLink && !isOfZotero(block.text) && !isQuoteByItself(text, block)) remarks.add(block.from);
    previous = block;
  }
  return remarks;
}

function isQuoteByItself(text: string, block: QuoteBlock): boolean {
  const below = /^\s*([^\n]*)/.exec(text.slice(block.to, block.to + 4000))?.[1] ?? '';
  return AUTHOR_LAST.test(block.text) || block.text.includes(PLACE_MARK) || (isOfZotero(below) && !QUOTED.test(below));
}

// By where they begin: blocks among highlights that stand deeper than a labelled note, or than words with their place.
function readersBlocks(sections: readonly PlacedSection[]): Set<number> {
  const found = new Set<number>();
  for (const { lines, place } of sections) {
    const open: { readonly indent: number; readonly isReaders: boolean }[] = [];
    for (const { from, text, setting } of lines) {
      if (setting !== 'prose' || text.trim() === '') continue;
      const indent = indentOf(text);
      while ((open.at(-1)?.indent ?? -1) >= indent) open.pop();
      const isBelowNote = open.at(-1)?.isReaders === true;
      if (QUOTED.test(text)) {
        if (isBelowNote) found.add(from);
        continue;
      }
      const isPlaced = place(text) !== null && saysWords(withoutLocations(text));
      open.push({ indent, isReaders: isBelowNote || isPlaced || startsReadersNote(text) });
    }
  }
  return found;
}
