import { sectionsOf, type Line, type Span } from '../note';
import { saysWords } from './annotation-block';
import { isOfTheReader } from './highlight-sections';
import { indentOf } from './indent';
import { CITATION } from './locations';
import { citedIn } from './marked-words';
import { MARK, withoutMark } from './place-mark';
import type { QuotePlace } from './quote-place';
import { startsReadersNote } from './readers-note';

const ANNOTATIONS = /(?:^|[^\p{L}])annotation(?:s|en)?(?:$|[^\p{L}])/iu;
const LINKS = new RegExp(`${CITATION}(?:\\s{0,20}${CITATION}){0,20}`, 'u');
const INTO_THE_WORK = '](zotero://open';
const MARK_BEHIND = new RegExp(`^${MARK}`, 'u');
const ITEM = /^\s*(?:[-*+]|\d+[.)])\s+/;
const ELSEWHERE = /^\s*(?:>|\||#{1,6}\s|-{3,}\s*$|\*{3,}\s*$|_{3,}\s*$)/;
// `(p. 12)` beside the link.
const PAGE = /\s*\(\s*(?:pp?|page|S)\.?\s*[\divxlc–-]{1,20}\s*\)\s*$/iu;
// A picture is no words.
const EMBED = /!\[\[[^\]\n]*\]\]|!\[[^\]\n]*\]\([^)\n]*\)/g;
const JOINT = /^[\s:–—-]+/u;

/**
 * The annotations below a heading that says "Annotations", where no sign sets the words of the work apart: each line with a
 * link into the work is one. Where others (`signed`) have quotation marks, a colour or a block, such a line is a comment; so
 * is what begins with a label, or stands deeper below an annotation.
 */
export function plainAnnotationsIn(text: string, lines: readonly Line[], signed: readonly Span[]): QuotePlace[] {
  let [at, sign] = [0, 0];
  return familiesOf(text).flatMap(({ from, to, parts }) => {
    while ((signed[sign]?.from ?? Infinity) < from) sign++;
    if ((signed[sign]?.from ?? Infinity) < to) return [];
    return parts.flatMap((part) => {
      while ((lines[at]?.from ?? Infinity) < part.from) at++;
      const start = at;
      while ((lines[at]?.from ?? Infinity) < part.to) at++;
      return annotationsOf(lines.slice(start, at));
    });
  });
}

// Each section that says "Annotations", and those below it but for the reader's.
function familiesOf(text: string): (Span & { parts: Span[] })[] {
  const families: (Span & { parts: Span[] })[] = [];
  let readersTo = 0;
  for (const section of sectionsOf(text)) {
    const family = families.at(-1);
    const isWithin = family !== undefined && section.from < family.to;
    if (isOfTheReader(section.title)) readersTo = Math.max(readersTo, section.to);
    if (section.from < readersTo) continue;
    const part = { from: section.bodyFrom, to: section.ownTo };
    if (isWithin) family.parts.push(part);
    else if (ANNOTATIONS.test(section.title)) families.push({ from: section.from, to: section.to, parts: [part] });
  }
  return families;
}

function annotationsOf(lines: readonly Line[]): QuotePlace[] {
  const found: QuotePlace[] = [];
  // The depth of the annotation above, and the line with which the present paragraph begins.
  let [depth, start]: [number, number | undefined] = [Infinity, undefined];
  for (const [at, { text, setting }] of lines.entries()) {
    if (setting !== 'prose' || text.trim() === '' || ELSEWHERE.test(text)) {
      start = undefined;
      if (text.trim() !== '') depth = Infinity;
      continue;
    }
    if (start === undefined || ITEM.test(text)) start = at;
    if (indentOf(text) <= depth) depth = Infinity;
    if (!text.includes(INTO_THE_WORK)) continue;
    const first = lines[start]?.text ?? '';
    const annotation = depth === Infinity ? annotationAt(lines.slice(start, at + 1)) : undefined;
    if (annotation !== undefined) found.push(annotation);
    if (annotation !== undefined && ITEM.test(first)) depth = indentOf(first);
    start = undefined;
  }
  return found;
}

// The words stand before the links or, where nothing stands there, behind them.
function annotationAt(said: readonly Line[]): QuotePlace | undefined {
  const [first, last] = [said[0] as Line, said.at(-1) as Line];
  const links = LINKS.exec(last.text);
  if (links === null || said.some(({ text }) => startsReadersNote(text))) return undefined;
  const above = said.slice(0, -1).map(({ text }) => text);
  const before = [...above, last.text.slice(0, links.index)].join('\n').replace(ITEM, '').replace(PAGE, '').trim();
  const after = last.text.slice(links.index + links[0].length);
  if (saysWords(before.replace(EMBED, ''))) {
    const to = last.from + links.index + links[0].length + (MARK_BEHIND.exec(after)?.[0].length ?? 0);
    return { from: first.from, to, ...(to === last.to ? {} : { until: last.to }), read: () => ({ ...citedIn(links[0]), ...withoutMark(last.text.slice(0, to - last.from)), text: before }) };
  }
  const behind = withoutMark(after.replace(JOINT, '').trimEnd());
  // Below a paragraph with the words, this may be its link with a remark.
  if (!ITEM.test(first.text) || !saysWords(behind.text.replace(EMBED, '')) || startsReadersNote(behind.text)) return undefined;
  return { from: first.from, to: last.to, read: () => ({ ...citedIn(links[0]), ...behind, text: behind.text.trim() }) };
}
