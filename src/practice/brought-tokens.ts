import { tokensOf } from './tokens';

/** Whether a change brings tokens that were not in the text before. */
export function bringsTokens(before: string, after: string): boolean {
  const brought = writtenTokens(after);
  if (brought.length === 0) return false;
  const present = new Map<string, number>();
  for (const token of writtenTokens(before)) present.set(token, (present.get(token) ?? 0) + 1);
  return brought.some((token) => {
    const left = present.get(token) ?? 0;
    present.set(token, left - 1);
    return left === 0;
  });
}

/**
 * What is new in a text that takes the place of another: without the lines that stood there before, at both ends.
 * Undefined when it holds no token, and when what it replaces held one: that may be the very one, and somebody's own.
 */
export function broughtIn(before: string, after: string): string | undefined {
  if (!after.includes('{{')) return undefined;
  const [was, is] = before === '' ? [[], [after]] : [before.split('\n'), after.split('\n')];
  const shorter = Math.min(was.length, is.length);
  let start = 0;
  while (start < shorter && was[start] === is[start]) start++;
  let end = 0;
  while (end < shorter - start && was[was.length - 1 - end] === is[is.length - 1 - end]) end++;
  const brought = is.slice(start, is.length - end).join('\n');
  if (tokensOf(brought).length === 0 || tokensOf(was.slice(start, was.length - end).join('\n')).length > 0) return undefined;
  return brought;
}

function writtenTokens(text: string): string[] {
  return tokensOf(text).map(({ from, to }) => text.slice(from, to));
}
