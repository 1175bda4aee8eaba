import { endOfCodeSpan } from './code-spans';
import { FenceReader } from './fences';

/** A text without its comments, and the comments that were taken out. */
export interface Uncommented {
  readonly text: string;
  readonly comments: readonly string[];
  /** Whether the last of them is never closed, and so reaches to the end. */
  readonly isOpen: boolean;
}

/** Where a line begins a block of its own, or is empty: no code span reaches beyond. */
const BLOCK_START = /^[\s>]*(?:(?:[-*+]|\d{1,9}[.)]|#{1,6})(?:\s|$)|$)/;

/**
 * Takes Obsidian comments (`%% … %%`, within a line or over many) and HTML comments out of a text. Code spans and code
 * fences hold no comments; a comment that is never closed reaches to the end, as nothing says where it would stop. Where a
 * line above left a code span open, backticks may close instead of open: what looks like a comment is taken for one there.
 */
export function withoutComments(text: string): Uncommented {
  const comments: string[] = [];
  const fences = new FenceReader(true);
  let [kept, hidden] = ['', ''];
  let closer: '%%' | '-->' | undefined;
  let isDoubtful = false;
  for (const line of text.match(/[^\n]*\n|[^\n]+$/g) ?? []) {
    let at = 0;
    const unclosed = new Set<number>();
    if (closer === undefined && fences.read(line.replace(/\r?\n$/, '')) !== undefined) {
      kept += line;
      isDoubtful = false;
      continue;
    }
    if (BLOCK_START.test(line.trimEnd())) isDoubtful = false;
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
      const opening = nextOpening(line, at, isDoubtful ? undefined : unclosed);
      kept += line.slice(at, opening.at);
      at = opening.at + opening.length;
      closer = opening.closer;
    }
    isDoubtful ||= unclosed.size > 0;
  }
  if (closer !== undefined) comments.push(hidden.trim());
  return { text: kept, comments, isOpen: closer !== undefined };
}

// Where the next comment opens, code spans skipped unless there may be none; the line's end when none does.
function nextOpening(line: string, from: number, unclosed: Set<number> | undefined): { at: number; length: number; closer?: '%%' | '-->' } {
  for (let at = from; at < line.length; at++) {
    if (line.startsWith('%%', at)) return { at, length: 2, closer: '%%' };
    if (line.startsWith('<!--', at)) return { at, length: 4, closer: '-->' };
    // An escaped backtick opens no code span.
    if (line[at] === '\\' && (line[at + 1] === '\\' || line[at + 1] === '`')) at++;
    else if (unclosed !== undefined && line[at] === '`') at = endOfCodeSpan(line, at, unclosed) - 1;
  }
  return { at: line.length, length: 0 };
}
