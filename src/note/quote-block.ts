import { linesOf, type Line } from './lines';

/** A blockquote or callout as it stands in a note; offsets in UTF-16 code units. */
export interface QuoteBlock {
  readonly from: number;
  /** The end of the block's last line, without its line break. */
  readonly to: number;
  /** The kind in `[!kind]`, in small letters; undefined for a plain blockquote. */
  readonly callout?: string;
  /** What follows `[!kind]` on its line. */
  readonly title?: string;
  /** The text inside, one level of `>` removed, lines joined by `\n`. */
  readonly text: string;
}

const QUOTED = /^[ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[.\][ \t]+)?)*>/;
const ITEM = /^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]/;
const DEEP = /^(?: {4}| {0,3}\t)/;
const CALLOUT = /^\[!([^\]|\n]+)(?:\|[^\]\n]*)?\][+-]?[ \t]*([^\n]*)$/;

/**
 * All blockquotes and callouts of a note, also in list items; outermost ones only. Every line of a block has its `>`;
 * lazy lines do not count.
 */
export function quoteBlocksOf(text: string): QuoteBlock[] {
  return runsOf(linesOf(text).filter(({ setting }) => setting !== 'frontmatter')).map(blockOf);
}

/** The blockquotes and callouts directly inside one of `text`'s blocks. */
export function innerBlocksOf(text: string, block: QuoteBlock): QuoteBlock[] {
  const inside = linesOf(text.slice(block.from, block.to)).map(({ from, to, next, text: line }): Line => (
    { from: block.from + from, to: block.from + to, next: block.from + next, text: innerOf(line), setting: 'prose' }
  ));
  return runsOf(inside).map(blockOf);
}

function runsOf(lines: readonly Line[]): Line[][] {
  const runs: Line[][] = [];
  let run: Line[] = [];
  let isInList = false;
  for (const line of lines) {
    const isItem = ITEM.test(line.text);
    if (isItem) isInList = true;
    else if (/^\S/.test(line.text)) isInList = false;
    const isQuoted = line.setting === 'prose' && QUOTED.test(line.text) && (isInList || !DEEP.test(line.text));
    if (run.length === 0 || !isQuoted || isItem) {
      run = [];
      if (isQuoted) runs.push(run);
    }
    if (isQuoted) run.push(line);
  }
  return runs;
}

/** The blockquote or callout in which an offset lies, if any. */
export function quoteBlockAt(text: string, offset: number): QuoteBlock | undefined {
  return quoteBlocksOf(text).find(({ from, to }) => offset >= from && offset <= to);
}

/** Lines put into a blockquote: the inverse of reading a block's text. */
export function asBlockquote(text: string): string {
  return text
    .split('\n')
    .map((line) => (line === '' ? '>' : `> ${line}`))
    .join('\n');
}

function blockOf(run: readonly Line[]): QuoteBlock {
  const inner = run.map(({ text }) => innerOf(text));
  const [from, to] = [run[0]?.from ?? 0, run.at(-1)?.to ?? 0];
  const callout = CALLOUT.exec(inner[0] ?? '');
  if (callout === null) return { from, to, text: inner.join('\n') };
  const [, kind = '', title = ''] = callout;
  return { from, to, callout: kind.trim().toLowerCase(), title: title.trim(), text: inner.slice(1).join('\n') };
}

function innerOf(line: string): string {
  return line.replace(QUOTED, '').replace(/^ /, '');
}
