import { onOneLine } from '../base';
import {
  bodyOf, innerBlocksOf, linesOf, listProperty, propertyHas, quoteBlocksOf, readProperties, readWikilink, sectionsOf, shownName, textProperty, unescaped,
  type Properties, type QuoteBlock, type Section,
} from '../note';
import { words } from '../words';
import type { QuoteDraft } from './clipboard';

/** A quote that stands in some note, whoever put it there; offsets are those of the note's text. */
export interface FoundQuote extends QuoteDraft {
  readonly from: number;
  readonly to: number;
  /** Where what belongs to it ends, such as a reader's note below a highlight; `to` when absent. */
  readonly until?: number;
  /** Link text of the quote note that was already made of it. */
  readonly quoteNote?: string;
}

/** The label of the small link that leads from a place to the quote note made of it. */
export const PLACE_MARK = '❞';

const MARK_AT_END = /\s*(?:\[\[([^\]|]*)\|❞\]\]|\[❞\]\(<?([^)>]*)>?\))\s*$/u;
const ATTRIBUTION = /^(?:[—–―]|--)\s*(\S.*)$/u;
const QUOTE_CALLOUTS = new Set(['quote', 'cite']);
const LOCATION = /\s*(?:\(\[(?:Location|View Highlight|Page)[^\]]*\]\([^)]*\)\)|[—-]\s*(?:location|page):\s*\[[^\]]*\]\([^)]*\))/giu;
const BLOCK_ID = /\s+\^[\w-]+\s*$/;
const READERS_NOTE = /^\s*[-*+]\s+(?:Note|Tags?):/i;
const LIST_ITEM = /^(\s*)(?:[-*+]|\d+[.)])\s+(?:\[.\]\s+)?/;

/**
 * The quote in which an offset lies: a blockquote, a `[!quote]` callout, or a highlight (list item or paragraph) under
 * a heading that says "Highlights", as Readwise and Kindle notes have them. Author, title and source come from the
 * block itself, else from the note's properties or its metadata list.
 */
export function foundQuoteAt(text: string, offset: number): FoundQuote | undefined {
  return foundQuotesOf(text).find(({ from, to, until = to }) => offset >= from && offset <= until);
}

/** Every quote that stands in a note: its blockquotes, quote callouts (also within other callouts) and highlights, in order. */
export function foundQuotesOf(text: string): FoundQuote[] {
  const details = sourceOfNote(text);
  const blocks = quotedBlocks(text, quoteBlocksOf(text)).map(readBlock);
  return [...blocks, ...highlightsOf(text)]
    .filter((quote) => quote.text.trim() !== '')
    .sort((left, right) => left.from - right.from)
    .map((quote) => ({ ...details, ...quote }));
}

function quotedBlocks(text: string, blocks: readonly QuoteBlock[]): QuoteBlock[] {
  return blocks.flatMap((block) => {
    if (block.callout === undefined || QUOTE_CALLOUTS.has(block.callout)) return [block];
    return innerBlocksOf(text, block).filter(({ callout }) => callout !== undefined && QUOTE_CALLOUTS.has(callout));
  });
}

function readBlock(block: QuoteBlock): FoundQuote {
  const { text, quoteNote } = withoutMark(block.text.replace(BLOCK_ID, ''));
  const lines = text.split('\n');
  const via = viaIn(lines.at(-1) ?? '');
  if (via !== undefined && lines.length > 1) lines.pop();
  const last = ATTRIBUTION.exec(lines.at(-1)?.trim() ?? '')?.[1];
  if (last !== undefined && lines.length > 1) lines.pop();
  // Where the callout has a title of its own, a comma in the author's line belongs to the name.
  const hasTitle = block.title !== undefined && block.title !== '';
  const said = last === undefined ? '' : unescaped(last.replace(/(\\.)|[*_]/g, '$1'));
  const [author, ...work] = hasTitle ? [said] : said.split(/,\s+/);
  const link = /\[((?:\\.|[^\\\]])*)\]\(([^)\s]+)\)/.exec(`${block.title ?? ''} ${last ?? ''}`);
  const title = link?.[1] ?? (hasTitle ? block.title : work.join(', '));
  const named = author === undefined ? undefined : shownName(author.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1'));
  return {
    from: block.from,
    to: block.to,
    text: lines.join('\n').trim(),
    ...(named === undefined || named === '' ? {} : { author: named }),
    ...(link?.[2] === undefined ? {} : { source: link[2] }),
    ...(title === '' ? {} : { title: unescaped(title) }),
    ...(via === undefined ? {} : { via }),
    ...(quoteNote === undefined ? {} : { quoteNote }),
  };
}

