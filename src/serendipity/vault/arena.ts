import { codeIn, packedTerm, termIn } from '../read/packed-term';

export { codeIn, termIn } from '../read/packed-term';

const SMALL = 1 << 15;

/** Small arrays double; growing by a quarter keeps the spare room small where they are large. */
function roomFor(needed: number, have: number): number {
  return Math.max(needed, have < SMALL ? have * 2 : have + (have >> 2));
}

/** Lists of terms with their bytes, one after another in a typed array. Lists are replaced by appending; `waste` counts what is left behind. */
export class TermArena {
  /** The array itself, for tight loops; valid until the next `append` or `lend`. See `termIn`, `codeIn`. */
  packed = new Int32Array(1024);
  private used = 0;
  waste = 0;

  /** Makes room for so many terms more. Where there is none yet, for `times` as many, so that a known size is reached without copying. */
  expect(more: number, times: number): void {
    if (this.used + more > this.packed.length) this.grow(Math.max(this.used + more * times, roomFor(this.used + more, this.packed.length)));
  }

  /** Appends a list and returns where it starts. */
  append(terms: Int32Array, codes: Uint8Array): number {
    const start = this.lend(terms.length);
    const { packed } = this;
    for (let at = 0; at < terms.length; at++) packed[start + at] = packedTerm(terms[at] as number, codes[at] as number);
    return start;
  }

  /** Room for a list at the end, to be filled at once; returns where it starts. */
  lend(count: number): number {
    const start = this.used;
    this.used += count;
    // Room that nothing was written to yet takes up no memory, and the next fold gives it back.
    if (this.used > this.packed.length) this.grow(Math.max(this.used, this.packed.length * 2));
    return start;
  }

  /** Copies of the terms and bytes of a list. */
  list(start: number, count: number): { readonly terms: Int32Array; readonly codes: Uint8Array } {
    const terms = new Int32Array(count);
    const codes = new Uint8Array(count);
    for (let at = 0; at < count; at++) {
      const packed = this.packed[start + at] as number;
      terms[at] = termIn(packed);
      codes[at] = codeIn(packed);
    }
    return { terms, codes };
  }

  get bytes(): number {
    return this.packed.byteLength;
  }

  get length(): number {
    return this.used;
  }

  private grow(size: number): void {
    const packed = new Int32Array(size);
    packed.set(this.packed.subarray(0, Math.min(this.packed.length, size)));
    this.packed = packed;
  }

  /** Moves a list to the front, where nothing that is wanted may stand. */
  move(start: number, count: number, to: number): void {
    if (start !== to) this.packed.copyWithin(to, start, start + count);
  }

  /** After all wanted lists were moved together: they take up the first `used` places. */
  cut(used: number): void {
    this.used = used;
    this.waste = 0;
    this.grow(used + 1024);
  }

  /** Gives room back that was kept for lists to come. */
  trim(): void {
    if (this.packed.length > this.used + (this.used >> 4) + 1024) this.grow(this.used + (this.used >> 5) + 512);
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

  /** The numbers themselves, with room for `size` of them; valid until the next change. */
  reaching(size: number): Int32Array {
    if (size > this.values.length) this.set(size, this.empty);
    return this.values;
  }

  /** Adds to many places at once, all of them below `size`. */
  addAll(places: Int32Array, change: number, size: number): void {
    const values = this.reaching(size);
    for (let at = 0; at < places.length; at++) values[places[at] as number] = (values[places[at] as number] as number) + change;
  }

  /** Adds to each of many places, all of them below `size`, what stands beside it in `changes`. */
  addEach(places: Int32Array, changes: Int32Array, size: number): void {
    const values = this.reaching(size);
    for (let at = 0; at < places.length; at++) values[places[at] as number] = (values[places[at] as number] as number) + (changes[at] as number);
  }

  add(at: number, change: number): void {
    this.set(at, this.get(at) + change);
  }

  get bytes(): number {
    return this.values.byteLength;
  }
}
