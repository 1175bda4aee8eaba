import { Lexicon, NO_TERM } from './lexicon';
import { packedTerm } from './packed-term';
import { RunQueue } from './run-queue';
import { eachUnspacedPlace } from './unspaced-words';
import { WordQueue } from './word-queue';

/** Where a word stands. */
export const BODY = 0;
export const TITLE = 1;
export const HEADING = 2;
export const TAG = 3;
export type Field = typeof BODY | typeof TITLE | typeof HEADING | typeof TAG;

/** A term's share in a note, in one byte: five bits for how often it stands in the body, three for where else it stands. */
export const IN_TITLE = 1 << 5;
export const IN_HEADING = 1 << 6;
export const IN_TAG = 1 << 7;
export const COUNT_BITS = 31;

const FLAGS: readonly number[] = [0, 1 << 24, 1 << 25, 1 << 26];
const COUNT_MASK = (1 << 24) - 1;
const SIGN_BIT = 31;
/** More words of one note do not change what it is about; the bound keeps a 20 MB note as cheap as a long one. */
const MOST_WORDS = 60_000;

/** Words of one link that are remembered. */
const MOST_RECENT = 8;

/** Counts 1…15 as they are, larger ones by steps of a quarter octave (31 stands for 240 and more). */
function packedCount(count: number): number {
  return count < 16 ? count : Math.min(31, 15 + Math.round(4 * Math.log2(count / 15)));
}

/** The counts behind `packedCount`, as floats. */
export const COUNT_OF: Float64Array = Float64Array.from({ length: 32 }, (_, packed) => (packed < 16 ? packed : 15 * 2 ** ((packed - 15) / 4)));

/** `packedCount` of all counts that differ: a logarithm for each term of each note is dear. */
const PACKED = Uint8Array.from({ length: 256 }, (_, count) => packedCount(count));

/** A term's byte from what was counted: how often it stands in the body, and flags for where else. */
function codeOf(counted: number): number {
  const count = counted & COUNT_MASK;
  return (count < PACKED.length ? (PACKED[count] as number) : COUNT_BITS) | ((counted >>> 24) << 5);
}

/** Counts the terms of one note at a time, field by field. Reused from note to note, so that reading makes no garbage. */
export class Tally {
  private counts = new Int32Array(1 << 12);
  private touched = new Int32Array(1 << 10);
  private distinct = 0;
  private words = 0;
  private readonly recent = new Int32Array(MOST_RECENT);
  private recentCount = 0;
  /** Words that were passed and do not count yet; `flush` sees to it. */
  readonly queue = new WordQueue();
  /** The same for runs without spaces between words. */
  readonly runs = new RunQueue();

  constructor(readonly lexicon: Lexicon) {}

  /** Words counted in the body. */
  get length(): number {
    return this.words;
  }

  get full(): boolean {
    return this.words >= MOST_WORDS;
  }

  add(term: number, field: Field): void {
    if (term === NO_TERM) return;
    if (term >= this.counts.length) this.widen(term);
    const before = this.counts[term] as number;
    if (before === 0) this.touch(term);
    this.counts[term] = field === BODY ? before + 1 : before | (FLAGS[field] as number);
    if (field === BODY) this.words++;
    if (this.recentCount < MOST_RECENT) this.recent[this.recentCount++] = term;
  }

  /** Counts the queued words of a text, spaced ones first. To be called before terms are taken or heard, and before field, language or text change; `full` may lag by what is queued. */
  flush(text: string, language: number, field: Field): void {
    if (this.queue.count > 0) this.flushWords(text, language, field);
    if (!this.runs.isEmpty) eachUnspacedPlace(text, this.runs, (from, to) => this.add(this.lexicon.unspacedTerm(text, from, to), field));
  }

  private flushWords(text: string, language: number, field: Field): void {
    const { queue } = this;
    this.lexicon.find(text, queue, language);
    if (this.lexicon.size > this.counts.length) this.widen(this.lexicon.size);
    while (this.distinct + queue.count > this.touched.length) this.makeRoom();
    const { counts, touched } = this;
    const { terms, count } = queue;
    const flag = FLAGS[field] as number;
    let { distinct, words } = this;
    let word = 0;
    // A new term is told by arithmetic, and a word costs no branch that waits for its count: counts lie anywhere in a large array.
    for (; word < count && words < MOST_WORDS; word++) {
      const term = terms[word] as number;
      if (term === NO_TERM) continue;
      const before = counts[term] as number;
      touched[distinct] = term;
      distinct += (before - 1) >>> SIGN_BIT;
      if (field === BODY) {
        counts[term] = before + 1;
        words++;
      } else counts[term] = before | flag;
    }
    this.distinct = distinct;
    this.words = words;
    for (let at = 0; at < word && this.recentCount < MOST_RECENT; at++) {
      if (terms[at] !== NO_TERM) this.recent[this.recentCount++] = terms[at] as number;
    }
    queue.count = 0;
  }

  /** Takes a term back in that an earlier `take` gave out, with its byte. */
  restore(term: number, code: number): void {
    if (code === 0) return;
    if (term >= this.counts.length) this.widen(term);
    this.touch(term);
    this.counts[term] = Math.round(COUNT_OF[code & COUNT_BITS] as number) | ((code >>> 5) << 24);
  }

  private touch(term: number): void {
    if (this.distinct === this.touched.length) this.makeRoom();
    this.touched[this.distinct++] = term;
  }

  private makeRoom(): void {
    const wider = new Int32Array(this.touched.length * 2);
    wider.set(this.touched);
    this.touched = wider;
  }

  private widen(term: number): void {
    const wider = new Int32Array(Math.max(term + 1, this.counts.length * 2));
    wider.set(this.counts);
    this.counts = wider;
  }

  /** Begins to remember the next few terms: the words of a link. */
  listen(): void {
    this.recentCount = 0;
  }

  /** The terms counted since `listen`, at most eight. */
  heard(): readonly number[] {
    return Array.from(this.recent.subarray(0, this.recentCount));
  }

  /** How many different terms were counted. */
  get size(): number {
    return this.distinct;
  }

  /** The note's terms with their bytes, each once, in no particular order; the tally is empty afterwards. */
  take(): { readonly terms: Int32Array; readonly codes: Uint8Array; readonly length: number } {
    const terms = this.touched.slice(0, this.distinct);
    const codes = new Uint8Array(this.distinct);
    for (let at = 0; at < terms.length; at++) {
      const term = terms[at] as number;
      codes[at] = codeOf(this.counts[term] as number);
      this.counts[term] = 0;
    }
    return { terms, codes, length: this.emptied() };
  }

  /** The same as numbers of 32 bits, a term and its byte in each, into `packed`, which has room for `size` of them, without a list of its own. Also counts the note once for each term in `notes`, which has room for all terms. */
  pour(packed: Int32Array, notes: Int32Array): void {
    const { counts, touched, distinct } = this;
    for (let at = 0; at < distinct; at++) {
      const term = touched[at] as number;
      packed[at] = packedTerm(term, codeOf(counts[term] as number));
      counts[term] = 0;
      notes[term] = (notes[term] as number) + 1;
    }
    this.emptied();
  }

  private emptied(): number {
    const length = this.words;
    this.distinct = 0;
    this.words = 0;
    return length;
  }
}
