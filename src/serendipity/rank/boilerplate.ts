import { termIn } from '../vault/arena';
import type { VaultIndex } from '../vault/vault-index';
import type { Scored } from './best';
import { type Question, bestTerms } from './question';
import type { WorkSpace } from './work-space';

const LOOKED_AT = 100;
const FEWEST_LOOKED_AT = 20;
/** A template shows by many terms that nearly all of the nearest notes have … */
const COMMON = 0.8;
const MANY_TERMS = 10;
/** … and then whatever most of them have is taken for part of it. */
const SHARED = 0.5;

/** In how many of the notes, at most 255, each term stands. */
function countTerms(index: VaultIndex, notes: readonly Scored[], counts: Uint8Array): void {
  counts.fill(0);
  for (const { note } of notes) {
    const { start, count } = index.entry(note);
    const packed = index.arena.view(start, count);
    for (let at = 0; at < packed.length; at++) {
      const term = termIn(packed[at] as number);
      counts[term] = (counts[term] as number) + 1;
    }
  }
}

/**
 * The question without the words of the template it was filled in from. Notes of one template are near to each other by the
 * template's words, so those are the words that nearly all of the nearest notes share; an ordinary subject shares only a few.
 * Gives the question back as it is where there is no template.
 */
export function withoutBoilerplate(index: VaultIndex, question: Question, nearest: readonly Scored[], { counts }: WorkSpace): Question {
  const notes = nearest.slice(0, LOOKED_AT);
  if (notes.length < FEWEST_LOOKED_AT || question.all.length <= MANY_TERMS) return question;
  countTerms(index, notes, counts);
  const most = Math.max(2, index.count / 2);
  const among = (term: number, share: number): boolean => (counts[term] as number) >= share * notes.length;
  const telling = question.all.filter((term) => index.documentFrequency.get(term) <= most && among(term, COMMON));
  if (telling.length < MANY_TERMS) return question;
  const kept = Array.from(question.all.keys()).filter((at) => !among(question.all[at] as number, SHARED));
  const all = Int32Array.from(kept, (at) => question.all[at] as number);
  const codes = Uint8Array.from(kept, (at) => question.codes[at] as number);
  const boilerplate = new Set(question.all.filter((term) => among(term, SHARED)));
  return { ...question, all, codes, boilerplate, ...bestTerms(index, all, codes, question.note >= 0) };
}
