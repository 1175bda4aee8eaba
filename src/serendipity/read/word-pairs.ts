import { NEWLINE } from './ascii-units';
import { segmenter } from './segmenter';

const FEWEST_SLOTS = 1 << 12;
/** With more of them everything is forgotten and asked again: four megabytes. */
const MOST_PAIRS = 1 << 19;
/** Pairs asked for in one text: the segmenter takes longer over each word of a long text, and long to begin with any text. */
const PAIRS_AT_ONCE = 64;
const ASKED_UNITS = 3;

/** Where the characters of pairs begin, and how many bits tell them apart. */
const FIRST_HAN = 0x3000;
const HAN_BITS = 15;
const HAN_MASK = (1 << HAN_BITS) - 1;
/** Knuth's multiplicative hash. */
const SPREAD = 0x9e3779b1;
const SPREAD_SHIFT = 10;

/** In the lowest bits of a slot: the answer, once it is there. */
const NO_WORD = 1;
const A_WORD = 2;
const ANSWER_BITS = 2;
const ANSWER = 3;

/** Whether a unit is a Han character of the basic plane, 々 or 〇. */
function isHan(unit: number): boolean {
  return (unit >= 0x3400 && unit < 0xa000) || unit === 0x3005 || unit === 0x3007;
}

/**
 * Remembers which pairs of Han characters are words by themselves to the segmenter. Its answer never changes, so that all of it
 * may be forgotten at any time. A slot of 32 bits holds the whole pair, so that none is taken for another.
 */
export class WordPairs {
  private slots = new Int32Array(FEWEST_SLOTS);
  private count = 0;
  /** Places of pairs without an answer. */
  private readonly open: number[] = [];
  /** What is asked: pairs, each in a line. */
  private readonly units = new Uint16Array(PAIRS_AT_ONCE * ASKED_UNITS).fill(NEWLINE);

  /** Remembers at most so many pairs, and always those of one question. */
  constructor(private readonly most = MOST_PAIRS) {}

  /** Makes room for so many pairs that may be new. Places given out before are void. */
  expect(more: number): void {
    if (this.count + more > this.most) {
      this.slots = new Int32Array(FEWEST_SLOTS);
      this.count = 0;
    }
    while ((this.count + more) * 2 > this.slots.length) this.grow();
  }

  /**
   * Finds the pairs of neighbours in [from, to) of a text. The place of each, for `isWord` once `answer` was called, stands in `places` as far
   * from `start` as its second character from `from`. False where a character is not Han; then some pairs were left out.
   */
  placeAll(text: string, from: number, to: number, places: Int32Array, start: number): boolean {
    const { slots } = this;
    const mask = slots.length - 1;
    let before = text.charCodeAt(from);
    if (!isHan(before)) return false;
    for (let unit = from + 1; unit < to; unit++) {
      const here = text.charCodeAt(unit);
      if (!isHan(here)) return false;
      const pair = ((before - FIRST_HAN) << HAN_BITS) | (here - FIRST_HAN);
      before = here;
      let at = slotOf(pair) & mask;
      let kept = slots[at] as number;
      while (kept >>> ANSWER_BITS !== pair && kept !== 0) {
        at = (at + 1) & mask;
        kept = slots[at] as number;
      }
      if (kept === 0) {
        slots[at] = pair << ANSWER_BITS;
        this.open.push(at);
        this.count++;
      }
      places[start + unit - from] = at;
    }
    return true;
  }

  isWord(place: number): boolean {
    return ((this.slots[place] as number) & ANSWER) === A_WORD;
  }

  /** Asks for the pairs that are new. */
  answer(): void {
    const { open, slots, units } = this;
    for (let from = 0; from < open.length; from += PAIRS_AT_ONCE) {
      const count = Math.min(PAIRS_AT_ONCE, open.length - from);
      for (let at = 0; at < count; at++) {
        const pair = (slots[open[from + at] as number] as number) >>> ANSWER_BITS;
        units[at * ASKED_UNITS] = (pair >>> HAN_BITS) + FIRST_HAN;
        units[at * ASKED_UNITS + 1] = (pair & HAN_MASK) + FIRST_HAN;
      }
      const segments = segmenter().segment(String.fromCharCode(...units.subarray(0, count * ASKED_UNITS)));
      for (let at = 0; at < count; at++) {
        const isWord = segments.containing(at * ASKED_UNITS + 1)?.index === at * ASKED_UNITS;
        const place = open[from + at] as number;
        slots[place] = (slots[place] as number) | (isWord ? A_WORD : NO_WORD);
      }
    }
    open.length = 0;
  }

  get bytes(): number {
    return this.slots.byteLength;
  }

  private grow(): void {
    const { slots } = this;
    this.slots = new Int32Array(slots.length * 2);
    const mask = this.slots.length - 1;
    for (const kept of slots) {
      if (kept === 0) continue;
      let at = slotOf(kept >>> ANSWER_BITS) & mask;
      while (this.slots[at] !== 0) at = (at + 1) & mask;
      this.slots[at] = kept;
    }
  }
}

function slotOf(pair: number): number {
  return Math.imul(pair, SPREAD) >>> SPREAD_SHIFT;
}
