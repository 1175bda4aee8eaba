const SMALL = 1 << 15;

/** Small arrays double; growing by a quarter keeps the spare room small where they are large. */
function roomFor(needed: number, have: number): number {
  return Math.max(needed, have < SMALL ? have * 2 : have + (have >> 2));
}

/** Lists of terms with their bytes, one after another in two typed arrays. Lists are replaced by appending; `waste` counts what is left behind. */
export class TermArena {
  /** The arrays themselves, for tight loops; valid until the next `append`. */
  terms = new Int32Array(1024);
  codes = new Uint8Array(1024);
  private used = 0;
  waste = 0;

  hasRoomFor(more: number): boolean {
    return this.used + more <= this.terms.length;
  }

  /** Makes room for so many terms in all, so that a known size is reached without copying. */
  reserve(total: number): void {
    if (total > this.terms.length) this.grow(total);
  }

  /** Room for a list at the end, to be filled and appended before anything else is; what stands where it belongs is not copied. */
  lend(count: number): { readonly terms: Int32Array; readonly codes: Uint8Array } {
    if (!this.hasRoomFor(count)) this.grow(roomFor(this.used + count, this.terms.length));
    return { terms: this.terms.subarray(this.used, this.used + count), codes: this.codes.subarray(this.used, this.used + count) };
  }

  /** Appends a list and returns where it starts. */
  append(terms: Int32Array, codes: Uint8Array): number {
    const start = this.used;
    this.used += terms.length;
    if (terms.buffer === this.terms.buffer && terms.byteOffset === start * terms.BYTES_PER_ELEMENT) return start;
    if (this.used > this.terms.length) this.grow(roomFor(this.used, this.terms.length));
    this.terms.set(terms, start);
    this.codes.set(codes, start);
    return start;
  }

  get bytes(): number {
    return this.terms.byteLength + this.codes.byteLength;
  }

  get length(): number {
    return this.used;
  }

  private grow(size: number): void {
    const terms = new Int32Array(size);
    terms.set(this.terms.subarray(0, Math.min(this.terms.length, size)));
    this.terms = terms;
    const codes = new Uint8Array(size);
    codes.set(this.codes.subarray(0, Math.min(this.codes.length, size)));
    this.codes = codes;
  }

  /** Moves a list to the front, where nothing that is wanted may stand. */
  move(start: number, count: number, to: number): void {
    if (start === to) return;
    this.terms.copyWithin(to, start, start + count);
    this.codes.copyWithin(to, start, start + count);
  }

  /** After all wanted lists were moved together: they take up the first `used` places. */
  cut(used: number): void {
    this.used = used;
    this.waste = 0;
    this.grow(used + 1024);
  }

  /** Gives room back that was kept for lists to come. */
  trim(): void {
    if (this.terms.length > this.used + (this.used >> 4) + 1024) this.grow(this.used + (this.used >> 5) + 512);
  }
}

/** An Int32Array that grows. */
export class Column {
  /** The numbers themselves, for tight loops; valid until the next change. */
  values: Int32Array = new Int32Array(256);

  constructor(private readonly empty = 0) {
    if (empty !== 0) this.values.fill(empty);
  }

  get(at: number): number {
    return at < this.values.length ? (this.values[at] as number) : this.empty;
  }

  set(at: number, value: number): void {
    if (at >= this.values.length) {
      const wider = new Int32Array(roomFor(at + 1, this.values.length));
      if (this.empty !== 0) wider.fill(this.empty, this.values.length);
      wider.set(this.values);
      this.values = wider;
    }
    this.values[at] = value;
  }

  /** Adds to many places at once, all of them below `size`. */
  addAll(places: Int32Array, change: number, size: number): void {
    if (size > this.values.length) this.set(size, this.empty);
    const { values } = this;
    for (let at = 0; at < places.length; at++) values[places[at] as number] = (values[places[at] as number] as number) + change;
  }

  add(at: number, change: number): void {
    this.set(at, this.get(at) + change);
  }

  get bytes(): number {
    return this.values.byteLength;
  }
}
