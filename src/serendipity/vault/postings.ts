import type { TermArena } from './arena';

/** Where the terms of one note stand in the arena. */
export interface TermList {
  readonly note: number;
  readonly start: number;
  readonly count: number;
}

/** For every term the notes it stands in: compressed sparse rows, built in two passes by counting sort. */
export class Postings {
  private constructor(
    private readonly starts: Int32Array,
    readonly notes: Int32Array,
    readonly codes: Uint8Array,
  ) {}

  static readonly empty = new Postings(new Int32Array(1), new Int32Array(0), new Uint8Array(0));

  static of(lists: readonly TermList[], arena: TermArena, termCount: number): Postings {
    const { terms, codes } = arena;
    const starts = new Int32Array(termCount + 1);
    let total = 0;
    for (const { start, count } of lists) {
      total += count;
      for (let at = start; at < start + count; at++) starts[terms[at] as number] = (starts[terms[at] as number] as number) + 1;
    }
    let sum = 0;
    for (let term = 0; term <= termCount; term++) {
      sum += starts[term] as number;
      starts[term] = sum;
    }
    const postingNotes = new Int32Array(total);
    const postingCodes = new Uint8Array(total);
    for (let list = lists.length - 1; list >= 0; list--) {
      const { note, start, count } = lists[list] as TermList;
      for (let at = start; at < start + count; at++) {
        const term = terms[at] as number;
        const slot = (starts[term] as number) - 1;
        starts[term] = slot;
        postingNotes[slot] = note;
        postingCodes[slot] = codes[at] as number;
      }
    }
    return new Postings(starts, postingNotes, postingCodes);
  }

  /** [from, to) of a term in `notes` and `codes`. */
  from(term: number): number {
    return term + 1 < this.starts.length ? (this.starts[term] as number) : 0;
  }

  to(term: number): number {
    return term + 1 < this.starts.length ? (this.starts[term + 1] as number) : 0;
  }

  get bytes(): number {
    return this.starts.byteLength + this.notes.byteLength + this.codes.byteLength;
  }
}
