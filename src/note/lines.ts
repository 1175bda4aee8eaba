/** What surrounds a line of a note. */
export type LineSetting = 'frontmatter' | 'fence' | 'comment' | 'math' | 'prose';

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

const FENCE = /^ {0,3}(`{3,}|~{3,})(.*)$/;

/**
 * A note's lines, each with its setting, so that a `#` in a code fence is not taken for a heading, nor a `>` in a
 * comment for a quote. Fence borders count as fence, the `---` lines as frontmatter. Fences follow CommonMark 4.5;
 * `%%` and `$$` blocks open and close on lines of their own, as in Obsidian. An unclosed fence runs to the end.
 */
export function linesOf(text: string): Line[] {
  return scan(text).lines;
}

/** The line that would close what a text leaves open at its end (a fence, a comment, a formula); undefined when nothing is. */
export function unclosedBlock(text: string): string | undefined {
  return scan(text).closer;
}

function scan(text: string): { lines: Line[]; closer: string | undefined } {
  const frontmatterEnd = endOfFrontmatter(text);
  const lines: Line[] = [];
  let fence: string | undefined;
  let block: 'comment' | 'math' | undefined;
  for (let from = 0; from <= text.length; ) {
    const line = rawLine(text, from);
    let setting: LineSetting = 'prose';
    if (from < frontmatterEnd) setting = 'frontmatter';
    else if (fence !== undefined) {
      setting = 'fence';
      if (closesFence(line.text, fence)) fence = undefined;
    } else if (block !== undefined) {
      setting = block;
      if (endsBlock(line.text, block)) block = undefined;
    } else {
      fence = opensFence(line.text);
      block = fence === undefined ? opensBlock(line.text) : undefined;
      if (fence !== undefined) setting = 'fence';
      else if (block !== undefined) setting = block;
    }
    lines.push({ ...line, setting });
    if (line.next === line.to) break;
    from = line.next;
  }
  return { lines, closer: fence ?? (block === undefined ? undefined : block === 'comment' ? '%%' : '$$') };
}

/** The offset just after the frontmatter's closing line; 0 when the note has none. */
export function endOfFrontmatter(text: string): number {
  const opening = /^---[^\S\n]*\r?\n/.exec(text);
  if (opening === null) return 0;
  const closing = /^---[^\S\n]*(?:\r?\n|$)/gm;
  closing.lastIndex = opening[0].length;
  return closing.exec(text) === null ? 0 : closing.lastIndex;
}

function rawLine(text: string, from: number): Omit<Line, 'setting'> {
  const newline = text.indexOf('\n', from);
  if (newline < 0) return { from, to: text.length, next: text.length, text: text.slice(from) };
  const to = newline > from && text[newline - 1] === '\r' ? newline - 1 : newline;
  return { from, to, next: newline + 1, text: text.slice(from, to) };
}

function opensFence(line: string): string | undefined {
  const match = FENCE.exec(line);
  const marker = match?.[1];
  // A backtick in the info string makes it inline code, not a fence.
  if (marker === undefined || (marker.startsWith('`') && match?.[2]?.includes('`') === true)) return undefined;
  return marker;
}

function closesFence(line: string, opened: string): boolean {
  const match = FENCE.exec(line);
  const marker = match?.[1];
  return marker !== undefined && marker[0] === opened[0] && marker.length >= opened.length && match?.[2]?.trim() === '';
}

function opensBlock(line: string): 'comment' | 'math' | undefined {
  const trimmed = line.trim();
  if (trimmed.startsWith('%%') && trimmed.indexOf('%%', 2) < 0) return 'comment';
  if (trimmed.startsWith('$$') && trimmed.indexOf('$$', 2) < 0) return 'math';
  return undefined;
}

function endsBlock(line: string, block: 'comment' | 'math'): boolean {
  return line.includes(block === 'comment' ? '%%' : '$$');
}
