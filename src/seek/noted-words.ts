import { linesOf, type Line, type Span } from '../note';
import { RULE } from './annotation-block';
import type { FoundQuote } from './found-quote';
import { indentOf } from './indent';
import { isPlaceOnly } from './locations';
import { startsNoteBelow } from './readers-note';

/** A paragraph or point, and whether what it says is known to be the reader's. */
interface Part {
  readonly indent: number;
  readonly isNoted: boolean;
}

const ITEM = /^\s*(?:[-*+]|\d+[.)])\s/;
const HEADING = /^ {0,3}#{1,6}\s/;

/**
 * What is surely its reader's of all that stands between one highlight and the next: words behind the place, those deeper
 * below the highlight or another note, labelled ones, and those that a rule ends, as Kindle notes have it. Any other paragraph
 * or point may as well begin the next highlight, whose place comes last.
 */
export function notesOnHighlights(text: string, found: readonly FoundQuote[]): Span[] {
  const lines = linesOf(text);
  let at = 0;
  return found.flatMap((quote, nth) => {
    const { from, to, until = to } = quote;
    if (until <= to) return [];
    while ((lines[at]?.next ?? Infinity) <= from && at < lines.length - 1) at++;
    let last = at;
    while ((lines[last]?.to ?? Infinity) < to) last++;
    let end = last;
    while ((lines[end + 1]?.from ?? Infinity) < until) end++;
    return [{ from: to, to: lines[last]?.to ?? to }, ...notedBelow(lines, { first: at, last, end }, found[nth + 1])];
  });
}

/** By their numbers: the first and the last line of a highlight, and the last one of what is noted on it. */
interface Around {
  readonly first: number;
  readonly last: number;
  readonly end: number;
}

function notedBelow(lines: readonly Line[], { first, last, end }: Around, next: FoundQuote | undefined): Span[] {
  const { isClosed, isFollowed, indent: nextIndent } = whatFollows(lines, end + 1, next);
  const open: Part[] = [{ indent: indentOfItem(lines, first, last), isNoted: true }];
  const shallowest = shallowestBelow(lines, last + 1, end, isFollowed ? nextIndent : -1);
  const noted: Span[] = [];
  let [isNoted, isApart] = [true, false];
  for (let at = last + 1; at <= end; at++) {
    const line = lines[at] as Line;
    if (line.setting !== 'prose' || line.text.trim() === '') {
      isApart = true;
      continue;
    }
    if (isApart || ITEM.test(line.text) || startsNoteBelow(line.text)) {
      const indent = indentOf(line.text);
      while ((open.at(-1)?.indent ?? -1) >= indent) open.pop();
      const isDeeper = open.at(-1)?.isNoted === true && indent > (shallowest[at - last - 1] ?? -1);
      isNoted = startsNoteBelow(line.text) || isDeeper || (open.length === 0 && isClosed);
      open.push({ indent, isNoted });
    }
    isApart = false;
    if (isNoted) noted.push(line);
  }
  return noted;
}

// What comes behind a stretch, when blank lines are left out: a rule, or at once the next highlight.
function whatFollows(lines: readonly Line[], from: number, next: FoundQuote | undefined): { isClosed: boolean; isFollowed: boolean; indent: number } {
  let at = from;
  while (lines[at]?.text.trim() === '') at++;
  const line = lines[at];
  const isClosed = line?.setting === 'prose' && RULE.test(line.text);
  const isFollowed = line !== undefined && !isClosed && !HEADING.test(line.text) && next !== undefined && next.from >= line.from && next.from <= line.to;
  return { isClosed, isFollowed, indent: isFollowed ? indentOf(line.text) : -1 };
}

// For each line the least depth of what begins below it, down to the next highlight: what is no deeper may belong to that one.
function shallowestBelow(lines: readonly Line[], first: number, end: number, next: number): number[] {
  const depths: number[] = [];
  let depth = next;
  for (let at = end; at >= first; at--) {
    depths.push(depth);
    const { text, setting } = lines[at] as Line;
    if (depth >= 0 && setting === 'prose' && text.trim() !== '') depth = Math.min(depth, indentOf(text));
  }
  return depths.reverse();
}

// Of the point or paragraph in which a highlight ends.
function indentOfItem(lines: readonly Line[], first: number, last: number): number {
  for (let at = last; at > first; at--) {
    const text = lines[at]?.text ?? '';
    if (ITEM.test(text) && !isPlaceOnly(text)) return indentOf(text);
  }
  return indentOf(lines[first]?.text ?? '');
}
