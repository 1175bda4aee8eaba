import { lazily } from '../base';
import { linesOf, sectionsOf, type Line, type Section, type Span } from '../note';
import { isOfTheReader, saysHighlights } from './highlight-sections';
import { indentOf } from './indent';
import { startsReadersNote } from './readers-note';

// As Zotero calls the field in its languages.
const ABSTRACT = 'abstract|zusammenfassung|kurzfassung|résumé|resumen|riassunto|resumo|samenvatting|аннотация|摘要|抄録|要旨|초록';
const CITATION = '(?:full\\s+)?citations?|how\\s+to\\s+cite|cite(?:d)?\\s+as|bibliograph(?:y|ie|ía)|references?|literaturverzeichnis|literaturangaben?|quellenangaben?|参考文献|引用';
const ABOUT = 'meta-?data|metadaten|元数据|元資料';
const PARTS = 'contents?|transcript';
// The work itself, kept whole, with headings of its own.
const WHOLE = 'full\\s+(?:document|text|article)(?:\\s+contents?)?|volltext';
// A section that is the reader's by half.
const WITH_COMMENTS = /(?:[&+/,]|\sand|\sund)\s*(?:notes?|comments?|commentary|thoughts?|reflections?|remarks?|questions?|ideas?|takeaways?|notiz\p{L}*|anmerkung\p{L}*|kommentar\p{L}*|gedanken|fragen)\P{L}*$/iu;
// What is told of a work in a line: the name of a field, in a list, in bold letters or before two colons.
const FIELDS = '(?:(?:first|last|series)\\s*)?authors?|editors?|translators?|creators?|(?:full\\s+|sub)?title|categor(?:y|ies)|publication|publisher|journal|book|doi|isbn|issn|url|source|cite-?key|citation\\s+key|item\\s*type|pages|volume|issue|edition|series|(?:date\\s*)?published|date|year|zotero(?:\\s+link)?|pdf';

const titled = (names: string): RegExp => new RegExp(`^[^\\p{L}]*(?:${names})(?:\\s*(?:[&+/,]|and|und)\\s*\\p{L}+)?[^\\p{L}]*$`, 'iu');
const recordTitle = lazily(() => titled([ABSTRACT, CITATION, ABOUT, PARTS].join('|')));
const wholeTitle = lazily(() => titled(WHOLE));
const summaryTitle = lazily(() => titled('(?:ai\\s+)?summary'));
const metadataTitle = lazily(() => titled(ABOUT));
const READWISE = /^\s*[-*+]\s+(?:Author|Full Title|Category):/m;
// A work has headings such as "My life", too.
const OWNED = /(?:^|[^\p{L}])(?:my|own|meine?|eigene)\s.*(?:notes?|thoughts?|comments?|reflections?|takes?|summary|views?|remarks?|questions?|ideas?|notiz|gedanken|anmerkung|kommentar|fragen)/iu;

