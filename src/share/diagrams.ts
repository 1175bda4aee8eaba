import { lazily } from '../base';
import { isPrivatePath, leadsToPrivate } from './addresses';
import { FENCE } from './pattern-parts';
import type { Hold, Privacy } from './redaction';
import { withoutQuotedPaths } from './told-paths';

const MERMAID = new RegExp(String.raw`${FENCE}mermaid\b`, 'im');
// A label in brackets of whatever shape, or a word: the name of a node, which is its label where it has no other.
const label = lazily(() => /([[({|>"`/\\]+)([^[\](){}|<>"`\n]{1,300})(?=[\])}|"`/\\])|([\p{L}\p{N}_][^\s[\](){}<>"'`|;,&:@]{0,299})/gu);
const name = lazily(() => /[\p{L}\p{N}_][^\s[\](){}<>"'`|;,&:@]{0,299}/gu);
const ARROW = /(-{2,}|={2,}|-?\.+-|-\.+|\.{2,}|~{3,}|-$)/;
const SIGNS = /[\s/\\]+$/;

/**
 * Code without the private notes that a diagram of Mermaid leads to: Obsidian makes a link of every node of the class
 * `internal-link`, to the note that its label names. As any node may get that class by another's rule, all of them count.
 */
export function withoutPrivateDiagrams(code: string, privacy: Privacy, hold: Hold): string {
  const begin = code.search(MERMAID);
  if (begin < 0) return code;
  const held = (words: string): string => hold('private-link', words) + nameless(privacy);
  const diagram = withoutQuotedPaths(code.slice(begin), privacy, held);
  if (!/internal-link/i.test(diagram)) return code.slice(0, begin) + diagram;
  const isPrivate = (words: string): boolean => [words, words.replace(SIGNS, '')].some((target) => leadsToPrivate(target, privacy) || isPrivatePath(target, privacy));
  // A name may be glued to arrows and to others behind them, whose heads look like letters of it.
  const named = (written: string): string => {
    if (isPrivate(written)) return held(written);
    return written.split(ARROW).map((part) => (withoutHeads(part).some((words) => words !== '' && isPrivate(words)) ? held(part) : part)).join('');
  };
  return code.slice(0, begin) + diagram.replace(label(), (written: string, opener: string | undefined, words: string | undefined, alone: string | undefined) => {
    if (words === undefined) return named(alone ?? '');
    if (isPrivate(words.trim())) return `${opener ?? ''}${held(words.trim())}`;
    // Behind what may be the end of a label or of an arrow stand names.
    return /[[({]/.test(opener ?? '') ? written : (opener ?? '') + words.replace(name(), named);
  });
}

function withoutHeads(part: string): string[] {
  return [part, part.replace(/^[xo*+]/, ''), part.replace(/[xo*+]$/, ''), part.replace(/^[xo*+]|[xo*+]$/g, '')];
}

// Brackets would give a node another shape.
function nameless({ placeholder }: Privacy): string {
  const words = placeholder.replace(/[^\p{L}\p{N}…]+/gu, '');
  return words === '' ? '…' : words;
}
