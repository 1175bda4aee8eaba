import { isPrivatePath, leadsToPrivate } from './addresses';
import type { Hold, Privacy } from './redaction';
import { withoutQuotedPaths } from './told-paths';

const MERMAID = /^[\s>]*(?:(?:[-*+]|\d{1,9}[.)])[\s>]+)*(?:`{3,}|~{3,})[ \t]*\{?[ \t]*mermaid\b/im;
// A label in brackets of whatever shape, or a word: the name of a node, which is its label where it has no other.
const LABEL = /([[({|>"/\\]+)([^[\](){}|<>"\n]{1,300})(?=[\])}|"/\\])|([\p{L}\p{N}_][^\s[\](){}<>"'|;,&:@]{0,299})/gu;
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
  return code.slice(0, begin) + diagram.replace(LABEL, (written: string, opener: string | undefined, label: string | undefined, name: string | undefined) => {
    const words = (label ?? name ?? '').trim();
    const isPrivate = [words, words.replace(SIGNS, '')].some((target) => leadsToPrivate(target, privacy) || isPrivatePath(target, privacy));
    return isPrivate ? `${opener ?? ''}${held(words)}` : written;
  });
}

// Brackets would give a node another shape.
function nameless({ placeholder }: Privacy): string {
  const words = placeholder.replace(/[^\p{L}\p{N}…]+/gu, '');
  return words === '' ? '…' : words;
}
