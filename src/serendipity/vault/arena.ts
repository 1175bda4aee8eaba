/** Growing by a quarter keeps the spare room small where the arrays are large. */
function roomFor(needed: number, have: number): number {
  return Math.max(needed, have + (have >> 2) + 1024);
}

/** Lists of terms with their bytes, one after another in two typed arrays. Lists are replaced by appending; `waste` counts what is left behind. */
export class TermArena {
  /** The arrays themselves, for tight loops; valid until the next `append`. */
  terms = new Int32Array(1024);
  codes = new Uint8Array(1024);
  private used = 0;
  waste = 0;

  /** Makes room for so many terms in all, so that a known size is reached without copying. */
  reserve(total: number): void {
    if (total > this.terms.length) this.grow(total);
  }

  /** Appends a list and returns where it starts. */
  append(terms: Int32Array, codes: Uint8Array): number {
    const start = this.used;
    this.used += terms.length;
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

  /** Moves the lists that are still wanted together. `lists` gives [start, count] in ascending order of start; `moved` hears the new starts. */
  compact(lists: readonly (readonly [number, number])[], moved: (list: number, start: number) => void): void {
    let used = 0;
    lists.forEach(([start, count], list) => {
      this.terms.copyWithin(used, start, start + count);
      this.codes.copyWithin(used, start, start + count);
      moved(list, used);
      used += count;
    });
    this.used = used;
    this.waste = 0;
    this.grow(used + 1024);
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

  /** Adds to many places at once. */
  addAll(places: Int32Array, change: number): void {
    let largest = 0;
    for (const place of places) if (place > largest) largest = place;
    if (largest >= this.values.length) this.set(largest, this.empty);
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
