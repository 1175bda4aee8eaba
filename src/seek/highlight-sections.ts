import { sectionsOf, type Section } from '../note';
import { isPlaced } from './locations';

/** A heading below which exporters such as Readwise and Kindle keep highlights, with the text up to the next heading. */
export interface HighlightSection extends Section {
  /** Whether it is a chapter: a deeper heading of a section of highlights. */
  readonly isChapter: boolean;
}

const HIGHLIGHTS = /\bhighlights?\b/i;
// The title of a note, "Highlights of Walden", has all its headings below it, whatever they are about.
const NOTHING_ELSE = /^\P{L}*highlights?\P{L}*$/iu;
// Headings of one's own among chapters, and of chapters that authors name so. Where nothing below tells a place in the work, such
// a chapter is missed; the other way round would be worse.
const OF_THE_READER = /(?:^|[^\p{L}\p{N}])(?:my|mine|own|notes?|comments?|thoughts?|reflections?|summary|takeaways?|questions?|ideas?|review|actions?|metadata|related|references|links|tags|mein\p{L}*|eigen\p{L}*|notiz\p{L}*|anmerkung\p{L}*|kommentar\p{L}*|gedanken?|zusammenfassung|fragen?|fazit)(?:$|[^\p{L}\p{N}])/iu;

/**
 * The sections of a note that say "Highlights" and, below them, those of chapters, in order. A heading of the reader's own, and
 * what stands below it, is no chapter, unless it tells places in the work as highlights do.
 */
export function highlightSectionsOf(text: string): HighlightSection[] {
  const found: HighlightSection[] = [];
  let [highlightsTo, readersTo] = [0, 0];
  for (const section of sectionsOf(text)) {
    if (saysHighlights(section.title)) {
      found.push({ ...section, isChapter: false });
      if (hasChapters(section)) highlightsTo = Math.max(highlightsTo, section.to);
    } else if (section.from < highlightsTo) {
      const isReaders = section.from < readersTo || isOfTheReader(section.title);
      if (!isReaders || isPlaced(text.slice(section.bodyFrom, section.ownTo))) found.push({ ...section, isChapter: true });
      else readersTo = Math.max(readersTo, section.to);
    }
  }
  return found;
}

/** The same sections in groups: one that says "Highlights", and its chapters. */
export function familiesOf<S extends { readonly isChapter: boolean }>(sections: readonly S[]): S[][] {
  const families: S[][] = [];
  for (const section of sections) {
    if (section.isChapter) families.at(-1)?.push(section);
    else families.push([section]);
  }
  return families;
}

/** Where a note keeps highlights, from the heading that says so to where its chapters end, whatever they are called. */
export function highlightRangesOf(text: string): { readonly from: number; readonly to: number }[] {
  return sectionsOf(text).filter(({ title }) => saysHighlights(title)).map((section) => ({ from: section.bodyFrom, to: hasChapters(section) ? section.to : section.ownTo }));
}

/** Whether a heading is one below which exporters keep highlights. */
export function saysHighlights(title: string): boolean {
  return HIGHLIGHTS.test(title);
}

/** Whether a heading among those of a work is likely to be its reader's. */
export function isOfTheReader(title: string): boolean {
  return OF_THE_READER.test(title);
}

function hasChapters({ level, title }: Section): boolean {
  return level > 1 || NOTHING_ELSE.test(title);
}
