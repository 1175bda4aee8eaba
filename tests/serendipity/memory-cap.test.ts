import { describe, expect, it } from 'vitest';
import { type Engine, type NoteText, type SegmentStore, createEngine } from '../../src/serendipity';
import { seededRandom } from '../../src/base';
import { memoryStore } from './made-vault';

const CAP = 500_000;
const QUERY = { limit: 10, now: 1 };

/** Notes of many rare words, so that a small cap thins them. */
const NOTES: readonly NoteText[] = Array.from({ length: 40 }, (_, note) => {
  const random = seededRandom(note + 1);
  const words = Array.from({ length: 300 }, () => `word${Math.floor(random() * 4000)}`);
  return { path: `note ${note}.md`, text: words.join(' '), mtime: 1_700_000_000_000 + note, ctime: 0 };
});

function fresh(memoryCap?: number): Engine {
  const engine = createEngine(memoryCap === undefined ? {} : { memoryCap });
  for (const note of NOTES) engine.put(note);
  engine.settle();
  return engine;
}

async function reopened(store: SegmentStore, memoryCap?: number): Promise<Engine> {
  const engine = createEngine(memoryCap === undefined ? {} : { memoryCap });
  expect((await engine.load(store)).problems).toEqual([]);
  return engine;
}

/** Reads again what differs from the vault, as the host does. */
function catchUp(engine: Engine): number {
  const times = new Map([...engine.notes()].map(({ path, mtime }) => [path, mtime]));
  const differing = NOTES.filter(({ path, mtime }) => times.get(path) !== mtime);
  for (const note of differing) engine.put(note);
  engine.settle();
  return differing.length;
}

const answers = (engine: Engine): unknown => NOTES.map(({ path }) => engine.suggest({ path, ...QUERY }));

describe('an index that was thinned under a memory cap', () => {
  it('is whole again where the cap is gone, also after an end before it was read again', async () => {
    const whole = fresh();
    const thin = fresh(CAP);
    expect(thin.size().thinnedTo).toBeLessThan(300);
    expect(answers(thin)).not.toEqual(answers(whole));
    const store = memoryStore();
    await thin.save(store);

    const died = await reopened(store);
    expect(died.suggest({ path: 'note 1.md', ...QUERY })).not.toEqual([]);
    expect(Math.min(...[...died.notes()].map(({ mtime }) => mtime))).toBeGreaterThanOrEqual(1_700_000_000_000 - 1);
    await died.save(store);

    const healed = await reopened(store);
    expect(catchUp(healed)).toBeGreaterThan(NOTES.length / 2);
    expect(answers(healed)).toEqual(answers(whole));
    expect(healed.size()).toMatchObject({ notes: NOTES.length, terms: whole.size().terms });
    await healed.save(store);

    const later = await reopened(store);
    expect(catchUp(later)).toBe(0);
    expect(answers(later)).toEqual(answers(whole));
  });

  it('is thinned to the new cap where that is higher', async () => {
    const store = memoryStore();
    await fresh(CAP).save(store);
    const cap = fresh().size().bytes * 2;
    const healed = await reopened(store, cap);
    catchUp(healed);
    expect(answers(healed)).toEqual(answers(fresh(cap)));
  });

  it('is read again where a thinned note got another name', async () => {
    const thin = fresh(CAP);
    thin.rename('note 3.md', 'x.md');
    const store = memoryStore();
    await thin.save(store);
    const healed = await reopened(store);
    expect([...healed.notes()].find(({ path }) => path === 'x.md')?.mtime).not.toBe(NOTES[3]?.mtime);
  });

  it('stays as it is under the same cap, and thins what comes alike', async () => {
    const thin = fresh(CAP);
    const store = memoryStore();
    await thin.save(store);
    const same = await reopened(store, CAP);
    expect(catchUp(same)).toBe(0);
    expect(answers(same)).toEqual(answers(thin));
    const added = { path: 'late.md', text: NOTES.map(({ text }) => text.slice(0, 80)).join(' '), mtime: 1, ctime: 0 };
    for (const engine of [thin, same]) engine.put(added);
    expect(same.suggest({ path: 'late.md', ...QUERY })).toEqual(thin.suggest({ path: 'late.md', ...QUERY }));
  });
});
