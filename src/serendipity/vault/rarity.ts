/** Inverse document frequency as BM25 has it (Robertson, Spärck Jones 1976), remembered per frequency: logarithms are dear in tight loops. */
export class Rarity {
  private values = new Float64Array(0);
  private notes = -1;

  /** The value for a term in `frequency` of `notes` notes. */
  of(notes: number, frequency: number): number {
    if (notes !== this.notes || frequency >= this.values.length) this.forget(notes, frequency);
    const known = this.values[frequency] as number;
    if (known > 0) return known;
    const value = Math.log(1 + Math.max(0, notes - frequency + 0.5) / (frequency + 0.5));
    this.values[frequency] = value;
    return value;
  }

  private forget(notes: number, frequency: number): void {
    this.notes = notes;
    const size = Math.max(notes, frequency) + 2;
    if (this.values.length < size) this.values = new Float64Array(size + (size >> 2));
    else this.values.fill(0);
  }
}
