import { stringify } from 'yaml';
import { lineBreakOf } from '../base';
import type { Token } from './tokens';

/** A run of characters and what takes its place. */
export interface Filling {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly inYaml: boolean;
}

const KEY = /^[^\s#'"[{-][^'"]*:[ \t]+$|^(?:"[^"]*"|'[^']*'):[ \t]+$/;
const ITEM = /^\s*-[ \t]+$/;
const END = /^[ \t]*(?:[ \t]#.*)?$/;

/**
 * What takes a token's place inside the properties. A token that is the whole value becomes a list (or a text, for
 * tokens that stand for one); quotes around it, which Obsidian's property editor writes, go with it. As an item of a
 * list it becomes as many items. Inside a quoted text the entries are joined and escaped as the quotes demand.
 */
export function fillingInYaml(text: string, token: Token, lines: readonly string[]): Filling {
  const line = text.slice(token.line.from, token.line.to);
  const [at, end] = [token.from - token.line.from, token.to - token.line.from];
  const quote = quoteAround(line, at, end);
  const [from, to] = quote === '' ? [at, end] : [at - 1, end + 1];
  const [before, after] = [line.slice(0, from), line.slice(to)];
  const place = { from: token.line.from + from, to: token.line.from + to, inYaml: true };
  if (END.test(after)) {
    if (ITEM.test(before)) return { ...place, text: (lines.length === 0 ? [''] : lines).map(quoted).join(lineBreakOf(text) + before) };
    if (KEY.test(before)) return { ...place, text: token.isList ? `[${lines.map(quoted).join(', ')}]` : quoted(lines.join(', ')) };
  }
  return { from: token.from, to: token.to, inYaml: true, text: escapedFor(openQuote(line.slice(0, at)), lines.join(', ')) };
}

function quoteAround(line: string, from: number, to: number): string {
  const mark = line[from - 1] ?? '';
  return (mark === '"' || mark === "'") && line[to] === mark ? mark : '';
}

/** The quotes in which a place of a line lies, read from the line's start; empty when in none. */
function openQuote(before: string): string {
  const opening = /(?:^|[:[,-][ \t]*)(["'])/.exec(before);
  if (opening?.[1] === undefined) return '';
  const mark = opening[1];
  const inside = before.slice(opening.index + opening[0].length);
  const closed = mark === '"' ? /^(?:[^"\\]|\\.)*"/.test(inside) : /^(?:[^']|'')*'(?!')/.test(inside);
  return closed ? '' : mark;
}

function escapedFor(quote: string, value: string): string {
  if (quote === '"') return quoted(value).slice(1, -1);
  if (quote === "'") return value.replace(/'/g, "''");
  return value;
}

function quoted(value: string): string {
  return stringify(value, { defaultStringType: 'QUOTE_DOUBLE', lineWidth: 0 }).trimEnd();
}
