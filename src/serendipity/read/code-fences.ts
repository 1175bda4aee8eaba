import { BACKTICK, CLOSE, GREATER, NEWLINE, SPACE, TILDE } from './ascii-units';
import { nextLine } from './passing-over';

const TAB = 9, RETURN = 13, STAR = 42, PLUS = 43, DASH = 45, DOT = 46, ZERO = 48, NINE = 57;
const TAB_WIDTH = 4;
/** A fence may be indented by so much within what it stands in; further in, it is a part of code or of a paragraph. */
const FREE_INDENT = 3;
const LONGEST_NUMBER = 9;

/** Follows code fences and the items of lists that they may stand in from line to line, as CommonMark 4.5 and 5.2 have them. */
export class CodeFences {
  /** The columns at which the text of the open items begins, the innermost last. */
  private readonly items: number[] = [];

  begin(): void {
    this.items.length = 0;
  }

  /** Over the block of code that opens in the line from `from`, whose text begins at `at` behind blanks and quote marks; -1 where none opens. */
  after(text: string, from: number, at: number, end: number): number {
    const unit = text.charCodeAt(at);
    if (at >= end || unit === NEWLINE || unit === RETURN) return -1;
    const { items } = this;
    const behind = afterItemMarks(text, at);
    if (items.length === 0 && behind === at && unit !== BACKTICK && unit !== TILDE) return -1;
    const margin = behindQuotes(text, from, at);
    const indent = columnOf(text, margin, at);
    while (items.length > 0 && (items.at(-1) as number) > indent) items.pop();
    if (behind > at) items.push(columnOf(text, margin, behind));
    const item = items.at(-1) ?? 0;
    const column = columnOf(text, margin, behind);
    if (column - item > FREE_INDENT || !opensFence(text, behind)) return -1;
    return afterFence(text, behind, end, { quotes: quotesIn(text, from, margin), item, column });
  }
}

/** Whether three or more backticks or tildes stand there, and not backticks that are closed in the same line: those are a code span. */
export function opensFence(text: string, at: number): boolean {
  const mark = text.charCodeAt(at);
  if (mark !== BACKTICK && mark !== TILDE) return false;
  if (text.charCodeAt(at + 1) !== mark || text.charCodeAt(at + 2) !== mark) return false;
  if (mark === TILDE) return true;
  let behind = at;
  while (text.charCodeAt(behind) === BACKTICK) behind++;
  for (; behind < text.length; behind++) {
    const unit = text.charCodeAt(behind);
    if (unit === BACKTICK) return false;
    if (unit === NEWLINE) break;
  }
  return true;
}

/** Behind the marks of list items, one in another, with the blanks after them; `at` where there are none. */
export function afterItemMarks(text: string, at: number): number {
  for (let from = at; ;) {
    let behind = from;
    const unit = text.charCodeAt(from);
    if (unit === DASH || unit === STAR || unit === PLUS) behind++;
    else if (unit >= ZERO && unit <= NINE) {
      while (behind - from < LONGEST_NUMBER && text.charCodeAt(behind) >= ZERO && text.charCodeAt(behind) <= NINE) behind++;
      const point = text.charCodeAt(behind++);
      if (point !== DOT && point !== CLOSE) return from;
    } else return from;
    if (!isBlank(text.charCodeAt(behind))) return from;
    while (isBlank(text.charCodeAt(behind))) behind++;
    from = behind;
  }
}

interface Place {
  readonly quotes: number;
  readonly item: number;
  readonly column: number;
}

/** Over the block whose fence stands at `from`: to behind the line that closes it, or to where the quote or the item that it stands in ends. */
function afterFence(text: string, from: number, end: number, { quotes, item, column }: Place): number {
  const mark = text.charCodeAt(from);
  let length = 3;
  while (text.charCodeAt(from + length) === mark) length++;
  for (let line = nextLine(text, from, end); line < end; line = nextLine(text, line, end)) {
    const margin = behindQuotes(text, line, end, quotes);
    if (quotesIn(text, line, margin) < quotes) return line;
    let at = margin;
    while (isBlank(text.charCodeAt(at))) at++;
    const unit = text.charCodeAt(at);
    if (unit === NEWLINE || unit === RETURN) continue;
    const indent = columnOf(text, margin, at);
    if (indent < item) return line;
    if (unit === mark && indent - column <= FREE_INDENT && closes(text, at, mark, length)) return nextLine(text, at, end);
  }
  return end;
}

function closes(text: string, from: number, mark: number, length: number): boolean {
  let at = from;
  while (text.charCodeAt(at) === mark) at++;
  if (at - from < length) return false;
  let unit = text.charCodeAt(at);
  while (isBlank(unit) || unit === RETURN) unit = text.charCodeAt(++at);
  return unit === NEWLINE || at >= text.length;
}

function isBlank(unit: number): boolean {
  return unit === SPACE || unit === TAB;
}

/** Behind the quote marks (at most `most`) at the beginning of a line and the blank that belongs to the last of them. */
function behindQuotes(text: string, from: number, to: number, most = Infinity): number {
  let behind = from;
  let quotes = 0;
  for (let at = from; at < to && quotes < most; at++) {
    const unit = text.charCodeAt(at);
    if (unit === GREATER) {
      behind = at + 1;
      quotes++;
    } else if (!isBlank(unit)) break;
  }
  return behind > from && text.charCodeAt(behind) === SPACE ? behind + 1 : behind;
}

function quotesIn(text: string, from: number, to: number): number {
  let quotes = 0;
  for (let at = from; at < to; at++) if (text.charCodeAt(at) === GREATER) quotes++;
  return quotes;
}

/** How many columns [from, to) takes; a tab goes on to the next multiple of four. */
function columnOf(text: string, from: number, to: number): number {
  let column = 0;
  for (let at = from; at < to; at++) column += text.charCodeAt(at) === TAB ? TAB_WIDTH - (column % TAB_WIDTH) : 1;
  return column;
}
