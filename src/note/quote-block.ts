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

const QUOTED = /^ {0,3}>/;
const CALLOUT = /^\[!([^\]\n]+)\][+-]?[ \t]*(.*)$/;

/** All blockquotes and callouts of a note, outermost ones only. Every line of a block has its `>`; lazy lines do not count. */
export function quoteBlocksOf(text: string): QuoteBlock[] {
  const blocks: QuoteBlock[] = [];
  let run: Line[] = [];
  const close = (): void => {
    if (run.length > 0) blocks.push(blockOf(run));
    run = [];
  };
  for (const line of linesOf(text)) {
    if (line.setting === 'prose' && QUOTED.test(line.text)) run.push(line);
    else close();
  }
  close();
  return blocks;
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
  const inner = run.map(({ text }) => text.replace(QUOTED, '').replace(/^ /, ''));
  const [from, to] = [run[0]?.from ?? 0, run.at(-1)?.to ?? 0];
  const callout = CALLOUT.exec(inner[0] ?? '');
  if (callout === null) return { from, to, text: inner.join('\n') };
  const [, kind = '', title = ''] = callout;
  return { from, to, callout: kind.trim().toLowerCase(), title: title.trim(), text: inner.slice(1).join('\n') };
}
