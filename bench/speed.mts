// Speed and memory on made-up vaults, against MiniSearch in the same process, with the bar beside each ratio.
//   npm run bench:speed -- [--sizes 1000,10000] [--rounds 5] [--no-minisearch] [--cold-only] [--chinese]
// Run with node --expose-gc for the heap (the npm script does).
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import MiniSearch from 'minisearch';
import { type Engine, createEngine } from '../src/serendipity/index';
import { memoryStore } from '../tests/serendipity/made-vault';
import { paired, segmented } from './chinese-words.mts';
import { collect, live, median, milliseconds, peakOf, quantile, Table } from './measuring.mts';
import { chinese, prose } from './synthetic.mts';
import type { VaultNote } from './vaults.mts';

const { values: options } = parseArgs({
  options: {
    sizes: { type: 'string', default: '1000,10000' }, rounds: { type: 'string', default: '5' },
    'no-minisearch': { type: 'boolean', default: false }, 'cold-only': { type: 'boolean', default: false }, chinese: { type: 'boolean', default: false },
  },
});
const ROUNDS = Number(options.rounds);
const QUERIES = 200;
const EDITS = 200;
/** Larger vaults meet MiniSearch once: it takes minutes there. */
const MOST_FOR_ROUNDS = 20_000;
const NOW = Date.UTC(2026, 10, 20);

/** What one size of vault showed, for comparing sizes. */
interface Found {
  readonly size: number;
  readonly cold: number;
  /** Not known where only the cold index is measured. */
  readonly edit?: number;
}

interface Document {
  readonly path: string;
  readonly title: string;
  readonly text: string;
}

type Tokenizer = (text: string) => string[];
const newSearch = (tokenize?: Tokenizer): MiniSearch<Document> => new MiniSearch<Document>({ fields: ['title', 'text'], idField: 'path', ...(tokenize && { tokenize }) });
/** What MiniSearch is given, in Chinese, to find words at all. */
const TOKENIZERS: readonly (readonly [string, Tokenizer])[] = options.chinese ? [['given the same segmenter', segmented], ['given pairs of characters', paired]] : [];

/** The notes, read back from bytes, so that strings still in pieces are not counted against whoever reads them first. */
function madeNotes(count: number): readonly VaultNote[] {
  return [...(options.chinese ? chinese : prose)(count, 7)].map(({ path, content }) => ({ path, content: Buffer.from(content).toString() }));
}

function asDocument({ path, content }: VaultNote): Document {
  return { path, title: path.slice(path.lastIndexOf('/') + 1, -3), text: content };
}

function filled(notes: readonly VaultNote[], textOf: (note: number) => string): Engine {
  const engine = createEngine();
  notes.forEach(({ path }, note) => {
    engine.put({ path, text: textOf(note), mtime: 1, ctime: 1 });
  });
  engine.settle();
  return engine;
}

/** Reading all files and splitting them into words: what any index must do at the least. */
function readAndSplit(textOf: (note: number) => string, count: number): void {
  let words = 0;
  for (let note = 0; note < count; note++) {
    const text = textOf(note);
    words += options.chinese ? segmented(text).length : text.toLowerCase().split(/[\n\r\p{Z}\p{P}]+/u).length;
  }
  if (words === 0) throw new Error('No words were read.');
}

const early = madeNotes(1000);

/** Lets the compiler meet all three sides. */
function learn(): void {
  const textOf = (note: number): string => early[note]?.content ?? '';
  readAndSplit(textOf, early.length);
  filled(early, textOf);
  if (!options['no-minisearch']) for (const tokenize of [undefined, ...TOKENIZERS.map(([, given]) => given)]) newSearch(tokenize).addAll(early.slice(0, 300).map(asDocument));
}

interface ColdTimes {
  readonly base: number[];
  readonly cold: number[];
  /** The cold index of texts at hand, as `addAll` is given them. */
  readonly unread: number[];
  readonly addAll: number[];
  /** `addAll` with each of the `TOKENIZERS`. */
  readonly given: readonly number[][];
}

