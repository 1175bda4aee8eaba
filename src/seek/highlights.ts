import { LIST_ITEM, type Entry, type EntryLine } from './highlight-entries';
import { familiesOf } from './highlight-sections';
import { indentOf } from './indent';
import { isPlaceOnly, withoutCitations, type PlaceFinder } from './locations';
import { MARK, withoutBlockId, withoutMark } from './place-mark';
import type { PlacedSection } from './placed-sections';
import type { QuotePlace } from './quote-place';
import { startsNoteBelow, startsReadersNote } from './readers-note';

const BEHIND = new RegExp(`^(?:${MARK}|\\s+\\^[\\w-]+(?=\\s|$)){0,2}`, 'u');
const ANY_MARK = new RegExp(MARK, 'u');
const WHOLLY_MARKED = /^(?:==([^=]+)==|<mark\b[^>\n]{0,500}>((?:(?!<\/?mark\b)[\s\S])*)<\/mark>)$/i;
const LETTER = /[\p{L}\p{N}]/u;
// A block that stands no deeper than the margin, or is a point there.
const PLAIN_BLOCK = /^(?:(?:[-*+]|\d+[.)])\s+)?>/;
// Between a place and the words behind it.
const JOINT = /^[\s:–—-]+/u;

/** What could be a highlight. */
interface Candidate {
  readonly entry: Entry;
  readonly from: number;
  readonly to: number;
  readonly until: number;
  readonly text: string;
  readonly isLocated: boolean;
  readonly quoteNote: string | undefined;
}

/** What stands directly below one heading, and how highlights are written there. */
interface Part {
  readonly entries: readonly Entry[];
  readonly candidates: readonly Candidate[];
  readonly isChapter: boolean;
  readonly hasBlocks: boolean;
  readonly isLocated: boolean;
  readonly isListed: boolean;
}

/**
 * The highlights in the `sections` of a note that keep some, without what their reader noted. Where some of a section tell
 * their place in the work, only those are highlights; else list items where there are any, else paragraphs, unless blockquotes
 * (which begin at `blocks`) are what is quoted there. What a link leads from to a quote note stays a quote.
 */
export function highlightsOf(text: string, sections: readonly PlacedSection[], blocks: readonly number[]): QuotePlace[] {
  const plainBlocks = blocks.filter((from) => PLAIN_BLOCK.test(text.slice(from, from + 20)));
  let block = 0;
  const parts = sections.map(({ bodyFrom, ownTo, isChapter, entries, place }): Part => {
    while ((plainBlocks[block] ?? Infinity) < bodyFrom) block++;
    const candidates = entries.flatMap((entry) => candidatesOf(entry, place));
    return {
      entries, candidates, isChapter,
      hasBlocks: (plainBlocks[block] ?? Infinity) < ownTo,
      isLocated: candidates.some((candidate) => candidate.isLocated),
      isListed: candidates.some(({ entry }) => entry.isItem),
    };
  });
  return familiesOf(parts).flatMap(withSharedLayout).flatMap(highlightsIn);
}

// Chapters have the layout that is found anywhere in their section: an introduction to one of them is no highlight.
function withSharedLayout(family: readonly Part[]): Part[] {
  const [hasBlocks, isLocated, isListed] = [family.some((part) => part.hasBlocks), family.some((part) => part.isLocated), family.some((part) => part.isListed)];
  return family.map((part) => (part.isChapter ? { ...part, hasBlocks, isLocated, isListed } : part));
}

function highlightsIn({ entries, candidates, hasBlocks, isLocated, isListed }: Part): QuotePlace[] {
  const placeOf = new Map(entries.map((entry, place) => [entry, place]));
  const isQuoted = (candidate: Candidate): boolean =>
    candidate.quoteNote !== undefined || (isLocated ? candidate.isLocated : !hasBlocks && (!isListed || candidate.entry.isItem));
  const quoted = candidates.filter(isQuoted);
  return quoted.map((one, at): QuotePlace => {
    const until = isLocated ? endWithNotes(one, quoted[at + 1], entries, placeOf.get(one.entry) ?? entries.length) : one.until;
    const { from, to, text, quoteNote } = one;
    return { from, to, ...(until === to ? {} : { until }), read: () => ({ text: shownText(text), ...(quoteNote === undefined ? {} : { quoteNote }) }) };
  });
}

// Several places in one entry are several highlights, as exporters without blank lines write them.
function candidatesOf(entry: Entry, place: PlaceFinder): Candidate[] {
  const [first] = entry.lines;
  if (first === undefined) return [];
  const lines = entry.lines.length;
  const places = entry.lines.flatMap(({ text }, at) => (place(text) === null ? [] : [at]));
  // Before the first place a label is the author's, unless it begins a deeper point.
  const isAuthors = (text: string, at: number): boolean => at <= (places[0] ?? -1) && !(LIST_ITEM.test(text) && indentOf(text) > entry.indent);
  const labels = entry.lines.map(({ text }, at) => at > 0 && startsNoteBelow(text) && !isAuthors(text, at));
  const noted = notedLines(entry, labels);
  const said = places.filter((at) => noted[at] !== true);
  if (said.length === 0) return startsReadersNote(first.text) && places.length === 0 ? [] : [candidateAt(entry, { start: 0, end: wordsEnd(entry.lines), next: lines }, place)];
  // A point of a list with a place of its own has nothing to do with the words above it, unless theirs is the only one.
  const label = labels.indexOf(true);
  const isSeveral = said.length > 1 || (label >= 0 && label < (said[0] ?? 0));
  const starts = said.map((at, nth) => (isPointOfPlace(entry, at) ? pointAbove(entry, at) : nth > 0 || (isSeveral && LIST_ITEM.test(entry.lines[at]?.text ?? '')) ? at : 0));
  return said.map((at, nth) => candidateAt(entry, { start: starts[nth] ?? at, end: at + 1, next: starts[nth + 1] ?? lines }, place));
}

