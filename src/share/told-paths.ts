import { isPrivatePath } from './addresses';
import type { Privacy } from './redaction';

const QUOTED = /"([^"\n]{1,1000})"|'([^'\n]{1,1000})'|`([^`\n]{1,1000})`/g;
const LONGEST = 2000;
/** What programs and style sheets are made of: whatever stands in quotation marks in them may lead somewhere. */
const PROGRAM = /(<(?:style|script)\b)[^]*?(?:<\/(?:style|script)\s*>|$(?![^]))/gi;
const STYLE_ESCAPE = /\\([0-9a-f]{1,6})[ \t\n]?|\\([^0-9a-f\n])/gi;

/** Whether words that a program reads, such as the value of an attribute, hold the path of a private note: all of them, a part between signs, or what stands in quotation marks. */
export function tellsPrivatePath(words: string, privacy: Privacy): boolean {
  if (isPrivatePath(words, privacy)) return true;
  if (words.length >= LONGEST) return false;
  const quoted = [...words.matchAll(QUOTED)].map(([, double, single, back]) => double ?? single ?? back ?? '');
  return [...words.split(/[\s,;=|'"`()[\]{}<>]+/), ...quoted].some((part) => part !== '' && part !== words && isPrivatePath(part, privacy));
}

/** A style sheet as browsers read it: without its escapes (`u\72l` is `url`). */
export function withoutStyleEscapes(style: string): string {
  if (!style.includes('\\')) return style;
  return style.replace(STYLE_ESCAPE, (_, code: string | undefined, sign: string | undefined) => (code === undefined ? (sign ?? '') : codePoint(Number.parseInt(code, 16))));
}

function codePoint(code: number): string {
  return code > 0 && code <= 0x10FFFF ? String.fromCodePoint(code) : '\uFFFD';
}

/** A text in which each style sheet and program (`<style>`, `<script>`) is written anew. */
export function withPrograms(text: string, write: (program: string) => string): string {
  return /<(?:style|script)\b/i.test(text) ? text.replace(PROGRAM, (program) => write(program)) : text;
}

/** A program without the paths of private notes in its quotation marks. */
export function withoutQuotedPaths(program: string, privacy: Privacy, hold: (shown: string) => string): string {
  return program.replace(QUOTED, (written, double: string | undefined, single: string | undefined, back: string | undefined) => {
    const words = double ?? single ?? back ?? '';
    const mark = written.charAt(0);
    return tellsPrivatePath(words, privacy) || tellsPrivatePath(withoutStyleEscapes(words), privacy) ? `${mark}${hold(words)}${mark}` : written;
  });
}
