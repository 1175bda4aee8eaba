import type { Line } from '../note';
import { indentOf } from './indent';
import { linkedPlaceIn } from './locations';
import { startsNoteBelow } from './readers-note';

/** What begins a point of a list. */
export const LIST_ITEM = /^\s*(?:[-*+]|\d+[.)])\s+(?:\[.\]\s+)?/;
const BORDER = /^\s*(?:(?:(?:[-*+]|\d+[.)])\s+)*>|-{3,}\s*$|\*{3,}\s*$|_{3,}\s*$|#)/;

/** One line of an entry; `isApart` when a blank line or something that is no prose stands before it. */
export interface EntryLine extends Line {
  readonly isApart: boolean;
}

/** A list item or a paragraph with all that stands deeper below it. */
export interface Entry {
  readonly isItem: boolean;
  readonly indent: number;
  readonly lines: EntryLine[];
  /** Whether a rule, a quote or the heading stands between it and the entry before. */
  readonly isFirst: boolean;
  /** Whether one of these stands below it. */
  isLast: boolean;
}

/** The entries that the lines of a section make. */
export function entriesOf(lines: readonly Line[]): Entry[] {
  const entries: Entry[] = [];
  let entry: Entry | undefined;
  let [isApart, isFirst] = [false, true];
  for (const line of lines) {
    const isProse = line.setting === 'prose' && line.text.trim() !== '';
    const indent = indentOf(line.text);
    if (isProse && !BORDER.test(line.text)) {
      if (entry !== undefined && belongsTo(entry, line.text, indent, isApart)) entry.lines.push({ ...line, isApart });
      else entries.push((entry = { isItem: LIST_ITEM.test(line.text), indent, isFirst, isLast: false, lines: [{ ...line, isApart: false }] }));
      [isApart, isFirst] = [false, false];
    } else {
      isApart = true;
      if (!isProse || indent > (entry?.indent ?? -1)) continue;
      if (entry !== undefined) entry.isLast = true;
      entry = undefined;
      isFirst = true;
    }
  }
  return entries;
}

// Whatever stands deeper, a line that goes on, and a note that is labelled as one.
function belongsTo(entry: Entry, text: string, indent: number, isApart: boolean): boolean {
  if (indent > entry.indent) return true;
  const isItem = LIST_ITEM.test(text);
  return (!isApart && !isItem) || (startsNoteBelow(text) && (isItem || !entry.isItem) && linkedPlaceIn(text) === null);
}
