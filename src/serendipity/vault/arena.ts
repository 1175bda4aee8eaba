import { codeIn, packedTerm, termIn } from '../read/packed-term';

export { codeIn, termIn } from '../read/packed-term';

const SMALL = 1 << 15;

/** Small arrays double; growing by a quarter keeps the spare room small where they are large. */
function roomFor(needed: number, have: number): number {
  return Math.max(needed, have < SMALL ? have * 2 : have + (have >> 2));
}

/** Terms a page holds (a megabyte). A longer list has a page of its own. */
const PAGE_BITS = 18;
const PAGE = 1 << PAGE_BITS;
const FEWEST = 1024;
const NO_PAGE = new Int32Array(0);

/**
 * Lists of terms with their bytes, one after another in pages of numbers. No list reaches over the end of a page, so that there is always room
 * for one more without moving those that are there: memory is written once, which takes longer than anything that is put there. Lists
 * are replaced by appending; `waste` counts what is left behind. A list starts at a place: the number of its page, then where in it.
 */
export class TermArena {
  private readonly pages = [new Int32Array(FEWEST)];
  /** How far the last page is filled. */
  private filled = 0;
  private used = 0;
  waste = 0;

  /** The list itself, a term and its byte in each number; valid until the next `append`, `lend` or `trim`. See `termIn`, `codeIn`. */
  view(start: number, count: number): Int32Array {
    const at = start & (PAGE - 1);
    return (this.pages[start >>> PAGE_BITS] as Int32Array).subarray(at, at + count);
  }

  /** Appends a list and returns where it starts. */
  append(terms: Int32Array, codes: Uint8Array): number {
    const start = this.lend(terms.length);
    const list = this.view(start, terms.length);
    for (let at = 0; at < terms.length; at++) list[at] = packedTerm(terms[at] as number, codes[at] as number);
    return start;
  }

  /** Room for a list at the end; returns where it starts. It is filled through a `view` of its own before anybody reads it. */
  lend(count: number): number {
    // An empty list, too, stands in a page: none may be full to its last place.
    if (this.filled > 0 && this.filled + count >= PAGE) this.open(Math.max(PAGE, count));
    const last = this.pages.length - 1;
    const { length } = this.pages[last] as Int32Array;
    if (this.filled + count > length) this.resizeLast(Math.max(this.filled + count, Math.min(PAGE, length * 2)));
    const start = last * PAGE + this.filled;
    this.filled += count;
    this.used += count;
    return start;
  }

  /** Copies of the terms and bytes of a list. */
  list(start: number, count: number): { readonly terms: Int32Array; readonly codes: Uint8Array } {
    const list = this.view(start, count);
    return { terms: list.map(termIn), codes: Uint8Array.from(list, codeIn) };
  }

  get bytes(): number {
    return this.pages.reduce((sum, page) => sum + page.byteLength, 0);
  }

  /** Terms of all lists, with those that were left behind. */
  get length(): number {
    return this.used;
  }

  // Room that nothing was written to yet takes up no memory, and the next fold gives it back.
  private open(size: number): void {
    this.pages.push(new Int32Array(size));
    this.filled = 0;
  }

  private resizeLast(size: number): void {
    const page = new Int32Array(size);
    page.set((this.pages.at(-1) as Int32Array).subarray(0, this.filled));
    this.pages[this.pages.length - 1] = page;
  }

  /**
   * Moves lists together, given in the order of their places and all that are wanted: call `moved` for each, with where it stands now. Each
   * can be read at any time in between; a page is let go of when all of its lists are gone. Takes one step for each list.
   */
  *compacting<List extends { start: number; readonly count: number }>(lists: readonly List[]): Generator<List, void> {
    const { waste } = this;
    this.open(FEWEST);
    const first = this.pages.length - 1;
    const before = this.used;
    let left = 0;
    for (const list of lists) {
      for (const page = list.start >>> PAGE_BITS; left < page; left++) this.pages[left] = NO_PAGE;
      const start = this.lend(list.count);
      this.view(start, list.count).set(this.view(list.start, list.count));
      list.start = start;
      // Where this is given up, what was moved has left as much behind.
      this.waste += list.count;
      yield list;
    }
    this.pages.splice(0, first);
    for (const list of lists) list.start -= first * PAGE;
    this.used -= before;
    this.waste -= waste + this.used;
  }

  /** Gives room back that was kept for lists to come. */
  trim(): void {
    const { length } = this.pages.at(-1) as Int32Array;
    if (length > this.filled + (this.filled >> 4) + FEWEST) this.resizeLast(this.filled + (this.filled >> 5) + (FEWEST >> 1));
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
