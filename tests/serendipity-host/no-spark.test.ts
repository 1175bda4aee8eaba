import { describe, expect, it } from 'vitest';
import { createEngine, defaultSerendipitySettings, type Spark } from '../../src/serendipity';
import { whyNoSpark } from '../../src/serendipity/ui/no-spark';
import { notesIn } from '../serendipity/sample-notes';

type Parts = Parameters<typeof whyNoSpark>[0];

/** A vault of so many notes, an index in a phase, and the sparks that there are for so many days of rest. */
function partsOf(notes: number, { phase = 'ready', restDays = 2, excluded = 0, sparks = () => [] }: { phase?: string; restDays?: number; excluded?: number; sparks?: (days: number | undefined) => readonly unknown[] }): Parts {
  return {
    edge: { notes: { list: () => Array.from({ length: notes }, (_, at) => ({ path: `${at < excluded ? 'Left out' : 'Notes'}/${at}.md` })) }, settings: () => ({ serendipity: { ...defaultSerendipitySettings(), restDays } }) },
    index: { status: { phase }, isExcluded: (path: string) => path.startsWith('Left out/') },
    finder: { sparks: (_count: number, _seed: number, _shown: unknown, days?: number) => Promise.resolve(sparks(days)) },
  } as unknown as Parts;
}

describe('why there is no spark', () => {
  it.each<[string, Parts, RegExp]>([
    ['one note', partsOf(1, {}), /does not have two yet/],
    ['a vault that is being read', partsOf(5, { phase: 'reading' }), /still being read/],
    ['fewer notes than a surprise needs', partsOf(11, {}), /From some twenty notes on/],
    ['hardly a note that is not excluded', partsOf(500, { excluded: 492 }), /From some twenty notes on/],
    ['one note that is not excluded', partsOf(500, { excluded: 499 }), /does not have two yet/],
    ['all that would meet was opened lately', partsOf(12, { sparks: (days) => (days === 0 ? [{}] : []) }), /in the last 2 days\. They come back/],
    ['nothing that would meet, rest or not', partsOf(12, {}), /No two notes turned up/],
    ['no rest, and nothing that would meet', partsOf(12, { restDays: 0, sparks: () => [{}] }), /No two notes turned up/],
  ])('%s', async (_, parts, sentence) => {
    expect(await whyNoSpark(parts, 1)).toMatch(sentence);
  });

  it('is true of the notes of the sample vault: of the first few, and of all, at rest or not', () => {
    const now = 2e12;
    const all = notesIn('sample-vault').filter(({ path }) => path.startsWith('Notes/'));
    const drawn = (count: number, query: { restDays?: number; openedAt?: ReadonlyMap<string, number> } = {}): readonly Spark[] => {
      const engine = createEngine();
      for (const note of all.slice(0, count)) engine.put({ ...note, mtime: 0, ctime: 0 });
      return engine.sparks({ count: 1, seed: 1, now, ...query });
    };
    const openedAt = new Map(all.map(({ path }) => [path, now]));
    for (let count = 2; count < 12; count++) expect(drawn(count)).toEqual([]);
    expect(drawn(all.length)).toHaveLength(1);
    expect(drawn(all.length, { openedAt })).toEqual([]);
    expect(drawn(all.length, { openedAt, restDays: 0 })).toHaveLength(1);
  });
});
