import { describe, expect, it } from 'vitest';
import { fail } from '../../../src/base';
import { bodyOf } from '../../../src/note';
import { commonsChannel, readCopy, type CommonsRule } from '../../../src/share';
import { stopAt } from '../share-run-bench';
import { MemoryFiles, parcel } from './channel-benches';

const RULE: CommonsRule = { folder: 'Commons', by: 'Ann', licence: '' };
const PATH = 'Commons/network/A title & more.md';

async function given(): Promise<{ files: MemoryFiles; channel: ReturnType<typeof commonsChannel> }> {
  const files = new MemoryFiles();
  const channel = commonsChannel(files, () => RULE);
  expect(await channel.send(parcel(), false)).toEqual({ ok: true, value: { address: `${PATH}#${parcel().key}` } });
  return { files, channel };
}

describe('a copy for a group', () => {
  it('says from whom it is, for whom, what may be done with it, and where it is from', async () => {
    const { files } = await given();
    const text = files.kept.get(PATH) ?? '';
    expect(readCopy(text)).toEqual({
      key: parcel().key, title: 'A title & more', by: 'Ann', author: 'Harold Jarche', source: 'https://jarche.com/why', audience: 'network',
      licence: 'Please ask before you pass it on.', shared: '2026-11-22', text: 'Own words of mine.\n\nSecond part.', isUntouched: true,
    });
    expect(bodyOf(text)).toBe('Own words of mine.\n\nSecond part.\n');
  });

  it('is found where others moved it, and not written over when they changed it, unless the user says so', async () => {
    const { files, channel } = await given();
    const changed = (files.kept.get(PATH) ?? '').replace('Second part.', 'Second part, says Ben.');
    files.kept.delete(PATH);
    files.kept.set('Commons/network/Renamed by Ben.md', changed);
    const newer = parcel({ outgoing: { text: 'Newer words.' } });
    expect(await channel.send(newer, false)).toMatchObject({ ok: false, asks: true, problem: 'Somebody else changed the copy "Commons/network/Renamed by Ben.md".' });
    expect(await channel.keeping?.withdraw(parcel().key, 'network', new Date(), false)).toMatchObject({ ok: false, asks: true });
    expect([...files.kept.values()]).toEqual([changed]);
    const [standing, first] = [await channel.keeping?.find(parcel().key, 'network'), channel.keeping?.digestOf(parcel())];
    expect([standing?.changedFrom, standing?.digest === first]).toEqual([first, false]);
    expect(await channel.send(newer, true)).toMatchObject({ ok: true });
    expect(readCopy(files.kept.get('Commons/network/Renamed by Ben.md') ?? '')).toMatchObject({ text: 'Newer words.', shared: '2026-11-22', updated: '2026-11-22', isUntouched: true });
  });

  it('takes another name when its own is taken by another thing', async () => {
    const { files, channel } = await given();
    expect(await channel.send(parcel({ key: 'another000000' }), false)).toEqual({ ok: true, value: { address: 'Commons/network/A title & more 2.md#another000000' } });
    expect(files.kept.size).toBe(2);
  });

  it('keeps its file when the title tells more than before', async () => {
    const { files, channel } = await given();
    expect(await channel.send(parcel({ title: 'A title & more – its first words' }), false)).toEqual({ ok: true, value: { address: `${PATH}#${parcel().key}` } });
    expect([...files.kept.keys()]).toEqual([PATH]);
    expect(files.kept.get(PATH)).toContain('title: A title & more – its first words\n');
  });

  it('knows its own file with other line breaks, as a sync may leave it', async () => {
    const { files, channel } = await given();
    files.kept.set(PATH, (files.kept.get(PATH) ?? '').replace(/\n/g, '\r\n'));
    expect(await channel.send(parcel({ outgoing: { text: 'Newer words.' } }), false)).toMatchObject({ ok: true });
  });

  describe('of which there are several', () => {
    const { key, audience, at } = parcel();
    const CONFLICT = 'Commons/network/A title & more.sync-conflict-20261122-101112-ABCDEFG.md';
    const OTHER_TITLE = 'Commons/network/A title & more – its first words.md';
    const WORDS = /Own words|Second part|other device|says Ben/;

    /** The same item three times: a sync left both versions of one file, and one device calls it something else. */
    async function several(): Promise<Awaited<ReturnType<typeof given>>> {
      const all = await given();
      const first = all.files.kept.get(PATH) ?? '';
      const [other, named] = [new MemoryFiles(), new MemoryFiles()];
      await commonsChannel(other, () => RULE).send(parcel({ outgoing: { text: 'Words of the other device.' } }), false);
      await commonsChannel(named, () => RULE).send(parcel({ title: 'A title & more – its first words' }), false);
      // As a list of files may come, in any order.
      all.files.kept.clear();
      all.files.kept.set(CONFLICT, other.kept.get(PATH) ?? '').set(OTHER_TITLE, named.kept.get(OTHER_TITLE) ?? '').set(PATH, first);
      return all;
    }
    const texts = (files: MemoryFiles): string => [...files.kept.values()].join('\n');
    const withdrawnOf = (files: MemoryFiles): unknown[] => [PATH, OTHER_TITLE, CONFLICT].map((path) => readCopy(files.kept.get(path) ?? '')?.withdrawn);

    it('is told by the one whose name nothing was added to', async () => {
      const { channel } = await several();
      expect(await channel.keeping?.find(key, audience)).toEqual({ address: `${PATH}#${key}`, digest: channel.keeping?.digestOf(parcel()) });
    });

    it('is taken back from all', async () => {
      const { files, channel } = await several();
      expect(await channel.keeping?.withdraw(key, audience, at, false)).toEqual({ ok: true, value: {} });
      expect(texts(files)).not.toMatch(WORDS);
      expect(withdrawnOf(files)).toEqual(['2026-11-22', '2026-11-22', '2026-11-22']);
      expect(await channel.keeping?.find(key, audience)).toBeUndefined();
    });

    it('is asked about where somebody changed any of them, and all stay until then', async () => {
      const { files, channel } = await several();
      files.kept.set(CONFLICT, (files.kept.get(CONFLICT) ?? '').replace('other device', 'other device, says Ben'));
      const before = new Map(files.kept);
      const question = { ok: false, asks: true, problem: `Somebody else changed the copy "${CONFLICT}".` };
      expect(await channel.keeping?.withdraw(key, audience, at, false)).toEqual(question);
      expect(await channel.send(parcel({ outgoing: { text: 'Newer words.' } }), false)).toEqual(question);
      expect(files.kept).toEqual(before);
      expect(await channel.keeping?.withdraw(key, audience, at, true)).toMatchObject({ ok: true });
      expect(texts(files)).not.toMatch(WORDS);
    });

    it('is sent anew into one, and the others say that they were taken back', async () => {
      const { files, channel } = await several();
      expect(await channel.send(parcel({ outgoing: { text: 'Newer words.' } }), false)).toEqual({ ok: true, value: { address: `${PATH}#${key}` } });
      expect(texts(files)).not.toMatch(WORDS);
      expect(readCopy(files.kept.get(PATH) ?? '')).toMatchObject({ text: 'Newer words.' });
      expect(withdrawnOf(files)).toEqual([undefined, '2026-11-22', '2026-11-22']);
    });

    it.each([1, 2, 3])('stands as before, or is in the last place, where the disk refuses write %i', async (number) => {
      for (const act of ['send', 'withdraw'] as const) {
        const { files, channel } = await several();
        const before = files.kept.get(PATH);
        stopAt(files, number, () => Promise.resolve(fail('The disk is full.')));
        const done = act === 'send' ? await channel.send(parcel({ outgoing: { text: 'Newer words.' } }), false) : await channel.keeping?.withdraw(key, audience, at, false);
        expect(done).toEqual(fail('The disk is full.'));
        expect(files.kept.get(PATH)).toBe(before);
        expect(await channel.keeping?.find(key, audience)).toMatchObject({ digest: channel.keeping?.digestOf(parcel()) });
      }
    });

    it('stands where one of them does, whichever was taken back, and is sent into that one', async () => {
      const { files, channel } = await several();
      const other = new MemoryFiles();
      other.kept.set(PATH, files.kept.get(PATH) ?? '');
      await commonsChannel(other, () => RULE).keeping?.withdraw(key, audience, at, false);
      files.kept.set(PATH, other.kept.get(PATH) ?? '').delete(OTHER_TITLE);
      expect(await channel.keeping?.find(key, audience)).toMatchObject({ address: `${CONFLICT}#${key}` });
      expect(await channel.send(parcel({ outgoing: { text: 'Newer words.' } }), false)).toEqual({ ok: true, value: { address: `${CONFLICT}#${key}` } });
      expect(withdrawnOf(files)).toEqual(['2026-11-22', undefined, undefined]);
      expect(await channel.keeping?.withdraw(key, audience, at, false)).toMatchObject({ ok: true });
      expect(texts(files)).not.toMatch(/Newer words|Own words/);
    });

    it('is left alone where somebody else of the group gave the same quote, and asked about where all are of another name', async () => {
      const { files, channel } = await given();
      const theirs = 'Commons/network/A title.md';
      const bens = new MemoryFiles();
      await commonsChannel(bens, () => ({ ...RULE, by: 'Ben' })).send(parcel({ title: 'A title', outgoing: { text: 'Words of Ben.' } }), false);
      files.kept.set(theirs, bens.kept.get(theirs) ?? '');
      expect(await channel.send(parcel({ outgoing: { text: 'Newer words.' } }), false)).toEqual({ ok: true, value: { address: `${PATH}#${key}` } });
      expect(await channel.keeping?.withdraw(key, audience, at, false)).toMatchObject({ ok: true });
      expect(await channel.keeping?.find(key, audience)).toBeUndefined();
      expect([texts(files).includes('Newer words.'), files.kept.get(theirs)]).toEqual([false, bens.kept.get(theirs)]);
      files.kept.delete(PATH);
      const question = { ok: false, asks: true, problem: `The copy "${theirs}" was given by Ben.` };
      expect(await channel.send(parcel(), false)).toEqual(question);
      expect(await channel.keeping?.withdraw(key, audience, at, false)).toEqual(question);
      expect(files.kept.get(theirs)).toBe(bens.kept.get(theirs));
    });
  });

  describe('among 300 others', () => {
    const { key, audience, at } = parcel();
    const OTHERS = Array.from({ length: 300 }, (_, number) => `Commons/network/Another ${String(number)}.md`);

    async function amongOthers(): Promise<Awaited<ReturnType<typeof given>>> {
      const all = await given();
      const first = all.files.kept.get(PATH) ?? '';
      all.files.kept.clear();
      for (const [number, path] of OTHERS.entries()) all.files.kept.set(path, first.replace(key, `other${String(number).padStart(8, '0')}`));
      all.files.kept.set(PATH, first);
      return all;
    }

    it('is the only one that is read where the index knows them, whatever is done with it', async () => {
      const { files, channel } = await amongOthers();
      files.wereRead.length = 0;
      expect(await channel.keeping?.find(key, audience)).toBeDefined();
      expect(await channel.keeping?.find('nowhere000000', audience)).toBeUndefined();
      expect(await channel.send(parcel({ outgoing: { text: 'Newer words.' } }), false)).toMatchObject({ ok: true });
      expect(await channel.keeping?.withdraw(key, audience, at, false)).toMatchObject({ ok: true });
      expect(files.wereRead).toEqual([PATH, PATH, PATH]);
    });

    it('is read with its other versions, and nothing else is', async () => {
      const { files, channel } = await amongOthers();
      const conflict = PATH.replace('.md', ' (conflicted copy).md');
      files.kept.set(conflict, files.kept.get(PATH) ?? '');
      files.wereRead.length = 0;
      expect(await channel.keeping?.find(key, audience)).toBeDefined();
      expect(await channel.keeping?.withdraw(key, audience, at, false)).toMatchObject({ ok: true });
      expect([...files.wereRead].sort()).toEqual([conflict, conflict, PATH, PATH].sort());
    });

    it('is found in one look through those that the index does not know: none is read twice until it changes', async () => {
      const { files, channel } = await amongOthers();
      for (const path of files.kept.keys()) files.indexed.set(path, null);
      files.wereRead.length = 0;
      expect(await channel.keeping?.find('nowhere000000', audience)).toBeUndefined();
      expect([...files.wereRead].sort()).toEqual([...OTHERS, PATH].sort());
      files.wereRead.length = 0;
      expect(await channel.keeping?.find('nowhere000000', audience)).toBeUndefined();
      expect(await channel.keeping?.find(key, audience)).toBeDefined();
      const [moved = ''] = OTHERS;
      files.kept.set(moved, (files.kept.get(moved) ?? '').replace('other00000000', 'moved00000000'));
      expect(await channel.keeping?.find('moved00000000', audience)).toBeDefined();
      expect(files.wereRead).toEqual([PATH, moved]);
    });

    it('is looked for twice at the same time in one look', async () => {
      const { files, channel } = await amongOthers();
      for (const path of files.kept.keys()) files.indexed.set(path, null);
      files.wereRead.length = 0;
      const looking = channel.keeping?.find('nowhere000000', audience);
      expect(await channel.send(parcel({ outgoing: { text: 'Newer words.' } }), false)).toMatchObject({ ok: true });
      await looking;
      expect(files.wereRead.length).toBeLessThanOrEqual(files.kept.size + 1);
    });

    it('is looked for in slices, which end once nobody wants to know', async () => {
      const { files, channel } = await amongOthers();
      for (const path of files.kept.keys()) files.indexed.set(path, null);
      files.wereRead.length = 0;
      let isWanted = true;
      const looking = channel.keeping?.find('nowhere000000', audience, () => isWanted);
      isWanted = false;
      expect(await looking).toBeUndefined();
      expect(files.wereRead.length).toBeLessThan(20);
    });
  });

  it.each([['does not know the file yet', null], ['read it before it was whole', ''], ['takes its id for a number', '---\ntype: commons\ncommons-id: 12\n---\n']])('is found where the index %s', async (_, indexed) => {
    const { files, channel } = await given();
    files.indexed.set(PATH, indexed);
    expect(await channel.keeping?.find(parcel().key, 'network')).toBeDefined();
  });

  it('is none where the note says something else', () => {
    for (const text of ['', '# Title', '---\ntype: quote\ncommons-id: x\naudience: network\n---\n', '---\ntype: commons\naudience: network\n---\n', '---\ntype: "commons\n---\n']) expect(readCopy(text)).toBeUndefined();
  });
});
