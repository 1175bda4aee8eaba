const FENCE = /^[\s>]*(?:[-*+]\s+|\d+[.)]\s+)?(`{3,}|~{3,})/;

/** A text without its comments, and the comments that were taken out. */
export interface Uncommented {
  readonly text: string;
  readonly comments: readonly string[];
}

/**
 * Takes Obsidian comments (`%% … %%`, within a line or over many) and HTML comments out of a text. Code spans and code
 * fences hold no comments; a comment that is never closed reaches to the end, as nothing says where it would stop.
 */
export function withoutComments(text: string): Uncommented {
  const comments: string[] = [];
  let [kept, hidden, fence] = ['', '', ''];
  let closer: '%%' | '-->' | undefined;
  for (const line of text.match(/[^\n]*\n|[^\n]+$/g) ?? []) {
    let at = 0;
    if (closer === undefined) {
      const marker = FENCE.exec(line)?.[1] ?? '';
      if (fence !== '' || (marker !== '' && !line.slice(line.indexOf(marker) + marker.length).includes('`'))) {
        const closes = fence !== '' && marker.startsWith(fence) && line.trim().replace(/^[\s>]*/, '') === marker;
        fence = fence === '' ? marker : closes ? '' : fence;
        kept += line;
        continue;
      }
    }
    while (at < line.length) {
      if (closer !== undefined) {
        const end = line.indexOf(closer, at);
        hidden += line.slice(at, end < 0 ? line.length : end);
        at = end < 0 ? line.length : end + closer.length;
        if (end < 0) continue;
        comments.push(hidden.trim());
        [closer, hidden] = [undefined, ''];
        continue;
      }
      const opening = nextOpening(line, at);
      kept += line.slice(at, opening.at);
      at = opening.at + opening.length;
      closer = opening.closer;
    }
  }
  if (closer !== undefined) comments.push(hidden.trim());
  return { text: kept, comments };
}

// Where the next comment opens, code spans skipped; the line's end when none does.
function nextOpening(line: string, from: number): { at: number; length: number; closer?: '%%' | '-->' } {
  for (let at = from; at < line.length; at++) {
    if (line.startsWith('%%', at)) return { at, length: 2, closer: '%%' };
    if (line.startsWith('<!--', at)) return { at, length: 4, closer: '-->' };
    if (line[at] !== '`') continue;
    const ticks = /^`+/.exec(line.slice(at))?.[0] ?? '`';
    const close = closingTicks(line, at + ticks.length, ticks.length);
    at = (close < 0 ? at + ticks.length : close + ticks.length) - 1;
  }
  return { at: line.length, length: 0 };
}

function closingTicks(line: string, from: number, count: number): number {
  for (const run of line.slice(from).matchAll(/`+/g)) if (run[0].length === count) return from + run.index;
  return -1;
}
