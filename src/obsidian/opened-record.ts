import type { App } from 'obsidian';
import type { NoteEvent } from '../note';

const KEY = 'seek-sense-share:opened';
/** More would make every write of the record felt; the notes opened longest ago are forgotten first. */
const MOST_NOTES = 2000;

/** When each note was last opened on this device, in milliseconds since 1970. Kept outside the vault and outside the settings. */
export class OpenedRecord {
  readonly #openedAt: Map<string, number>;
  #isDirty = false;

  constructor(private readonly app: App) {
    this.#openedAt = readRecord(app.loadLocalStorage(KEY) as unknown);
  }

  get openedAt(): ReadonlyMap<string, number> {
    return this.#openedAt;
  }

  note(path: string, moment: number): void {
    // Put at the end again, so that the first of the map is the one opened longest ago.
    this.#openedAt.delete(path);
    this.#openedAt.set(path, moment);
    for (const oldest of this.#openedAt.keys()) {
      if (this.#openedAt.size <= MOST_NOTES) break;
      this.#openedAt.delete(oldest);
    }
    this.#isDirty = true;
  }

  follow(event: NoteEvent): void {
    if (event.kind === 'changed') return;
    const path = event.kind === 'removed' ? event.path : event.from;
    const moment = this.#openedAt.get(path);
    if (moment === undefined) return;
    this.#openedAt.delete(path);
    if (event.kind === 'renamed') this.#openedAt.set(event.note.path, moment);
    this.#isDirty = true;
  }

  /** Writes the record down if it changed. */
  save(): void {
    if (!this.#isDirty) return;
    this.app.saveLocalStorage(KEY, Object.fromEntries(this.#openedAt));
    this.#isDirty = false;
  }
}

function readRecord(stored: unknown): Map<string, number> {
  if (typeof stored !== 'object' || stored === null) return new Map();
  const entries = Object.entries(stored).filter((entry): entry is [string, number] => typeof entry[1] === 'number' && Number.isFinite(entry[1]));
  return new Map(entries.sort((a, b) => a[1] - b[1]));
}