/** Milliseconds of each round, one after the other in each: the least possible, our cold index, MiniSearch's `addAll`. */
function coldRounds(notes: readonly VaultNote[]): ColdTimes {
  const folder = mkdtempSync(join(tmpdir(), 'sss-speed-'));
  notes.forEach(({ content }, note) => writeFileSync(join(folder, `${note}.md`), content));
  const textOf = (note: number): string => readFileSync(join(folder, `${note}.md`), 'utf8');
  const documents = notes.map(asDocument);
  const base: number[] = [], cold: number[] = [], unread: number[] = [], addAll: number[] = [];
  const given: number[][] = TOKENIZERS.map(() => []);
  const withMiniSearch = !options['no-minisearch'] && notes.length <= MOST_FOR_ROUNDS;
  for (let round = 0; round < ROUNDS; round++) {
    // What the last round left behind is cleared away first, not at the expense of whoever comes next. That also throws
    // compiled code away, so the compiler gets some notes to learn from again: how a program starts is no part of how it grows.
    collect();
    learn();
    base.push(milliseconds(() => readAndSplit(textOf, notes.length)));
    cold.push(milliseconds(() => filled(notes, textOf)));
    if (!withMiniSearch) continue;
    unread.push(milliseconds(() => filled(notes, (note) => notes[note]?.content ?? '')));
    addAll.push(milliseconds(() => newSearch().addAll(documents)));
    TOKENIZERS.forEach(([, tokenize], at) => given[at]?.push(milliseconds(() => newSearch(tokenize).addAll(documents))));
  }
  rmSync(folder, { recursive: true });
  return { base, cold, unread, addAll, given };
}

const SIXTH = { most: 1 / 6 };

function ratio(dividends: readonly number[], divisors: readonly number[]): number {
  return median(divisors.map((value, round) => (dividends[round] ?? median(dividends)) / value));
}

function suggestionTimes(engine: Engine, notes: readonly VaultNote[]): number[] {
  const asked = notes.filter((_, at) => at % Math.max(1, Math.floor(notes.length / QUERIES)) === 0).map(({ path }) => path);
  for (const path of asked.slice(0, 50)) engine.suggest({ path, limit: 10, now: NOW });
  return asked.map((path) => milliseconds(() => engine.suggest({ path, limit: 10, now: NOW })));
}

/** Saving, one edit after another, and loading again. */
async function keeping(table: Table, engine: Engine, notes: readonly VaultNote[], own: number): Promise<{ readonly warm: number; readonly edit: number }> {
  const bytes = notes.reduce((sum, { content }) => sum + Buffer.byteLength(content), 0);
  const store = memoryStore();
  const saving = performance.now();
  await engine.save(store);
  const full = performance.now() - saving;
  table.row('full save, ms', full);
  table.row('cache ÷ bytes of the vault', [...store.records.values()].reduce((sum, record) => sum + record.length, 0) / bytes, { most: 0.5 });
  const edits: number[] = [], saves: number[] = [];
  for (let edit = 0; edit < EDITS; edit++) {
    const { path, content } = notes[(edit * 7919) % notes.length] as VaultNote;
    edits.push(milliseconds(() => engine.put({ path, text: `${content} edited ${edit}`, mtime: 2 + edit, ctime: 1 })));
    const start = performance.now();
    await engine.save(store);
    saves.push(performance.now() - start);
  }
  table.row('edited note, p95, ms', quantile(edits, 0.95), { most: 10 });
  table.row('full save ÷ keeping one edit', full / median(saves), { least: 200 });
  const warm: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now();
    await createEngine().load(store);
    warm.push(performance.now() - start);
  }
  table.row('warm start, cache in memory, ms', median(warm));
  // An index that was never saved, so that all of it is written.
  const again = filled(notes, (note) => notes[note]?.content ?? '');
  table.row('peak while saving ÷ live', (own + await peakOf((watched) => again.save(watched))) / own, { most: 1.5 });
  return { warm: median(warm), edit: quantile(edits, 0.5) };
}

