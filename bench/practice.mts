/**
 * How long the user's own activity takes to compute over three years of daily practice, how long the thread is held at most,
 * and how long an edit takes. The first reading is from memory: a disk adds its own time, between the slices.
 * Run: npm run bench:practice
 */
import { performance } from 'node:perf_hooks';
import { weekLines, practiceWeek, weeksUpTo } from '../src/practice';
import { ActivityBook } from '../src/practice/ui/activity-book';
import { defaultSettings } from '../src/obsidian/settings';
import type { Edge } from '../src/obsidian/edge';
import type { NoteEvent } from '../src/note';
import { median } from './measuring.mts';
import { SIZE, TODAY, practiceVault, storeOf } from './practice-vault.mts';

const ROUNDS = 5;
const BARS = { whole: 1000, slice: 50, edit: 50 } as const;

const notes = practiceVault();
const store = storeOf(notes);
const settings = defaultSettings();
const headings = new Map([...notes].map(([path, text]) => [path, [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) => ({ heading }))]));

function edgeOf(listeners: ((event: NoteEvent) => void)[]): Edge {
  return {
    notes: store, clock: () => new Date(`${TODAY}T12:00:00`), settings: () => settings, layoutReady: () => Promise.resolve(),
    onNote: (listener: (event: NoteEvent) => void) => void listeners.push(listener), onSettings: () => undefined,
    app: { metadataCache: { getCache: (path: string) => ({ headings: headings.get(path) }) } },
  } as unknown as Edge;
}

/** Watches how long the thread is held: a timer that comes late was kept waiting. */
async function longestHold(work: () => Promise<unknown>): Promise<{ whole: number; longest: number }> {
  let [longest, last, isOver] = [0, performance.now(), false];
  const watch = (): void => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (!isOver) setImmediate(watch);
  };
  setImmediate(watch);
  const from = performance.now();
  await work();
  const whole = performance.now() - from;
  isOver = true;
  longest = Math.max(longest, performance.now() - last);
  return { whole, longest };
}

// Node handles messages of channels without ever coming to other tasks; a page takes them one at a time.
globalThis.MessageChannel = class {
  readonly port1 = { onmessage: (): void => undefined, close: (): void => undefined };
  readonly port2 = { postMessage: (): void => void setImmediate(() => this.port1.onmessage()) };
} as unknown as typeof MessageChannel;

const [wholes, slices, edits]: [number[], number[], number[]] = [[], [], []];
for (let round = 0; round < ROUNDS; round++) {
  const listeners: ((event: NoteEvent) => void)[] = [];
  const book = new ActivityBook(edgeOf(listeners));
  const twelve = (): string[] => weeksUpTo(TODAY, 12).flatMap(({ from }) => weekLines(practiceWeek(book.roles(), from)));
  const { whole, longest } = await longestHold(async () => {
    await book.ready();
    twelve();
  });
  wholes.push(whole);
  slices.push(longest);
  for (let at = 0; at < 20; at++) {
    const from = performance.now();
    const changed = new Promise<void>((resolve) => { const end = book.onChange(() => { end(); resolve(); }); });
    for (const tell of listeners) tell({ kind: 'changed', note: { path: `Quotes/Quote ${at * 40}.md`, ctime: 0, mtime: 0, size: 0 } });
    await changed;
    twelve();
    edits.push(performance.now() - from);
  }
}

const slowest = (values: number[]): number => Math.max(...values);
// What holds the thread must never do so for long: there the slowest counts.
const line = (name: string, values: number[], bar: number, judged: (values: number[]) => number): boolean => {
  const isWithin = judged(values) < bar;
  console.log(`${name.padEnd(44)} ${median(values).toFixed(0).padStart(6)} ${slowest(values).toFixed(0).padStart(6)} ${String(bar).padStart(6)} ${isWithin ? '' : ' too slow'}`);
  return isWithin;
};
console.log(`${SIZE.days} daily notes, ${SIZE.quotes} quotes, ${SIZE.shares} shares, ${SIZE.contacts} contacts; milliseconds: median, slowest, bar`);
const all = [line('activity, read and counted, in all', wholes, BARS.whole, median), line('longest time the thread was held', slices, BARS.slice, slowest), line('after an edit, twelve weeks anew', edits, BARS.edit, slowest)];
process.exitCode = all.every(Boolean) ? 0 : 1;
