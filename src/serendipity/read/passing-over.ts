// Where reading goes on after something that is no word. All give a place in the text. Only a search for a line may end behind `end` in a longer text.
import { ASCII_SPECIAL, ASCII_WORD, BACKTICK, BRACKET, BRACKET_END, CLOSE, GREATER, NEWLINE, PIPE, SEMICOLON, SPACE, asciiKinds } from './ascii-units';

/** A link, an address, a tag of HTML that is longer is none. */
export const LONGEST_LINK = 600;
const DASH = 45;
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
    if (unit <= SPACE || unit === GREATER || unit === CLOSE || unit === BRACKET_END || unit === PIPE || unit === BACKTICK || unit > FIRST_SPECIAL_PUNCTUATION) break;
    if (unit === BRACKET && text.charCodeAt(at + 1) === BRACKET) break;
  }
  return at;
}

/** Over `[!note]`, `[^1]`, `&nbsp;`: to the end mark if it comes soon, else one character on. */
export function afterShort(text: string, from: number, end: number, endMark: number): number {
  for (let at = from + 1; at < end && at - from < LONGEST_SHORT; at++) {
    const unit = text.charCodeAt(at);
    if (unit === endMark) return at + 1;
    if (unit === NEWLINE || unit === BRACKET || (endMark === SEMICOLON && !isWord(unit))) break;
  }
  return from + 1;
}

/** Over `\frac`, since commands of mathematics are not words, or over `\[`, `` \` `` and other marks that mean nothing behind a backslash. */
export function afterBackslash(text: string, from: number, end: number): number {
  let at = from + 1;
  while (at < end && isWord(text.charCodeAt(at))) at++;
  return at === from + 1 && asciiKinds[text.charCodeAt(at)] === ASCII_SPECIAL && text.charCodeAt(at) !== NEWLINE ? at + 1 : at;
}

/** Over `^block-id` where it stands apart, else over its first character. */
export function afterBlockId(text: string, from: number, end: number): number {
  if (from > 0 && text.charCodeAt(from - 1) > SPACE) return from + 1;
  let at = from + 1;
  while (at < end && (isWord(text.charCodeAt(at)) || text.charCodeAt(at) === DASH)) at++;
  return at;
}