async function measure(count: number): Promise<Found> {
  const notes = madeNotes(count);
  const table = new Table(`${count} notes${options.chinese ? ' in Chinese' : ''}, ${(notes.reduce((sum, { content }) => sum + Buffer.byteLength(content), 0) / 2 ** 20).toFixed(1)} MB`);
  const { base, cold, unread, addAll, given } = coldRounds(notes);
  table.row('read all files and split them into words, ms', median(base));
  table.row('cold index (reading included), ms', median(cold));
  table.row('  ÷ reading and splitting', ratio(cold, base), { most: 2 });
  TOKENIZERS.forEach(([name], at) => {
    if (!given[at]?.length) return;
    table.row(`  ÷ MiniSearch addAll ${name}`, ratio(cold, given[at]), SIXTH);
    table.row('    neither reading files', ratio(unread, given[at]));
  });
  if (options['cold-only']) {
    if (addAll.length > 0) table.row('cold index ÷ MiniSearch addAll', ratio(cold, addAll), SIXTH);
    return { size: count, cold: median(cold) };
  }
  const before = await live();
  const engine = filled(notes, (note) => notes[note]?.content ?? '');
  const own = await live() - before;
  table.row('heap of the live index, MB', own);
  const times = suggestionTimes(engine, notes);
  table.row('suggestion, median, ms', median(times));
  table.row('suggestion, p95, ms', quantile(times, 0.95), { most: count > 10_000 ? 100 : 50 });
  if (!options['no-minisearch']) addAll.push(...await compareWithMiniSearch(table, notes.map(asDocument), quantile(times, 0.95), own, addAll.length === 0));
  if (addAll.length > 0) table.row('cold index ÷ MiniSearch addAll', ratio(cold, addAll), SIXTH);
  const { warm, edit } = await keeping(table, engine, notes, own);
  if (addAll.length > 0) table.row('warm start, cache in memory ÷ MiniSearch addAll', warm / median(addAll), { most: 0.05 });
  return { size: count, cold: median(cold), edit };
}

/** MiniSearch's heap and its answers; its `addAll` too where nobody timed it yet. */
async function compareWithMiniSearch(table: Table, documents: readonly Document[], p95: number, own: number, isFirst: boolean): Promise<number[]> {
  const before = await live();
  const search = newSearch();
  const took = milliseconds(() => search.addAll(documents));
  table.row('our heap ÷ MiniSearch', own / (await live() - before), { most: 0.25 });
  const asked = Array.from({ length: Math.min(ROUNDS, documents.length) }, (_, round) => documents[Math.floor((documents.length * (round + 0.5)) / ROUNDS)] as Document);
  const plain = median(asked.map(({ text }) => milliseconds(() => search.search(text))));
  table.row('MiniSearch, whole note as query, median, ms', plain);
  table.row('  ÷ our p95', plain / p95, documents.length < 10_000 ? {} : { least: documents.length < 50_000 ? 100 : 500 });
  return isFirst ? [took] : [];
}

const found: Found[] = [];
for (const size of options.sizes.split(',').map(Number)) {
  found.push(await measure(size));
  collect();
}
const [first, last] = [found[0], found.at(-1)];
if (first !== undefined && last !== undefined && first.size < last.size) {
  const table = new Table(`from ${first.size} to ${last.size} notes`);
  table.row('growth exponent of the cold index', Math.log(last.cold / first.cold) / Math.log(last.size / first.size), { most: 1.05 });
  if (first.edit !== undefined && last.edit !== undefined) table.row('an edited note, times dearer', last.edit / first.edit, { most: 1.5 });
}
