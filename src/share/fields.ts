import { lazily } from '../base';
import { codeSpansOf, type Span } from '../note';
import type { Hold } from './redaction';

// A key may begin with letters, digits, `_` and emoji; further on it may also have marks, blanks, `/` and `-`.
const EMOJI = String.raw`\p{Extended_Pictographic}\p{Emoji_Presentation}`;
const FIRST = String.raw`\p{L}\p{N}_${EMOJI}`;
const LATER = String.raw`${FIRST}\p{M}\p{Join_Control}\s\u{E0020}-\u{E007F}\/\-`;
/** Before `::` as Dataview reads it: signs of whatever kind, the key, the signs that end an emphasis. */
const key = lazily(() => new RegExp(String.raw`^[^${FIRST}]*[${FIRST}][${LATER}]*(?:[*~\u0060][_*~\u0060]*)?$`, 'u'));
/** The same with dots, emphasis and highlights within the key: with a blank behind `::` nobody means anything else. */
const looseKey = lazily(() => new RegExp(String.raw`^[^${FIRST}]*[${FIRST}][${LATER}.*~=\u0060]*$`, 'u'));
const ITEM = /^[\s>]*(?:[-*+]|\d{1,9}[.)])(?:\s|$)/;
const HEADING = /^[\s>]*#{1,6}(?:\s|$)/;
/** The marks of items and tasks, of footnotes and callouts before what a line says. */
const LINE_MARKS = /^(?:[\s>]*(?:(?:[-*+]|\d{1,9}[.)])\s+(?:\[[^\]\n]?\]\s*)?|\[\^[^\]\n]+\]:\s*|\[![^\]\n]+\][+-]?\s*))*/;
const WEB_DESTINATION = /\]\(\s*<?((?:https?:\/\/|mailto:|tel:)[^\s<>()]*(?:\([^\s<>()]*\)[^\s<>()]*)*)/gi;

/**
 * Lines without those that are a field (`key:: value`), as Dataview reads them: whatever signs come first, the line is
 * one if a key stands before its first `::`. In a list item the lines that go on below belong to the value. A `::` in a
 * code span is code.
 */
export function withoutLineFields(lines: readonly string[], hold: Hold): string[] {
  return unitsOf(lines).flatMap(({ lines: unit, isDoubtful }) => {
    const field = unit.findIndex((line) => isLineField(line, isDoubtful));
    if (field < 0) return unit;
    hold('field', unit.slice(field).join('\n'));
    return unit.slice(0, field);
  });
}

/** A text without its fields in brackets: `[key:: value]` and `(key:: value)`, with any brackets within the value. */
export function withoutInlineFields(text: string, hold: Hold): string {
  if (!text.includes('::')) return text;
  return unitsOf(text.split('\n')).map(({ lines, isDoubtful }) => {
    const unit = lines.join('\n');
    let [kept, from] = ['', 0];
    for (const field of inlineFieldsIn(unit, isDoubtful)) {
      kept += unit.slice(from, field.from) + hold('field', unit.slice(field.from, field.to));
      from = field.to;
    }
    return kept + unit.slice(from);
  }).join('\n');
}

/**
 * Lines without the fields in brackets that reach over several of them. Dataview reads them line by line, but who opened a
 * bracket means what stands in it, up to its pair in the same paragraph; one that nothing closes takes no other line along.
 */
export function withoutFieldsOverLines(lines: readonly string[], hold: Hold): string[] {
  if (!lines.some((line) => line.includes('::'))) return [...lines];
  return paragraphsOf(lines).flatMap((paragraph) => {
    if (paragraph.length === 1) return paragraph;
    const text = paragraph.join('\n');
    const isDoubtful = text.includes('`') && (codeSpansOf(text).isOpen || paragraph.some((line) => codeSpansOf(line).isOpen));
    let [kept, from] = ['', 0];
    for (const field of inlineFieldsIn(text, isDoubtful)) {
      const shown = text.slice(field.from, field.to);
      if (!shown.includes('\n')) continue;
      kept += text.slice(from, field.from) + hold('field', shown);
      from = field.to;
    }
    return (kept + text.slice(from)).split('\n');
  });
}

function paragraphsOf(lines: readonly string[]): string[][] {
  const paragraphs: string[][] = [];
  let goesOn = false;
  for (const line of lines) {
    const isEmpty = /^[\s>]*$/.test(line);
    if (goesOn && !isEmpty && !ITEM.test(line) && !HEADING.test(line)) paragraphs.at(-1)?.push(line);
    else paragraphs.push([line]);
    goesOn = !isEmpty && !HEADING.test(line);
  }
  return paragraphs;
}

/** Lines that are read together: a list item's until an empty line or the next item, heading or quote, any others one by one. */
interface Unit {
  readonly lines: string[];
  /** Whether a line above left a code span open, so that backticks here may close instead of open. */
  readonly isDoubtful: boolean;
}

function unitsOf(lines: readonly string[]): Unit[] {
  const units: Unit[] = [];
  let item: string[] | undefined;
  let isDoubtful = false;
  for (const line of lines) {
    const begins = ITEM.test(line);
    if (line.trim() === '' || begins || HEADING.test(line)) [item, isDoubtful] = [undefined, false];
    if (item !== undefined && quoteDepth(line) <= quoteDepth(item[0] ?? '')) {
      item.push(line);
      continue;
    }
    item = undefined;
    const unit = { lines: [line], isDoubtful };
    units.push(unit);
    if (begins) item = unit.lines;
    else if (line.includes('`')) isDoubtful ||= codeSpansOf(line).isOpen;
  }
  return units;
}

function quoteDepth(line: string): number {
  return (/^[\s>]*/.exec(line)?.[0] ?? '').replace(/\s/g, '').length;
}

function isLineField(line: string, isDoubtful: boolean): boolean {
  const at = line.indexOf('::');
  if (at < 0) return false;
  const before = line.slice(LINE_MARKS.exec(line)?.[0].length ?? 0, at);
  if (!looseKey().test(before) || !(/^(?:\s|$)/.test(line.slice(at + 2, at + 3)) || key().test(before))) return false;
  const within = ({ from, to }: Span): boolean => from <= at && at < to;
  return !codeIn(line, isDoubtful).some(within) && !inlineFieldsIn(line, isDoubtful).some(within);
}

function codeIn(text: string, isDoubtful: boolean): readonly Span[] {
  return isDoubtful ? [] : codeSpansOf(text).spans;
}

/** A bracket that was opened. One behind a backslash may open a field, but pairs with nothing. */
interface Opened {
  readonly from: number;
  readonly isEscaped: boolean;
  isField: boolean;
}

// One pass: a key reaches from an opening bracket to the first `::`, with no bracket in between; the bracket's pair ends the value.
function inlineFieldsIn(text: string, isDoubtful: boolean): Span[] {
  if (!text.includes('::')) return [];
  const skipped = [...codeIn(text, isDoubtful), ...[...text.matchAll(WEB_DESTINATION)].map((match) => ({ from: match.index, to: match.index + match[0].length }))]
    .sort((left, right) => left.from - right.from);
  const open = { '[': [] as Opened[], '(': [] as Opened[] };
  const fields: Span[] = [];
  let key: Opened | undefined;
  let skip = 0;
  let isEscaped = false;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    if (sign === '[' || sign === '(') {
      key = { from: at, isEscaped, isField: false };
      open[sign].push(key);
    } else if (sign === ']' || sign === ')') {
      key = undefined;
      if (!isEscaped) fields.push(...closed(open[sign === ']' ? '[' : '('], at + 1));
    } else if (sign === ':' && text[at + 1] === ':') {
      while ((skipped[skip]?.to ?? Number.POSITIVE_INFINITY) <= at) skip++;
      const isSkipped = (skipped[skip]?.from ?? Number.POSITIVE_INFINITY) <= at;
      if (!isSkipped) {
        if (key !== undefined) key.isField = true;
        key = undefined;
      }
      at++;
    }
    isEscaped = sign === '\\' && !isEscaped;
  }
  return joined(fields);
}

// The fields that a closing bracket ends: of all escaped brackets before the one that it pairs with, and of that one.
function closed(open: Opened[], to: number): Span[] {
  const fields: Span[] = [];
  for (let last = open.pop(); last !== undefined; last = open.pop()) {
    if (last.isField) fields.push({ from: last.from, to });
    if (!last.isEscaped) break;
  }
  return fields;
}

// What lies within another field goes with it; what reaches out of it goes as well.
function joined(fields: Span[]): Span[] {
  const spans: { from: number; to: number }[] = [];
  for (const { from, to } of fields.sort((left, right) => left.from - right.from)) {
    const last = spans.at(-1);
    if (last !== undefined && from < last.to) last.to = Math.max(last.to, to);
    else spans.push({ from, to });
  }
  return spans;
}
