import { lazily } from '../base';
import { startsReadersNote } from './readers-note';

const DASH = '(?:[—–―]{1,2}|--)';
const ON_A_LINE = new RegExp(`^${DASH}\\s*(\\S.*)$`, 'u');
const POINT = /^[-*+]\s+(\S.*)$/u;
const CITE = new RegExp(`^(?:${DASH}\\s*)?<cite>\\s*(?:${DASH}\\s*)?([^<>]{1,300}?)\\s*</cite>$`, 'iu');
const EMPHASIS = /^([*_]{1,3})(.*[^\s*_])\1$/u;
const TAG = /^#[\p{N}/_-]*\p{L}[^\s#]*$/u;
// Longer lines name nobody.
const LONGEST = 3000;

// What nobody takes for a sentence: names alone, or with a work or a year.
const WORD = '(?:(?:\\p{Ll}{1,2}[\'’-])?\\p{Lu}[\\p{L}\\p{M}\\p{N}.\'’-]*|\\p{Lo}[\\p{Lo}\\p{M}·・]*)';
const NEXT = `,?\\s(?:${WORD}|of|the|de|la|du|des|da|di|dos|el|al|bin|ibn|van|von|der|den|zu|and|und|et|y|&)`;
const FIRST = `(?:(?:van|von|de|du|da|di|el|al|bin|ibn)\\s(?:(?:der|den|la)\\s)?)?${WORD}`;
const NAMES = `[*_]{0,3}${FIRST}(?:${NEXT}){0,9}[*_]{0,3}`;
const LINK = '(?:\\[\\[[^\\]\\n]{1,300}\\]\\]|\\[[^\\]\\n]{1,300}\\]\\([^)\\s]{1,2000}\\))';
const BRACKETS = `(?:\\s\\((?:[^()\\n]{1,60}|${LINK})\\))?`;
const WORK = '(?:,\\s+(?:\\P{L}|(?!I[\\s\'’])\\p{Lu}|\\p{Lo})[^\\n]{0,150}[^.!?…:\\n]|《[^》\\n]{1,60}》)';
/** The source of a pattern: names, or a link to somebody, and a work. */
export const NAMED = `(?:${LINK}|@[\\w.]{2,30}|${NAMES})${BRACKETS}${WORK}?`;
const onlyNames = lazily(() => new RegExp(`^${NAMED}$`, 'u'));
const single = lazily(() => new RegExp(`^[*_]{0,3}${WORD}[*_]{0,3}${BRACKETS}(?:$|,\\s)`, 'u'));

// On a line of its own there is room for more: where it was said, to whom, or who that was.
const MARKED = '(?:[*_]{1,3}[^*_\\n]{1,150}[*_]{1,3}|[“"„«][^”"“»\\n]{1,150}[”"“»])';
const SEVERAL = `[*_]{0,3}(?:\\p{N}\\s)?${FIRST}(?:${NEXT}|,?\\s\\p{N}[\\p{N}.:–-]*){1,9}[*_]{0,3}`;
// Names in small letters are known by the work behind them.
const SMALL = '\\p{Ll}[\\p{L}.]*(?:\\s\\p{Ll}[\\p{L}.]*){1,2},';
const MORE = '(?:[,:;]\\s|\\s(?:[|–—-]|in|on|at|to|of|by|from|über|bei|aus|an|auf|von|en|à|dans|sur|a|su)\\s)[^\\n]{0,120}[^.!?…:\\n]';
const withMore = lazily(() => new RegExp(`^(?:(?:${LINK}|${MARKED})${BRACKETS}${MORE}|${SEVERAL}${BRACKETS}(?:${MORE})?|(?:${NAMES}[,:;]?|${SMALL})\\s${MARKED}(?:[,\\s(][^\\n]{0,60})?|https?://\\S+)$`, 'u'));

/** What a line says behind the dash with which it begins, if it begins with one. */
export function onALine(line: string): string | undefined {
  return ON_A_LINE.exec(line.trim())?.[1];
}

/** The same, also in italic or bold letters, as `<cite>…</cite>`, and without the tags behind it. */
export function saidBehindDash(line: string): string | undefined {
  const said = line.length > LONGEST ? '' : withoutTags(line);
  return CITE.exec(said)?.[1] ?? onALine(EMPHASIS.exec(said)?.[2] ?? said);
}

/** Whether a line is nothing but names behind a dash, or says by its tags that it cites. */
export function isOnlyAuthor(line: string): boolean {
  const said = saidBehindDash(line);
  return said !== undefined && (CITE.test(withoutTags(line)) || (onlyNames().test(said) && !isSentence(said)));
}

/** Whether a line of its own names an author, and perhaps where it was said; a remark that begins with a dash does not. */
export function namesAuthor(line: string): boolean {
  const said = saidBehindDash(line);
  return said !== undefined && (isOnlyAuthor(line) || (withMore().test(said) && !startsReadersNote(said)));
}

/** Who is named on a point of a list, by more than one name or a link: "Location 12" and "Agreed" name nobody. */
export function namedOnPoint(line: string): string | undefined {
  const said = line.length > LONGEST ? undefined : POINT.exec(withoutTags(line))?.[1];
  return said !== undefined && onlyNames().test(said) && !isSingleName(said) ? said : undefined;
}

/** Whether an author, as written, has a single name, and no link. */
export function isSingleName(author: string): boolean {
  return single().test(author);
}

/** A line without the tags at its end. */
export function withoutTags(line: string): string {
  if (!line.includes('#')) return line.trim();
  const words = line.trim().split(/(\s+)/u);
  const last = words.findLastIndex((word) => word.trim() !== '' && !TAG.test(word));
  return words.slice(0, last + 1).join('');
}

// "— Home." answers; an initial or a title has its full stop, too, but only beside names.
function isSentence(said: string): boolean {
  return said.endsWith('.') && isSingleName(said);
}
