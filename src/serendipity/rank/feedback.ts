import type { VaultIndex } from '../vault/vault-index';
import type { Scored } from './best';
import { bestTerms } from './question';

const TEACHERS = 8;

/**
 * Adds the best terms of the nearest texts to `weights`, by their likeness: pseudo-relevance feedback (Rocchio 1971).
 * Returns the terms it touched, so that the caller can set them back to 0.
 */
export function learnFrom(index: VaultIndex, nearest: readonly Scored[], boilerplate: ReadonlySet<number>, weights: Float64Array): number[] {
  const touched: number[] = [];
  const largest = nearest[0]?.value ?? 1;
  for (const { note, value } of nearest.slice(0, TEACHERS)) {
    const { start, count } = index.entry(note);
    const { terms, codes } = index.arena.list(start, count);
    const best = bestTerms(index, terms, codes, true);
    const length = Math.sqrt(best.weights.reduce((sum, weight) => sum + weight * weight, 0)) || 1;
    best.terms.forEach((term, at) => {
      if (boilerplate.has(term)) return;
      touched.push(term);
      weights[term] = (weights[term] as number) + ((value / largest) * (best.weights[at] as number)) / length;
    });
  }
  return touched;
}
