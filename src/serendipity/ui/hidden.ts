import type { App } from 'obsidian';
import type { NoteEvent } from '../../note';
import { pairKey } from '..';

const KEY = 'seek-sense-share:hidden';
const PAIR_BREAK = '\n';

/**
 * What the user never wants to be offered again: pairs of notes, and single notes. Decisions about notes belong neither to
 * the settings nor into the notes, so they are kept per device and vault (`saveLocalStorage`); they follow renames.
 */
export class Hidden {
  readonly #pairs: Set<string>;
  readonly #notes: Set<string>;
  readonly #listeners = new Set<() => void>();

  constructor(private readonly app: App) {
    const stored = app.loadLocalStorage(KEY) as { pairs?: unknown; notes?: unknown } | null;
    this.#pairs = new Set(textsOf(stored?.pairs).map((pair) => pair.split(PAIR_BREAK)).map(([a = '', b = '']) => pairKey(a, b)));
    this.#notes = new Set(textsOf(stored?.notes));
  }

  /** Keys of pairs, as the engine wants them. */
  get pairs(): ReadonlySet<string> {
    return this.#pairs;
  }

  get notes(): ReadonlySet<string> {
    return this.#notes;
  }

  /** Hides a pair; the returned function takes it back. */
  hidePair(a: string, b: string): () => void {
    const pair = pairKey(a, b);
    this.#pairs.add(pair);
    this.#save();
    return () => this.showPair(a, b);
  }

  showPair(a: string, b: string): void {
    this.#pairs.delete(pairKey(a, b));
    this.#save();
  }

  /** Hides a note wherever it could be offered; the returned function takes it back. */
  hideNote(path: string): () => void {
    this.#notes.add(path);
    this.#save();
    return () => this.showNote(path);
  }

  showNote(path: string): void {
    this.#notes.delete(path);
    this.#save();
  }

  showAll(): void {
    this.#pairs.clear();
    this.#notes.clear();
    this.#save();
  }

  /** Calls `listener` after every change; the returned function ends it. */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  follow(event: NoteEvent): void {
    if (event.kind !== 'renamed') return;
    const { from, note } = event;
    let hasChanged = this.#notes.delete(from);
    if (hasChanged) this.#notes.add(note.path);
    for (const pair of [...this.#pairs]) {
      const paths = pair.split(PAIR_BREAK);
      if (!paths.includes(from)) continue;
      const [a = '', b = ''] = paths.map((path) => (path === from ? note.path : path));
      this.#pairs.delete(pair);
      this.#pairs.add(pairKey(a, b));
      hasChanged = true;
    }
    if (hasChanged) this.#save();
  }

  #save(): void {
    this.app.saveLocalStorage(KEY, { pairs: [...this.#pairs], notes: [...this.#notes] });
    for (const listener of [...this.#listeners]) listener();
  }
}

function textsOf(stored: unknown): string[] {
  return Array.isArray(stored) ? stored.filter((text): text is string => typeof text === 'string') : [];
}
