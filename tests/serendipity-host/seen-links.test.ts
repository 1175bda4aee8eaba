import type { App } from 'obsidian';
import { describe, expect, it } from 'vitest';
import { dayAfter } from '../../src/base';
import { createEngine } from '../../src/serendipity';
import { SeenLinks } from '../../src/serendipity/ui/seen-links';

const DAY = '2026-11-20';
const on = (days: number): string => dayAfter(DAY, days);

/** Local storage as Obsidian keeps it: through JSON. */
function device(stored?: unknown): App {
  let kept = JSON.stringify(stored ?? null);
  return { loadLocalStorage: () => JSON.parse(kept) as unknown, saveLocalStorage: (_: string, value: unknown) => void (kept = JSON.stringify(value)) } as unknown as App;
}

describe('links that were seen', () => {
  it('count once a day, from the next day on, and fade', () => {
    const seen = new SeenLinks(device());
    for (let time = 0; time < 5; time++) seen.see('a.md', ['b.md'], DAY);
    expect(seen.for('a.md', DAY).get('b.md')).toBe(0);
    expect(seen.for('a.md', on(1)).get('b.md')).toBeCloseTo(2 ** -0.1);
    expect(seen.for('a.md', on(10)).get('b.md')).toBeCloseTo(0.5);
    seen.see('a.md', ['b.md'], on(10));
    expect(seen.for('a.md', on(20)).get('b.md')).toBeCloseTo(0.75);
    expect(seen.for('other.md', on(1)).size).toBe(0);
  });

  it('count at once when others are asked for, and never more than four times', () => {
    const seen = new SeenLinks(device());
    seen.see('a.md', ['b.md'], DAY);
    seen.pass('a.md', ['b.md'], DAY);
    expect(seen.for('a.md', DAY).get('b.md')).toBe(1);
    expect(seen.for('a.md', on(10)).get('b.md')).toBeCloseTo(1);
    for (let time = 0; time < 9; time++) seen.pass('a.md', ['b.md'], DAY);
    expect(seen.for('a.md', DAY).get('b.md')).toBe(4);
  });

  it('leave nothing behind of a note without any', () => {
    const app = device();
    const seen = new SeenLinks(app);
    seen.see('bare.md', [], DAY);
    seen.see('a.md', ['b.md'], DAY);
    seen.save();
    expect(Object.keys(app.loadLocalStorage('') as object)).toEqual(['a.md']);
  });

  it('are kept on the device, follow renames, and are forgotten with their notes', () => {
    const app = device();
    const seen = new SeenLinks(app);
    seen.see('a.md', ['b.md', 'c.md'], DAY);
    seen.follow({ kind: 'renamed', from: 'a.md', note: { path: 'Deep/a.md', ctime: 0, mtime: 0, size: 0 } });
    seen.follow({ kind: 'renamed', from: 'b.md', note: { path: 'Deep/b.md', ctime: 0, mtime: 0, size: 0 } });
    seen.follow({ kind: 'removed', path: 'c.md' });
    seen.save();
    const later = new SeenLinks(app);
    expect([...later.for('Deep/a.md', on(10))]).toEqual([['Deep/b.md', 0.5]]);
    expect(later.for('a.md', on(1)).size).toBe(0);
  });

  it('are at most 2,000; those seen longest ago are forgotten', () => {
    const app = device();
    const seen = new SeenLinks(app);
    for (let note = 0; note < 400; note++) seen.see(`${note}.md`, Array.from({ length: 8 }, (_, at) => `link ${at}.md`), DAY);
    seen.save();
    const later = new SeenLinks(app);
    const known = Array.from({ length: 400 }, (_, note) => later.for(`${note}.md`, on(1)).size);
    expect(known.reduce((sum, size) => sum + size, 0)).toBe(2000);
    expect([known[0], known[399]]).toEqual([0, 8]);
  });

  it('are not counted down by a clock that was put back', () => {
    const seen = new SeenLinks(device());
    seen.see('a.md', ['b.md'], DAY);
    expect(seen.for('a.md', on(-3)).get('b.md')).toBe(0);
  });

  it.each([[null], ['text'], [[]], [{ 'a.md': 5 }], [{ 'a.md': { 'b.md': ['many', DAY, 1], 'c.md': [1, 'someday', 1], 'd.md': null } }]])('stored as %j count as nothing', (stored) => {
    expect(new SeenLinks(device(stored)).for('a.md', DAY).size).toBe(0);
  });
});

it('a list that is seen every day changes from day to day, not within one, and comes back after a while', () => {
  const engine = createEngine();
  const ideas = Array.from({ length: 40 }, (_, at) => `idea${String.fromCharCode(97 + (at % 26))}${at}`);
  engine.put({ path: 'Here.md', text: ideas.join(' '), mtime: 0, ctime: 0 });
  for (let note = 0; note < 24; note++) {
    const own = Array.from({ length: 30 }, (_, at) => `own${note}x${at}`);
    engine.put({ path: `Note ${note}.md`, text: [...ideas.slice(note, note + 16), ...own].join(' '), mtime: 0, ctime: 0 });
  }
  const seen = new SeenLinks(device());
  const listOn = (days: number): string[] => engine.suggest({ path: 'Here.md', limit: 8, now: 0, shown: seen.for('Here.md', on(days)) }).map(({ path }) => path);
  const first = listOn(0);
  const shown = new Set<string>();
  let daysOfBest = 0;
  for (let day = 0; day < 30; day++) {
    const list = listOn(day);
    seen.see('Here.md', list, on(day));
    expect(listOn(day)).toEqual(list);
    for (const path of list) shown.add(path);
    if (list.includes(first[0] ?? '')) daysOfBest++;
  }
  expect(shown.size).toBeGreaterThan(12);
  expect(daysOfBest).toBeGreaterThan(8);
  expect(listOn(120)).toEqual(first);
});
