import type { Line } from '../note';
import type { HighlightSection } from './highlight-sections';
import { indentOf } from './indent';
import { linkedPlaceIn, placeIn, type PlaceFinder } from './locations';
import { startsNoteBelow } from './readers-note';

/** What begins a point of a list. */
export const LIST_ITEM = /^\s*(?:[-*+]|\d+[.)])\s+(?:\[.\]\s+)?/;
const BORDER = /^\s*(?:>|-{3,}\s*$|\*{3,}\s*$|_{3,}\s*$|#)/;

/** One line of an entry; `isApart` when a blank line or something that is no prose stands before it. */
export interface EntryLine extends Line {
  readonly isApart: boolean;
}

/** A list item or a paragraph with all that stands deeper below it. */
export interface Entry {
  readonly isItem: boolean;
  readonly indent: number;
  readonly lines: EntryLine[];
  /** Whether a rule, a quote or the heading stands between it and the entry before. */
  readonly isFirst: boolean;
  /** Whether one of these stands below it. */
  isLast: boolean;
}

/** The lines of a note, its sections of highlights, and for each of these how places are told there. */
export interface SectionsOfNote {
  readonly lines: readonly Line[];
  readonly sections: readonly HighlightSection[];
  readonly finders: readonly PlaceFinder[];
}

/**
 * For each of the `sections` how places are told there. Anybody writes `(Page 12)` behind words of their own, or once in a
 * while: such a place without a link counts where more than half of the entries end with one, chapters taken together.
 */
export function placeFindersOf(lines: readonly Line[], sections: readonly HighlightSection[]): PlaceFinder[] {
  const counts: { bare: number; all: number }[] = [];
  let at = 0;
  const families = sections.map(({ bodyFrom, ownTo, isChapter }) => {
    while ((lines[at]?.from ?? Infinity) < bodyFrom) at++;
    const start = at;
    while ((lines[at]?.from ?? Infinity) < ownTo) at++;
    if (!isChapter || counts.length === 0) counts.push({ bare: 0, all: 0 });
    const count = counts.at(-1) as (typeof counts)[number];
    for (const entry of entriesOf(lines.slice(start, at), placeIn)) {
      const isBare = entry.lines.some(({ text }) => isBarePlaced(text));
      if (isBare) count.bare++;
      if (isBare || !isNote(entry)) count.all++;
    }
    return count;
  });
  return families.map(({ bare, all }) => (bare * 2 > all ? placeIn : linkedPlaceIn));
}

function isBarePlaced(text: string): boolean {
  return linkedPlaceIn(text) === null && placeIn(text) !== null;
}

// What a label begins, and what a rule ends behind a highlight, as in notes of a Kindle.
function isNote({ isItem, isFirst, isLast, lines }: Entry): boolean {
  return startsNoteBelow(lines[0]?.text ?? '') || (!isItem && !isFirst && isLast);
}

/** The entries of a section; `place` finds the places that are told there. */
export function entriesOf(lines: readonly Line[], place: PlaceFinder): Entry[] {
  const entries: Entry[] = [];
  let entry: Entry | undefined;
  let [isApart, isFirst] = [false, true];
  for (const line of lines) {
    const isProse = line.setting === 'prose' && line.text.trim() !== '';
    const indent = indentOf(line.text);
    if (isProse && !BORDER.test(line.text)) {
      if (entry !== undefined && belongsTo(entry, line.text, { indent, isApart, place })) entry.lines.push({ ...line, isApart });
      else entries.push((entry = { isItem: LIST_ITEM.test(line.text), indent, isFirst, isLast: false, lines: [{ ...line, isApart: false }] }));
      [isApart, isFirst] = [false, false];
    } else {
      isApart = true;
      if (!isProse || indent > (entry?.indent ?? -1)) continue;
      if (entry !== undefined) entry.isLast = true;
      entry = undefined;
      isFirst = true;
    }
  }
  return entries;
}

// Whatever stands deeper, a line that goes on, and a note that is labelled as one.
function belongsTo(entry: Entry, text: string, { indent, isApart, place }: { indent: number; isApart: boolean; place: PlaceFinder }): boolean {
  if (indent > entry.indent) return true;
  const isItem = LIST_ITEM.test(text);
  return (!isApart && !isItem) || (startsNoteBelow(text) && (isItem || !entry.isItem) && place(text) === null);
}
