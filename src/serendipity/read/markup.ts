import { ASCII_WORD, BACKTICK, BANG, BRACKET, COLON, GREATER, LESS, NEWLINE, QUOTE, SLASH, SPACE, asciiKinds } from './ascii-units';
import { LONGEST_LINK } from './passing-over';

const TAB = 9, RETURN = 13, DOUBLE_QUOTE = 34, PLUS = 43, DASH = 45, DOT = 46, EQUALS = 61, QUESTION = 63, AT = 64, UNDERSCORE = 95;

/**
 * Over `<tag …>`, `</tag>`, `<!DOCTYPE …>`, `<?php … >`, `<https://…>` as CommonMark 6.5 and 6.6 have them; one character on where it is none
 * of them, as in "I <3 it" or "i<n". None of them holds a blank line, nor a link: what a person links to is never passed over.
 */
export function afterMarkup(text: string, from: number, end: number): number {
  const limit = Math.min(end, from + LONGEST_LINK);
  const next = text.charCodeAt(from + 1);
  const behind = next === BANG || next === QUESTION ? afterGreater(text, from + 2, limit) : next === SLASH ? afterTag(text, from + 2, limit) : afterTag(text, from + 1, limit);
  return behind < 0 ? from + 1 : behind;
}

// Each of the following gives -1 where what is looked for is not there.

function afterTag(text: string, from: number, limit: number): number {
  if (!isLetter(text.charCodeAt(from))) return -1;
  let at = from;
  while (isName(text.charCodeAt(at))) at++;
  const unit = text.charCodeAt(at);
  if (unit === COLON || unit === AT || unit === PLUS || unit === DOT) return afterAutolink(text, at, limit);
  while (at >= 0 && at < limit) {
    const start = afterBlanks(text, at, limit);
    const sign = text.charCodeAt(start);
    if (sign === GREATER) return start < limit ? start + 1 : -1;
    if (sign === SLASH) at = start + 1;
    else at = start > at ? afterAttribute(text, start, limit) : -1;
  }
  return -1;
}

function afterAttribute(text: string, from: number, limit: number): number {
  let at = from;
  while (isName(text.charCodeAt(at)) || (at > from && (text.charCodeAt(at) === DOT || text.charCodeAt(at) === COLON))) at++;
  if (at === from) return -1;
  const sign = afterBlanks(text, at, limit);
  if (text.charCodeAt(sign) !== EQUALS) return at;
  const value = afterBlanks(text, sign + 1, limit);
  const quote = text.charCodeAt(value);
  if (quote === QUOTE || quote === DOUBLE_QUOTE) return afterMark(text, value + 1, limit, quote);
  let end = value;
  while (end < limit && isUnquoted(text.charCodeAt(end))) end++;
  return end > value ? end : -1;
}

function afterAutolink(text: string, from: number, limit: number): number {
  for (let at = from; at < limit; at++) {
    const unit = text.charCodeAt(at);
    if (unit === GREATER) return at + 1;
    if (unit <= SPACE || unit === LESS || opensLink(text, at)) return -1;
  }
  return -1;
}

function afterGreater(text: string, from: number, limit: number): number {
  return afterMark(text, from, limit, GREATER);
}

function afterMark(text: string, from: number, limit: number, mark: number): number {
  for (let at = from; at < limit; at++) {
    const unit = text.charCodeAt(at);
    if (unit === mark) return at + 1;
    if (opensLink(text, at) || (unit === NEWLINE && isBlankLine(text, at + 1))) return -1;
  }
  return -1;
}

/** Behind blanks and at most one line break. */
function afterBlanks(text: string, from: number, limit: number): number {
  let breaks = 0;
  for (let at = from; at < limit; at++) {
    const unit = text.charCodeAt(at);
    if (unit === NEWLINE && ++breaks > 1) return at;
    if (unit !== SPACE && unit !== TAB && unit !== RETURN && unit !== NEWLINE) return at;
  }
  return limit;
}

function isBlankLine(text: string, from: number): boolean {
  let at = from;
  let unit = text.charCodeAt(at);
  while (unit === SPACE || unit === TAB || unit === RETURN) unit = text.charCodeAt(++at);
  return unit === NEWLINE || at >= text.length;
}

function opensLink(text: string, at: number): boolean {
  return text.charCodeAt(at) === BRACKET && text.charCodeAt(at + 1) === BRACKET;
}

function isLetter(unit: number): boolean {
  return asciiKinds[unit] === ASCII_WORD && unit > COLON;
}

function isName(unit: number): boolean {
  return asciiKinds[unit] === ASCII_WORD || unit === DASH || unit === UNDERSCORE;
}

function isUnquoted(unit: number): boolean {
  return unit > SPACE && unit !== QUOTE && unit !== DOUBLE_QUOTE && unit !== EQUALS && unit !== LESS && unit !== GREATER && unit !== BACKTICK;
}
