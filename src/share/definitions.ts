import { addressAt, behindBlanks, titleEndAt } from './destinations';

/** `[label]: address "title"` at the start of a line, be it in a list, a blockquote or a footnote. */
interface Definition {
  readonly label: string;
  readonly address: string;
  /** Where its line starts. */
  readonly from: number;
  /** Where its `[` stands. */
  readonly opening: number;
  /** Where its address stands. */
  readonly start: number;
  readonly behind: number;
  /** Where it ends, its title included. */
  readonly to: number;
  /** Whether other words follow, so that no reader takes it for a definition, or whether it is a footnote. */
  readonly isWords: boolean;
  /** Whether it is a footnote of one word, which readers who know no footnotes take for an address. */
  readonly isWordOfFootnote: boolean;
}

const MARKS = /[ \t>]*(?:(?:(?:[-*+]|\d{1,9}[.)])[ \t]|\[\^[^\][\n]*\]:)[ \t>]*)*/y;
const BRACKET = /\\[!-/:-@[-`{-~]|[[\]]|\n/g;
const LINE_END = /[ \t\r]*(?:\n|$)/y;

/** The definitions in a text, as every reader might see them. */
export function definitionsIn(text: string): Definition[] {
  if (!text.includes(']:')) return [];
  const definitions: Definition[] = [];
  const bracket = new RegExp(BRACKET);
  let [line, head] = [0, headOf(text, 0)];
  let opening: Opening | undefined;
  for (let match = bracket.exec(text); match !== null; match = bracket.exec(text)) {
    const at = match.index;
    if (text[at] === '\n') [line, head] = [at + 1, headOf(text, at + 1)];
    else if (text[at] === '[') opening = { at, line, isFirst: at === head || (at < head && text[at + 1] === '^') };
    else if (text[at] === ']') {
      if (opening !== undefined && text[at + 1] === ':') definitions.push(...definitionAt(text, opening, at));
      opening = undefined;
    }
  }
  return definitions;
}

interface Opening {
  readonly at: number;
  /** Where its line starts. */
  readonly line: number;
  /** Whether only the marks of lists, blockquotes and footnotes stand before it. */
  readonly isFirst: boolean;
}

// A label holds no other bracket, so that it begins at the last one that was opened.
function definitionAt(text: string, { at: opening, line, isFirst }: Opening, closing: number): Definition[] {
  const label = text.slice(opening + 1, closing);
  const start = behindBlanks(text, closing + 2);
  const isWords = !isFirst || label.startsWith('^');
  const { address, behind } = addressAt(text, start);
  if (/^[ \t\r\n]*$/.test(label) || /\n[ \t>]*\n/.test(label) || start === behind) return [];
  const to = [titleEndAt(text, behindBlanks(text, behind)), behind].find((end) => end !== undefined && endsLine(text, end));
  return [{ label, address, from: line, opening, start, behind, to: to ?? behind, isWords: isWords || to === undefined, isWordOfFootnote: isFirst && isWords && to !== undefined }];
}

function headOf(text: string, line: number): number {
  MARKS.lastIndex = line;
  return line + (MARKS.exec(text)?.[0].length ?? 0);
}

function endsLine(text: string, at: number): boolean {
  LINE_END.lastIndex = at;
  return LINE_END.test(text);
}

/** What a label is known by: its case does not count, and any blanks, over lines of a blockquote too, count as one. */
export function labelKey(label: string): string {
  return label.replace(/\n[ \t>]*/g, ' ').trim().replace(/\s+/g, ' ').toLowerCase().toUpperCase();
}
