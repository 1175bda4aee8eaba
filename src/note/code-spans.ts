/** A stretch of a text: from its first character to just behind its last. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Where a text has code spans, backticks included, and whether a run of backticks in it is closed by none. */
export function codeSpansOf(text: string): { readonly spans: readonly Span[]; readonly isOpen: boolean } {
  const spans: Span[] = [];
  const unclosed = new Set<number>();
  for (let at = text.indexOf('`'); at >= 0 && at < text.length; at = text.indexOf('`', at)) {
    if (isEscaped(text, at)) {
      at++;
      continue;
    }
    const to = endOfCodeSpan(text, at, unclosed);
    if (/[^`]/.test(text.slice(at, to))) spans.push({ from: at, to });
    at = to;
  }
  return { spans, isOpen: unclosed.size > 0 };
}

/**
 * Where the code span that starts at `at` ends; just behind its backticks when nothing closes them. The lengths that
 * nothing closes are noted down: asked from the text's start to its end, none is looked for twice.
 */
function endOfCodeSpan(text: string, at: number, unclosed: Set<number>): number {
  let behind = at;
  while (text[behind] === '`') behind++;
  if (unclosed.has(behind - at)) return behind;
  for (let run = text.indexOf('`', behind); run >= 0; run = text.indexOf('`', run)) {
    const start = run;
    while (text[run] === '`') run++;
    if (run - start === behind - at) return run;
  }
  unclosed.add(behind - at);
  return behind;
}

// Behind an odd number of backslashes.
function isEscaped(text: string, at: number): boolean {
  let start = at;
  while (text[start - 1] === '\\') start--;
  return (at - start) % 2 === 1;
}
