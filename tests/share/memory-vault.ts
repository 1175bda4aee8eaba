import { fail, ok, type Result } from '../../src/base';
import { PROPERTY_NAMES, listProperty, nameOf, readProperties, wikilink, type NoteEvent, type NoteStore } from '../../src/note';
import type { DraftStore } from '../../src/obsidian/draft-store';
import type { Edge } from '../../src/obsidian/edge';
import { defaultSenseSettings } from '../../src/sense';
import { defaultShareSettings, type ShareSettings } from '../../src/share';

/** Where a crash is tried: each step of the outside world asks before and after. */
type Checkpoint = (step: string) => Promise<void>;

/** A vault and a device in memory: what is left of them is what a restart finds. */
export class MemoryVault {
  readonly notes = new Map<string, string>();
  /** What the app's cache takes for a note's text where it lags behind what an editor holds. */
  readonly indexed = new Map<string, string>();
  /** What a read without the disk gives where another program has rewritten the note a moment ago. */
  readonly readBefore = new Map<string, string>();
  /** The notes that were read from the disk, in turn. */
  readonly readFromDisk: string[] = [];
  readonly device = new Map<string, unknown>();
  readonly said: string[] = [];
  /** Files keep their identity when they are renamed, as those of the app do. */
  readonly #files = new Map<string, { path: string }>();
  readonly #listeners: ((event: NoteEvent) => void)[] = [];
  share: ShareSettings = defaultShareSettings();
  checkpoint: Checkpoint = () => Promise.resolve();

  constructor(public now: () => Date = () => new Date('2026-11-22T09:12:00')) {}

  readonly edge = {
    notes: this.#store(),
    app: { vault: { getFileByPath: (path: string) => (this.notes.has(path) ? this.#file(path) : null) } },
    clock: () => this.now(),
    settings: () => ({ share: this.share, sense: defaultSenseSettings(), properties: PROPERTY_NAMES }),
    layoutReady: () => Promise.resolve(),
    onNote: (listener: (event: NoteEvent) => void) => void this.#listeners.push(listener),
    say: (sentence: string) => void this.said.push(sentence),
  } as unknown as Edge;

  /** What a device keeps beside the vault. */
  readonly kept = {
    load: (key: string): unknown => this.device.get(key),
    save: (key: string, value: object) => {
      this.device.set(key, structuredClone(value));
      return true;
    },
    clear: (key: string) => void this.device.delete(key),
  } as unknown as DraftStore;

  remove(path: string): void {
    this.notes.delete(path);
    for (const listener of this.#listeners) listener({ kind: 'removed', path });
  }

  rename(from: string, to: string): void {
    this.notes.set(to, this.notes.get(from) ?? '');
    this.notes.delete(from);
    const file = this.#file(from);
    this.#files.delete(from);
    file.path = to;
    this.#files.set(to, file);
    for (const listener of this.#listeners) listener({ kind: 'renamed', from, note: { path: to, ctime: 0, mtime: 0, size: 0 } });
  }

  /** Writes a note as another program does, and tells of it. */
  write(path: string, text: string): void {
    this.notes.set(path, text);
    for (const listener of this.#listeners) listener({ kind: 'changed', note: { path, ctime: 0, mtime: 0, size: 0 } });
  }

  #file(path: string): { path: string } {
    const file = this.#files.get(path) ?? { path };
    this.#files.set(path, file);
    return file;
  }

  #store(): NoteStore {
    const properties = (path: string): Record<string, unknown> => {
      const read = readProperties(this.indexed.get(path) ?? this.notes.get(path) ?? '');
      return read.ok ? read.value : {};
    };
    return {
      list: () => [...this.notes.keys()].map((path) => ({ path, ctime: 0, mtime: 0, size: 0 })),
      find: (path) => (this.notes.has(path) ? { path, ctime: 0, mtime: 0, size: 0 } : undefined),
      isTaken: (path) => this.notes.has(path),
      read: (path, how = { fromDisk: false }) => {
        if (how.fromDisk) this.readFromDisk.push(path);
        return Promise.resolve((how.fromDisk ? undefined : this.readBefore.get(path)) ?? this.notes.get(path) ?? '');
      },
      typed: (path) => (this.indexed.has(path) ? this.notes.get(path) : undefined),
      properties,
      hasTag: (path, tag) => listProperty(properties(path), 'tags').includes(tag),
      resolve: (link) => [...this.notes.keys()].find((path) => nameOf(path) === nameOf(`${link.replace(/[#|].*$/, '')}.md`)),
      linkTo: (path, _from, label) => wikilink(nameOf(path), label),
      linkName: (path) => nameOf(path),
      create: (path, text) => {
        this.notes.set(path, text);
        return Promise.resolve(ok(path));
      },
      isWriting: () => false,
      onOwnChange: () => () => undefined,
      change: async (path, rewrite): Promise<Result<string>> => {
        await this.checkpoint('before the ledger');
        const text = this.notes.get(path);
        if (text === undefined) return fail('The note is gone.');
        const changed = rewrite(text);
        if (changed.ok) this.notes.set(path, changed.value);
        await this.checkpoint('after the ledger');
        return changed;
      },
    };
  }
}
