const TAB = '    ';

/** How far a line is indented, in blanks; a tab is four. */
export function indentOf(line: string): number {
  return (/^\s*/.exec(line)?.[0] ?? '').replace(/\t/g, TAB).length;
}
