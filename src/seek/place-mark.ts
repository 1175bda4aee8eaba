/** The label of the small link that leads from a place to the quote note made of it. */
export const PLACE_MARK = '❞';

/** The source of a regular expression for that link and the space before it, as either kind of link; its two groups are what it leads to. */
export const MARK = `\\s{0,20}(?:\\[\\[([^[\\]|\\n]*)\\|${PLACE_MARK}\\]\\]|\\[${PLACE_MARK}\\]\\(<?([^)>\\n]{0,2000})>?\\))`;

const MARK_AT_END = new RegExp(`${MARK}\\s*$`, 'u');
const BLOCK_ID = /\s\^[\w-]+\s*$/;

/** A text without the small link at its end, and what it leads to. */
export function withoutMark(text: string): { readonly text: string; readonly quoteNote?: string } {
  const mark = MARK_AT_END.exec(text);
  const target = mark?.[1] ?? mark?.[2];
  if (mark === null || target === undefined) return { text };
  return { text: text.slice(0, mark.index), quoteNote: target };
}

/** A text without the id at its end by which links lead to its block. */
export function withoutBlockId(text: string): string {
  const at = text.search(BLOCK_ID);
  return at < 0 ? text : text.slice(0, at).trimEnd();
}
