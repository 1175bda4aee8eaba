import type { VaultIndex } from '../vault/vault-index';
import type { Question } from './question';

/** The share of tags two notes have in common, rare tags counting more; 0 to 1. */
export function sharedTags(index: VaultIndex, mine: readonly number[], theirs: readonly number[]): number {
  if (mine.length === 0 || theirs.length === 0) return 0;
  let shared = 0;
  let all = 0;
  for (const tag of theirs) {
    all += index.tagIdf(tag);
    if (mine.includes(tag)) shared += index.tagIdf(tag);
  }
  for (const tag of mine) if (!theirs.includes(tag)) all += index.tagIdf(tag);
  return all > 0 ? shared / all : 0;
}

/** How far two folders go the same way, as a share of the deeper one; the vault's root counts as a step. */
export function sharedPlace(here: string, there: string): number {
  if (here === there) return 1;
  const mine = here === '' ? [] : here.split('/');
  const theirs = there === '' ? [] : there.split('/');
  let same = 0;
  while (same < mine.length && same < theirs.length && mine[same] === theirs[same]) same++;
  return (1 + same) / (1 + Math.max(mine.length, theirs.length));
}

/** A lift (how much likelier than by chance, as a natural logarithm) as a part of a score: ½ as likely as by chance, 0 to 1; lifts beyond ±`most` say no more. */
export function partOfLift(lift: number, most: number): number {
  return (Math.min(most, Math.max(-most, lift)) + most) / (2 * most);
}

/** Lifts beyond e^±5 say no more. */
const MOST_LIFT = 5;

/** How likely, by the habits of the vault's folders, a link leads from the asking note to another: ½ as likely as by chance, 0 to 1. */
export function habitFrom({ graph }: VaultIndex, { placed, folder }: Question): (note: number) => number {
  if (!placed) return () => 0;
  const lift = graph.habits.from(folder);
  return (note) => partOfLift(lift(note), MOST_LIFT);
}