function highlightSectionsOf(text: string): Section[] {
  return sectionsOf(text).filter(({ title }) => /\bhighlights?\b/i.test(title));
}

function highlightsOf(text: string): FoundQuote[] {
  return highlightSectionsOf(text).flatMap((section) => highlightsBetween(text, section.bodyFrom, section.ownTo));
}

// A highlight is a list item with its indented lines, or a run of plain lines. Notes and tags that an exporter puts below are not quoted.
function highlightsBetween(text: string, from: number, to: number): FoundQuote[] {
  const runs: { from: number; to: number; until: number; lines: string[] }[] = [];
  let open = false;
  for (const line of linesOf(text)) {
    if (line.from < from || line.from >= to) continue;
    const isOwn = line.setting === 'prose' && line.text.trim() !== '' && !/^\s*(?:>|-{3,}\s*$|#)/.test(line.text);
    const startsItem = LIST_ITEM.exec(line.text)?.[1]?.length === 0;
    const run = runs.at(-1);
    if (!isOwn) open = false;
    else if (open && !startsItem && run !== undefined) {
      run.until = line.to;
      if (READERS_NOTE.test(line.text)) continue;
      run.lines.push(line.text.trim());
      run.to = line.to;
    } else {
      runs.push({ from: line.from, to: line.to, until: line.to, lines: [line.text.replace(LIST_ITEM, '')] });
      open = true;
    }
  }
  return runs.map(({ lines, ...place }) => readHighlight(lines, place));
}

function readHighlight(lines: readonly string[], place: { from: number; to: number; until: number }): FoundQuote {
  const marked = withoutMark(lines.join('\n').replace(BLOCK_ID, ''));
  const text = marked.text.replace(LOCATION, '').trim();
  const { from, to, until } = place;
  return { from, to, ...(until === to ? {} : { until }), text, ...(marked.quoteNote === undefined ? {} : { quoteNote: marked.quoteNote }) };
}

function withoutMark(text: string): { text: string; quoteNote?: string } {
  const mark = MARK_AT_END.exec(text);
  const target = mark?.[1] ?? mark?.[2];
  if (mark === null || target === undefined) return { text };
  return { text: text.slice(0, mark.index), quoteNote: target };
}

// The line that capturing into a note adds for who led there.
function viaIn(line: string): string | undefined {
  const said = ATTRIBUTION.exec(line.trim())?.[1];
  const [before = '', after = ''] = words.seek.via('\n').split('\n');
  if (said === undefined || !said.startsWith(before) || !said.endsWith(after)) return undefined;
  const person = said.slice(before.length, said.length - after.length).trim();
  return person === '' ? undefined : readWikilink(person) === undefined ? unescaped(person) : person;
}

/** What a note says about the work its quotes come from, if it is about one: in properties, or in a list such as Readwise's "Metadata". */
export function sourceOfNote(note: string): { author?: string; source?: string; title?: string } {
  const read = readProperties(note);
  const properties: Properties = read.ok ? flattened(read.value) : {};
  const listed = (label: string): string | undefined => new RegExp(`^[-*+]\\s+${label}:+\\s*(\\S.*)$`, 'im').exec(bodyOf(note))?.[1];
  const author = listProperty(properties, 'author').map(shownName).join(', ') || listProperty(properties, 'authors').map(shownName).join(', ') || listed('Author');
  const source = textProperty(properties, 'source') ?? textProperty(properties, 'url') ?? listed('URL') ?? listed('Source');
  const title = textProperty(properties, 'title') ?? listed('Full Title') ?? listed('Title');
  // A note that names no work but has an author is somebody's own writing: what it quotes is not by that author.
  const isOfAWork = source !== undefined || listed('Author') !== undefined || 'kindle-sync' in properties || propertyHas(properties, 'type', 'quote') || highlightSectionsOf(note).length > 0;
  if (!isOfAWork) return {};
  return {
    ...(author === undefined || author === '' ? {} : { author: onOneLine(author.replace(/\[\[(?:[^\]|]*\|)?([^\]]*)\]\]/g, '$1')) }),
    ...(source === undefined ? {} : { source: onOneLine(source) }),
    ...(title === undefined ? {} : { title: onOneLine(title.replace(/\[\[(?:[^\]|]*\|)?([^\]]*)\]\]/g, '$1')) }),
  };
}

// Kindle notes keep their book under one property: `kindle-sync: {title, author, …}`.
function flattened(properties: Properties): Properties {
  const kindle = properties['kindle-sync'];
  return typeof kindle === 'object' && kindle !== null && !Array.isArray(kindle) ? { ...kindle, ...properties } : properties;
}
