import { KeptTexts, MOST_UNITS_AT_ONCE } from './kept-texts';

/** Writes numbers and texts one after another into a growing buffer that is used again and again. */
export class ByteWriter {
  private buffer = new Uint8Array(1 << 16);
  private view = new DataView(this.buffer.buffer);
  private used = 0;

  private reserve(more: number): void {
    if (this.used + more <= this.buffer.length) return;
    const wider = new Uint8Array(Math.max(this.used + more, this.buffer.length * 2));
    wider.set(this.buffer);
    this.buffer = wider;
    this.view = new DataView(wider.buffer);
  }

  /** A whole number from 0 to 2^53, seven bits a byte (LEB128). */
  number(value: number): void {
    this.reserve(8);
    let rest = value;
    while (rest > 127) {
      this.buffer[this.used++] = (rest % 128) | 128;
      rest = Math.floor(rest / 128);
    }
    this.buffer[this.used++] = rest;
  }

  byte(value: number): void {
    this.reserve(1);
    this.buffer[this.used++] = value;
  }

  hash(value: number): void {
    this.reserve(4);
    this.view.setInt32(this.used, value, true);
    this.used += 4;
  }

  bytes(values: Uint8Array): void {
    this.reserve(values.length);
    this.buffer.set(values, this.used);
    this.used += values.length;
  }

  /** A text, unit by unit: one byte for ASCII, two or three for others; lone surrogates survive. */
  text(value: string): void {
    this.number(value.length);
    for (let at = 0; at < value.length; at++) this.number(value.charCodeAt(at));
  }

  /** What was written; the writer is empty afterwards. */
  take(): Uint8Array {
    const taken = this.buffer.slice(0, this.used);
    this.used = 0;
    return taken;
  }
}

/** Reads what a `ByteWriter` wrote. Reading past the end throws a RangeError. */
export class ByteReader {
  private readonly view: DataView;
  private at = 0;

  constructor(private readonly content: Uint8Array) {
    this.view = new DataView(content.buffer, content.byteOffset, content.byteLength);
  }

  get isAtEnd(): boolean {
    return this.at >= this.content.length;
  }

  number(): number {
    const first = this.byte();
    if (first < 128) return first;
    let value = first & 127;
    let unit = 128;
    for (;;) {
      const byte = this.byte();
      value += (byte & 127) * unit;
      if (byte < 128) return value;
      unit *= 128;
    }
  }

  byte(): number {
    if (this.at >= this.content.length) throw new RangeError('The record ends too early.');
    return this.content[this.at++] as number;
  }

  /**
   * Rising places as steps from one to the next: `values` gets what `table` has at these places, with the byte of the same row of
   * `codes` in its lowest bits, and `counts` one more at each. In one loop, for speed.
   */
  steps(table: Int32Array, counts: Int32Array, values: Int32Array, codes: Uint8Array): void {
    const { content } = this;
    let { at } = this;
    let place = 0;
    for (let row = 0; row < values.length; row++) {
      let byte = content[at++] as number;
      place += byte & 127;
      for (let unit = 128; byte > 127; unit *= 128) {
        byte = content[at++] as number;
        place += (byte & 127) * unit;
      }
      values[row] = (table[place] as number) | (codes[row] as number);
      counts[place] = (counts[place] as number) + 1;
    }
    if (at > content.length) throw new RangeError('The record ends too early.');
    this.at = at;
  }

  /** The last bytes of the record, wherever reading stands. */
  last(count: number): Uint8Array {
    if (this.at + count > this.content.length) throw new RangeError('The record ends too early.');
    return this.content.subarray(this.content.length - count);
  }

  /** Goes over a list of texts without making strings of those in ASCII, as most of them are known already to whoever reads. */
  texts(): KeptTexts {
    const count = this.number();
    if (this.at + count > this.content.length) throw new RangeError('The record ends too early.');
    const found = new KeptTexts(this.content, count);
    for (let place = 0; place < count; place++) {
      const length = this.number();
      const end = this.at + length;
      if (end > this.content.length) throw new RangeError('The record ends too early.');
      if (found.add(place, this.at, end)) this.at = end;
      else found.addWide(place, this.wideText(length));
    }
    return found;
  }

  hash(): number {
    this.at += 4;
    return this.view.getInt32(this.at - 4, true);
  }

  text(): string {
    const length = this.number();
    if (this.at + length > this.content.length) throw new RangeError('The record ends too early.');
    return this.asciiText(length) ?? this.wideText(length);
  }

  /** The usual case: every unit is one byte. */
  private asciiText(length: number): string | undefined {
    if (length > MOST_UNITS_AT_ONCE) return undefined;
    const units = this.content.subarray(this.at, this.at + length);
    for (let at = 0; at < length; at++) if ((units[at] as number) > 127) return undefined;
    this.at += length;
    return String.fromCharCode.apply(undefined, units as unknown as number[]);
  }

  private wideText(length: number): string {
    let text = '';
    for (let read = 0; read < length; read += MOST_UNITS_AT_ONCE) {
      const units = Array.from({ length: Math.min(MOST_UNITS_AT_ONCE, length - read) }, () => this.number());
      text += String.fromCharCode(...units);
    }
    return text;
  }
}