// A note that begins with a label goes on to the next point that is no deeper.
function notedLines({ lines }: Entry, labels: readonly boolean[]): boolean[] {
  let depth = Infinity;
  return lines.map(({ text }, at) => {
    const indent = indentOf(text);
    if (LIST_ITEM.test(text) && indent <= depth) depth = Infinity;
    if (labels[at] === true) depth = Math.min(depth, indent);
    return depth < Infinity;
  });
}

// A point that is nothing but a place: it says where the point above it stands.
function isPointOfPlace({ lines }: Entry, at: number): boolean {
  const text = lines[at]?.text ?? '';
  return at > 0 && LIST_ITEM.test(text) && isPlaceOnly(text);
}

function pointAbove({ lines }: Entry, at: number): number {
  const depth = indentOf(lines[at]?.text ?? '');
  let above = at - 1;
  while (above > 0 && !(LIST_ITEM.test(lines[above]?.text ?? '') && indentOf(lines[above]?.text ?? '') < depth)) above--;
  return above;
}

// Where a highlight without a place ends: before a blank line, a point below it, or a note.
function wordsEnd(lines: readonly EntryLine[]): number {
  const end = lines.findIndex(({ text, isApart }, at) => at > 0 && (isApart || LIST_ITEM.test(text) || startsNoteBelow(text)));
  return end < 0 ? lines.length : end;
}

// The candidate of the lines from `start` to before `end`, with what follows in the entry before `next`.
function candidateAt(entry: Entry, { start, end, next }: { start: number; end: number; next: number }, placeOf: PlaceFinder): Candidate {
  const { lines } = entry;
  const said = lines.slice(start, end);
  const [first, last] = [said[0] as EntryLine, said.at(-1) as EntryLine];
  const place = placeOf(last.text);
  const after = place === null ? last.text.length : place.index + place[0].length;
  const behind = place === null ? last.text.length : after + (BEHIND.exec(last.text.slice(after))?.[0].length ?? 0);
  const told = isPointOfPlace(entry, end - 1) ? said.slice(0, wordsEnd(said)) : said;
  const words = told.map((line, at) => {
    const own = line === last && place !== null ? line.text.slice(0, place.index).trimEnd() : line.text;
    return (at > 0 && line.isApart ? '\n' : '') + (at === 0 ? own.replace(LIST_ITEM, '') : own.trim());
  }).join('\n');
  // A point that begins with its place has the words behind it.
  const isBehind = place !== null && said.length === 1 && LIST_ITEM.test(last.text) && !LETTER.test(words) && !startsReadersNote(last.text.slice(after));
  const marked = withoutMark(withoutBlockId(isBehind ? last.text.slice(after).replace(JOINT, '') : LETTER.test(words) ? words : ''));
  return {
    entry, from: first.from,
    to: isBehind || last.text.slice(behind).trim() === '' ? last.to : last.from + behind,
    until: lines[next - 1]?.to ?? last.to,
    text: marked.text,
    isLocated: lines.slice(start, next).some(({ text }) => placeOf(text) !== null),
    quoteNote: marked.quoteNote ?? markIn([last.text.slice(after), ...goingOn(lines.slice(end, next))]),
  };
}

// A mark stands behind the words, or where the lines that go on from them end.
function markIn(texts: readonly string[]): string | undefined {
  const mark = ANY_MARK.exec(texts.join('\n'));
  return mark?.[1] ?? mark?.[2];
}

function goingOn(lines: readonly EntryLine[]): string[] {
  const end = lines.findIndex(({ isApart }) => isApart);
  return lines.slice(0, end < 0 ? lines.length : end).map(({ text }) => text);
}

// Paragraphs and points without a place, up to the next highlight or rule, are what was noted on the one before.
function endWithNotes({ entry, until }: Candidate, next: Candidate | undefined, entries: readonly Entry[], place: number): number {
  if (next?.entry === entry) return until;
  let end = until;
  for (let at = place + 1; at < entries.length; at++) {
    const other = entries[at];
    if (other === undefined || other.isFirst || other === next?.entry) break;
    end = other.lines.at(-1)?.to ?? end;
  }
  return end;
}

function shownText(words: string): string {
  const text = withoutCitations(words).trim();
  const [, marked, tagged] = WHOLLY_MARKED.exec(text) ?? [];
  return (marked ?? tagged ?? text).trim();
}
