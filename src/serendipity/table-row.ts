import type { Line } from '../note';

/** What a line of a quote or a callout begins with. */
const MARGIN = /^[ \t>]+/;
const RULE = /^\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t:-]*)+$/;

/** Whether a line is the second one of a table, also of one in a quote or a callout. */
export function isTableRule({ setting, text }: Line): boolean {
  return setting === 'prose' && RULE.test(text.replace(MARGIN, ''));
}

/** Whether the line at a place is a row of a table: right above the table's second line, or below it without a blank line between. */
export function isTableRow(lines: readonly Line[], at: number): boolean {
  const next = lines[at + 1];
  if (next !== undefined && isTableRule(next)) return true;
  for (let above = at - 1; above >= 0; above--) {
    const line = lines[above];
    if (line === undefined || line.setting !== 'prose' || line.text.trim() === '') return false;
    if (isTableRule(line)) return true;
  }
  return false;
}
