import { COUNT_BITS, IN_HEADING } from '../read/tally';
import { codeIn, termIn } from '../vault/arena';
import type { VaultIndex } from '../vault/vault-index';
import type { Question } from './question';

const SAME = 0.9;
/** A term of more notes than this, or of a larger share of them, may be of a form that many notes fill in. */
const MANY = 10;
const MANY_SHARE = 0.01;

/** What a note of few words says, and under which words it is known beside. */
interface Said {
  readonly body: ReadonlySet<number>;
  /** Words of its names and tags that stand nowhere in its text. */
  readonly names: ReadonlySet<number>;
}

/** Whether a term stands in the text of a note, not only in its names and tags. */
export function isInText(code: number): boolean {
  return (code & (COUNT_BITS | IN_HEADING)) !== 0;
}

function said(terms: Iterable<readonly [term: number, code: number]>): Said {
  const body = new Set<number>();
  const names = new Set<number>();
  for (const [term, code] of terms) (isInText(code) ? body : names).add(term);
  return { body, names };
}

export function saidByNote(index: VaultIndex, note: number): Said {
  const { start, count } = index.entry(note);
  return said(Array.from(index.arena.view(start, count), (packed) => [termIn(packed), codeIn(packed)] as const));
}

export function saidByQuestion({ all, codes }: Question): Said {
  return said(Array.from(all, (term, at) => [term, codes[at] as number] as const));
}

function shared(a: ReadonlySet<number>, b: ReadonlySet<number>): number[] {
  return [...a].filter((term) => b.has(term));
}

/**
 * Whether two notes of few words say the same: nearly all terms of their texts stand in both (Jaccard). Where what they share is filled
 * into many notes, or less than what their names tell apart, they may be entries of one catalogue and are not the same.
 */
export function saySame(index: VaultIndex, a: Said, b: Said): boolean {
  const both = shared(a.body, b.body);
  if (both.length < SAME * (a.body.size + b.body.size - both.length)) return false;
  const many = Math.max(MANY, index.count * MANY_SHARE);
  const telling = both.filter((term) => index.documentFrequency.get(term) <= many).length;
  const apart = a.names.size + b.names.size - 2 * shared(a.names, b.names).length;
  return telling > 0 && apart <= telling;
}
