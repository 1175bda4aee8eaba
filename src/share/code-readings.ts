import type { Span } from '../note';
import { BLOCK, DELIMITER_ROW, DESTINATION, ON, TAG, WIKILINK } from './pattern-parts';

/** What begins outside of code and may hold backticks that open none: a tag, a link, where a link leads, a formula, an address. */
const HOLDS_BACKTICKS = new RegExp([
  TAG, WIKILINK, DESTINATION, String.raw`\$\$(?:${ON}[^$])*\$\$`, String.raw`\$[^\s$](?:${ON}[^$])*\$`, String.raw`(?:://|www\.)[^\s<]*`,
].join('|'), 'giy');
const COMMENT = /%%[^]*?(?:%%|$)|<!--[^]*?(?:-->|$)/gy;
const NEXT = /[`\\<[\]$%]|:\/\/|www\./gi;
/** Where a block begins for every reader: other items do so within a list only. */
const SURE_BLOCK = /\n(?=[ \t>]*(?:[-*+][ \t]+\S|1[.)][ \t]+\S|#{1,6}[ \t]))/;

/** What a reader of code spans knows of beside backticks. */
interface Reader {
  readonly escapes: boolean;
  readonly marks: boolean;
  readonly comments: boolean;
}

/**
 * The code spans of a paragraph as different readers find them: line by line, cell by cell, block by block or in the whole
 * paragraph, with or without escapes, with or without backticks in tags, links, formulas and comments.
 */
export function codeReadingsOf(paragraph: string): (readonly Span[])[] {
  // On one line, blocks make no difference.
  const splits: (string | RegExp)[] = paragraph.trim().includes('\n') ? ['\n', BLOCK, SURE_BLOCK] : ['\n'];
  if (paragraph.includes('|') && DELIMITER_ROW.test(paragraph)) splits.push(/[\n|]/);
  const either = (mayDiffer: boolean): boolean[] => (mayDiffer ? [false, true] : [false]);
  const readers: Reader[] = either(paragraph.includes('\\')).flatMap((escapes) => either(/<[a-z/]|\[\[|\]\(|\$|:\/\/|www\./i.test(paragraph)).flatMap((marks) => either(true).map((comments) => ({ escapes, marks, comments }))));
  return splits.flatMap((split) => {
    const units = unitsOf(paragraph, split);
    return readers.map((reader) => units.flatMap(({ from, text }) => spansIn(text, reader).map((span) => ({ from: from + span.from, to: from + span.to }))));
  });
}

// All splits are at one character.
function unitsOf(paragraph: string, split: string | RegExp): { from: number; text: string }[] {
  let from = 0;
  return paragraph.split(split).map((text) => {
    const unit = { from, text };
    from += text.length + 1;
    return unit;
  });
}

function spansIn(text: string, { escapes, marks, comments }: Reader): Span[] {
  if (!text.includes('`')) return [];
  const spans: Span[] = [];
  const runs = backtickRuns(text);
  const next = new RegExp(NEXT);
  for (let match = next.exec(text); match !== null; match = next.exec(text)) {
    const at = match.index;
    if (match[0] === '`') {
      const to = runs(at);
      if (to.isClosed) spans.push({ from: at, to: to.end });
      next.lastIndex = to.end;
    } else if (match[0] === '\\') next.lastIndex = escapes ? at + 2 : at + 1;
    else next.lastIndex = Math.max(marks ? endAt(HOLDS_BACKTICKS, text, at) : 0, comments ? endAt(COMMENT, text, at) : 0, at + 1);
  }
  return spans;
}

function endAt(sticky: RegExp, text: string, at: number): number {
  sticky.lastIndex = at;
  return at + (sticky.exec(text)?.[0].length ?? 0);
}

// Asked from the text's start to its end: the next run of the same length, looked for once each.
function backtickRuns(text: string): (at: number) => { readonly end: number; readonly isClosed: boolean } {
  const starts = new Map<number, number[]>();
  for (const { index, 0: run } of text.matchAll(/`+/g)) starts.set(run.length, [...(starts.get(run.length) ?? []), index]);
  const passed = new Map<number, number>();
  return (at) => {
    let behind = at;
    while (text[behind] === '`') behind++;
    const same = starts.get(behind - at) ?? [];
    let next = passed.get(behind - at) ?? 0;
    while ((same[next] ?? Number.POSITIVE_INFINITY) < behind) next++;
    passed.set(behind - at, next);
    const closing = same[next];
    return closing === undefined ? { end: behind, isClosed: false } : { end: closing + behind - at, isClosed: true };
  };
}
