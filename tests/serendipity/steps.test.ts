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
});
