import { linesOf, unclosedBlock } from './lines';

/**
 * Text that can stand in a section of a note without changing what follows: headings go below `level`, and a code fence,
 * comment or formula that was left open is closed. The words stay as they are.
 */
export function selfContained(text: string, level: number): string {
  const lines = linesOf(`\n${text}`).slice(1);
  const highest = Math.min(...lines.map(({ setting, text: line }) => (setting === 'prose' ? headingLevel(line) : Infinity)));
  const shift = Math.max(0, level + 1 - highest);
  const shifted = lines.map(({ setting, text: line }) =>
    setting === 'prose' && headingLevel(line) < Infinity ? line.replace(/#+/, (marks) => '#'.repeat(Math.min(6, marks.length + shift))) : line,
  );
  const closer = unclosedBlock(`\n${text}`);
  return [...shifted, ...(closer === undefined ? [] : [closer])].join('\n');
}

function headingLevel(line: string): number {
  return /^ {0,3}(#{1,6})(?=[ \t])/.exec(line)?.[1]?.length ?? Infinity;
}
