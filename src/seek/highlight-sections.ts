import { sectionsOf, type Section } from '../note';

/** A heading below which exporters such as Readwise and Kindle keep highlights, with the text up to the next heading. */
export interface HighlightSection extends Section {
  /** Whether it is a chapter: a deeper heading of a section of highlights. */
  readonly isDeeper: boolean;
}

const HIGHLIGHTS = /\bhighlights?\b/i;
// The title of a note, "Highlights of Walden", has all its headings below it, whatever they are about.
const NOTHING_ELSE = /^\P{L}*highlights?\P{L}*$/iu;
// Headings of one's own among chapters. A chapter with such a word in its name is missed; the other way round would be worse.
const OF_THE_READER = /(?:^|[^\p{L}\p{N}])(?:my|mine|own|notes?|comments?|thoughts?|reflections?|summary|takeaways?|questions?|ideas?|review|actions?|metadata|related|references|links|tags|mein\p{L}*|eigen\p{L}*|notiz\p{L}*|anmerkung\p{L}*|kommentar\p{L}*|gedanken?|zusammenfassung|fragen?|fazit)(?:$|[^\p{L}\p{N}])/iu;

/** The sections of a note that say "Highlights" and, below them, those of chapters, in order. */
export function highlightSectionsOf(text: string): HighlightSection[] {
  const found: HighlightSection[] = [];
  let [highlightsTo, readersTo] = [0, 0];
  for (const section of sectionsOf(text)) {
    if (HIGHLIGHTS.test(section.title)) {
      found.push({ ...section, isDeeper: false });
      if (section.level > 1 || NOTHING_ELSE.test(section.title)) highlightsTo = Math.max(highlightsTo, section.to);
    } else if (section.from < highlightsTo && section.from >= readersTo) {
      if (OF_THE_READER.test(section.title)) readersTo = section.to;
      else found.push({ ...section, isDeeper: true });
    }
  }
  return found;
}
