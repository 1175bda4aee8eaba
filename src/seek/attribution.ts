import { lazily } from '../base';
import { isOnlyAuthor, isSingleName, NAMED, namedOnPoint, namesAuthor, onALine, saidBehindDash, withoutTags } from './author-line';
import { startsReadersNote } from './readers-note';

/** The lines of a quote block, and what names the author behind them. */
export interface Attributed {
  readonly lines: readonly string[];
  readonly by?: string;
}

const DASH = '(?:[—–―]{1,2}|--)';
// A hyphen only behind a quotation mark: "the U.S. - Mexico" names nobody.
const behindWords = lazily(() => new RegExp(`^(.*(?:[.!?…”"“’»][*_]{0,3}(?=\\s+${DASH})|[”"“’»][*_]{0,3}(?=\\s+-\\s)|[。！？」』”](?=\\s*${DASH})))\\s*(?:${DASH}|-)\\s*(${NAMED})$`, 'u'));
const QUESTION_LAST = /[?？][*_]{0,3}$/u;
const QUOTED_LAST = /[”"“’»」』][*_]{0,3}$/u;
const SENTENCE_LAST = /[.!?…”"“’»。！？」』][*_)]{0,3}$/u;
const POINT = /^[-*+]\s/u;

/**
 * Tells the words of a quote block from who said them: on the last line, or at its end behind a sentence. What stands below
 * a line with the author is about the quote: behind a blank line, or where names alone end that line. A callout says by its
 * kind that it quotes: whatever its last line has behind the dash is its author, but for a reader's note.
 */
export function attributed(block: readonly string[], isCallout = false): Attributed {
  const lines = withoutWordsBehindAuthor(block);
  const last = lines.at(-1)?.trim() ?? '';
  const above = lines.slice(0, -1);
  if (above.every(isBlank)) return isOnlyAuthor(last) ? { lines: [] } : withAuthorBehind(lines);
  // Where several are named, none of them said it all.
  if (above.some((line) => isOnlyAuthor(line) || attribution(line) !== undefined)) return { lines };
  const by = isAuthorBelow(above, last, isCallout) ? saidBehindDash(last) : onAPoint(above, last);
  return by === undefined ? withAuthorBehind(lines) : { lines: above, by };
}

function withAuthorBehind(lines: readonly string[]): Attributed {
  const named = attribution(lines.at(-1) ?? '');
  return named === undefined ? { lines } : { lines: [...lines.slice(0, -1), named.words], by: named.author };
}

function isAuthorBelow(above: readonly string[], last: string, isCallout: boolean): boolean {
  const said = saidBehindDash(last);
  if (said === undefined || startsReadersNote(said)) return false;
  // In a dialogue each line begins with a dash.
  return isCallout || (namesAuthor(last) && !lastParagraph(above).some((line) => onALine(line) !== undefined));
}

// A single point below a whole sentence is no list.
function onAPoint(above: readonly string[], last: string): string | undefined {
  const words = above.findLast((line) => !isBlank(line))?.trim() ?? '';
  return SENTENCE_LAST.test(words) && !above.some((line) => POINT.test(line.trim())) ? namedOnPoint(last) : undefined;
}

/** The words of a line, and who is named behind them. */
function attribution(line: string): { readonly words: string; readonly author: string } | undefined {
  const [, words, author] = /[—–―-]/.test(line) ? (behindWords().exec(withoutTags(line)) ?? []) : [];
  // "What counts? — Trust" answers itself.
  return words === undefined || author === undefined || (QUESTION_LAST.test(words) && isSingleName(author)) ? undefined : { words, author };
}

// Where one line in the middle names the author, the quote is over.
function withoutWordsBehindAuthor(lines: readonly string[]): readonly string[] {
  const named = lines.flatMap((line, at) => (saidBehindDash(line) === undefined && attribution(line) === undefined ? [] : [at]));
  const [at = 0] = named;
  return named.length === 1 && endsQuote(lines, at) ? lines.slice(0, at + 1) : lines;
}

function endsQuote(lines: readonly string[], at: number): boolean {
  const line = lines[at] ?? '';
  const { words, author } = attribution(line) ?? {};
  if (words !== undefined && author !== undefined) return QUOTED_LAST.test(words) || !isSingleName(author);
  return !isBlank(lines[at - 1] ?? '') && (isBlank(lines[at + 1] ?? '') ? namesAuthor(line) : isOnlyAuthor(line));
}

function lastParagraph(lines: readonly string[]): readonly string[] {
  return lines.slice(lines.findLastIndex(isBlank) + 1);
}

function isBlank(line: string): boolean {
  return line.trim() === '';
}
