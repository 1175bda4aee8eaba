import { codeIn, termIn } from '../vault/arena';
import type { VaultIndex } from '../vault/vault-index';
import type { Question } from './question';
import { isInText, saidByNote, saidByQuestion, saySame } from './short-notes';

const FEWEST_TERMS_TO_COMPARE = 12;
const NEAR_DUPLICATE = 0.85;
/** Notes of few words may differ in so many. */
const MOST_MISSING = 2;

/** Whether hardly a word of a note's text is missing in the asking one: what can be told before lists are made. */
function mayBeSame(index: VaultIndex, asked: Uint8Array, start: number, count: number): boolean {
  const packed = index.arena.view(start, count);
  let missing = 0;
  for (let at = 0; at < packed.length; at++) {
    const term = packed[at] as number;
    if (isInText(codeIn(term)) && asked[termIn(term)] === 0 && ++missing > MOST_MISSING) return false;
  }
  return true;
}

/**
 * Whether nearly all terms of each note stand in the other (Jaccard); the words of a common template do not count. Notes of few words
 * are compared more strictly. `asked` has the byte of every term of the asking note.
 */
export function isNearDuplicate(index: VaultIndex, question: Question, asked: Uint8Array, note: number): boolean {
  const { all, boilerplate } = question;
  const { start, count } = index.entry(note);
  if (all.length > 2 * count || (boilerplate.size === 0 && count > 2 * all.length)) return false;
  if (Math.min(all.length, count) < FEWEST_TERMS_TO_COMPARE) return mayBeSame(index, asked, start, count) && saySame(index, saidByQuestion(question), saidByNote(index, note));
  const packed = index.arena.view(start, count);
  let shared = 0;
  let theirs = count;
  for (let at = 0; at < packed.length; at++) {
    const term = termIn(packed[at] as number);
    if (asked[term] !== 0) shared++;
    else if (boilerplate.has(term)) theirs--;
  }
  return shared >= NEAR_DUPLICATE * (all.length + theirs - shared);
}
