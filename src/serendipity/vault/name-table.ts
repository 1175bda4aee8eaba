import { hashOf } from '../read/text-hash';
import { Column } from './arena';
import { detached, lastPart } from './names';

const NONE = -1;
const NO_NOTES: readonly number[] = [];
const FEWEST_SLOTS = 1 << 10;

/** Texts in the bytes of a record, by their places. */
export interface TextsInBytes {
  hash(place: number): number;
  is(place: number, text: string): boolean;
  text(place: number): string;
}

/**
 * Numbers for the texts of links, and which notes bear them as names. A link that is a name without a path shares its number
 * with the name, as most do: one table serves both. Nearly every name has one note, so lists are kept for the others only.
 */
export class NameTable {
  private readonly texts: string[] = [];
  private readonly hashes = new Column();
  /** Numbers of texts, one more than they are, at the place that a hash gives or at the next free one. */
  private slots = new Int32Array(FEWEST_SLOTS);
  private readonly names = new Column();
  private readonly firstNote = new Column(NONE);
  private readonly several = new Map<number, number[]>();

  /** The number of a text (as `linkKey` makes it); a new one when it is met for the first time. `isWhole`: the text was cut from no other. */
  number(text: string, isWhole = false): number {
    const hash = hashOf(text);
    return this.withHash(hash, text) ?? this.add(hash, isWhole ? text : detached(text));
  }

  /** The same for the text of `content` at `place`, which becomes a string only when it is met for the first time. */
  numberOfKept(content: TextsInBytes, place: number): number {
    const hash = content.hash(place);
    for (let slot = hash & (this.slots.length - 1); ; slot = (slot + 1) & (this.slots.length - 1)) {
      const number = (this.slots[slot] as number) - 1;
      if (number < 0) return this.add(hash, content.text(place));
      if (this.hashes.get(number) === hash && content.is(place, this.texts[number] as string)) return number;
    }
  }

  /** The number of a text that was met before. */
  find(text: string): number | undefined {
    return this.withHash(hashOf(text), text);
  }

  private withHash(hash: number, text: string): number | undefined {
    for (let slot = hash & (this.slots.length - 1); ; slot = (slot + 1) & (this.slots.length - 1)) {
      const number = (this.slots[slot] as number) - 1;
      if (number < 0) return undefined;
      if (this.hashes.get(number) === hash && this.texts[number] === text) return number;
    }
  }

  private add(hash: number, text: string): number {
    const number = this.texts.push(text) - 1;
    this.hashes.set(number, hash);
    if (this.texts.length * 2 > this.slots.length) this.grow();
    else this.place(number);
    const name = lastPart(text);
    this.names.set(number, name === text ? number : this.number(name, true));
    return number;
  }

  private place(number: number): void {
    const mask = this.slots.length - 1;
    let slot = this.hashes.get(number) & mask;
    while (this.slots[slot] !== 0) slot = (slot + 1) & mask;
    this.slots[slot] = number + 1;
  }

  private grow(): void {
    this.slots = new Int32Array(this.slots.length * 2);
    for (let number = 0; number < this.texts.length; number++) this.place(number);
  }

  text(number: number): string {
    return this.texts[number] as string;
  }

  /** The number of the last part of a text: its own when it has one part. */
  nameOf(number: number): number {
    return this.names.get(number);
  }

  /** The one note of a name; -1 where there is none, undefined where there are several. */
  onlyNote(name: number): number | undefined {
    return this.several.has(name) ? undefined : this.firstNote.get(name);
  }

  /** All notes of a name. */
  notes(name: number): readonly number[] {
    const only = this.firstNote.get(name);
    return this.several.get(name) ?? (only === NONE ? NO_NOTES : [only]);
  }

  addNote(name: number, note: number): void {
    const first = this.firstNote.get(name);
    if (first === NONE) this.firstNote.set(name, note);
    else {
      const notes = this.several.get(name);
      if (notes === undefined) this.several.set(name, [first, note]);
      else notes.push(note);
    }
  }

  removeNote(name: number, note: number): void {
    const left = this.several.get(name);
    if (left === undefined) {
      this.firstNote.set(name, NONE);
      return;
    }
    left.splice(left.indexOf(note), 1);
    this.firstNote.set(name, left[0] as number);
    if (left.length === 1) this.several.delete(name);
  }

  get bytes(): number {
    return this.names.bytes + this.firstNote.bytes + this.hashes.bytes + this.slots.byteLength;
  }
}
