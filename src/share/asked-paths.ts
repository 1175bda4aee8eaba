import { readingsOf } from './readings';

/** Behind the first of these, an address no longer names a page of its host; but `#/` and `#!` begin the path of a page in an app. */
const BEHIND_PAGE = /[?;&]|#(?![/!])/;
// Signs that no path of a vault has …
const NEVER_IN_PATHS = /["`<>|?#^[\]*:\n]/;
// … and those that it may have, and that also stand around paths.
const AROUND_PATHS = /[\s&=;,'(){}+!@~$]/g;
const ADDRESS = /\b[a-z][a-z0-9+.-]{0,40}:\/\/[^\s&=;,'(){}+"`<>|?#^[\]*]*/gi;
const OF_A_PATH = /[/\\]|\.(?:md|canvas|base)\b/i;
/** A name of a note has hardly more such signs. */
const MOST_SIGNS = 6;
const MOST_PARTS = 1000;

/**
 * What a page may be asked for: all that stands between two signs that are no part of a path, be they around a value, its
 * name, a string or a list in it. Without addresses within, which are looked at as such.
 * @param isAnyName whether words that only may be the name of a note count, too
 */
export function askedOf(address: string, isAnyName: boolean): string[] {
  if (!BEHIND_PAGE.test(address) && !/[%\\]/.test(address)) return [];
  const found = new Set<string>();
  for (const reading of readingsOf(address)) {
    const from = reading.search(BEHIND_PAGE);
    const asked = from < 0 ? '' : reading.slice(from);
    if (!isAnyName && !OF_A_PATH.test(asked)) continue;
    for (const part of asked.replace(ADDRESS, '"').split(NEVER_IN_PATHS).slice(0, MOST_PARTS)) for (const words of betweenSigns(part)) if (isAnyName || OF_A_PATH.test(words)) found.add(words);
  }
  found.delete('');
  return [...found];
}

// From each sign to each of the next ones, and all of it, also without the stop of a sentence.
function betweenSigns(words: string): string[] {
  const signs = [-1, ...[...words.matchAll(AROUND_PATHS)].slice(0, MOST_PARTS).map(({ index }) => index), words.length];
  const parts = [words, ...signs.flatMap((from, at) => signs.slice(at + 1, at + 1 + MOST_SIGNS).map((to) => words.slice(from + 1, to)))];
  return [...parts, ...parts.filter((part) => part.endsWith('.')).map((part) => part.replace(/\.+$/, ''))];
}
