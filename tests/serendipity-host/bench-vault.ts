import { createEngine, Feeder, RemoteEngine, ServedEngine, type Engine, type EngineOptions, type SegmentStore } from '../../src/serendipity';
import type { NoteEvent, NoteRef } from '../../src/note';

/** A vault in memory that counts what is read of it. */
export class FakeVault {
  readonly files = new Map<string, { text: string; mtime: number }>();
  readonly reads: string[] = [];
  readonly unreadable = new Set<string>();
  #clock = 1_700_000_000_000;

  list(): readonly NoteRef[] {
    return [...this.files.keys()].map((path) => this.ref(path));
  }

  find(path: string): NoteRef | undefined {
    return this.files.has(path) ? this.ref(path) : undefined;
  }

  async read(path: string): Promise<string> {
    this.reads.push(path);
    await soon();
    const file = this.files.get(path);
    if (file === undefined) throw new Error(`no note "${path}"`);
    if (this.unreadable.has(path)) throw new Error('EACCES');
    return file.text;
  }

  ref(path: string): NoteRef {
    const { text, mtime } = this.files.get(path) ?? { text: '', mtime: 0 };
    return { path, mtime, ctime: 0, size: text.length };
  }

  write(path: string, text: string): NoteEvent {
    this.files.set(path, { text, mtime: (this.#clock += 1000) });
    return { kind: 'changed', note: this.ref(path) };
  }

  remove(path: string): NoteEvent {
    this.files.delete(path);
    return { kind: 'removed', path };
  }

  rename(from: string, to: string): NoteEvent {
    const file = this.files.get(from) ?? { text: '', mtime: 0 };
    this.files.delete(from);
    this.files.set(to, file);
    return { kind: 'renamed', from, note: this.ref(to) };
  }
}

/** A store in memory. `isBroken` makes every call fail; once `isDead` nothing is written or answered any more, as after a crash. */
export class FakeStore implements SegmentStore {
  isBroken = false;
  isDead = false;

  constructor(readonly records = new Map<string, Uint8Array>()) {}

  async keys(): Promise<readonly string[]> {
    await this.#step();
    return [...this.records.keys()];
  }

  async read(key: string): Promise<Uint8Array | undefined> {
    await this.#step();
    return this.records.get(key)?.slice();
  }

  async write(entries: ReadonlyMap<string, Uint8Array>, deletes: readonly string[]): Promise<void> {
    await this.#step();
    for (const key of deletes) this.records.delete(key);
    for (const [key, record] of entries) this.records.set(key, record.slice());
  }

  async #step(): Promise<void> {
    await soon();
    if (this.isDead) await new Promise(() => undefined);
    if (this.isBroken) throw new Error('the disk is full');
  }
}

/** The next turn of the event loop, where messages arrive. */
export function soon(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}

/** An engine served over messages that are cloned and delivered later, as between a page and a worker. */
export function connect(store: SegmentStore | undefined, create: (options: EngineOptions) => Engine = createEngine): RemoteEngine & { order: string[] } {
  const order: string[] = [];
  const remote: RemoteEngine = new RemoteEngine((request) => {
    const message = structuredClone(request);
    setImmediate(() => void served.receive(message).then(() => order.push(message.name)));
  });
  const served = new ServedEngine({
    createEngine: create,
    store,
    breathe: soon,
    post: (reply) => {
      const message = structuredClone(reply);
      setImmediate(() => remote.receive(message));
    },
  });
  return Object.assign(remote, { order });
}

/** A feeder over a vault in memory. */
export function feederOn(vault: FakeVault, engine: RemoteEngine, isExcluded: (path: string) => boolean = () => false, onProgress = (): void => undefined): Feeder {
  return new Feeder({ notes: vault, engine, isExcluded, breathe: () => Promise.resolve(), onProgress });
}
