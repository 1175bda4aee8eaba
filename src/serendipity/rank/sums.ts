/** One number per note that starts at 0, with the list of notes that got one. Kept from question to question. */
export class Sums {
  private values = new Float64Array(0);
  private notes = new Int32Array(0);
  private count = 0;

  /** Forgets everything; there is room for `size` notes afterwards. */
  clear(size: number): void {
    if (size > this.values.length) {
      this.values = new Float64Array(size + (size >> 2));
      this.notes = new Int32Array(this.values.length);
    } else for (let at = 0; at < this.count; at++) this.values[this.notes[at] as number] = 0;
    this.count = 0;
  }

  get(note: number): number {
    return this.values[note] ?? 0;
  }

  /** Adds a positive amount. */
  add(note: number, amount: number): void {
    if (amount <= 0) return;
    const before = this.values[note] as number;
    if (before === 0) this.notes[this.count++] = note;
    this.values[note] = before + amount;
  }

  scale(note: number, factor: number): void {
    this.values[note] = (this.values[note] as number) * factor;
  }

  /** The notes that have a number; do not keep. */
  touched(): Int32Array {
    return this.notes.subarray(0, this.count);
  }

  get largest(): number {
    let largest = 0;
    for (let at = 0; at < this.count; at++) largest = Math.max(largest, this.values[this.notes[at] as number] as number);
    return largest;
  }
}
