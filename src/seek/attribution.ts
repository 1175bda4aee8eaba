import { lazily } from '../base';

/** The lines of a quote block, and what names the author behind them. */
export interface Attributed {
  readonly lines: readonly string[];
  readonly by?: string;
}

const DASH = '(?:[—–―]{1,2}|--)';
const ON_A_LINE = /^(?:[—–―]{1,2}|--)\s*(\S.*)$/u;
// An author with a work, not a sentence that begins with a dash.
const SHORT = /^[—–―-][^\p{L}]*\p{Lu}.{0,98}[^.!?…:]$/u;
// What nobody takes for a sentence: names alone, or with a work or a year.
const WORD = '(?:\\p{Lu}[\\p{L}.\'’-]*|\\p{Lo}[\\p{Lo}·・]*)';
const NAMES = `[*_]{0,3}${WORD}(?:,?\\s(?:${WORD}|of|the|de|la|du|des|da|di|dos|el|al|bin|ibn|van|von|der|den|zu|and|und|et|y|&)){0,9}[*_]{0,3}`;
const WORK = '(?:,\\s+(?:\\P{L}|\\p{Lu}|\\p{Lo})[^\\n]{0,150}[^.!?…:\\n]|《[^》\\n]{1,60}》)';
const NAMED = `(?:\\[\\[[^\\]\\n]{1,300}\\]\\]|\\[[^\\]\\n]{1,300}\\]\\([^)\\s]{1,2000}\\)|${NAMES})(?:\\s\\([^()\\n]{1,60}\\))?${WORK}?`;
const onlyNames = lazily(() => new RegExp(`^${DASH}\\s*${NAMED}$`, 'u'));
// A hyphen only behind a quotation mark: "the U.S. - Mexico" names nobody.
const behindWords = lazily(() => new RegExp(`^(.*(?:[.!?…”"“’»][*_]{0,3}(?=\\s+${DASH})|[”"“’»][*_]{0,3}(?=\\s+-\\s)|[。！？」』”](?=\\s*${DASH})))\\s*(?:${DASH}|-)\\s*(${NAMED})$`, 'u'));

/**
 * Tells the words of a quote block from who said them: on the last line, or at its end behind a sentence. What stands below
 * a line with the author is about the quote: behind a blank line, or where that line is nothing but names.
 */
export function attributed(block: readonly string[]): Attributed {
  const lines = withoutWordsBehindAuthor(block);
  const last = lines.at(-1)?.trim() ?? '';
  const by = lines.length > 1 ? onALine(last) : undefined;
  if (by !== undefined) return { lines: lines.slice(0, -1), by };
  const [, words, author] = attribution(last) ?? [];
  // Where several are named, none of them said it all.
  if (words === undefined || author === undefined || lines.slice(0, -1).some((line) => attribution(line.trim()) !== null)) return { lines };
  return { lines: [...lines.slice(0, -1), words], by: author };
}

/** What a line says behind the dash with which it begins, if it begins with one. */
export function onALine(line: string): string | undefined {
  return ON_A_LINE.exec(line.trim())?.[1];
}

function attribution(line: string): RegExpExecArray | null {
  return /[—–―-]/.test(line) ? behindWords().exec(line) : null;
}

// Where one line in the middle names the author, the quote is over.
function withoutWordsBehindAuthor(lines: readonly string[]): readonly string[] {
  const named = lines.flatMap((line, at) => (onALine(line) === undefined ? [] : [at]));
  const [at = 0] = named;
  const line = lines[at]?.trim() ?? '';
  const isOver = named.length === 1 && (lines[at - 1]?.trim() ?? '') !== '' && (lines[at + 1]?.trim() === '' ? SHORT.test(line) : onlyNames().test(line));
  return isOver ? lines.slice(0, at + 1) : lines;
}
