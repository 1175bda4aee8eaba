import type { CommonsCopy } from './commons-copy';

/** A copy, and where it lies. */
export interface FoundCopy {
  readonly path: string;
  readonly copy: CommonsCopy;
}

/**
 * Which of several copies of one item stands for it, for sorting: one that was not withdrawn before one that was, then the
 * one with the shorter name. What a sync adds to the name of a conflict's other version makes it longer, whichever tool it
 * is, and so do the words that tell quotes of one work apart; every device comes to the same one.
 */
export function byStanding(left: FoundCopy, right: FoundCopy): number {
  const [stub, other] = [left, right].map(({ copy }) => (copy.withdrawn === undefined ? 0 : 1));
  return (stub ?? 0) - (other ?? 0) || left.path.length - right.path.length || (left.path < right.path ? -1 : 1);
}

/** Whether a copy was given under a name. One that names nobody may be anybody's. */
export function isGivenBy({ by }: CommonsCopy, name: string): boolean {
  return by === undefined || spelled(by) === spelled(name);
}

/** A name as it is compared: the same in any letter case. */
export function spelled(name: string): string {
  return name.trim().toLocaleLowerCase();
}
