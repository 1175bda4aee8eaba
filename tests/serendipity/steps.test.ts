import { describe, expect, it } from 'vitest';
import { type Engine, createEngine } from '../../src/serendipity';
import { engineOf, madeVault, memoryStore } from './made-vault';

// Long work in steps: what is asked between two of them is answered as ever, and what changes between them is not lost.

const NOW = Date.UTC(2026, 10, 20);
const notes = madeVault(3_000, 4).map((note, at) => ({ ...note, text: `${note.text}\n${Array.from({ length: 60 }, (_, word) => `rare${(at * 13 + word * 7) % 9_000}`).join(' ')}` }));
const asked = notes.filter((_, at) => at % 300 === 0).map(({ path }) => path);
const answers = (engine: Engine): unknown => asked.map((path) => engine.suggest({ path, limit: 8, now: NOW }));

/** Calls `between` at every pause, and counts them. */
function pauses(between: (pause: number) => void): { readonly breathe: () => Promise<void>; readonly count: () => number } {
  let pause = 0;
  return { breathe: () => Promise.resolve(between(pause++)), count: () => pause };
}

function unsettled(): Engine {
  const engine = createEngine();
  for (const note of notes) engine.put(note);
  return engine;
}

describe('work in steps', () => {
  const whole = answers(engineOf(notes));

  it('folds edits in while questions are answered', async () => {
    const engine = unsettled();
    const { breathe, count } = pauses(() => engine.suggest({ path: asked[1] as string, limit: 3, now: NOW }));
    await engine.settleGently(breathe);
    expect(count()).toBeGreaterThan(3);
    expect(engine.size().pending).toBe(0);
    expect(answers(engine)).toEqual(whole);
  });

  it('gives a fold up where notes change meanwhile, and loses none of them', async () => {
    for (const moment of [0, 1, 2, 4]) {
      const engine = unsettled();
      const { breathe } = pauses((pause) => {
        if (pause !== moment) return;
        engine.put({ path: 'new.md', text: 'quorum of swarming scouts', mtime: 1, ctime: 1 });
        engine.remove('new.md');
        if (moment === 2) engine.settle();
      });
      await engine.settleGently(breathe);
      expect(answers(engine)).toEqual(whole);
      await engine.settleGently(() => Promise.resolve());
      expect(engine.size().pending).toBe(0);
      expect(answers(engine)).toEqual(whole);
    }
  });

  it('moves lists together, while questions are answered, where most of the room is left behind', async () => {
    const engine = engineOf(notes);
    for (let edit = 0; edit < 2; edit++) for (const note of notes) engine.put(note);
    let same = 0;
    const { breathe } = pauses(() => {
      const [found] = engine.suggest({ path: asked[0] as string, limit: 1, now: NOW });
      if (found !== undefined) same++;
    });
    await engine.settleGently(breathe);
    expect(same).toBeGreaterThan(5);
    expect(answers(engine)).toEqual(whole);
  });

  it('saves and loads with pauses; two saves at once do not meet', async () => {
    const store = memoryStore();
    const engine = engineOf(notes);
    const { breathe, count } = pauses(() => undefined);
    const first = engine.save(store, breathe);
    engine.put({ path: 'new.md', text: 'quorum of swarming scouts', mtime: 1, ctime: 1 });
    await Promise.all([first, engine.save(store, breathe)]);
    expect(count()).toBeGreaterThan(100);
    const again = createEngine();
    const loading = pauses(() => undefined);
    expect(await again.load(store, loading.breathe)).toEqual({ notes: notes.length + 1, problems: [] });
    expect(loading.count()).toBeGreaterThan(100);
    again.remove('new.md');
    expect(answers(again)).toEqual(whole);
  });

  it('draws sparks while notes come and go', async () => {
    const engine = engineOf(notes);
    const { breathe } = pauses((pause) => {
      if (pause === 3) engine.remove(notes[7]?.path ?? '');
    });
    const gently = await engine.sparksGently({ count: 3, seed: 2, now: NOW }, breathe);
    expect(gently).toHaveLength(3);
    const engine2 = engineOf(notes);
    expect(await engine2.sparksGently({ count: 3, seed: 2, now: NOW }, () => Promise.resolve())).toEqual(engine2.sparks({ count: 3, seed: 2, now: NOW }));
  });

  it('draws the same sparks while others ask, draw sparks of their own and fold edits in', async () => {
    const query = { count: 3, seed: 2, now: NOW };
    const engine = engineOf(notes);
    const alone = engine.sparks(query);
    engine.put(notes[0] as (typeof notes)[number]);
    const between: unknown[] = [];
    const others: Promise<unknown>[] = [];
    const { breathe, count } = pauses((pause) => {
      if (pause % 20 === 0) between.push(engine.suggest({ path: asked[1] as string, limit: 8, now: NOW }));
      if (pause === 30) others.push(engine.sparksGently({ ...query, seed: 3 }, () => Promise.resolve()));
      if (pause === 60) others.push(engine.settleGently(() => Promise.resolve()));
    });
    expect(await engine.sparksGently(query, breathe)).toEqual(alone);
    await Promise.all(others);
    expect(count()).toBeGreaterThan(100);
    expect(new Set(between.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(between[0]).toEqual(engineOf(notes).suggest({ path: asked[1] as string, limit: 8, now: NOW }));
  });
});
