import type { Line } from '../note';
import { MARK, withoutMark } from './place-mark';
import type { QuotePlace } from './quote-place';

// Parts have a longest length, so that a line of nothing but beginnings is read in time in proportion to it.
/** The source of a regular expression for a link that leads back to Zotero. */
export const CITATION = '\\(?\\[(?:\\\\.|[^\\]\\\\\\n]){0,500}\\]\\(zotero:\\/\\/[^()\\s]{0,2000}\\)\\)?';
const CITATIONS = new RegExp(`\\s{0,20}${CITATION}`, 'giu');
// `“words” ([Quill, 2010, p. 12](zotero://…)) ([pdf](zotero://…))`, as Zotero makes a note of annotations; also as a list item.
const ANNOTATION = new RegExp(`^\\s*(?:[-*+]\\s+)?(?:<mark\\b[^>\\n]*>)?[“"„«]([^\\n]+)[”"“»](?:</mark>)?(?:\\s*${CITATION})+(?:${MARK})?`, 'iu');
const CITED = /\[((?:\\.|[^\]\\])*?),\s*(?:\d{4}|n\.\s*d\.)/;
const MARKED = new RegExp(`==(?![\\s=])([^\\n]{0,5000}?[^\\s=])==(?!=)(?:${MARK})?`, 'gu');
const LETTER = /[\p{L}\p{N}]/u;

/** Whether a text has annotations of Zotero, known by the links that lead back there. */
export function isOfZotero(text: string): boolean {
  return text.includes('](zotero://');
}

/** Words without the links that lead from an annotation back to Zotero. */
export function withoutCitations(text: string): string {
  return isOfZotero(text) ? text.replace(CITATIONS, '').trim() : text;
}

/** The annotations among a note's lines, one on each, as Zotero writes them. What follows on the line is the reader's own remark. */
export function annotationsIn(lines: readonly Line[]): QuotePlace[] {
  return lines.flatMap((line) => {
    const match = line.setting === 'prose' ? ANNOTATION.exec(line.text) : null;
    if (match === null) return [];
    const [whole, text = ''] = match;
    const to = line.from + whole.length;
    return [{ from: line.from, to, ...(to === line.to ? {} : { until: line.to }), read: () => ({ ...citedIn(whole), ...withoutMark(whole), text: text.trim() }) }];
  });
}

/** The words marked with `==` within the lines of a clipped page; code spans hold none. */
export function markedWordsIn(lines: readonly Line[]): QuotePlace[] {
  return lines.flatMap((line) => (line.setting !== 'prose' || !line.text.includes('==') ? [] : markedIn(line)));
}

function markedIn({ from, text }: Line): QuotePlace[] {
  return [...text.matchAll(MARKED)].flatMap((match): QuotePlace[] => {
    const [whole, said = ''] = match;
    const isInCode = (text.slice(0, match.index).split('`').length - 1) % 2 === 1;
    if (isInCode || !LETTER.test(said)) return [];
    const start = from + match.index;
    return [{ from: start, to: start + whole.length, isInline: true, read: () => ({ ...withoutMark(whole), text: said.trim() }) }];
  });
}

// Whoever is cited, where the note itself names nobody.
function citedIn(annotation: string): { citedAuthor?: string } {
  const author = CITED.exec(annotation)?.[1]?.trim();
  return author === undefined || author === '' ? {} : { citedAuthor: author };
}
