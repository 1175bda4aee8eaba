import type { Steps } from '../base';
import { FenceReader, type OpenFence, type Span } from '../note';
import { codeReadingsOf } from './code-readings';
import { endsHtml, HtmlLines, isDisputedEnd } from './disputed-lines';
import { disputedPlaces, type Place } from './disputed-places';
import { LOOSE_MARKS } from './pattern-parts';
import { unlikelyPlaces } from './unlikely-places';

/** Where a comment may begin or end. */
export interface CommentSign extends Span {
  readonly kind: '%%' | '<!--';
  /** The places it stands in in which some readers look for no comments: whoever knows one of them takes it for no sign. Empty where all readers agree. */
  readonly places: readonly string[];
  /** Those of them that count for some within a comment, too: blocks, unless the comment is one itself. */
  readonly blocks: readonly string[];
  /** Those of them that count within any comment. */
  readonly raw: readonly string[];
  /** Whether it stands where nobody begins a comment: where a link leads, in an address, a value of a tag, a formula, in what may be code, but not first in its line; behind a backslash, or as four signs and more. */
  readonly isUnlikely: boolean;
  /** Whether it begins its line, so that the comment is a block. */
  readonly beginsLine: boolean;
  /** Whether it stands in a code span for every reader, so that it is a sign only where a comment began above. */
  readonly isCode: boolean;
}

/** A line of a text, and what may be comments in it. */
export interface SignedLine extends Span {
  /** The fence it belongs to for who knows of no comments; its signs count only where that one began in a comment. */
  readonly fence: OpenFence | undefined;
  readonly signs: readonly CommentSign[];
}

interface Line extends Span {
  readonly fence: OpenFence | undefined;
  /** Whether some readers take the fence for ended above. */
  readonly isEnded: boolean;
  readonly isIndentedCode: boolean;
  readonly isBlank: boolean;
}

const SIGN = /%%+|<!--/g;
/** Nobody writes a longer paragraph: there, nothing is said to be code. */
const LONGEST = 20_000;
/** So far before a sign it is looked for backslashes, and for the marks of quotes and items. */
const LOOK_BACK = 200;
const LINE_START = new RegExp(`${LOOSE_MARKS}$`);
// Four columns behind the marks of quotes, or behind the mark of an item; how many belong to a list, readers see differently.
const INDENTED = /^[ \t]*(?:>[ \t]?)*(?: {4}| {0,3}\t)|^[\s>]*(?:[-*+]|\d{1,9}[.)])(?: {5}| {0,4}\t)/;

/** The lines of a text with the signs of comments in them, in steps: a paragraph with code each, and a kind of places each. */
export function* signingLines(text: string): Steps<SignedLine[]> {
  const lines = linesOf(text);
  yield;
  const open = lines.map(({ from, to, fence }) => (fence === undefined ? text.slice(from, to) : ' '.repeat(to - from))).join('\n');
  const signs = [...text.matchAll(SIGN)].map(({ index, 0: sign }): Found => ({ from: index, to: index + sign.length, sign, places: [], blocks: [], raw: [], isUnlikely: false, isCode: false }));
  yield;
  yield* addingCode(open, signs);
  const comments = htmlComments(open, signs.filter(({ sign, isCode, from }) => sign === '<!--' && !isCode && open[from] === '<'));
  if (text.includes('%%')) {
    addPlaces(signs, [...(yield* disputedPlaces(open)), ...indentedCode(lines), ...comments]);
    for (const { from, to } of yield* unlikelyPlaces(open)) for (const sign of within(signs, from, to)) sign.isUnlikely = true;
  }
  let at = 0;
  return lines.map(({ from, to, fence, isEnded }) => {
    const own: CommentSign[] = [];
    for (let sign = signs[at]; sign !== undefined && sign.from < to; sign = signs[++at]) own.push(signOf(sign, text.slice(Math.max(from, sign.from - LOOK_BACK), sign.from), fence !== undefined));
    return { from, to, fence: isEnded ? undefined : fence, signs: own };
  });
}

interface Found extends Span {
  readonly sign: string;
  readonly places: string[];
  readonly blocks: string[];
  readonly raw: string[];
  isUnlikely: boolean;
  isCode: boolean;
}

function signOf({ from, to, sign, places, blocks, raw, isUnlikely, isCode: isInSpan }: Found, before: string, isInFence: boolean): CommentSign {
  const isCode = isInSpan && !isInFence;
  const beginsLine = LINE_START.test(before);
  if (sign === '<!--') return { from, to, kind: sign, places, blocks, raw, isUnlikely: isUnlikely && !beginsLine, isCode, beginsLine };
  // Four percent signs are a comment without words, or one sign, or none; three are a sign with or without the first.
  const more = [...(isInFence ? [`fence ${from}`] : []), ...(sign.length > 3 ? [`run ${from}`] : [])];
  const isEscaped = sign.length === 2 && (/\\+$/.exec(before)?.[0].length ?? 0) % 2 === 1;
  return { from, to, kind: '%%', places: [...places, ...more, ...(isEscaped ? [`escaped ${from}`] : [])], blocks: [...blocks, ...more], raw: [...raw, ...more], isUnlikely: (isUnlikely && !beginsLine) || isEscaped || sign.length > 3, isCode, beginsLine };
}

