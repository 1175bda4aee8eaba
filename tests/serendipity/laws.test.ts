import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Engine, type NoteText, createEngine } from '../../src/serendipity';
import { engineOf, madeVault, memoryStore } from './made-vault';

const NOW = Date.UTC(2026, 10, 20);
const NAMES = ['a.md', 'b.md', 'c.md', 'x/a.md', 'x/d.md', 'x/y/b.md', 'e.md', 'x/2024-01-01.md', 'y/f.md', 'y/a.md', 'x/知识.md', 'Überblick.md'];
const WORDS = 'soil compost tomato harvest seed river delta flood basin melody chord rhythm 知识 管理 naïve naive'.split(' ');

/** Lists as long as they may be: without a size, fast-check makes them of about ten at most. */
const upTo = (maxLength: number, minLength = 0): fc.ArrayConstraints => ({ minLength, maxLength, size: 'max' });
const path = fc.constantFrom(...NAMES);
const text = fc
  .tuple(fc.array(fc.constantFrom(...WORDS), upTo(25)), fc.array(fc.constantFrom('a', 'b', 'x/a', 'd', '../e', 'e|the words', 'nowhere', '知识', 'x/知识', 'überblick', 'lone \ud800'), { maxLength: 3 }), fc.constantFrom('', '#tag', '#学习', '---\naliases: [soil]\ntags: [t]\n---\n'))
  .map(([words, links, extra]) => `${extra.startsWith('---') ? extra : ''}# ${words[0] ?? ''}\n${words.join(' ')} ${links.map((link) => `[[${link}]]`).join(' ')} ${extra.startsWith('#') ? extra : ''}`);

type Step =
  | { readonly do: 'put'; readonly path: string; readonly text: string }
  | { readonly do: 'remove'; readonly path: string }
  | { readonly do: 'rename'; readonly from: string; readonly to: string }
  | { readonly do: 'settle' | 'ask' | 'save' };

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('put' as const), path, text }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('remove' as const), path }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('rename' as const), from: path, to: path }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('settle' as const, 'ask' as const, 'save' as const) }) },
);

/** Everything a vault's engine says, free of the order in which it learned it. */
function everything(engine: Engine): unknown {
  const paths = [...engine.notes()].map((note) => note.path).sort();
  return {
    paths,
    links: engine.size().links,
    answers: paths.map((one) => engine.suggest({ path: one, limit: 10, now: NOW, surprise: 0.4, wantDaily: true })),
    free: engine.suggest({ text: 'tomato soil 知识 melody', limit: 10, now: NOW }),
    sparks: engine.sparks({ count: 2, seed: 4, now: NOW }),
    names: engine.findNames('a', 10).map((found) => found.path),
  };
}

/** Carries out a history and keeps, beside the engine, what the vault then holds. */
async function live(engine: Engine, vault: Map<string, string>, steps: readonly Step[], store = memoryStore()): Promise<void> {
  for (const one of steps) {
    if (one.do === 'put') {
      vault.set(one.path, one.text);
      engine.put({ path: one.path, text: one.text, mtime: 1, ctime: 1 });
    } else if (one.do === 'remove') {
      vault.delete(one.path);
      engine.remove(one.path);
    } else if (one.do === 'rename') {
      const moved = vault.get(one.from);
      if (moved !== undefined && one.from !== one.to) {
        vault.delete(one.from);
        vault.set(one.to, moved);
      }
      engine.rename(one.from, one.to);
    } else if (one.do === 'settle') engine.settle();
    else if (one.do === 'save') await engine.save(store);
    else engine.suggest({ path: 'a.md', limit: 3, now: NOW });
  }
}

function rebuilt(vault: ReadonlyMap<string, string>): Engine {
  return engineOf([...vault].sort(([a], [b]) => (a < b ? -1 : 1)).map(([one, content]): NoteText => ({ path: one, text: content, mtime: 1, ctime: 1 })));
}

