import { Column } from './arena';
import { detached, lastPart } from './names';

const NONE = -1;
const NO_NOTES: readonly number[] = [];

/**
 * Numbers for the texts of links, and which notes bear them as names. A link that is a name without a path shares its number
 * with the name, as most do: one table serves both. Nearly every name has one note, so lists are kept for the others only.
 */
export class NameTable {
  private readonly numbers = new Map<string, number>();
  private readonly texts: string[] = [];
  private readonly names = new Column();
  private readonly firstNote = new Column(NONE);
  private readonly several = new Map<number, number[]>();

  /** The number of a text (as `linkKey` makes it); a new one when it is met for the first time. `isWhole`: the text was cut from no other. */
  number(text: string, isWhole = false): number {
    const known = this.numbers.get(text);
    if (known !== undefined) return known;
    const kept = isWhole ? text : detached(text);
    const number = this.texts.push(kept) - 1;
    this.numbers.set(kept, number);
    const name = lastPart(kept);
    this.names.set(number, name === kept ? number : this.number(name, true));
    return number;
  }

  /** The number of a text that was met before. */
  find(text: string): number | undefined {
    return this.numbers.get(text);
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
    return this.names.bytes + this.firstNote.bytes;
  }
}
