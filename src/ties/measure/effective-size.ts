import type { Acquaintance } from './acquaintance';

/**
 * The effective size of a network: how many of the people in it are not redundant, n − 2t/n for n people with t ties
 * among them. Source: Ronald Burt, Structural Holes, 1992, in the form that Stephen Borgatti gave it in Structural Holes:
 * Unpacking Burt's Redundancy Measures, 1997.
 */
export function effectiveSize(acquaintance: Acquaintance): number {
  const count = acquaintance.length;
  const ties = acquaintance.reduce((sum, others) => sum + others.length, 0) / 2;
  return count === 0 ? 0 : count - (2 * ties) / count;
}

/** What one person adds to the effective size, 0 (knows everybody you know) to 1 (knows nobody you know): 1 − d/(n−1). */
export function nonRedundancy(acquaintance: Acquaintance, at: number): number {
  const others = acquaintance.length - 1;
  return others <= 0 ? 1 : 1 - (acquaintance[at]?.length ?? 0) / others;
}
