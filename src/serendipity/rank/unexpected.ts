import type { VaultIndex } from '../vault/vault-index';
import type { Hops } from './hops';
import type { Question } from './question';

/** What makes a note unexpected for a question: far over links, or elsewhere in the folders without a common tag. */
export function isAway(index: VaultIndex, question: Question, hops: Hops, note: number): boolean {
  if (question.note >= 0 && hops.isFar(note)) return true;
  const { folder, tags } = index.entry(note);
  return folder !== question.folder && !tags.some((tag) => question.tags.includes(tag));
}