describe('the index', () => {
  it('is the same after any history as when it is built anew', async () => {
    await fc.assert(fc.asyncProperty(fc.array(step, upTo(40, 1)), async (steps) => {
      const engine = createEngine();
      const vault = new Map<string, string>();
      await live(engine, vault, steps);
      expect(everything(engine)).toEqual(everything(rebuilt(vault)));
    }), { numRuns: 1_000, seed: 20_261_120 });
  }, 60_000);

  it('comes back from its cache as it was, saved at any moments of any history', async () => {
    await fc.assert(fc.asyncProperty(fc.array(step, upTo(30)), fc.array(step, upTo(6)), async (before, after) => {
      const store = memoryStore();
      const engine = createEngine();
      const vault = new Map<string, string>();
      await live(engine, vault, before, store);
      await engine.save(store);
      const again = createEngine();
      expect((await again.load(store)).problems).toEqual([]);
      expect(everything(again)).toEqual(everything(engine));
      await live(again, vault, after, store);
      expect(everything(again)).toEqual(everything(rebuilt(vault)));
      await again.save(store);
      const third = createEngine();
      await third.load(store);
      expect(everything(third)).toEqual(everything(again));
    }), { numRuns: 150, seed: 7 });
  }, 60_000);
});

describe('a cache', () => {
  const notes = madeVault(700, 2);

  it('that is torn or damaged in one record loses only the notes of that record, and heals', async () => {
    const store = memoryStore();
    const engine = engineOf(notes);
    await engine.save(store);
    const record = store.records.get('segment/0') as Uint8Array;
    for (const damaged of [record.slice(0, record.length - 7), record.map((byte, at) => (at === 5_000 ? byte ^ 4 : byte)), new Uint8Array(3)]) {
      store.records.set('segment/0', damaged);
      const again = createEngine();
      const { problems } = await again.load(store);
      expect(problems).toHaveLength(1);
      expect(again.size().notes).toBe(notes.length - 512);
      for (const note of notes) if (!again.has(note.path)) again.put(note);
      await again.save(store);
      const healed = createEngine();
      expect(await healed.load(store)).toEqual({ notes: notes.length, problems: [] });
      store.records.set('segment/0', record);
    }
  });

  it('of another vault or format is refused, and replaced by the next save', async () => {
    const store = memoryStore();
    const other = createEngine({ vault: 'other' });
    other.put({ path: 'a.md', text: 'soil', mtime: 1, ctime: 1 });
    await other.save(store);
    const mine = createEngine({ vault: 'mine' });
    expect(await mine.load(store)).toMatchObject({ notes: 0, problems: [expect.stringContaining('another vault')] });
    await mine.save(store);
    expect([...store.records.keys()]).toEqual(['header']);
    store.records.set('header', new Uint8Array(20));
    expect((await createEngine({ vault: 'mine' }).load(store)).problems).toHaveLength(1);
  });

  it('takes an edit as one small record, and whole segments only now and then', async () => {
    const store = memoryStore();
    const engine = engineOf(notes);
    await engine.save(store);
    engine.put({ ...(notes[3] as NoteText), text: 'changed', mtime: 5 });
    const writes: string[][] = [];
    await engine.save({ ...store, write: (entries, deletes) => { writes.push([...entries.keys()]); return store.write(entries, deletes); } });
    expect(writes).toEqual([['delta/3']]);
    for (let edit = 0; edit < 200; edit++) engine.put({ ...(notes[edit] as NoteText), mtime: 9 });
    await engine.save(store);
    expect([...store.records.keys()].some((key) => key.startsWith('delta/'))).toBe(false);
  });

  it('keeps what could not be written for the next time', async () => {
    const store = memoryStore();
    const engine = engineOf(notes.slice(0, 5));
    await expect(engine.save({ ...store, write: () => Promise.reject(new Error('full')) })).rejects.toThrow('full');
    await engine.save(store);
    const again = createEngine();
    expect((await again.load(store)).notes).toBe(5);
  });
});
