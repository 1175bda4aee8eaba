import { describe, expect, it } from 'vitest';
import { keyIn, ledgerLinesOf } from '../../src/share';
import { sharedBefore } from '../../src/share/ui/shared-before';
import { words } from '../../src/words';
import type { MemoryVault } from './memory-vault';
import { FROM, planAt, QUOTE, sharedFrom, sharedSection, TO } from './moved-quote-bench';
import { carriedOut, ledgerOf, type begun } from './share-run-bench';

// A quote is known by its words and its source, not by the note in which it stands: moved to another note between two
// shares it is the same thing there. After a change of its words, its share history tells that it is.

/** How many items others find. */
function itemsOf(name: string, { bench }: ReturnType<typeof begun>): number {
  const files = [...(bench.files?.kept ?? [])];
  return files.filter(([path, text]) => (name === 'feed' ? path.startsWith('Feeds/items/') && !text.includes('"withdrawn"') : text.includes('commons-id'))).length;
}

const keyAt = (vault: MemoryVault, path: string): string | undefined => keyIn(ledgerOf(vault, path)[0]?.address);

describe.each(['feed', 'commons'])('a quote that is moved to another note between two shares by %s', (name) => {
  it('is one item there, which the histories of both notes name', async () => {
    const all = await sharedFrom(name);
    all.move();
    expect(await carriedOut(all.run, planAt(all.vault, TO, name))).toBeUndefined();
    expect(itemsOf(name, all)).toBe(1);
    expect(keyAt(all.vault, TO)).toBe(keyAt(all.vault, FROM));
    expect(ledgerOf(all.vault, TO)).toHaveLength(1);
  });

  it('is told to stand there already, before it is shared from the other note', async () => {
    const all = await sharedFrom(name);
    all.move();
    const told = (path: string): ReturnType<typeof sharedBefore> => sharedBefore(ledgerOf(all.vault, path), planAt(all.vault, path, name), all.bench.channel, () => true);
    const shown = words.share.channels[name] ?? '';
    expect([await told(FROM), await told(TO)]).toEqual([{ sentence: words.share.alreadyThere('2026-11-22', shown), isUpdate: true }, { sentence: words.share.standsAlready(shown), isUpdate: true }]);
    await all.bench.channel.keeping?.withdraw(planAt(all.vault, TO, name).key, 'community', new Date('2026-11-23T09:12:00'), false);
    expect(await told(TO)).toBeUndefined();
  });

  it('is one item also with other words, when its share history goes with it', async () => {
    const all = await sharedFrom(name);
    const key = keyAt(all.vault, FROM);
    all.move('Without personal mastery, there is no KM.', sharedSection(all.vault));
    expect([ledgerOf(all.vault, FROM), keyAt(all.vault, TO)]).toEqual([[], key]);
    expect(await carriedOut(all.run, planAt(all.vault, TO, name, { text: 'Without personal mastery, there is no KM.' }))).toBeUndefined();
    expect([itemsOf(name, all), keyAt(all.vault, TO)]).toEqual([1, key]);
    // A copy keeps its file, whose name others may link to; its words are the new ones.
    const stands = [...(all.bench.files?.kept.values() ?? [])].join('\n');
    expect([stands.includes('Without personal mastery'), stands.includes(QUOTE)]).toEqual([true, false]);
  });

  it('is another item with other words and no history: nothing tells that it was the same', async () => {
    const all = await sharedFrom(name);
    all.move('Without personal mastery, there is no KM.');
    expect(await carriedOut(all.run, planAt(all.vault, TO, name, { text: 'Without personal mastery, there is no KM.' }))).toBeUndefined();
    expect([itemsOf(name, all), keyAt(all.vault, TO) === keyAt(all.vault, FROM)]).toEqual([2, false]);
  });

  it('is gone for both notes once each history says so, taken back from one and then from the other', async () => {
    const all = await sharedFrom(name);
    all.move();
    await carriedOut(all.run, planAt(all.vault, TO, name));
    for (const path of [TO, FROM]) {
      const [line] = ledgerLinesOf(all.vault.notes.get(path) ?? '', 'Shared');
      if (line === undefined) throw new Error(`Nothing is recorded in ${path}.`);
      expect(await all.run.withdraw(path, line)).toBeUndefined();
      expect(all.bench.sent()).not.toContain('My own words');
      expect(ledgerOf(all.vault, path).map(({ withdrawn }) => withdrawn)).toEqual(['2026-11-22']);
    }
    expect(all.vault.device.size).toBe(0);
  });
});
