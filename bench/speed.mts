// Speed and memory on made-up vaults, against MiniSearch in the same process.
//   npm run bench:speed -- [--sizes 1000,10000] [--rounds 5] [--no-minisearch] [--chinese]
// Run with node --expose-gc for the heap (the npm script does).
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import MiniSearch from 'minisearch';
import { type Engine, type SegmentStore, createEngine } from '../src/serendipity/index';
import { chinese, prose } from './synthetic.mts';
import type { VaultNote } from './vaults.mts';

const { values: options } = parseArgs({
  options: {
    sizes: { type: 'string', default: '1000,10000' }, rounds: { type: 'string', default: '5' },
    'no-minisearch': { type: 'boolean', default: false }, chinese: { type: 'boolean', default: false },
  },
});
const ROUNDS = Number(options.rounds);
const QUERIES = 200;
const EDITS = 200;

const collect = (globalThis as { gc?: () => void }).gc ?? (() => undefined);

function milliseconds(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function quantile(values: readonly number[], share: number): number {
  return [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0;
}

/** Memory in use, in megabytes. Buffers are let go of a little after the collection that finds them unused. */
async function heap(): Promise<number> {
  for (let time = 0; time < 4; time++) {
    collect();
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 2 ** 20;
}

/** A store in memory that keeps copies, as a database would. */
function memoryStore(): SegmentStore & { readonly bytes: () => number } {
  const records = new Map<string, Uint8Array>();
  return {
    keys: () => Promise.resolve([...records.keys()]),
    read: (key) => Promise.resolve(records.get(key)),
    write: (entries, deletes) => {
      for (const key of deletes) records.delete(key);
      for (const [key, value] of entries) records.set(key, value);
      return Promise.resolve();
    },
    bytes: () => [...records.values()].reduce((sum, record) => sum + record.length, 0),
  };
}

function filled(notes: readonly VaultNote[]): Engine {
  const engine = createEngine();
  for (const { path, content } of notes) engine.put({ path, text: content, mtime: 1, ctime: 1 });
  engine.settle();
  return engine;
}

/** Reading all files and splitting them into words: what any index must do at the least. */
function readAndSplit(folder: string, count: number): void {
  const segmenter = options.chinese ? new Intl.Segmenter('zh', { granularity: 'word' }) : undefined;
  let words = 0;
  for (let note = 0; note < count; note++) {
    const text = readFileSync(join(folder, `${note}.md`), 'utf8');
    if (segmenter === undefined) words += text.toLowerCase().split(/[\n\r\p{Z}\p{P}]+/u).length;
    else for (const { isWordLike } of segmenter.segment(text)) if (isWordLike === true) words++;
  }
  if (words === 0) throw new Error('No words were read.');
}

function report(name: string, values: readonly number[], unit = 'ms'): void {
  console.log(`  ${name.padEnd(44)}${quantile(values, 0.5).toFixed(2).padStart(11)} ${unit}`);
}

async function measure(count: number): Promise<{ readonly cold: number }> {
  // Read back from bytes, so that strings still in pieces are not counted against whoever reads them first.
  const notes = [...(options.chinese ? chinese : prose)(count, 7)].map(({ path, content }) => ({ path, content: Buffer.from(content).toString() }));
  const bytes = notes.reduce((sum, { content }) => sum + Buffer.byteLength(content), 0);
  console.log(`${count} notes, ${(bytes / 2 ** 20).toFixed(1)} MB`);
  const folder = mkdtempSync(join(tmpdir(), 'sss-speed-'));
  notes.forEach(({ content }, note) => writeFileSync(join(folder, `${note}.md`), content));
  const cold: number[] = [], base: number[] = [], addAll: number[] = [];
  const toMini = notes.map(({ path, content }) => ({ path, title: path.slice(path.lastIndexOf('/') + 1, -3), text: content }));
  const miniRounds = options['no-minisearch'] ? 0 : count > 20_000 ? 1 : ROUNDS;
  for (let round = 0; round < ROUNDS; round++) {
    base.push(milliseconds(() => readAndSplit(folder, count)));
    cold.push(milliseconds(() => {
      const engine = createEngine();
      for (let note = 0; note < count; note++) engine.put({ path: (notes[note] as VaultNote).path, text: readFileSync(join(folder, `${note}.md`), 'utf8'), mtime: 1, ctime: 1 });
      engine.settle();
    }));
    if (round < miniRounds) addAll.push(milliseconds(() => new MiniSearch({ fields: ['title', 'text'], idField: 'path' }).addAll(toMini)));
  }
  rmSync(folder, { recursive: true });
  report('read all files and split them into words', base);
  report('cold index (reading included)', cold);
  report('  ÷ reading and splitting', cold.map((value, round) => value / (base[round] as number)), '×');
  if (miniRounds > 0) report('  ÷ MiniSearch addAll', addAll.map((value, round) => (cold[round] as number) / value), '×');

  const before = await heap();
  const engine = filled(notes);
  const own = await heap() - before;
  report('heap of the live index', [own], 'MB');
  const asked = notes.filter((_, at) => at % Math.max(1, Math.floor(count / QUERIES)) === 0).map(({ path }) => path);
  const now = Date.UTC(2026, 10, 20);
  for (const path of asked.slice(0, 50)) engine.suggest({ path, limit: 10, now });
  const times = asked.map((path) => milliseconds(() => engine.suggest({ path, limit: 10, now })));
  report('suggestion, median', times);
  report('suggestion, p95', [quantile(times, 0.95)]);
  if (miniRounds > 0) await compareWithMiniSearch(toMini, quantile(times, 0.95), own);

  const store = memoryStore();
  const saving = performance.now();
  await engine.save(store);
  const full = performance.now() - saving;
  report('full save', [full]);
  report('cache ÷ bytes of the vault', [store.bytes() / bytes], '×');
  const edits: number[] = [], saves: number[] = [];
  for (let edit = 0; edit < EDITS; edit++) {
    const { path, content } = notes[(edit * 7919) % count] as VaultNote;
    edits.push(milliseconds(() => engine.put({ path, text: `${content} edited ${edit}`, mtime: 2 + edit, ctime: 1 })));
    const start = performance.now();
    await engine.save(store);
    saves.push(performance.now() - start);
  }
  report('edited note, p95', [quantile(edits, 0.95)]);
  report('keeping one edit, median', saves);
  report('  of a full save', saves.map((value) => full / value), 'times less');
  const again = createEngine();
  const loading = performance.now();
  await again.load(store);
  report('warm start from memory', [performance.now() - loading]);
  if (addAll.length > 0) report('  ÷ MiniSearch addAll', [(performance.now() - loading) / quantile(addAll, 0.5)], '×');
  return { cold: quantile(cold, 0.5) };
}

async function compareWithMiniSearch(documents: readonly { path: string; title: string; text: string }[], p95: number, own: number): Promise<void> {
  const before = await heap();
  const search = new MiniSearch({ fields: ['title', 'text'], idField: 'path' });
  search.addAll(documents);
  report('our heap ÷ MiniSearch', [own / (await heap() - before)], '×');
  const rounds = Array.from({ length: ROUNDS }, (_, round) => documents[Math.floor((documents.length * (round + 0.5)) / ROUNDS)] as { text: string });
  const plain = rounds.map(({ text }) => milliseconds(() => search.search(text)));
  report('MiniSearch, whole note as query, median', plain);
  report('  ÷ our p95', plain.map((value) => value / p95), '×');
}

const sizes = options.sizes.split(',').map(Number);
const colds: number[] = [];
for (const size of sizes) colds.push((await measure(size)).cold);
if (sizes.length > 1) {
  const [first, last] = [sizes[0] as number, sizes.at(-1) as number];
  console.log(`growth exponent of the cold index from ${first} to ${last} notes: ${(Math.log((colds.at(-1) as number) / (colds[0] as number)) / Math.log(last / first)).toFixed(3)}`);
}
