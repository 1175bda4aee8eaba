/** A code fence that is open. */
export interface OpenFence {
  /** Its backticks or tildes. */
  readonly marker: string;
  /** What follows them: the language. */
  readonly info: string;
  /** In how many blockquotes it stands. */
  readonly depth: number;
  /** The column from which its lines count, when it belongs to a list item; 0 outside of lists. */
  readonly column: number;
}

const FENCE = /^(`{3,}|~{3,})([^\n]*)$/;
const ITEM = /^([-*+]|\d{1,9}[.)])([ \t]+)/;
const TAB = 4;

/**
 * Follows code fences through the lines of a text, as CommonMark 4.5 has them: also those in list items and, where asked,
 * in blockquotes. A fence that nothing closes ends with its list item or blockquote, else with the text.
 */
export class FenceReader {
  #open: OpenFence | undefined;
  #items: number[] = [];

  constructor(private readonly inQuotes = false) {}

  /** The fence that is open after the lines read so far. */
  get open(): OpenFence | undefined {
    return this.#open;
  }

  /** Reads the next line; gives the fence that it belongs to (its borders included), if any. */
  read(line: string): OpenFence | undefined {
    const { depth, rest } = this.inQuotes ? withoutQuoteMarks(line) : { depth: 0, rest: line };
    const isBlank = rest.trim() === '';
    const fence = this.#open;
    if (fence !== undefined) {
      if (depth >= fence.depth && (isBlank || columnOf(rest) >= fence.column)) {
        if (closes(rest, fence)) this.#open = undefined;
        return fence;
      }
      this.#open = undefined;
    }
    if (isBlank) return undefined;
    const { text, column, indent } = this.#enterItems(rest);
    const match = indent - column > 3 ? null : FENCE.exec(text);
    const [marker, info] = [match?.[1], match?.[2]?.trim() ?? ''];
    // A backtick in the info string makes it inline code, not a fence.
    if (marker === undefined || (marker.startsWith('`') && info.includes('`'))) return undefined;
    this.#open = { marker, info, depth, column };
    return this.#open;
  }

  // Leaves the list items that a line does not belong to, and enters those that it begins.
  #enterItems(line: string): { text: string; column: number; indent: number } {
    let indent = columnOf(line);
    // Any other blank is a letter before a fence, and no indentation.
    let text = line.replace(/^[ \t]+/, '');
    while ((this.#items.at(-1) ?? 0) > indent) this.#items.pop();
    for (let item = ITEM.exec(text); item !== null && indent - (this.#items.at(-1) ?? 0) <= 3; item = ITEM.exec(text)) {
      const gap = columnOf(item[2] ?? '');
      this.#items.push(indent + (item[1] ?? '').length + (gap > 4 ? 1 : gap));
      indent += (item[1] ?? '').length + gap;
      text = text.slice(item[0].length);
    }
    return { text, column: this.#items.at(-1) ?? 0, indent };
  }
}

function closes(line: string, fence: OpenFence): boolean {
  // Any other blank is a letter, as before the fence that opens.
  const text = line.replace(/^[ \t]+|[ \t\r]+$/g, '');
  return columnOf(line) - fence.column <= 3 && text.length >= fence.marker.length && text === (fence.marker[0] ?? '').repeat(text.length);
}

function withoutQuoteMarks(line: string): { depth: number; rest: string } {
  let [depth, rest] = [0, line];
  for (let mark = /^(?:[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+)*[ \t]*>[ ]?/.exec(rest); mark !== null; mark = /^[ \t]*>[ ]?/.exec(rest)) {
    depth++;
    rest = rest.slice(mark[0].length);
  }
  return { depth, rest };
}

/** The column at which a line's text starts; a tab goes on to the next multiple of four. */
function columnOf(line: string): number {
  let column = 0;
  for (const character of line) {
    if (character === ' ') column++;
    else if (character === '\t') column += TAB - (column % TAB);
    else break;
  }
  return column;
}
