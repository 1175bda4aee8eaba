import { pairKey } from '..';
import type { FoundSpark, LinkFinder } from './link-finder';

/** Draws pairs of notes, and none twice before all were seen. */
export class UnseenSparks {
  /** In the order they were seen, as `pairKey` makes them. */
  readonly #seen = new Set<string>();

  constructor(private readonly finder: Pick<LinkFinder, 'sparks'>) {}

  see({ here, there }: FoundSpark): void {
    this.#seen.add(pairKey(here.path, there.path));
  }

  /** Where none is left it begins anew, but not with the pair seen last if there is another. Rejects with a sentence. */
  async draw(count: number, seed: number): Promise<readonly FoundSpark[]> {
    const drawn = await this.finder.sparks(count, seed, this.#seen);
    if (drawn.length > 0 || this.#seen.size === 0) return drawn;
    const [last, ...earlier] = [...this.#seen].reverse();
    this.#seen.clear();
    if (last !== undefined && earlier.length > 0) this.#seen.add(last);
    return this.draw(count, seed);
  }
}
