import type { NoteEvent, NoteRef, NoteStore } from './note-store';

/** How a shelf knows its notes: `belongs` decides by path and properties, `read` makes of the text what is kept. */
interface ShelfReader<T> {
  belongs(path: string): boolean;
  /** Long notes may take their time. */
  read(note: NoteRef, text: string): T | Promise<T>;
}

/**
 * Everything of one kind that the vault holds (all quotes, all contacts), read once and kept in step with the notes.
 * Only a cache: the notes stay the database.
 */
export class Shelf<T> {
  readonly #kept = new Map<string, T>();
  readonly #latest = new Map<string, number>();
  readonly #listeners = new Set<() => void>();
  #filled = false;

  constructor(
    private readonly notes: NoteStore,
    private readonly reader: ShelfReader<T>,
  ) {}

  /** Whether the first reading is complete; before that `all` holds what was read so far. */
  get isFilled(): boolean {
    return this.#filled;
  }

  /** All that is kept, in no particular order. */
  all(): readonly T[] {
    return [...this.#kept.values()];
  }

  /** What is kept of each note, by path. */
  byPath(): ReadonlyMap<string, T> {
    return this.#kept;
  }

  get(path: string): T | undefined {
    return this.#kept.get(path);
  }

  /** Reads every note that belongs here; `breathe` is awaited between notes so that nothing else has to wait. */
  async fill(breathe: () => Promise<void>): Promise<void> {
    this.#filled = false;
    const notes = this.notes.list();
    const present = new Set(notes.map(({ path }) => path));
    for (const path of [...this.#kept.keys()]) if (!present.has(path)) this.#kept.delete(path);
    for (const note of notes) {
      if (this.reader.belongs(note.path) || this.#kept.has(note.path)) await this.#readIn(note);
      await breathe();
    }
    this.#filled = true;
    this.#tell();
  }

  /** Follows one change of the vault. */
  async follow(event: NoteEvent): Promise<void> {
    if (event.kind === 'changed') {
      if (this.reader.belongs(event.note.path)) await this.#readIn(event.note);
      else if (!this.#drop(event.note.path)) return;
    } else if (event.kind === 'removed') {
      if (!this.#drop(event.path)) return;
    } else {
      this.#drop(event.from);
      if (this.reader.belongs(event.note.path)) await this.#readIn(event.note);
    }
    this.#tell();
  }

  /** Calls `listener` after every change; the returned function ends it. */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  // Two edits of one note may be read out of order: only the reading that was begun last counts.
  async #readIn(note: NoteRef): Promise<void> {
    const turn = (this.#latest.get(note.path) ?? 0) + 1;
    this.#latest.set(note.path, turn);
    const text = this.notes.find(note.path) === undefined ? undefined : await this.notes.read(note.path);
    if (this.#latest.get(note.path) !== turn) return;
    if (text === undefined || !this.reader.belongs(note.path)) {
      this.#kept.delete(note.path);
      return;
    }
    const read = this.reader.read(note, text);
    const kept = read instanceof Promise ? await read : read;
    if (this.#latest.get(note.path) === turn) this.#kept.set(note.path, kept);
  }

  #drop(path: string): boolean {
    this.#latest.set(path, (this.#latest.get(path) ?? 0) + 1);
    return this.#kept.delete(path);
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
