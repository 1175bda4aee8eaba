import { HopSpace } from './hops';
import { Sums } from './sums';

/** Room for the sums of one question, kept from question to question so that none makes garbage of the vault's size. */
export class WorkSpace {
  readonly text = new Sums();
  readonly walks = [new Sums(), new Sums()] as const;
  readonly common = new Sums();
  readonly beside = new Sums();
  readonly hops = new HopSpace();
  /** The byte of each term in the asking note, 0 for all others; set by `ask`. */
  asked = new Uint8Array(0);
  /** Room to count in how many notes, at most 255, a term stands. */
  counts = new Uint8Array(0);
  private lastAsked: Int32Array = new Int32Array(0);

  clear(notes: number, terms: number): void {
    for (const sums of [this.text, this.common, this.beside]) sums.clear(notes);
    this.hops.clear(notes);
    if (this.asked.length >= terms) return;
    this.asked = new Uint8Array(terms + (terms >> 2) + 1024);
    this.counts = new Uint8Array(this.asked.length);
  }

  /** Marks the terms of the asking note. */
  ask(terms: Int32Array, codes: Uint8Array): void {
    for (const term of this.lastAsked) this.asked[term] = 0;
    this.lastAsked = terms;
    terms.forEach((term, at) => { this.asked[term] = codes[at] as number; });
  }
}
