import type { Steps } from '../steps';
import { type TermArena, codeIn, termIn } from './arena';

/** Where a list of terms stands in the arena. */
export interface TermPlace {
  readonly start: number;
  readonly count: number;
}

/** The list of a note. */
export interface TermList extends TermPlace {
  readonly note: number;
}

const TERMS_A_STEP = 50_000;
/** A note is known by two bytes within its block, in a vault of any size. */
const NOTES_A_BLOCK = 65_536;

/** For every term the notes of one block it stands in: compressed sparse rows. */
class PostingsBlock {
  constructor(
    /** The number of the note that `notes` has as 0. */
    readonly first: number,
    private readonly starts: Int32Array,
    readonly notes: Uint16Array,
    readonly codes: Uint8Array,
  ) {}

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

/** For every term the notes it stands in, block by block, filled by counting sort. */
export class Postings {
  private constructor(readonly blocks: readonly PostingsBlock[]) {}

  static readonly empty = new Postings([]);

  /**
   * Builds postings in steps from the lists of all notes in the order of their numbers; they must stay as they are meanwhile.
   * `frequencies` has in how many lists each of the first `termCount` terms stands.
   */
  static *building(lists: readonly TermList[], arena: TermArena, frequencies: Int32Array, termCount: number): Steps<Postings> {
    const largest = lists.at(-1)?.note ?? -1;
    const blocks: PostingsBlock[] = [];
    for (let first = 0, from = 0; first <= largest; first += NOTES_A_BLOCK) {
      let to = from;
      while (to < lists.length && (lists[to] as TermList).note < first + NOTES_A_BLOCK) to++;
      const own = lists.slice(from, to);
      const ends = largest < NOTES_A_BLOCK ? added(frequencies, termCount) : added(yield* counted(own, arena, termCount), termCount);
      yield;
      blocks.push(yield* filling(first, own, arena, ends));
      from = to;
    }
    return new Postings(blocks);
  }

  get bytes(): number {
    return this.blocks.reduce((sum, block) => sum + block.bytes, 0);
  }
}

/** In how many of the lists each term stands. */
function* counted(lists: readonly TermList[], arena: TermArena, termCount: number): Steps<Int32Array> {
  const counts = new Int32Array(termCount);
  let sinceStep = 0;
  for (const { start, count } of lists) {
    const list = arena.view(start, count);
    for (let at = 0; at < list.length; at++) {
      const term = termIn(list[at] as number);
      counts[term] = (counts[term] as number) + 1;
    }
    if ((sinceStep += count) < TERMS_A_STEP) continue;
    sinceStep = 0;
    yield;
  }
  return counts;
}

/** Where the row of each term ends, and after the last the sum of all. */
function added(counts: Int32Array, termCount: number): Int32Array {
  const ends = new Int32Array(termCount + 1);
  let sum = 0;
  for (let term = 0; term <= termCount; term++) {
    if (term < termCount) sum += counts[term] ?? 0;
    ends[term] = sum;
  }
  return ends;
}

/** Fills the rows from their ends, so that the ends become the starts. */
function* filling(first: number, lists: readonly TermList[], arena: TermArena, ends: Int32Array): Steps<PostingsBlock> {
  const size = ends[ends.length - 1] as number;
  const notes = new Uint16Array(size);
  const codes = new Uint8Array(size);
  let sinceStep = 0;
  for (let list = lists.length - 1; list >= 0; list--) {
    const { note, start, count } = lists[list] as TermList;
    const packed = arena.view(start, count);
    for (let at = 0; at < packed.length; at++) {
      const term = termIn(packed[at] as number);
      const slot = (ends[term] as number) - 1;
      ends[term] = slot;
      notes[slot] = note - first;
      codes[slot] = codeIn(packed[at] as number);
    }
    if ((sinceStep += count) < TERMS_A_STEP) continue;
    sinceStep = 0;
    yield;
  }
  return new PostingsBlock(first, ends, notes, codes);
}
