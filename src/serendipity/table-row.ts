import type { Line } from '../note';

/** What a line of a quote or a callout begins with. */
const MARGIN = /^[ \t>]+/;
/** Strokes make a line of dashes the second one of a table; without any it makes a heading of the line above. */
const RULE = /^(?:\|[ \t]*:?-+:?[ \t]*|\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t:-]*)+)$/;
/** A heading, an item of a list, or a line across the page. */
const OTHER_BLOCK = /^(?:#{1,6}(?:[ \t]|$)|[-*+](?:[ \t]|$)|\d{1,9}[.)](?:[ \t]|$)|(?:[-*_][ \t]*){3,}$)/;

function marginOf({ text }: Line): string {
  return MARGIN.exec(text)?.[0] ?? '';
}

function withoutMargin(line: Line): string {
  return line.text.slice(marginOf(line).length);
}

function quotesOf(line: Line): number {
  return marginOf(line).split('>').length - 1;
}

/** Whether a line is the second one of a table, also of one in a quote or a callout. */
export function isTableRule(line: Line): boolean {
  return line.setting === 'prose' && RULE.test(withoutMargin(line));
}

/** Whether a table that stands above a line, in so many quotes, goes on with it. */
function goesOn(line: Line, quotes: number): boolean {
  const text = withoutMargin(line);
  return line.setting === 'prose' && text.trim() !== '' && !OTHER_BLOCK.test(text) && quotesOf(line) === quotes;
}

/** Whether the line at a place can be the first one of a table: it is not blank, and the table's second line stands right below it, in the same quotes. */
function isTableHead(lines: readonly Line[], at: number): boolean {
  const [head, rule] = [lines[at], lines[at + 1]];
  if (head === undefined || rule === undefined || !isTableRule(rule)) return false;
  return head.setting === 'prose' && withoutMargin(head).trim() !== '' && quotesOf(head) === quotesOf(rule);
}

/**
 * Whether the line at a place is a row of a table: its first one, or one below its second line with nothing between that ends a table, as a
 * blank line, a heading, an item or the end of a quote do.
 */
export function isTableRow(lines: readonly Line[], at: number): boolean {
  const row = lines[at];
  if (row === undefined) return false;
  if (isTableHead(lines, at)) return true;
  const quotes = quotesOf(row);
  for (let place = at; place > 0; place--) {
    const line = lines[place];
    if (line === undefined) return false;
    if (isTableRule(line) && isTableHead(lines, place - 1)) return quotesOf(line) === quotes;
    if (!goesOn(line, quotes)) return false;
  }
  return false;
}

/** Where words go in a row at the latest: into its last cell, behind what that holds. `text.length` where no stroke ends the row. */
export function endOfRow(text: string): number {
  const whole = text.trimEnd();
  const stroke = whole.length - 1;
  if (!isStroke(whole, stroke)) return text.length;
  const rest = whole.slice(0, stroke);
  const words = rest.trimEnd();
  // The stroke that begins a row ends no cell.
  if (words.replace(MARGIN, '') === '') return text.length;
  return isStroke(words, words.length - 1) ? Math.min(words.length + 1, stroke) : words.length;
}

function isStroke(text: string, at: number): boolean {
  let start = at;
  while (text[start - 1] === '\\') start--;
  return text[at] === '|' && (at - start) % 2 === 0;
}
