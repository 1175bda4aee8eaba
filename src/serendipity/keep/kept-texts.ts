import { FIRST_HASH, hashedOnce, hashOf, lastHash } from '../read/text-hash';

/**
 * The texts of a record as they stand in its bytes: where, how long, and their hashes. A link is known to the index by that already, so
 * that most texts never become strings.
 */
export class KeptTexts {
  private readonly starts: Int32Array;
  private readonly lengths: Int32Array;
  private readonly hashes: Int32Array;
  private readonly strings: (string | undefined)[] = [];

  constructor(readonly content: Uint8Array, count: number) {
    this.starts = new Int32Array(count);
    this.lengths = new Int32Array(count);
    this.hashes = new Int32Array(count);
  }

  get count(): number {
    return this.starts.length;
  }

  /** Takes [start, end) of the record as the text at `place`; false where it is not plain ASCII. */
  add(place: number, start: number, end: number): boolean {
    const { content } = this;
    let hash = FIRST_HASH;
    for (let at = start; at < end; at++) {
      const unit = content[at] as number;
      if (unit > 127) return false;
      hash = hashedOnce(hash, unit);
    }
    this.starts[place] = start;
    this.lengths[place] = end - start;
    this.hashes[place] = lastHash(hash);
    return true;
  }

  addWide(place: number, text: string): void {
    this.strings[place] = text;
    this.lengths[place] = text.length;
    this.hashes[place] = hashOf(text);
  }

  hash(place: number): number {
    return this.hashes[place] as number;
  }

  /** Whether the text at a place is this one. */
  is(place: number, text: string): boolean {
    if (text.length !== this.lengths[place]) return false;
    const known = this.strings[place];
    if (known !== undefined) return known === text;
    const start = this.starts[place] as number;
    for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) !== this.content[start + at]) return false;
    return true;
  }

  /** The text at a place; '' beyond the last. */
  text(place: number): string {
    if (place >= this.count) return '';
    const start = this.starts[place] as number;
    return (this.strings[place] ??= asciiOf(this.content, start, start + (this.lengths[place] as number)));
  }
}

/** So many units make a string at once: all of a long text as arguments of one call would not fit on the stack. */
export const MOST_UNITS_AT_ONCE = 4096;

function asciiOf(content: Uint8Array, start: number, end: number): string {
  let text = '';
  for (let from = start; from < end; from += MOST_UNITS_AT_ONCE) text += String.fromCharCode(...content.subarray(from, Math.min(end, from + MOST_UNITS_AT_ONCE)));
  return text;
}
