import { describe, expect, it } from 'vitest';
import { type SparkQuery, pairKey } from '../../src/serendipity';
import { engineOf, madeVault } from './made-vault';

const NOW = Date.UTC(2026, 10, 20);
const DAY = 86_400_000;

describe('sparks', () => {
  it('are the same for a seed, of unlinked and distinct notes, and others for another seed', () => {
    const engine = engineOf(madeVault(200, 5));
    const draw = (seed: number): string[] => engine.sparks({ count: 3, seed, now: NOW }).map(({ here, there }) => pairKey(here.path, there.path));
    expect(draw(1)).toEqual(draw(1));
    expect(draw(1)).toHaveLength(3);
    expect([1, 2, 3, 4].map((seed) => draw(seed).join()).filter((one, at, all) => all.indexOf(one) === at).length).toBeGreaterThan(1);
    const used = engine.sparks({ count: 3, seed: 1, now: NOW }).flatMap(({ here, there }) => [here.path, there.path]);
    expect(new Set(used).size).toBe(6);
  });

  const NOTES = madeVault(200, 5);
  const drawn = (query: Partial<SparkQuery>): string[] => {
    const engine = engineOf(NOTES);
    return [1, 2, 3, 4, 5, 6].flatMap((seed) => engine.sparks({ count: 4, seed, now: NOW, ...query }).flatMap(({ here, there }) => [here.path, there.path]));
  };

  it('leave out what was opened in the last days, on both sides', () => {
    const openedAt = new Map(NOTES.filter((_, at) => at % 2 === 0).map(({ path }) => [path, NOW - 1000]));
    expect(drawn({}).some((path) => openedAt.has(path))).toBe(true);
    const found = drawn({ openedAt });
    expect(found.length).toBeGreaterThan(20);
    expect(found.filter((path) => openedAt.has(path))).toEqual([]);
    const past = new Map([...openedAt.keys()].map((path) => [path, NOW - 3 * DAY]));
    expect(drawn({ openedAt: past }).some((path) => openedAt.has(path))).toBe(true);
    expect(drawn({ openedAt: past, restDays: 4 }).some((path) => openedAt.has(path))).toBe(false);
    expect(drawn({ openedAt, restDays: 0 }).some((path) => openedAt.has(path))).toBe(true);
  });

  it('say for how long a note was not opened', () => {
    const engine = engineOf(NOTES);
    const openedAt = new Map(NOTES.map(({ path }, at) => [path, NOW - (40 + at) * DAY]));
    const sparks = engine.sparks({ count: 4, seed: 1, now: NOW, openedAt });
    const days = (path: string): number => 40 + NOTES.findIndex((note) => note.path === path);
    expect(sparks).toHaveLength(4);
    for (const { there, reasons } of sparks) expect(reasons).toContainEqual({ kind: 'unopened', days: days(there.path) });
  });

  it('prefer what lies long back, on both sides', () => {
    const recent = new Set(NOTES.filter((_, at) => at % 2 === 0).map(({ path }) => path));
    const openedAt = new Map(NOTES.map(({ path }) => [path, NOW - (recent.has(path) ? 5 : 3000) * DAY]));
    const engine = engineOf(NOTES);
    const share = (query: Partial<SparkQuery>, side: 'here' | 'there'): number => {
      const paths = Array.from({ length: 20 }, (_, seed) => engine.sparks({ count: 4, seed, now: NOW, ...query }).map((spark) => spark[side].path)).flat();
      return paths.filter((path) => recent.has(path)).length / paths.length;
    };
    const evenly = new Map(NOTES.map(({ path }) => [path, NOW - 3000 * DAY]));
    for (const side of ['here', 'there'] as const) expect(share({ openedAt }, side)).toBeLessThan(0.7 * share({ openedAt: evenly }, side));
  });
});
