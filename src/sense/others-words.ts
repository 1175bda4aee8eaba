import { sectionsOf } from '../note';
import { highlightRangesOf, isPlaced, placedWordsOf, type FoundQuote } from '../seek';

interface Range {
  readonly from: number;
  readonly to: number;
}

const METADATA = /^metadata$/i;

/**
 * A note without what may be somebody else's, by where it stands: what has a place in a work behind it, and all below a heading
 * that says "Highlights", whatever the chapters are called, but for what is known as the reader's note on a highlight. Readwise,
 * Kindle and such put other people's words there without any `>`. A note that is about no work (`isOfAWork`) keeps highlights
 * of its own, as long as none of them tells a place. `found` are the quotes that stand in the note.
 */
export function withoutOthersWords(text: string, found: readonly FoundQuote[], isOfAWork: boolean): string {
  const placed = placedWordsOf(text);
  if (!isOfAWork && placed.length === 0) return text;
  const highlights = highlightRangesOf(text).filter(({ from, to }) => isOfAWork || isPlaced(text.slice(from, to)));
  const metadata = isOfAWork ? sectionsOf(text).filter(({ title }) => METADATA.test(title)).map(({ bodyFrom, ownTo }) => ({ from: bodyFrom, to: ownTo })) : [];
  const notes = found.flatMap(({ to, until = to }) => (until > to ? [{ from: to, to: until }] : []));
  const others = [...highlights, ...metadata, ...(isOfAWork ? found : []), ...notes, ...placed.map(({ from, until }) => ({ from, to: until }))];
  return [...outside([{ from: 0, to: text.length }], others), ...outside(notes, [...found, ...placed])].map(({ from, to }) => text.slice(from, to)).join('\n');
}

// What of `ranges`, which do not overlap, lies in none of `others`; both are gone through once.
function outside(ranges: readonly Range[], others: readonly Range[]): Range[] {
  const left = [...others].sort((one, other) => one.from - other.from);
  const kept: Range[] = [];
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
