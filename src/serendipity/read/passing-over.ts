// Where reading goes on after something that is no word. All give a place in the text. Only a search for a line, a mark or a fence may end behind `end` in a longer text.
import { ASCII_WORD, BANG, BRACKET_END, CLOSE, GREATER, LESS, NEWLINE, PIPE, SEMICOLON, SLASH, SPACE, asciiKinds } from './ascii-units';

/** A link, an address, a tag of HTML that is longer is none. */
export const LONGEST_LINK = 600;
const TAB = 9, DASH = 45;
const LONGEST_ELISION = 3;
const LONGEST_SHORT = 24;
const FIRST_SPECIAL_PUNCTUATION = 0x2000;

function isWord(unit: number): boolean {
  return asciiKinds[unit] === ASCII_WORD;
}

/** The beginning of the next line, which may lie behind `end` in a longer text. */
export function nextLine(text: string, from: number, end: number): number {
  const newline = text.indexOf('\n', from);
  return newline < 0 ? end : newline + 1;
}

/** Over a block of code that is fenced by three or more of `mark`, which stand at `from`. */
export function afterFence(text: string, from: number, end: number, mark: number): number {
  let length = 3;
  while (text.charCodeAt(from + length) === mark) length++;
  for (let at = nextLine(text, from, end); at < end; at = nextLine(text, at, end)) {
    let start = at;
    let unit = text.charCodeAt(start);
    while (unit === SPACE || unit === TAB || unit === GREATER) unit = text.charCodeAt(++start);
    let marks = 0;
    while (text.charCodeAt(start + marks) === mark) marks++;
    if (marks >= length) return nextLine(text, start, end);
  }
  return end;
}

/** Over the end of "it's", "don't", whose apostrophe stands at `at`; not over "l'amour". */
export function afterElision(text: string, at: number, end: number): number {
  let after = at + 1;
  while (after < end && after - at <= LONGEST_ELISION && isWord(text.charCodeAt(after))) after++;
  return after - at <= LONGEST_ELISION ? after : at + 1;
}

/** Over the rest of an address, whose `://` stands at `from`. */
export function afterAddress(text: string, from: number, end: number): number {
  let at = from + 3;
  for (; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (unit <= SPACE || unit === GREATER || unit === CLOSE || unit === BRACKET_END || unit === PIPE || unit > FIRST_SPECIAL_PUNCTUATION) break;
  }
  return at;
}

/** Over the next `mark`, or to the end where there is none. */
export function afterMark(text: string, mark: string, from: number, end: number): number {
  const found = text.indexOf(mark, from);
  return found < 0 ? end : found + mark.length;
}

/** Over `[!note]`, `[^1]`, `&nbsp;`: to the end mark if it comes soon, else one character on. */
export function afterShort(text: string, from: number, end: number, endMark: number): number {
  for (let at = from + 1; at < end && at - from < LONGEST_SHORT; at++) {
    const unit = text.charCodeAt(at);
    if (unit === endMark) return at + 1;
    if (unit === NEWLINE || (endMark === SEMICOLON && !isWord(unit))) break;
  }
  return from + 1;
}

/** Over `\frac`: commands of mathematics are not words. */
export function afterCommand(text: string, from: number, end: number): number {
  let at = from + 1;
  while (at < end && isWord(text.charCodeAt(at))) at++;
  return at;
}

/** Over `^block-id` where it stands apart, else over its first character. */
export function afterBlockId(text: string, from: number, end: number): number {
  if (from > 0 && text.charCodeAt(from - 1) > SPACE) return from + 1;
  let at = from + 1;
  while (at < end && (isWord(text.charCodeAt(at)) || text.charCodeAt(at) === DASH)) at++;
  return at;
}

/** Over `<!-- comment -->`, `<tag …>`, `<https://…>`. */
export function afterMarkup(text: string, from: number, end: number): number {
  const next = text.charCodeAt(from + 1);
  if (next === BANG && text.startsWith('<!--', from)) return afterMark(text, '-->', from + 4, end);
  if (next !== SLASH && !isWord(next)) return from + 1;
  for (let at = from + 2; at < end && at - from < LONGEST_LINK; at++) {
    const unit = text.charCodeAt(at);
    if (unit === GREATER) return at + 1;
    if (unit === LESS) break;
  }
  return from + 1;
}
