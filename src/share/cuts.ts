import type { Hold, Privacy, Redaction } from './redaction';

/** A stretch of a text that does not leave. */
export interface Cut {
  readonly from: number;
  readonly to: number;
  /** What stands there instead. */
  readonly put?: string;
  /** What is noted down; nothing where another cut tells it. */
  readonly held?: { readonly kind: Redaction['kind']; readonly shown: string };
}

/** A text without its cuts. What lies within another cut goes with it; two that overlap become one. */
export function withoutCuts(text: string, cuts: readonly Cut[], hold: Hold): string {
  if (cuts.length === 0) return text;
  let [kept, behind] = ['', 0];
  for (const { from, to, put = '', held } of [...cuts].sort((left, right) => left.from - right.from || right.to - left.to)) {
    if (to <= behind && to > from) continue;
    if (held !== undefined) hold(held.kind, held.shown);
    if (from >= behind) kept += text.slice(behind, from) + put;
    behind = Math.max(behind, to);
  }
  return kept + text.slice(behind);
}

/** The placeholder, so that it begins no link or definition together with what stands around it. */
export function placeholderIn(text: string, from: number, to: number, { placeholder }: Privacy): string {
  return /[([:]/.test(text[to] ?? '') || text[from - 1] === ']' ? placeholder.replace(/[[\]]/g, '\\$&') : placeholder;
}
