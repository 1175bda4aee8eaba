import { QUEUED, type WordQueue } from './word-queue';

/** What stands for the term of a word that was not met before. */
export const NOT_FOUND = -2;
const MOST_CACHED_WORDS = 1 << 20;
const SLOT = 2;
const FEWEST_SLOTS = 1 << 12;

/**
 * Words that were seen, found by 40 bits of two hashes of their letters without making a string.
 * A slot holds the first hash, and side by side with it one more than the term (24 bits) and a byte of the second hash.
 * Three slots of four may be taken before there are more: words that nobody asks for stand in no line of the processor's cache.
 */
export class HashedWords {
  private slots = new Int32Array(FEWEST_SLOTS * SLOT);
  private count = 0;

  /** Looks up the words of a queue. Look-ups side by side in one short loop do not wait for each other's memory. */
  findAll({ words, terms, count }: WordQueue): void {
    for (let word = 0; word < count; word++) terms[word] = this.find(words[word * QUEUED] as number, words[word * QUEUED + 1] as number);
  }

  find(hash: number, second: number): number {
    const { slots } = this;
    const mask = slots.length - 1;
    const check = checkOf(second);
    for (let at = (hash << 1) & mask; ; at = (at + SLOT) & mask) {
      const key = slots[at] as number;
      const value = slots[at + 1] as number;
      if (key === hash && (value & 255) === check) return (value >>> 8) - 1;
      if (key === 0) return NOT_FOUND;
    }
  }

  keep(hash: number, second: number, term: number): void {
    if (this.count * 4 * SLOT >= this.slots.length * 3) this.grow();
    this.place(hash, ((term + 1) << 8) | checkOf(second));
  }

  private place(hash: number, value: number): void {
    const mask = this.slots.length - 1;
    let at = (hash << 1) & mask;
    while (this.slots[at] !== 0) at = (at + SLOT) & mask;
    this.slots[at] = hash;
    this.slots[at + 1] = value;
    this.count++;
  }

  private grow(): void {
    const { slots } = this;
    const isFull = this.count >= MOST_CACHED_WORDS;
    this.slots = new Int32Array(isFull ? FEWEST_SLOTS * SLOT : slots.length * 2);
    this.count = 0;
    if (isFull) return;
    for (let at = 0; at < slots.length; at += SLOT) {
      if (slots[at] !== 0) this.place(slots[at] as number, slots[at + 1] as number);
    }
  }

  get bytes(): number {
    return this.slots.byteLength;
  }
}

function checkOf(hash: number): number {
  return (hash ^ (hash >>> 11)) & 255;
}
