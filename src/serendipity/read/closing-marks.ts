import { BACKSLASH, BACKTICK, GREATER, HASH, LESS, NEWLINE, PERCENT, PIPE, SPACE } from './ascii-units';
import { afterItemMarks, opensFence } from './code-fences';

const TAB = 9, RETURN = 13, STAR = 42, DASH = 45, EQUALS = 61, UNDERSCORE = 95;
const COMMENT = '<!--', COMMENT_END = '-->';
const DEEPEST_HEADING = 6;

/**
 * Finds what closes a code span or an HTML comment that opens within a line, in the same paragraph, or not at all. What is looked for in vain is
 * remembered to the end of its paragraph, so that no text, however many marks in it are open, takes more than linear time.
 * Asked in the order of the text.
 */
export class ClosingMarks {
  /** Up to here `lastRuns` says where the last run of backticks of each length begins. */
  private runsKnownTo = -1;
  private readonly lastRuns = new Map<number, number>();
  /** Where the next end of a comment stands: at or behind the place asked for last. */
  private commentEnd = -1;
  /** No comment that opens before here is closed in its paragraph. */
  private noCommentTo = -1;
  /** What is known of the line that was asked for last. */
  private line = -1;
  private quotes = 0;
  private isRow = false;

  begin(): void {
    this.runsKnownTo = -1;
    this.commentEnd = -1;
    this.noCommentTo = -1;
    this.line = -1;
  }

  /** Where the backticks begin that close those at [from, behind), in the paragraph to which the line that begins at `line` belongs; -1 where none do. */
  backticks(text: string, from: number, behind: number, end: number, line: number): number {
    const length = behind - from;
    const isKnown = from < this.runsKnownTo;
    if (isKnown && (this.lastRuns.get(length) ?? -1) < behind) return -1;
    if (!isKnown) this.lastRuns.clear();
    this.enter(text, line);
    let at = behind;
    while (at < end) {
      const unit = text.charCodeAt(at);
      if (unit === BACKTICK) {
        const start = at;
        while (at < end && text.charCodeAt(at) === BACKTICK) at++;
        if (at - start === length) return start;
        if (!isKnown) this.lastRuns.set(at - start, start);
      } else if ((unit === NEWLINE && !goesOn(text, at + 1, this.quotes)) || (unit === PIPE && this.isRow && text.charCodeAt(at - 1) !== BACKSLASH)) break;
      else at++;
    }
    this.runsKnownTo = at;
    return -1;
  }

  /** Over the HTML comment that opens at `from`, or over its mark where it is text. One that begins a line goes on to its end or to the end of the note. */
  afterComment(text: string, from: number, end: number, line: number): number {
    const inside = from + COMMENT.length;
    if (this.commentEnd < inside) {
      const found = text.indexOf(COMMENT_END, inside);
      this.commentEnd = found < 0 ? Infinity : found;
    }
    const behind = this.commentEnd + COMMENT_END.length;
    if (from === line) return Math.min(behind, end);
    if (from < this.noCommentTo || behind > end) return inside;
    const stop = this.endOfParagraph(text, inside, this.commentEnd, line);
    if (stop < 0) return behind;
    this.noCommentTo = stop;
    return inside;
  }

  /** Where the paragraph ends that [from, to) is not wholly in, what stands at `to` being a part of it; -1 where it is. */
  endOfParagraph(text: string, from: number, to: number, line: number): number {
    this.enter(text, line);
    for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) {
      if (!goesOn(text, at + 1, this.quotes) && behindMargin(text, at + 1) !== to) return at;
    }
    return -1;
  }

  private enter(text: string, line: number): void {
    if (this.line === line) return;
    this.line = line;
    this.quotes = 0;
    let at = line;
    for (; isMargin(text.charCodeAt(at)); at++) if (text.charCodeAt(at) === GREATER) this.quotes++;
    this.isRow = text.charCodeAt(at) === PIPE;
  }
}

/** Whether the line from `from` goes on with a paragraph that stands in `quotes` blockquotes: it is not blank, and begins nothing of its own. */
function goesOn(text: string, from: number, quotes: number): boolean {
  let at = from;
  let marks = 0;
  let unit = text.charCodeAt(at);
  for (; isMargin(unit); unit = text.charCodeAt(++at)) if (unit === GREATER) marks++;
  if (marks > quotes || at >= text.length || unit === NEWLINE || unit === RETURN || unit === PIPE) return false;
  if (unit === HASH) return !isHeading(text, at);
  if (unit === PERCENT) return text.charCodeAt(at + 1) !== PERCENT;
  if (unit === LESS) return !text.startsWith(COMMENT, at);
  if (opensFence(text, at) || afterItemMarks(text, at) > at) return false;
  const isRule = (unit === DASH || unit === STAR || unit === UNDERSCORE || unit === EQUALS) && text.charCodeAt(at + 1) === unit && text.charCodeAt(at + 2) === unit;
  return !isRule;
}

function behindMargin(text: string, from: number): number {
  let at = from;
  while (isMargin(text.charCodeAt(at))) at++;
  return at;
}

function isHeading(text: string, at: number): boolean {
  let level = 0;
  while (text.charCodeAt(at + level) === HASH) level++;
  return level <= DEEPEST_HEADING && text.charCodeAt(at + level) <= SPACE;
}

function isMargin(unit: number): boolean {
  return unit === SPACE || unit === TAB || unit === GREATER;
}
