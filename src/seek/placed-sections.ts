import type { Line } from '../note';
import { entriesOf, type Entry } from './highlight-entries';
import { familiesOf, type HighlightSection } from './highlight-sections';
import { linkedPlaceIn, placeIn, type PlaceFinder } from './locations';
import { startsNoteBelow } from './readers-note';

/** A section of highlights with its lines, the entries that these make, and how places are told there. */
export interface PlacedSection extends HighlightSection {
  readonly lines: readonly Line[];
  readonly entries: readonly Entry[];
  readonly place: PlaceFinder;
}

/**
 * The sections of highlights of a note, read from its `lines`. Anybody writes `(Page 12)` behind words of their own, or once in a
 * while: such a place without a link counts where more than half of the entries end with one, chapters taken together.
 */
export function placedSectionsOf(lines: readonly Line[], sections: readonly HighlightSection[]): PlacedSection[] {
  let at = 0;
  const read = sections.map((section) => {
    while ((lines[at]?.from ?? Infinity) < section.bodyFrom) at++;
    const start = at;
    while ((lines[at]?.from ?? Infinity) < section.ownTo) at++;
    const own = lines.slice(start, at);
    return { ...section, lines: own, entries: entriesOf(own) };
  });
  return familiesOf(read).flatMap((family) => {
    const place = tellsBarePlaces(family.flatMap(({ entries }) => entries)) ? placeIn : linkedPlaceIn;
    return family.map((section) => ({ ...section, place }));
  });
}

function tellsBarePlaces(entries: readonly Entry[]): boolean {
  const bare = entries.filter(isBarePlaced);
  return bare.length * 2 > entries.filter((entry) => isBarePlaced(entry) || !isNote(entry)).length;
}

// By a line that is no labelled note: readers name pages there, too.
function isBarePlaced({ lines }: Entry): boolean {
  return lines.some(({ text }, at) => (at === 0 || !startsNoteBelow(text)) && linkedPlaceIn(text) === null && placeIn(text) !== null);
}

// What a label begins, and what a rule ends behind a highlight, as in notes of a Kindle.
function isNote({ isItem, isFirst, isLast, lines }: Entry): boolean {
  return startsNoteBelow(lines[0]?.text ?? '') || (!isItem && !isFirst && isLast);
}
