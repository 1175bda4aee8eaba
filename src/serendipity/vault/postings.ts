import type { Steps } from '../steps';
import type { TermArena } from './arena';

/** Where the terms of one note stand in the arena. */
export interface TermList {
  readonly note: number;
  readonly start: number;
  readonly count: number;
}

const TERMS_A_STEP = 50_000;
const MOST_IN_TWO_BYTES = 65_535;

/** For every term the notes it stands in: compressed sparse rows, filled by counting sort. */
export class Postings {
  private constructor(
    private readonly starts: Int32Array,
    /** Two bytes for each note are enough in all but the largest vaults. */
    readonly notes: Int32Array | Uint16Array,
    readonly codes: Uint8Array,
  ) {}

  static readonly empty = new Postings(new Int32Array(1), new Int32Array(0), new Uint8Array(0));

  /**
   * Builds postings in steps from the lists of all notes; they must stay as they are meanwhile. `frequencies` has in how many
   * lists each of the first `termCount` terms stands.
   */
  static *building(lists: readonly TermList[], { terms, codes }: TermArena, frequencies: Int32Array, termCount: number): Steps<Postings> {
    const starts = new Int32Array(termCount + 1);
    let sum = 0;
    for (let term = 0; term <= termCount; term++) {
      sum += frequencies[term] ?? 0;
      starts[term] = sum;
    }
    const largest = lists.reduce((most, { note }) => Math.max(most, note), 0);
    const postingNotes = largest > MOST_IN_TWO_BYTES ? new Int32Array(sum) : new Uint16Array(sum);
    const postingCodes = new Uint8Array(sum);
    let sinceStep = 0;
    yield;
    for (let list = lists.length - 1; list >= 0; list--) {
      const { note, start, count } = lists[list] as TermList;
      for (let at = start; at < start + count; at++) {
        const term = terms[at] as number;
        const slot = (starts[term] as number) - 1;
        starts[term] = slot;
        postingNotes[slot] = note;
        postingCodes[slot] = codes[at] as number;
      }
      if ((sinceStep += count) > TERMS_A_STEP) {
        sinceStep = 0;
        yield;
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
