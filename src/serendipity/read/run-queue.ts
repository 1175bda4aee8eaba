import { segmenter } from './segmenter';
import { WordPairs } from './word-pairs';

/** Longer runs are cut. */
export const LONGEST_RUN = 1_000;
const ROOM = 8 * LONGEST_RUN;
const MOST_RUNS = 1 << 10;
/** Units asked for in one text: the segmenter takes longer over each word of a long text, and long to begin with any text. */
const UNITS_AT_ONCE = 200;
/** Two characters have one boundary, if any: between them, which their pair tells. */
const SHORT = 2;
/** In `joints` at the beginning of a run that does not consist of Han characters alone. */
const MIXED = -1;

/**
 * Runs of Han, Kana, Thai … that were passed in a text and wait for their words to be found together.
 *
 * Asking `Intl.Segmenter` for every run would take longer than all the rest of the index. So a run of Han characters is first cut
 * between any two that are no word by themselves, and only stretches of more than two that hang together, one in twenty or so, are asked for.
 * That gives 97 to 99.9 % of the same words. Words are a function of the run alone, not of what was read before it.
 */
export class RunQueue {
  private readonly runs = new Int32Array(MOST_RUNS * 2);
  private count = 0;
  private units = 0;
  /** For each unit but the first of a run: the place of the pair that it ends. */
  private readonly joints = new Int32Array(ROOM);
  /** For each unit whether a word begins there. */
  private readonly starts = new Uint8Array(ROOM);
  private asked = '';
  /** Of each stretch that is asked for: its first unit, its length, and 1 where any two neighbours in it are a word. */
  private readonly askedAt: number[] = [];

  constructor(private readonly pairs = new WordPairs()) {}

  get bytes(): number {
    return this.pairs.bytes;
  }

  get isEmpty(): boolean {
    return this.count === 0;
  }

  get isFull(): boolean {
    return this.count === MOST_RUNS || this.units + LONGEST_RUN > ROOM;
  }

  /** Takes up a run, at most `LONGEST_RUN` long. There must be room. */
  push(from: number, to: number): void {
    this.runs[this.count * 2] = from;
    this.runs[this.count * 2 + 1] = to;
    this.count++;
    this.units += to - from;
  }

  /** Empties the queue and calls back with where every word of a run begins and ends in the text, one run after the other. */
  empty(text: string, word: (from: number, to: number) => void): void {
    const { runs, starts, count, units } = this;
    this.joinAll(text);
    this.cutAll(text);
    this.count = 0;
    this.units = 0;
    starts[units] = 1;
    for (let run = 0, unit = 0; run < count; run++) {
      const from = runs[run * 2] as number;
      const to = runs[run * 2 + 1] as number;
      let start = from;
      for (let at = from + 1; at < to; at++) {
        if (starts[unit + at - from] === 0) continue;
        word(start, at);
        start = at;
      }
      word(start, to);
      unit += to - from;
    }
  }

  /** Looks up all pairs of neighbours and asks for the new ones. */
  private joinAll(text: string): void {
    const { runs, joints, pairs, count } = this;
    pairs.expect(this.units);
    for (let run = 0, unit = 0; run < count; run++) {
      const from = runs[run * 2] as number;
      const to = runs[run * 2 + 1] as number;
      joints[unit] = pairs.placeAll(text, from, to, joints, unit) ? 0 : MIXED;
      unit += to - from;
    }
    pairs.answer();
  }

  /** Cuts the runs into words. */
  private cutAll(text: string): void {
    const { runs, joints, starts, pairs, count } = this;
    for (let run = 0, unit = 0; run < count; run++) {
      const from = runs[run * 2] as number;
      const to = runs[run * 2 + 1] as number;
      const end = unit + to - from;
      if (joints[unit] === MIXED) this.ask(text, from, to, unit, 0);
      else {
        let start = unit;
        starts[unit] = 1;
        for (let at = unit + 1; at <= end; at++) {
          if (at < end && pairs.isWord(joints[at] as number)) {
            starts[at] = 0;
            continue;
          }
          if (at - start > SHORT) this.ask(text, from + start - unit, from + at - unit, start, 1);
          start = at;
          if (at < end) starts[at] = 1;
        }
      }
      unit = end;
    }
    this.answer();
  }

  /** Puts a stretch of the text, whose first unit is `unit`, to the segmenter, some time before all are cut. */
  private ask(text: string, from: number, to: number, unit: number, hangsTogether: 0 | 1): void {
    this.asked += `${text.slice(from, to)}\n`;
    this.askedAt.push(unit, to - from, hangsTogether);
    if (this.asked.length > UNITS_AT_ONCE) this.answer();
  }

  private answer(): void {
    const { starts, askedAt } = this;
    if (askedAt.length === 0) return;
    // Nothing reaches over the end of a line, so that each stretch has the words it would have alone.
    const segments = segmenter().segment(this.asked);
    let from = 0;
    for (let asked = 0; asked < askedAt.length; asked += 3) {
      const unit = askedAt[asked] as number;
      const length = askedAt[asked + 1] as number;
      // What is left needs no answer: one character, or two that are a word by themselves.
      const known = askedAt[asked + 2] === 1 ? SHORT : 1;
      starts.fill(0, unit, unit + length);
      for (let at = 0; at < length;) {
        starts[unit + at] = 1;
        if (length - at <= known) break;
        // The word of the second character tells of the first one, too: it is in that word or a word alone.
        const found = segments.containing(from + at + 1);
        if (found === undefined) break;
        if (found.index > from + at) starts[found.index - from + unit] = 1;
        at = found.index + found.segment.length - from;
      }
      from += length + 1;
    }
    this.asked = '';
    askedAt.length = 0;
  }
}
