import { describe, expect, it } from 'vitest';
import { nextInQueue, queueOn, readWays, type QuoteEntry, type SenseState } from '../../src/sense';

const TAKE = 'These are my own words about it, twelve of them in all, counted.';
const entry = (path: string, captured: string, state: Partial<SenseState> = {}): QuoteEntry => ({
  path, quote: { text: 'Words of another', captured }, state: { take: { text: '', ways: [] }, ...state },
});

describe('the queue', () => {
  const entries = [
    entry('C.md', '2026-11-03T10:00'),
    entry('B.md', '2026-11-01T10:00'),
    entry('A.md', '2026-11-01T10:00'),
    entry('Sensed.md', '2026-01-01T10:00', { take: { text: TAKE, ways: [] } }),
    entry('Said sensed.md', '2026-11-04T10:00', { sensed: '2026-11-05T10:00' }),
    entry('Gone.md', '2026-01-01T10:00', { letGo: '2026-02-01' }),
    entry('Later.md', '2026-11-02T10:00', { later: '2026-11-20' }),
    entry('Undated.md', ''),
  ];
  const on = (day: string): string[] => queueOn(day, entries, 12).map(({ path }) => path);

  it('holds what has no take yet, the longest waiting first', () => {
    expect(on('2026-11-19')).toEqual(['Undated.md', 'A.md', 'B.md', 'C.md', 'Said sensed.md']);
  });

  it('brings back what was put off, on its day', () => {
    expect(on('2026-11-20')).toEqual(['Undated.md', 'A.md', 'B.md', 'Later.md', 'C.md', 'Said sensed.md']);
  });

  it('is walked around once', () => {
    const queue = queueOn('2026-11-19', entries, 12);
    const after = (path?: string): string | undefined => nextInQueue(queue, path)?.path;
    expect([after(), after('A.md'), after('Said sensed.md'), after('Elsewhere.md')]).toEqual(['Undated.md', 'B.md', 'Undated.md', 'Undated.md']);
    expect(nextInQueue(queue.slice(0, 1), 'Undated.md')).toBeUndefined();
    expect(nextInQueue([])).toBeUndefined();
  });
});

describe('ways of sense-making', () => {
  it('are read in any case and order, unknown ones left out', () => {
    expect(readWays(['Apply', 'tagging', 'FILTER'])).toEqual(['filter', 'apply']);
  });
});
