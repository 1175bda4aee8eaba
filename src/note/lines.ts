import { FenceReader } from './fences';

/** What surrounds a line of a note. */
type LineSetting = 'frontmatter' | 'fence' | 'comment' | 'math' | 'prose';

/** One line of a note: its text without the line break, and where it stands (offsets in UTF-16 code units). */
export interface Line {
  readonly from: number;
  /** The end of the line's text. */
  readonly to: number;
  /** The start of the next line, or the note's end. */
  readonly next: number;
  readonly text: string;
  readonly setting: LineSetting;
}

/**
 * A note's lines, each with its setting, so that a `#` in a code fence is not taken for a heading, nor a `>` in a
 * comment for a quote. Fence borders count as fence, the `---` lines as frontmatter. `%%`, `$$` and `<!--` blocks open at
 * the start of a line, as in Obsidian. An unclosed fence or block runs to the end.
 */
export function linesOf(text: string): readonly Line[] {
  return scan(text).lines;
}

/** The line that would close what a text leaves open at its end (a fence, a comment, a formula); undefined when nothing is. */
export function unclosedBlock(text: string): string | undefined {
  return scan(text).closer;
}

interface Scan {
  readonly lines: readonly Line[];
  readonly closer: string | undefined;
}

// One question about a note leads to the next (its headings, its quotes): a long one is looked through once for all of them.
const WORTH_KEEPING = 5_000;
let latest: { readonly text: string; readonly scanned: Scan } | undefined;

function scan(text: string): Scan {
  if (text.length < WORTH_KEEPING) return scanned(text);
  if (latest?.text !== text) latest = { text, scanned: scanned(text) };
  return latest.scanned;
}

function scanned(text: string): Scan {
  const frontmatterEnd = endOfFrontmatter(text);
  const lines: Line[] = [];
  const fences = new FenceReader();
  let block: Block | undefined;
  for (let from = 0; from <= text.length; ) {
    const line = rawLine(text, from);
    let setting: LineSetting = 'prose';
    if (from < frontmatterEnd) setting = 'frontmatter';
    else if (block !== undefined) {
      setting = block.setting;
      if (line.text.includes(block.closer)) block = undefined;
    } else if (fences.read(line.text) !== undefined) setting = 'fence';
    else {
      block = opensBlock(line.text);
      if (block !== undefined) setting = block.setting;
    }
    lines.push({ ...line, setting });
    if (line.next === line.to) break;
    from = line.next;
  }
  // A fence in a list item ends with the item, so that nothing has to close it.
  const fence = fences.open?.column === 0 ? fences.open.marker : undefined;
  return { lines, closer: block?.closer ?? fence };
}

/** The offset just after the frontmatter's closing line; 0 when the note has none. */
export function endOfFrontmatter(text: string): number {
  const opening = /^\uFEFF?---[^\S\n]*\n/.exec(text);
  if (opening === null) return 0;
  const closing = /\n---[^\S\n]*(?:\n|$)/g;
  closing.lastIndex = opening[0].length - 1;
  return closing.exec(text) === null ? 0 : closing.lastIndex;
}

function rawLine(text: string, from: number): Omit<Line, 'setting'> {
  const newline = text.indexOf('\n', from);
  if (newline < 0) return { from, to: text.length, next: text.length, text: text.slice(from) };
  const to = newline > from && text[newline - 1] === '\r' ? newline - 1 : newline;
  return { from, to, next: newline + 1, text: text.slice(from, to) };
}

interface Block {
  readonly setting: 'comment' | 'math';
  readonly closer: string;
}

const BLOCKS: readonly (Block & { readonly opener: string })[] = [
  { opener: '%%', closer: '%%', setting: 'comment' },
  { opener: '<!--', closer: '-->', setting: 'comment' },
  { opener: '$$', closer: '$$', setting: 'math' },
];

function opensBlock(line: string): Block | undefined {
  const trimmed = line.trim();
  return BLOCKS.find(({ opener, closer }) => trimmed.startsWith(opener) && !trimmed.includes(closer, opener.length));
}
