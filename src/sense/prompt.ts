import { words } from '../words';
import type { Way } from './ways';

/** A question that helps to begin a take. */
export interface Prompt {
  readonly id: string;
  readonly question: string;
  /** The way of sense-making it leads to, where it leads to one. */
  readonly way?: Way;
}

/** All prompts, in the order in which they rotate. */
export function prompts(): Prompt[] {
  return Object.entries(words.sense.prompts).map(([id, question]) => ({ id, question, ...wayOf(id) }));
}

/** The prompt after the one shown last; never the same twice in a row. */
export function nextPrompt(all: readonly Prompt[], lastId: string | undefined): Prompt | undefined {
  const at = all.findIndex(({ id }) => id === lastId);
  return all[(at + 1) % Math.max(1, all.length)];
}

function wayOf(id: string): { way?: Way } {
  const ways: Partial<Record<string, Way>> = { filter: 'filter', validate: 'validate', synthesise: 'synthesise', present: 'present', customise: 'customise', apply: 'apply' };
  const way = ways[id];
  return way === undefined ? {} : { way };
}
