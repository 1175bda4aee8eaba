import { codeSpansOf, type Span } from '../note';
import { BLOCK } from './pattern-parts';

const SIGN = /\\[!-/:-@[-`{-~]|[[\]]|\n[ \t>]*(?=\n)/g;
const TAG = /<[a-z/!?][^<>]*>/gi;

/**
 * For every `]` of a text the `[` that it pairs with. Readers of Markdown differ in whether brackets in code spans and in
 * HTML tags count: where their answers differ, the first bracket in the text is taken, so that a label is never cut short.
 */
export function openingsIn(text: string): ReadonlyMap<number, number> {
  const openings = new Map<number, number>();
  pairBrackets(text, [], openings);
  const code = text.includes('`') ? codeByBlock(text) : [];
  if (code.length > 0) pairBrackets(text, code, openings);
  const tags = [...text.matchAll(TAG)].filter(([tag]) => /[[\]]/.test(tag)).map(({ index, 0: tag }) => ({ from: index, to: index + tag.length }));
  if (tags.length > 0) pairBrackets(text, [...code, ...tags].sort((left, right) => left.from - right.from), openings);
  return openings;
}

function pairBrackets(text: string, skipped: readonly Span[], openings: Map<number, number>): void {
  const sign = new RegExp(SIGN);
  let open: number[] = [];
  let skip = 0;
  for (let match = sign.exec(text); match !== null; match = sign.exec(text)) {
    const at = match.index;
    while ((skipped[skip]?.to ?? Number.POSITIVE_INFINITY) <= at) skip++;
    const within = skipped[skip];
    if (within !== undefined && within.from <= at) sign.lastIndex = within.to;
    else if (text[at] === '\n') open = [];
    else if (text[at] === '[') open.push(at);
    else if (text[at] === ']') {
      const from = open.pop();
      if (from !== undefined) openings.set(at, Math.min(from, openings.get(at) ?? from));
    }
  }
}

// No code span reaches beyond its block.
function codeByBlock(text: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (const block of text.split(BLOCK)) {
    if (block.includes('`')) spans.push(...codeSpansOf(block).spans.map(({ from, to }) => ({ from: start + from, to: start + to })));
    start += block.length + 1;
  }
  return spans;
}
