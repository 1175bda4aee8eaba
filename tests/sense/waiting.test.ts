import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../src/base';
import { foundQuotesOf, makeQuote, textKey } from '../../src/seek';
import { QUEUE_ORDERS, WHOLE_QUEUE, arranged, queueOn, asideLineOf, readAside, withAside, withAsideBack, type FoundEntry, type QueueView, type QuoteEntry } from '../../src/sense';
import { anyText, RUNS } from '../laws/generators';

const READING = new URL('../../sample-vault/Reading/', import.meta.url);

function foundIn(name: string): FoundEntry[] {
  const path = `Reading/${name}.md`;
  return foundQuotesOf(readFileSync(new URL(`${name}.md`, READING), 'utf8')).flatMap((found) => {
    const quote = makeQuote({ ...found, foundIn: `[[${name}]]`, captured: '2026-09-10' });
    return quote.ok ? [{ path, found, quote: quote.value, key: textKey(quote.value) }] : [];
  });
}

const entry = (path: string, captured: string, more: Partial<QuoteEntry['quote']> = {}): QuoteEntry => ({
  path, quote: { text: `Words of ${path}`, captured, ...more }, state: { take: { text: '', ways: [] } },
});

const QUEUE = queueOn('2026-11-20', [
  entry('A.md', '2026-11-03', { source: 'https://www.zeit.example/a', author: 'Zoe' }),
  entry('B.md', '2026-11-01', { title: 'Atlas', author: 'Åsa' }),
  entry('C.md', '2026-11-02', { via: '[[Ben Ax|Ben]]', source: 'https://blog.example', author: 'Zoe' }),
  entry('D.md', '2026-11-04'),
], 12);
const shown = (view: Partial<QueueView>, seed = 1): string[] => arranged(QUEUE, { ...WHOLE_QUEUE, ...view }, seededRandom(seed)).map(({ path }) => path);

describe('the queue after a change', () => {
  it('is the one that is made anew, whatever it was before', () => {
    const all = ['A', 'B', 'C', 'D', 'E', 'F'].map((name, at) => entry(`${name}.md`, `2026-11-0${String(1 + ((at * 5) % 4))}`));
    const some = fc.subarray(all);
    fc.assert(fc.property(some, some, fc.boolean(), (first, second, isRead) => {
      const before = queueOn('2026-11-20', first, 12);
      // A note that was read again is another entry, also where nothing changed in it.
      const now = isRead ? second.map((one, at) => (at === 0 ? { ...one } : one)) : second;
      expect(queueOn('2026-11-20', now, 12, [], new Map(), before)).toEqual(queueOn('2026-11-20', now, 12));
    }), RUNS);
  });
});

describe('the queue in an order', () => {
  it.each([
    ['oldest', ['B.md', 'C.md', 'A.md', 'D.md']],
    ['newest', ['D.md', 'A.md', 'C.md', 'B.md']],
    ['source', ['B.md', 'C.md', 'A.md', 'D.md']],
    ['person', ['C.md', 'A.md', 'B.md', 'D.md']],
  ] as const)('%s', (order, expected) => {
    expect(shown({ order })).toEqual(expected);
  });

  it('by chance: all of them, the same for the same draws', () => {
    expect(shown({ order: 'chance' }).sort()).toEqual(['A.md', 'B.md', 'C.md', 'D.md']);
    expect(shown({ order: 'chance' })).toEqual(shown({ order: 'chance' }));
    expect(new Set(Array.from({ length: 20 }, (_, seed) => shown({ order: 'chance' }, seed).join())).size).toBeGreaterThan(5);
  });

  it('filtered: every word, anywhere, in any case', () => {
    expect(shown({ text: 'ZOE' })).toEqual(['C.md', 'A.md']);
    expect(shown({ text: ' ben  zoe ' })).toEqual(['C.md']);
    expect(shown({ text: 'atlas' })).toEqual(['B.md']);
    expect(shown({ text: 'nobody' })).toEqual([]);
    expect(shown({ kind: 'person' })).toEqual(['C.md']);
    expect(shown({ kind: 'web' })).toEqual(['A.md']);
    expect(shown({ kind: 'unknown' })).toEqual(['D.md']);
  });

  it('loses and invents nothing, whatever is asked', () => {
    fc.assert(
      fc.property(fc.constantFrom(...QUEUE_ORDERS), fc.integer(), (order, seed) => {
        expect(shown({ order }, seed).sort()).toEqual(['A.md', 'B.md', 'C.md', 'D.md']);
      }),
      RUNS,
    );
  });
});

