import type { Span } from '../note';
import { isPrivatePath } from './addresses';
import type { Privacy } from './redaction';

// What follows a quotation mark, up to the next of its kind or to the end of the line (where a style sheet may end within a
// string): whether a mark opens or closes, a stray one (`don't`) leaves open. In the second, one behind a backslash is none.
const QUOTED = [/(["'`])(?=((?:\\\n|(?!\1|<\/s(?:tyle|cript))[^\n]){1,1000}))/gi, /\\[^]|(["'`])(?=((?:\\[^]|(?!\1|<\/s(?:tyle|cript))[^\\\n]){1,1000}))/gi];
// A line break behind a backslash is none, nor are the marks of the quote around on the next line; a blank behind them may be.
const BROKEN = /\\\n[ \t>]*/g;
// Addresses that are looked at by themselves, so that not all that stands between two strings goes for them.
const URL = /((?:\bu|\\0{0,4}[57]5\s?)(?:r|\\0{0,4}[57]2\s?)(?:l|\\0{0,4}[46]c\s?)\()[^"'()=\n]{1,1000}\)/gi;
const LONGEST = 2000;
/** What programs and style sheets are made of: whatever stands in quotation marks in them may lead somewhere. */
const PROGRAM = /<(?:style|script)\b[^]*?(?:<\/(?:style|script)\s*>|$(?![^]))|<\?[a-z=][^]*?(?:\?>|$(?![^]))/gi;
const SIGN_OF_PATH = /[/\\%&.]/;
const STYLE_ESCAPE = /\\([0-9a-f]{1,6})[ \t\n]?|\\([^0-9a-f])/gi;

/** Whether words that a program reads, such as the value of an attribute, hold the path of a private note: all of them, a part between signs, or what stands in quotation marks. */
export function tellsPrivatePath(words: string, privacy: Privacy): boolean {
  if (isPrivatePath(words, privacy)) return true;
  if (words.length >= LONGEST) return false;
  const quoted = quotedIn(words).map(({ from, to }) => words.slice(from, to));
  return tellsInParts(words, privacy) || quoted.some((part) => isPrivatePath(part, privacy));
}

function tellsInParts(words: string, privacy: Privacy): boolean {
  return words.split(/[\s,;=|'"`()[\]{}<>]+/).some((part) => part !== '' && part !== words && isPrivatePath(part, privacy));
}

/** A style sheet as browsers read it: without its escapes (`u\72l` is `url`). */
export function withoutStyleEscapes(style: string): string {
  if (!style.includes('\\')) return style;
  return style.replace(STYLE_ESCAPE, (_, code: string | undefined, sign: string | undefined) => (code === undefined ? (sign ?? '').replace('\n', '') : codePoint(Number.parseInt(code, 16))));
}

function codePoint(code: number): string {
  return code > 0 && code <= 0x10FFFF ? String.fromCodePoint(code) : '\uFFFD';
}

/** A text in which each style sheet and program (`<style>`, `<script>`, `<?php … ?>`) is written anew. */
export function withPrograms(text: string, write: (program: string) => string): string {
  return /<(?:style|script|\?)/i.test(text) ? text.replace(PROGRAM, (program) => write(program)) : text;
}

/** A program without the paths of private notes in its quotation marks. */
export function withoutQuotedPaths(program: string, privacy: Privacy, hold: (shown: string) => string): string {
  let [kept, behind] = ['', 0];
  for (const { from, to } of quotedIn(program)) {
    // What stands in other marks around went already.
    if (to <= behind || !tellsInProgram(program.slice(from, to), privacy)) continue;
    const instead = hold(program.slice(from, to));
    if (from >= behind) kept += program.slice(behind, from) + instead;
    behind = to;
  }
  return kept + program.slice(behind);
}

// Marks within these words have words of their own.
function tellsInProgram(words: string, privacy: Privacy): boolean {
  const own = words.replace(URL, '$1)');
  const readings = [own, own.replace(BROKEN, ''), own.replace(BROKEN, ' ')];
  return [...new Set([...readings, ...readings.map((reading) => withoutStyleEscapes(reading))])].some((reading) => isPrivatePath(reading, privacy) || tellsInParts(reading, privacy));
}

/** What stands in quotation marks, or may, and has a sign of a path, in the order of the text; of two that begin at one place the longer first. */
function quotedIn(text: string): Span[] {
  const spans = QUOTED.flatMap((quoted) => [...text.matchAll(quoted)].flatMap(({ index, 2: words }) => (words !== undefined && SIGN_OF_PATH.test(words) ? [{ from: index + 1, to: index + 1 + words.length }] : [])));
  const sorted = spans.sort((one, other) => one.from - other.from || other.to - one.to);
  return sorted.filter(({ from, to }, at) => from !== sorted[at - 1]?.from || to !== sorted[at - 1]?.to);
}
