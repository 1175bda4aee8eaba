import { COUNT_BITS } from '../read/tally';

/** The most terms a note keeps, step by step, as memory gets short. */
export const STEPS: readonly number[] = [256, 128, 64, 32, 16];

/**
 * The strongest `most` terms of a note: those of its names first, then by how often they stand there and how rare they are.
 * Gives the lists back as they are when they are short enough.
 */
export function thinned(terms: Int32Array, codes: Uint8Array, most: number, rarity: (term: number) => number): { readonly terms: Int32Array; readonly codes: Uint8Array } {
  if (terms.length <= most) return { terms, codes };
  const strength = Float64Array.from(terms, (term, at) => {
    const code = codes[at] as number;
    return (code > COUNT_BITS ? 100 : 0) + Math.sqrt(1 + (code & COUNT_BITS)) * rarity(term);
  });
  const kept = Array.from(terms.keys()).sort((a, b) => (strength[b] as number) - (strength[a] as number)).slice(0, most);
  return { terms: Int32Array.from(kept, (at) => terms[at] as number), codes: Uint8Array.from(kept, (at) => codes[at] as number) };
}