describe('quotes in other notes', () => {
  it.each([
    ['Highlights - Walden', 4, 'Our life is frittered away by detail.', 'Henry David Thoreau'],
    ['Kindle - Essays', 3, 'Read not to contradict and confute', 'Francis Bacon'],
    ['Clipping - Notes on Nursing', 2, 'Apprehension, uncertainty, waiting', 'Florence Nightingale'],
  ])('wait one by one: %s', (name, count, first, author) => {
    const queue = queueOn('2026-11-20', [], 12, foundIn(name));
    expect(queue).toHaveLength(count);
    expect(new Set(queue.map(({ id }) => id)).size).toBe(count);
    expect(queue[0]?.quote.text).toContain(first);
    expect(queue[0]?.quote.author).toBe(author);
    expect(queue.every(({ kind }) => kind === 'book')).toBe(true);
  });

  it('are left out once they are put off or let go, and come back on their day', () => {
    const [first, second] = foundIn('Highlights - Walden');
    if (first === undefined || second === undefined) throw new Error('The sample vault has no highlights.');
    const line = (of: FoundEntry): { key: string; link: string; text: string } => ({ key: of.key, link: '[[Highlights - Walden]]', text: of.quote.text });
    const note = withAside(withAside('', line(first), { kind: 'later', day: '2026-12-01' }), line(second), { kind: 'letGo', day: '2026-11-20' });
    expect(note).toContain(`\n- 2026-12-01 later · [[Highlights - Walden]] · Our life is frittered away by detail. ^quote-${first.key}\n`);
    const on = (day: string): number => queueOn(day, [], 12, foundIn('Highlights - Walden'), readAside(note)).length;
    expect([on('2026-11-30'), on('2026-12-01')]).toEqual([2, 3]);
    const changed = withAside(note, line(first), { kind: 'letGo', day: '2026-12-02' });
    expect(changed.split('\n').length).toBe(note.split('\n').length);
    expect(readAside(changed).get(first.key)).toEqual({ kind: 'letGo', day: '2026-12-02' });
    const withoutFirst = note.replace(/^- 2026-12-01.*\n/m, '');
    expect(readAside(withoutFirst).has(first.key)).toBe(false);
    expect(withAsideBack(note, first.key, asideLineOf(note, first.key) ?? '', undefined)).toBe(withoutFirst);
    expect([withAsideBack(note, first.key, 'another line', undefined), asideLineOf(note, 'nobody')]).toEqual([undefined, undefined]);
  });
});

describe('the note of quotes set aside', () => {
  it('is read back, whatever the quote says and whatever else stands there', () => {
    fc.assert(
      fc.property(anyText, anyText, (text, around) => {
        const key = textKey({ text });
        const start = around.replace(/\^quote-/g, '');
        const note = withAside(start === '' ? '' : `${start}\n\n---\n\n`, { key, link: '[[Note]]', text }, { kind: 'letGo', day: '2026-11-20' });
        const line = note.split('\n').find((one) => one.includes(`^quote-${key}`)) ?? '';
        expect(line).toMatch(/^- 2026-11-20 let go · \[\[Note\]\] · /);
        expect(readAside(line).get(key)).toEqual({ kind: 'letGo', day: '2026-11-20' });
        expect(line).not.toMatch(/<%|\{\{|%%|<!--/);
      }),
      RUNS,
    );
  });

  it('keeps what people write, and their line breaks', () => {
    const note = '# Mine\r\nText.\r\n- 2026-01-01 let go · gone\r\n';
    expect(withAside(note, { key: 'abc', link: '[[N]]', text: 'Words' }, { kind: 'letGo', day: '2026-11-20' })).toBe(`${note}- 2026-11-20 let go · [[N]] · Words ^quote-abc\r\n`);
  });
});
