import type { Line } from '../note';
import { CITATION, isOfZotero } from './locations';
import { MARK, withoutMark } from './place-mark';
import type { QuotePlace } from './quote-place';

// What an annotation begins and ends with: `“words”`, `*“words”*`, `<mark>words</mark>`, both, or `==words==`.
const MARK_TAG = '<mark\\b[^>\\n]{0,500}>';
const WORDS = [`(?:${MARK_TAG})?[*_]{0,3}[“"„«](?<quoted>[^\\n]+)[”"“»][*_]{0,3}(?:</mark>)?`, `${MARK_TAG}(?<tagged>(?:(?!</mark>)[^\\n]){1,5000})</mark>`, '==(?<marked>(?:(?!==)[^\\n]){1,5000})=='];
// `“words” ([Quill, 2010, p. 12](zotero://…)) ([pdf](zotero://…))`, as Zotero makes a note of annotations; also as a list item.
const ANNOTATIONS = WORDS.map((words) => new RegExp(`^\\s*(?:[-*+]\\s+)?${words}(?:\\s*${CITATION})+(?:${MARK})?`, 'iu'));
// The same with its link on the line below.
const OPEN_ANNOTATIONS = WORDS.map((words) => new RegExp(`^\\s*(?:[-*+]\\s+)?${words}\\s*$`, 'iu'));
const LINK_BELOW = new RegExp(`^\\s*${CITATION}(?:\\s*${CITATION})*(?:${MARK})?`, 'iu');
const CITED = /\[((?:\\.|[^\]\\])*?),\s*(?:\d{4}|n\.\s*d\.)/;
const MARKED = new RegExp(`==(?![\\s=])([^\\n]{0,5000}?[^\\s=])==(?!=)(?:${MARK})?`, 'gu');
const LETTER = /[\p{L}\p{N}]/u;

/**
 * The annotations among a note's lines, as Zotero writes them: words in quotation marks or marked, and behind them or on the
 * next line a link that leads back. What follows on the line is the reader's own remark.
 */
export function annotationsIn(lines: readonly Line[]): QuotePlace[] {
  return lines.flatMap((line, at) => {
    if (line.setting !== 'prose') return [];
    const match = firstOf(ANNOTATIONS, line.text);
    if (match !== undefined) return [annotationAt(line.from, line, match, match[0])];
    const next = lines[at + 1];
    const link = next?.setting === 'prose' && isOfZotero(next.text) ? LINK_BELOW.exec(next.text) : null;
    const open = next === undefined || link === null ? undefined : firstOf(OPEN_ANNOTATIONS, line.text);
    return next === undefined || link === null || open === undefined ? [] : [annotationAt(line.from, next, open, link[0])];
  });
}

/** Whether a line is an annotation of Zotero with the link that leads back. */
export function isAnnotation(line: string): boolean {
  return firstOf(ANNOTATIONS, line) !== undefined;
}

// `end` is what the annotation has of its last line.
function annotationAt(from: number, last: Line, { groups }: RegExpExecArray, end: string): QuotePlace {
  const to = last.from + end.length;
  const text = (groups?.['quoted'] ?? groups?.['tagged'] ?? groups?.['marked'] ?? '').trim();
  return { from, to, ...(to === last.to ? {} : { until: last.to }), read: () => ({ ...citedIn(end), ...withoutMark(end), text }) };
}

function firstOf(patterns: readonly RegExp[], text: string): RegExpExecArray | undefined {
  return patterns.map((pattern) => pattern.exec(text)).find((match) => match !== null) ?? undefined;
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

/** Whoever is cited in the links of an annotation, for notes that name nobody themselves. */
export function citedIn(annotation: string): { citedAuthor?: string } {
  const author = CITED.exec(annotation)?.[1]?.trim();
  return author === undefined || author === '' ? {} : { citedAuthor: author };
}