function linesOf(text: string): Line[] {
  const fences = new FenceReader(true);
  const lines: Line[] = [];
  let from = 0;
  let last: OpenFence | undefined;
  const html = new HtmlLines();
  let [isEnded, isInHtml, isInFormula, mayBeCode] = [false, false, false, true];
  for (const line of text.split('\n')) {
    const fence = fences.read(line.replace(/\r$/, ''));
    const isBlank = line.trim() === '';
    // Code by its indentation begins behind an empty line.
    const isIndentedCode = fence === undefined && mayBeCode && !isBlank && INDENTED.test(line);
    mayBeCode = fence === undefined && (isBlank || isIndentedCode);
    if (fence !== last) [isEnded, isInHtml] = [isInFormula, html.isHtml || html.isRaw];
    html.read(line, fence !== undefined);
    if (fence === undefined) isInFormula = leavesFormulaOpen(line, isInFormula);
    lines.push({ from, to: from + line.length, fence, isEnded, isIndentedCode, isBlank });
    isEnded ||= fence !== undefined && ((fence === last && isDisputedEnd(line)) || (isInHtml && endsHtml(line)));
    last = fence;
    from += line.length + 1;
  }
  return lines;
}

// `$$` at the start of a line begins a formula that goes on over whatever follows.
function leavesFormulaOpen(line: string, isOpen: boolean): boolean {
  const signs = isOpen || /^[\s>]*\$\$/.test(line) ? (line.match(/\$\$/g) ?? []).length : 0;
  return isOpen !== (signs % 2 === 1);
}

// Lines that follow each other, with empty ones between them, are one place.
function indentedCode(lines: readonly Line[]): Place[] {
  const places: { from: number; to: number; kind: 'block' }[] = [];
  let goesOn = false;
  for (const { from, to, fence, isIndentedCode, isBlank } of lines) {
    const last = places.at(-1);
    if (isIndentedCode && goesOn && last !== undefined) last.to = to;
    else if (isIndentedCode) places.push({ from, to, kind: 'block' });
    goesOn = isIndentedCode || (goesOn && isBlank && fence === undefined);
  }
  return places;
}

function htmlComments(text: string, openings: readonly Found[]): Place[] {
  const places: Place[] = [];
  let behind = 0;
  for (const { from } of openings) {
    if (from < behind) continue;
    const end = text.indexOf('-->', from + 4);
    if (end < 0) break;
    behind = end + 3;
    places.push({ from: from + 1, to: end, kind: 'raw' });
  }
  return places;
}

function* addingCode(text: string, signs: readonly Found[]): Steps<void> {
  if (!text.includes('`')) return;
  let start = 0;
  for (const paragraph of text.split(/\n(?=[ \t]*\n)/)) {
    const own = paragraph.includes('`') ? within(signs, start, start + paragraph.length) : [];
    const readings = own.length > 0 && paragraph.length < LONGEST ? codeReadingsOf(paragraph) : [];
    if (own.length > 0 && readings.length === 0) for (const sign of own) sign.places.push(`code ${sign.from}`);
    const isCode = new Map(own.map((sign) => [sign, 0]));
    for (const spans of readings) {
      for (const { from, to } of spans) {
        for (const sign of within(own, start + from, start + to)) {
          isCode.set(sign, (isCode.get(sign) ?? 0) + 1);
          const key = `code ${start + from}-${start + to}`;
          if (sign.places.at(-1) !== key && !sign.places.includes(key)) sign.places.push(key);
          sign.isUnlikely = true;
        }
      }
    }
    if (own.length > 0) yield;
    for (const sign of own) sign.isCode = readings.length > 0 && isCode.get(sign) === readings.length;
    start += paragraph.length + 1;
  }
}

function addPlaces(signs: readonly Found[], places: readonly Place[]): void {
  places.forEach(({ from, to, kind, isUnlikely }, at) => {
    for (const sign of within(signs, from, to)) {
      sign.places.push(String(at));
      if (kind !== 'inline') sign.blocks.push(String(at));
      if (isUnlikely === true) sign.isUnlikely = true;
      if (kind === 'raw') sign.raw.push(String(at));
    }
  });
}

function within(signs: readonly Found[], from: number, to: number): readonly Found[] {
  const start = firstAt(signs, from);
  let end = start;
  while ((signs[end]?.from ?? Number.POSITIVE_INFINITY) < to) end++;
  return signs.slice(start, end);
}

// The first sign that begins at a place, or behind it.
function firstAt(signs: readonly Found[], from: number): number {
  let [low, high] = [0, signs.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((signs[middle]?.from ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  return low;
}
