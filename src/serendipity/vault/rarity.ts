/** Inverse document frequency as BM25 has it (Robertson, Spärck Jones 1976), as a table: logarithms are dear in tight loops. */
export class Rarity {
  private values = new Float64Array(0);
  private notes = -1;
  private known = 0;
  private termValues = new Float64Array(0);
  private revision = -1;

  /** The values for terms in 0, 1, … notes out of `notes`; valid until the number of notes changes. */
  table(notes: number): Float64Array {
    if (notes !== this.notes) {
      this.notes = notes;
      this.known = 0;
      if (this.values.length < notes + 2) this.values = new Float64Array(notes + (notes >> 2) + 64);
    }
    for (; this.known < notes + 2; this.known++) this.values[this.known] = Math.log(1 + Math.max(0, notes - this.known + 0.5) / (this.known + 0.5));
    return this.values;
  }

  /** The value of each of `size` terms, worked out once for each revision of the notes. */
  ofTerms(revision: number, notes: number, frequencies: Int32Array, size: number): Float64Array {
    if (revision === this.revision) return this.termValues;
    this.revision = revision;
    const table = this.table(notes);
    if (this.termValues.length < size) this.termValues = new Float64Array(size + (size >> 2) + 64);
    const { termValues } = this;
    const known = Math.min(size, frequencies.length);
    for (let term = 0; term < known; term++) termValues[term] = table[frequencies[term] as number] as number;
    return termValues;
  }
}
