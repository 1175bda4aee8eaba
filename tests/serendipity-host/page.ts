// The index host in a real browser: real worker, real IndexedDB, a vault in memory. Bundled and opened by host-browser.ts.
import createWorker from 'inline-worker:../../src/obsidian/serendipity.worker';
import type { NoteEvent, NoteRef } from '../../src/note';
import type { Edge } from '../../src/obsidian/edge';
import type { IndexStatus } from '../../src/obsidian/index-status';
import { LinkIndex } from '../../src/obsidian/link-index';
import { SegmentDatabase } from '../../src/obsidian/segment-database';
import { illustrateLinks } from '../../src/serendipity/ui/illustrate-links';
import { defaultSerendipitySettings, type EngineSize, type SerendipitySettings, type Suggestion } from '../../src/serendipity';
import { seededRandom } from '../../src/base';

const files = new Map<string, { text: string; mtime: number }>();
const said: string[] = [];
const cleanups: (() => void)[] = [];
const reads: string[] = [];
const statuses: IndexStatus[] = [];
let settings: SerendipitySettings = defaultSerendipitySettings();
let onNote: (event: NoteEvent) => void = () => undefined;
let onSettings: () => void = () => undefined;
let index: LinkIndex | undefined;

function refOf(path: string): NoteRef {
  const { text, mtime } = files.get(path) ?? { text: '', mtime: 0 };
  return { path, mtime, ctime: 0, size: text.length };
}

function vocabulary(size: number): string[] {
  const random = seededRandom(7);
  const syllables = ['ba', 'ko', 'ri', 'ten', 'mu', 'sol', 'dra', 'vi', 'lo', 'pen', 'sha', 'qui', 'ner', 'to', 'ga'];
  return Array.from({ length: size }, () => Array.from({ length: 2 + Math.floor(random() * 3) }, () => syllables[Math.floor(random() * syllables.length)]).join(''));
}

const notes = {
  list: () => [...files.keys()].map(refOf),
  find: (path: string) => (files.has(path) ? refOf(path) : undefined),
  read: (path: string) => {
    reads.push(path);
    return Promise.resolve(files.get(path)?.text ?? '');
  },
};

const workbench = {
  /** Fills the vault with notes of some 350 words, Zipf distributed, with links. */
  fill(count: number): void {
    const random = seededRandom(11);
    const words = vocabulary(30_000);
    files.clear();
    for (let at = 0; at < count; at++) {
      const text = Array.from({ length: 350 }, (_, place) => (place % 90 === 50 ? `[[Note ${Math.floor(random() * count)}]]` : words[Math.floor(words.length * random() ** 3)]));
      files.set(`Folder ${at % 40}/Note ${at}.md`, { text: text.join(' '), mtime: 1_700_000_000_000 + at });
    }
  },
  start(open: 'worker' | 'none' | 'broken' = 'worker', isPhone = false): void {
    const app = {
      loadLocalStorage: (key: string) => JSON.parse(localStorage.getItem(key) ?? 'null') as unknown,
      saveLocalStorage: (key: string, value: unknown) => localStorage.setItem(key, JSON.stringify(value)),
      workspace: { layoutReady: true, onLayoutReady: (ready: () => void) => ready() }, vault: { on: () => ({}) },
    };
    const edge = {
      app,
      plugin: { app, registerEvent: () => undefined, registerDomEvent: () => undefined, register: (cleanup: () => void) => cleanups.push(cleanup) },
      notes,
      clock: () => new Date(),
      settings: () => ({ serendipity: settings }),
      onNote: (listener: typeof onNote) => (onNote = listener),
      onSettings: (listener: typeof onSettings) => (onSettings = listener),
      say: (sentence: string) => said.push(sentence),
    } as unknown as Edge;
    const openWorker = (name: string): Worker => {
      if (open === 'none') throw new Error('no workers here');
      if (open === 'worker') return createWorker(name);
      return new Worker(URL.createObjectURL(new Blob(['throw new Error("broken on purpose")'])), { name });
    };
    const made = new LinkIndex(edge, openWorker, { vaultId: 'a vault', isPhone });
    made.onStatus(() => statuses.push(made.status));
    index = made;
  },
  unload(): void {
    for (const cleanup of cleanups.splice(0)) cleanup();
  },
  async whenReady(): Promise<void> {
    await index?.whenComplete(100_000);
  },
  status: () => index?.status,
  said,
  reads,
  /** What the index said of itself, from the start of the page. */
  statuses,
  set(changed: Partial<SerendipitySettings>): void {
    settings = { ...settings, ...changed };
    onSettings();
  },
  write(path: string, text: string): void {
    files.set(path, { text, mtime: Date.now() });
    onNote({ kind: 'changed', note: refOf(path) });
  },
  remove(path: string): void {
    files.delete(path);
    onNote({ kind: 'removed', path });
  },
  /** Changes a note's time, and deletes one, without an event: as while the app was closed. */
  touch: (path: string) => void files.set(path, { text: files.get(path)?.text ?? '', mtime: 5 }),
  drop: (path: string) => void files.delete(path),
  async suggest(path: string): Promise<readonly Suggestion[]> {
    const text = files.get(path)?.text ?? '';
    return (await index?.ask('suggest', { path, text, limit: 8, now: Date.now() })) ?? [];
  },
  async excerpts(path: string): Promise<string[]> {
    const text = files.get(path)?.text ?? '';
    const found = await workbench.suggest(path);
    if (index === undefined) return [];
    return (await illustrateLinks(index, notes, { path, text }, found)).map(([, { excerpt }]) => excerpt.text);
  },
  /** Carries out one piece of long work, as after edits. */
  async carryOut(what: 'settle' | 'save' | 'sparks'): Promise<void> {
    if (what === 'sparks') await index?.ask('sparks', { count: 3, seed: 1, now: Date.now() });
    else await index?.ask(what);
  },
  /** Changes so many notes all over the vault, at once and unasked. */
  async touchAll(count: number): Promise<void> {
    const paths = [...files.keys()];
    const changed = Array.from({ length: count }, (_, at) => paths[(at * 37) % paths.length] ?? '');
    await index?.ask('put', changed.map((path) => ({ ...refOf(path), text: `${files.get(path)?.text ?? ''} edited` })));
  },
  size: async (): Promise<EngineSize | undefined> => index?.ask('size'),
  save: async (): Promise<unknown> => index?.ask('save'),
  rebuild: async (): Promise<void> => index?.rebuild(),
  pause: () => index?.pause(),
  resume: () => index?.resume(),
  async recordCount(): Promise<number> {
    const [database] = await indexedDB.databases();
    if (database?.name === undefined) return 0;
    const store = new SegmentDatabase(indexedDB, database.name);
    const keys = await store.keys();
    await store.close();
    return keys.length;
  },
  /** Breaks one record of the cache. */
  async tear(key: string): Promise<void> {
    const [database] = await indexedDB.databases();
    const store = new SegmentDatabase(indexedDB, database?.name ?? '');
    const record = await store.read(key);
    if (record === undefined) throw new Error(`no record ${key}`);
    record[record.length >> 1] = (record[record.length >> 1] ?? 0) ^ 0xff;
    await store.write(new Map([[key, record]]), []);
    await store.close();
  },
};

export type HostPage = typeof workbench;
Object.assign(window, { hostPage: workbench });
