// What bench/warm.mts does in the browser: MiniSearch's addAll, and our start from a cache in IndexedDB, one after the other.
import MiniSearch from 'minisearch';
import { SegmentDatabase } from '../src/obsidian/segment-database';
import { createEngine } from '../src/serendipity';
import { prose } from './synthetic.mts';

async function timed(work: () => Promise<void> | void): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

const bench = {
  /** Milliseconds of each round. */
  async measure(count: number, rounds: number): Promise<{ addAll: number[]; warm: number[]; first: number[]; notes: number }> {
    const notes = [...prose(count, 7)];
    const documents = notes.map(({ path, content }) => ({ path, title: path.slice(path.lastIndexOf('/') + 1, -3), text: content }));
    const store = new SegmentDatabase(indexedDB, 'bench');
    const engine = createEngine();
    for (const { path, content } of notes) engine.put({ path, text: content, mtime: 1, ctime: 1 });
    await engine.save(store);
    const addAll: number[] = [];
    const warm: number[] = [];
    const first: number[] = [];
    let known = 0;
    for (let round = 0; round < rounds; round++) {
      addAll.push(await timed(() => new MiniSearch({ fields: ['title', 'text'], idField: 'path' }).addAll(documents)));
      const again = createEngine();
      warm.push(await timed(async () => {
        await store.close();
        await again.load(store);
      }));
      first.push(await timed(() => void again.suggest({ path: notes[0]?.path ?? '', limit: 10, now: 0 })));
      known = again.size().notes;
    }
    await store.close();
    return { addAll, warm, first, notes: known };
  },
};

export type WarmBench = typeof bench;
Object.assign(window, { bench });