const SIGNS = '\\s*(?:[-*+]\\s+)?[*_]{0,3}';
const said = lazily(() => new RegExp(`^(?:${SIGNS}(?:${ABSTRACT}|${CITATION}|${WHOLE})[*_]{0,3}\\s*(?:[:：]{1,2}|[—–])|\\s*(?:[-*+]\\s+)?[*_]{2,3}(?:${ABSTRACT}|${CITATION})[.:]?[*_]{2,3})`, 'iu'));
const alone = lazily(() => new RegExp(`^(?:\\s*[-*+]\\s+|\\s*[*_]{2,3})[*_]{0,3}(?:${ABSTRACT}|${CITATION}|${WHOLE})[*_]{0,3}[:：.]{0,2}[*_]{0,3}\\s*$|^\\s*(?:${ABSTRACT}|${CITATION})[:：]{1,2}\\s*$`, 'iu'));
const field = lazily(() => new RegExp(`^\\s*(?:(?:[-*+]\\s+[*_]{0,3}|[*_]{2,3})(?:${FIELDS})[*_]{0,3}:{1,2}|(?:${FIELDS})::)`, 'iu'));
// `Source: I tried this on our ward`; names of works and series have an I in them, too.
const SAYS_I = /(?:^|[^\p{L}.])(?:I|[Ww]e|[Ii]ch|[Ww]ir)\s+\p{Ll}/u;
const IS_NAMED = /^[^:]*(?:title|book|journal|series|publication|publisher)/i;
const ANY_FIELD = /^\s*(?:(?:[-*+]\s+)?[*_]{2,3}[^*_\n]{1,60}[*_]{2,3}\s*(?::|$)|(?:[-*+]\s+)?[*_]{2,3}[^*_\n]{1,60}:{1,2}[*_]{2,3}|[\p{L}][\p{L}\p{N} _-]{0,40}::)/u;
const ITEM = /^\s*(?:[-*+]|\d+[.)])\s/;
const ELSEWHERE = /^\s*(?:>|#{1,6}\s|-{3,}\s*$|\*{3,}\s*$|_{3,}\s*$)/;

const YEAR = /(?:^|\D)(?:1[5-9]|20)\d{2}(?!\d)/;
const NUMBERED = /\bdoi\b|\b10\.\d{4,9}\/\S|\bisbn\b|\barxiv\b/i;
const PAGES = /(?:^|[^\p{L}])(?:pp?|S)\.\s*\d+\s*[–—-]\s*\d+|\d\s*\(\d+\)\s*[,:]\s*\d+|:\s?\d+\s*[–—-]\s*\d+/u;
// A time of day is no number of pages.
const CLOCK = /(?:^|[^\d:])\d{1,2}:[0-5]\d(?![\d])(?:\s*[–—-]\s*\d{1,2}(?::[0-5]\d)?(?!\d))?/g;
const NAME = '\\p{Lu}[\\p{L}.\'’-]*';
const MORE_NAMES = `(?:,?\\s+(?:${NAME}|&|and|und|et|al\\.|eds?\\.|van|von|der|den|de|la|zu)|,?\\s*\\((?:eds?|hrsg)\\.?\\)){0,60}`;
const IN_YEAR = '(?:1[5-9]|20)\\d{2}[a-z]?';
// `(2010).`, `(2010): `, `(2010) *Oars*` or `. 2010.`; behind initials anything may follow `(2010)`.
const DATED = `(?:,?\\s*\\(${IN_YEAR}(?:,[^)]{0,40})?\\)(?:[.:]|,?\\s*["“„«*_])|[.,]?\\s+${IN_YEAR}[.:])`;
const PERSON = `(?:(?:van|von|der|den|de|la|zu)\\s+){0,3}\\p{Lu}[\\p{L}'’-]+(?:\\s\\p{Lu}[\\p{L}'’-]+)?,\\s+(?!(?:I|We|Ich|Wir|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)(?!\\p{L}))`;
const HEAD = '^[^\\p{L}\\p{N}]*(?:\\[?\\d+[\\].]\\s*)?';
const byPerson = lazily(() => new RegExp(`${HEAD}${PERSON}(?:${NAME}${MORE_NAMES}${DATED}|(?:\\p{Lu}\\.[\\s-]?)+${MORE_NAMES}\\s*\\(${IN_YEAR}\\))`, 'u'));
// `Quill, Ada. *Oars*. Oars & Sons, 2010.`
const byPersonDatedLast = lazily(() => new RegExp(`${HEAD}${PERSON}${NAME}${MORE_NAMES}\\s[\\s\\S]{1,300},\\s${IN_YEAR}\\.?\\s*$`, 'u'));
const byInstitution = lazily(() => new RegExp(`${HEAD}${NAME}(?:\\s+(?:of|the|for|and|für|der|des|&|${NAME})){1,10}\\.?\\s*\\(${IN_YEAR}\\)\\.`, 'u'));
// Who writes so speaks for themselves.
const SPEAKS = /(?:^|[^\p{L}.])(?:I(?![.\p{L}])|(?:we|my|me|our|ich|wir|mein\p{L}{0,2}|unser\p{L}{0,2}|je|nous)(?!\p{L}))/iu;
// The longest entry with many authors, and the longest that has no such beginning.
const [LONGEST, LONGEST_UNNAMED] = [100, 60];
// In characters: what is longer is not even looked at.
const LONGEST_TEXT = 1500;
// As tools for PDF files sign what they copied: `* *highlighted by Ann at page 2 on [[a.pdf]]*`.
const SIGNED = /^\s*(?:[-*+]\s+)?([*_])\p{L}[\p{L} ]{0,40}\bby\b.{0,300}\bat page \S+ on .+\1\s*$/u;

/**
 * What of a note about a work only repeats the work or tells of it: sections, paragraphs and fields named for an abstract, a
 * bibliography, metadata or the whole text, and a bibliographic entry above the first heading. A `Summary` is the reader's,
 * but between the list of metadata that Readwise writes and its highlights.
 */
export function recordOfWork(text: string): Span[] {
  const lines = linesOf(text);
  const sections = sectionsOf(text);
  return [...sectionsIn(text, sections), ...labelledIn(lines), ...entriesIn(lines, sections)];
}

/** The lines by which tools sign what they copied out of a PDF file. */
export function signaturesIn(text: string): Span[] {
  return text.includes(' at page ') ? linesOf(text).filter((line) => line.setting === 'prose' && SIGNED.test(line.text)) : [];
}

function sectionsIn(text: string, sections: readonly Section[]): Span[] {
  const found: Span[] = [];
  let [recordTo, readersTo, isWhole, isBehindMetadata] = [0, 0, false, false];
  for (const section of sections) {
    if (saysHighlights(section.title) || (isWhole && OWNED.test(section.title))) [recordTo, isWhole, isBehindMetadata] = [0, false, false];
    if (metadataTitle().test(section.title) && READWISE.test(text.slice(section.bodyFrom, section.ownTo))) isBehindMetadata = true;
    const isWithin = section.from < recordTo;
    if (wholeTitle().test(section.title)) [recordTo, isWhole] = [text.length, true];
    else if ((recordTitle().test(section.title) && !WITH_COMMENTS.test(section.title)) || (isBehindMetadata && summaryTitle().test(section.title))) recordTo = Math.max(recordTo, section.to);
    else if (isWithin && !isWhole && isOfTheReader(section.title)) readersTo = Math.max(readersTo, section.to);
    if (section.from < recordTo && section.from >= readersTo) found.push({ from: section.bodyFrom, to: section.ownTo });
  }
  return found;
}

function labelledIn(lines: readonly Line[]): Span[] {
  return lines.flatMap((line, at): Span[] => {
    if (line.setting !== 'prose') return [];
    if (alone().test(line.text)) return [{ from: line.from, to: endBelow(lines, at, true) }];
    if (said().test(line.text)) return [{ from: line.from, to: endBelow(lines, at, false) }];
    return field().test(line.text) && (IS_NAMED.test(line.text) || !SAYS_I.test(line.text)) ? [line] : [];
  });
}

// Up to the next label, rule, heading or quote, and in a list to the next point; with a label on a line of its own that means
// more than one paragraph.
function endBelow(lines: readonly Line[], at: number, isAlone: boolean): number {
  const first = lines[at] as Line;
  const depth = ITEM.test(first.text) ? indentOf(first.text) : -1;
  let [end, isApart] = [first.to, false];
  for (const line of lines.slice(at + 1)) {
    const isBlank = line.text.trim() === '';
    const isDeeper = depth >= 0 && indentOf(line.text) > depth;
    if (line.setting !== 'prose' || (!isBlank && (ELSEWHERE.test(line.text) || ANY_FIELD.test(line.text) || field().test(line.text) || startsReadersNote(line.text)))) break;
    if (!isBlank && !isDeeper && (ITEM.test(line.text) || (isApart && (!isAlone || depth >= 0)))) break;
    if (isBlank) isApart = true;
    else end = line.to;
  }
  return end;
}

// Paragraphs between a note's title and its next heading that read like entries of a bibliography.
function entriesIn(lines: readonly Line[], sections: readonly Section[]): Span[] {
  const [first, second] = sections;
  const isTitled = first !== undefined && lines.every(({ to, setting, text }) => to > first.from || setting === 'frontmatter' || text.trim() === '');
  const end = (isTitled ? second : first)?.from ?? Infinity;
  return paragraphsOf(lines.filter(({ from }) => from < end))
    .filter(({ text }) => YEAR.test(text) && isEntry(text));
}

// Who writes about a work names years, pages and DOIs, too.
function isEntry(text: string): boolean {
  if (text.length > LONGEST_TEXT) return false;
  const length = text.trim().split(/\s+/).length;
  if (length <= LONGEST && byPerson().test(text)) return true;
  if (length > LONGEST_UNNAMED || SPEAKS.test(text)) return false;
  return byInstitution().test(text) || byPersonDatedLast().test(text) || NUMBERED.test(text) || PAGES.test(text.replace(CLOCK, ' '));
}

function paragraphsOf(lines: readonly Line[]): (Span & { readonly text: string })[] {
  const found: { from: number; to: number; text: string }[] = [];
  let present: (typeof found)[number] | undefined;
  for (const { from, to, text, setting } of lines) {
    if (setting !== 'prose' || text.trim() === '' || ELSEWHERE.test(text)) present = undefined;
    else if (present === undefined || ITEM.test(text)) found.push((present = { from, to, text }));
    else [present.to, present.text] = [to, `${present.text}\n${text}`];
  }
  return found;
}
