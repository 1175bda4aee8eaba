import { describe, expect, it } from 'vitest';
import { pairKey } from '../../src/serendipity';
import type { FoundSpark, SparkSide } from '../../src/serendipity/ui/link-finder';
import { UnseenSparks } from '../../src/serendipity/ui/unseen-sparks';

// "Another" goes through all pairs before one comes again.

const side = (title: string): SparkSide => ({ path: `${title}.md`, title, titleMarks: [], excerpt: { text: '', marks: [] } });

/** What is shown, one after the other, in a vault of these pairs, the best first. */
async function shown(pairs: readonly (readonly [string, string])[], count: number): Promise<string[]> {
  const all = pairs.map(([here, there]): FoundSpark => ({ here: side(here), there: side(there), reasons: [] }));
  const sparks = (most: number, _seed: number, seen: ReadonlySet<string> = new Set()): Promise<readonly FoundSpark[]> =>
    Promise.resolve(all.filter(({ here, there }) => !seen.has(pairKey(there.path, here.path))).slice(0, most));
  const unseen = new UnseenSparks({ sparks });
  const titles: string[] = [];
  for (let at = 0; at < count; at++) {
    const [spark] = await unseen.draw(1, at);
    if (spark === undefined) break;
    unseen.see(spark);
    titles.push(`${spark.here.title}${spark.there.title}`);
  }
  return titles;
}

describe('sparks one after the other', () => {
  it.each([
    ['all before one comes again', [['a', 'b'], ['c', 'd'], ['e', 'f']], 'ab cd ef ab cd ab ef'],
    ['not the last one again while there is another', [['a', 'b'], ['c', 'd']], 'ab cd ab cd'],
    ['the only one again and again', [['a', 'b']], 'ab ab ab'],
    ['none where there is none', [], ''],
  ] as const)('are %s', async (_, pairs, expected) => {
    const order = expected.split(' ').filter((pair) => pair !== '');
    expect(await shown(pairs, Math.max(1, order.length))).toEqual(order);
  });
});
