import { lazily } from '../base';
import { linesOf, sectionsOf, type Line, type Section, type Span } from '../note';
import { bibliographicEntriesIn } from './bibliographic-entries';
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
const FIELDS = '(?:(?:first|last|series)\\s*)?authors?|editors?|translators?|creators?|(?:full\\s+|sub)?title|categor(?:y|ies)|publication|publisher|journal|book|doi|isbn|issn|url|source|cite-?key|citation\\s+key|item\\s*type|pages|volume|issue|edition|series|(?:date\\s*)?published|date|year|zotero(?:\\s+link)?|pdf|key\\s*words?|collections?';

const titled = (names: string): RegExp => new RegExp(`^[^\\p{L}]*(?:${names})(?:\\s*(?:[&+/,]|and|und)\\s*\\p{L}+)?[^\\p{L}]*$`, 'iu');
const recordTitle = lazily(() => titled([ABSTRACT, CITATION, ABOUT, PARTS].join('|')));
const wholeTitle = lazily(() => titled(WHOLE));
const summaryTitle = lazily(() => titled('(?:ai\\s+)?summary'));
const metadataTitle = lazily(() => titled(ABOUT));
const READWISE = /^\s*[-*+]\s+(?:Author|Full Title|Category):/m;
// A work has headings such as "My life", too.
const OWNED = /(?:^|[^\p{L}])(?:my|own|meine?|eigene)\s.*(?:notes?|thoughts?|comments?|reflections?|takes?|summary|views?|remarks?|questions?|ideas?|notiz|gedanken|anmerkung|kommentar|fragen)/iu;

const SIGNS = '\\s*(?:[-*+]\\s+)?[*_]{0,3}';
const labelWithText = lazily(() => new RegExp(`^(?:${SIGNS}(?:${ABSTRACT}|${CITATION}|${WHOLE})[*_]{0,3}\\s*(?:[:：]{1,2}|[—–])|\\s*(?:[-*+]\\s+)?[*_]{2,3}(?:${ABSTRACT}|${CITATION})[.:]?[*_]{2,3})`, 'iu'));
const labelAlone = lazily(() => new RegExp(`^(?:\\s*[-*+]\\s+|\\s*[*_]{2,3})[*_]{0,3}(?:${ABSTRACT}|${CITATION}|${WHOLE})[*_]{0,3}[:：.]{0,2}[*_]{0,3}\\s*$|^\\s*(?:${ABSTRACT}|${CITATION})[:：]{0,2}\\s*$`, 'iu'));
const fieldOfWork = lazily(() => new RegExp(`^\\s*(?:(?:[-*+]\\s+[*_]{0,3}|[*_]{2,3})(?:${FIELDS})[*_]{0,3}:{1,2}|(?:${FIELDS})::)`, 'iu'));
// `Source: I tried this on our ward`; names of works and series have an I in them, too.
const SAYS_I = /(?:^|[^\p{L}.])(?:I|[Ww]e|[Ii]ch|[Ww]ir)\s+\p{Ll}/u;
const IS_NAMED = /^[^:]*(?:title|book|journal|series|publication|publisher)/i;
const ANY_FIELD = /^\s*(?:(?:[-*+]\s+)?[*_]{2,3}[^*_\n]{1,60}[*_]{2,3}\s*(?::|$)|(?:[-*+]\s+)?[*_]{2,3}[^*_\n]{1,60}:{1,2}[*_]{2,3}|[\p{L}][\p{L}\p{N} _-]{0,40}::)/u;
// The paragraphs of an abstract, as medicine names them.
const PART_OF_ABSTRACT = /^\s*(?:background|context|introduction|importance|objectives?|aims?|purpose|design|setting|participants|patients|interventions?|measurements|methods?|results?|findings|discussion|conclusions?|interpretation|implications?|limitations|hintergrund|fragestellung|ziele?|methoden?|methodik|ergebnisse?|schlussfolgerung(?:en)?)(?:\s(?:and|und|&)\s\S+)?[:.]/i;
const ITEM = /^\s*(?:[-*+]|\d+[.)])\s/;
const ELSEWHERE = /^\s*(?:>|#{1,6}\s|-{3,}\s*$|\*{3,}\s*$|_{3,}\s*$)/;

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
  return [...sectionsIn(text, sections), ...labelledIn(lines), ...bibliographicEntriesIn(lines, sections)];
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
    if (labelAlone().test(line.text)) return [{ from: line.from, to: endBelow(lines, at, true) }];
    if (labelWithText().test(line.text)) return [{ from: line.from, to: endBelow(lines, at, false) }];
    return fieldOfWork().test(line.text) && (IS_NAMED.test(line.text) || !SAYS_I.test(line.text)) ? [line] : [];
  });
}

// Up to the next label, rule, heading or quote, and in a list to the next point; with a label on a line of its own, and where an
// abstract has parts, that means more than one paragraph.
function endBelow(lines: readonly Line[], at: number, isAlone: boolean): number {
  const first = lines[at] as Line;
  const depth = ITEM.test(first.text) ? indentOf(first.text) : -1;
  let [end, isApart] = [first.to, false];
  for (const line of lines.slice(at + 1)) {
    const isBlank = line.text.trim() === '';
    const isDeeper = depth >= 0 && indentOf(line.text) > depth;
    if (line.setting !== 'prose' || (!isBlank && (ELSEWHERE.test(line.text) || ANY_FIELD.test(line.text) || fieldOfWork().test(line.text) || startsReadersNote(line.text)))) break;
    const goesOn = !isApart || (isAlone ? depth < 0 : PART_OF_ABSTRACT.test(line.text));
    if (!isBlank && !isDeeper && (ITEM.test(line.text) || !goesOn)) break;
    isApart = isBlank;
    if (!isBlank) end = line.to;
  }
  return end;
}
