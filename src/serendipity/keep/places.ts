/** Numbers of few bits for texts that occur often: the commonest first. */
export class TextPlaces {
  private readonly counts = new Map<string, number>();
  private places = new Map<string, number>();

  count(text: string): void {
    this.counts.set(text, (this.counts.get(text) ?? 0) + 1);
  }

  inOrder(): string[] {
    const texts = [...this.counts].sort((a, b) => b[1] - a[1]).map(([text]) => text);
    this.places = new Map(texts.map((text, place) => [text, place]));
    return texts;
  }

  of(text: string): number {
    return this.places.get(text) as number;
  }
}

/** Larger than any term's number. */
const BEYOND_TERMS = 2 ** 31;

/** The same for terms, in arrays: a segment has some ten thousand of them. */
export class TermPlaces {
  private readonly counts: Int32Array;
  private readonly met: number[] = [];

  constructor(terms: number) {
    this.counts = new Int32Array(terms);
  }

  count(terms: Iterable<number>): void {
    for (const term of terms) {
      if (this.counts[term] === 0) this.met.push(term);
      this.counts[term] = (this.counts[term] as number) + 1;
    }
  }

  /** The terms, commonest first; from now on `of` gives places. Sorted as plain numbers, which is ten times faster than by a comparison. */
  inOrder(): readonly number[] {
    const keys = Float64Array.from(this.met, (term) => term - (this.counts[term] as number) * BEYOND_TERMS).sort();
    const inOrder = Array.from(keys, (key) => key + Math.ceil(-key / BEYOND_TERMS) * BEYOND_TERMS);
    inOrder.forEach((term, place) => { this.counts[term] = place; });
    return inOrder;
  }

  of(term: number): number {
    return this.counts[term] as number;
  }
}
