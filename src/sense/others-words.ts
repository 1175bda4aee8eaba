import type { Span } from '../note';
import { highlightRangesOf, isPlaced, notesOnHighlights, placedWordsOf, recordOfWork, signaturesIn, type FoundQuote } from '../seek';

/**
 * A note without what may be somebody else's, by where it stands: what has a place in a work behind it, all below a heading
 * that says "Highlights", whatever the chapters are called, but for what is surely the reader's note on a highlight, and what
 * repeats the work or tells of it, such as its abstract. Readwise, Kindle, Zotero and such put other people's words there
 * without any `>`. A note that is about no work (`isOfAWork`) keeps highlights of its own, as long as none of them tells a
 * place by a link, and an abstract of its own. `found` are the quotes that stand in the note.
 */
export function withoutOthersWords(text: string, found: readonly FoundQuote[], isOfAWork: boolean): string {
  const [placed, signatures] = [placedWordsOf(text), signaturesIn(text)];
  const highlights = highlightRangesOf(text).filter(({ from, to }) => isOfAWork || isPlaced(text.slice(from, to)));
  if (!isOfAWork && placed.length + signatures.length + highlights.length === 0) return text;
  const besides = found.flatMap(({ to, until = to }) => (until > to ? [{ from: to, to: until }] : []));
  const others = [
    ...highlights, ...signatures, ...besides, ...placed.map(({ from, until }) => ({ from, to: until })), ...(isOfAWork ? [...found, ...recordOfWork(text)] : []),
  ];
  const notes = outside(notesOnHighlights(text, found), [...found, ...placed]);
  return [...outside([{ from: 0, to: text.length }], others), ...notes].map(({ from, to }) => text.slice(from, to)).join('\n');
}

// What of `ranges`, which do not overlap, lies in none of `others`; both are gone through once.
function outside(ranges: readonly Span[], others: readonly Span[]): Span[] {
  const left = [...others].sort((one, other) => one.from - other.from);
  const kept: Span[] = [];
  let [next, passed] = [0, 0];
  for (const { from, to } of [...ranges].sort((one, other) => one.from - other.from)) {
    let at = Math.max(from, passed);
    for (let other = left[next]; other !== undefined && other.from < to; other = left[++next]) {
      if (other.from > at) kept.push({ from: at, to: other.from });
      at = Math.max(at, other.to);
    }
    if (to > at) kept.push({ from: at, to });
    passed = Math.max(passed, at);
  }
  return kept;
}
