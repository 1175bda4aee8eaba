import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { parseJsonFeed, parseRssFeed } from 'feedsmith';
import { describe, expect, it } from 'vitest';
import { fail } from '../../../src/base';
import { feedChannel, renderedAtOnce, type FeedRule } from '../../../src/share';
import { anyText } from '../../laws/generators';
import { stopAt } from '../share-run-bench';
import { MemoryFiles, parcel } from './channel-benches';

const RULE: FeedRule = { folder: 'Feeds', base: 'https://example.org/feeds', title: 'Ann & <friends> ]]>', author: 'Ann', most: 50, language: 'en' };

// Debian's reader, as the packages python3 and python3-feedparser bring it.
const PYTHON = '/usr/bin/python3';
const hasFeedparser = existsSync(PYTHON) && ((): boolean => {
  try {
    execFileSync(PYTHON, ['-c', 'import feedparser'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

const READER = `
import feedparser, json, sys
print(json.dumps([(lambda f: {'bozo': int(f.bozo), 'title': f.feed.get('title'), 'entries': [{'id': e.get('id'), 'title': e.get('title'), 'published': e.get('published_parsed') is not None} for e in f.entries]})(feedparser.parse(p)) for p in sys.argv[1:]]))
`;

interface Read {
  readonly bozo: number;
  readonly title: string;
  readonly entries: readonly { readonly id: string; readonly title: string; readonly published: boolean }[];
}

async function fed(texts: readonly string[], rule: Partial<FeedRule> = {}): Promise<{ xml: string; json: string; files: MemoryFiles }> {
  const files = new MemoryFiles();
  const channel = feedChannel(files, () => ({ ...RULE, ...rule }));
  for (const [at, text] of texts.entries()) {
    const sent = await channel.send(parcel({ key: String(at).padStart(13, '0'), title: text.slice(0, 60), outgoing: renderedAtOnce('html', text), at: new Date(Date.UTC(2026, 10, 1, 0, at)) }), false);
    if (!sent.ok) throw new Error(sent.problem);
  }
  return { files, xml: files.kept.get('Feeds/network.xml') ?? '', json: files.kept.get('Feeds/network.json') ?? '' };
}

const HARD = ['', 'Plain words.', '\u0000\u0001\u000B\u001F\u007F\u0085', ']]>', '<![CDATA[ x ]]>', '&amp; & &#0; &nope;', '<script>alert(1)</script>', '👩‍👩‍👧‍👦🇩🇪', '\uD800 alone \uDC00', '\uFFFE\uFFFF', 'שלום \u202E עולם', 'a\r\nb\rc\u2028d', '"\'`', '<?xml version="1.0"?>', '<!-- -- -->', ' '];

const anything = fc.oneof(anyText, fc.string({ unit: 'binary' }), fc.constantFrom(...HARD));
/** What somebody typed or pasted into the settings of the feeds. */
const anyRule = fc.record({ title: anything, author: anything, base: fc.oneof(fc.constant(RULE.base), anything.map((path) => `https://example.org/${path}`)) });

describe('the feed files', () => {
  it('are read back by feedsmith: every item, its id and its words', async () => {
    const { xml, json } = await fed(HARD);
    const rss = parseRssFeed(xml);
    const feed = parseJsonFeed(json);
    expect(rss.title).toBe('Ann & <friends> ]]>');
    expect(rss.items).toHaveLength(HARD.length);
    expect(feed.items).toHaveLength(HARD.length);
    const ids = HARD.map((_, at) => `urn:seek-sense-share:${String(at).padStart(13, '0')}`).reverse();
    expect(rss.items?.map(({ guid }) => guid?.value)).toEqual(ids);
    expect(feed.items?.map(({ id }) => id)).toEqual(ids);
    expect(rss.items?.[HARD.length - 2]).toMatchObject({ title: 'Plain words.', description: '<p>Plain words.</p>' });
    expect(JSON.parse(json)).toMatchObject({ version: 'https://jsonfeed.org/version/1.1', feed_url: 'https://example.org/feeds/network.json' });
  });

  it('are read back by feedsmith, whatever the text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anything, { minLength: 1, maxLength: 5 }), anyRule, async (texts, rule) => {
        const { xml, json } = await fed(texts, rule);
        expect(parseRssFeed(xml).items).toHaveLength(texts.length);
        expect(parseJsonFeed(json).items).toHaveLength(texts.length);
        expect(parseJsonFeed(json).title?.trim()).not.toBe('');
        expect(xml).not.toMatch(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u);
      }),
      { seed: 20261120, numRuns: 150 },
    );
  });

  it.skipIf(!hasFeedparser)('are read by feedparser without a complaint, whatever the text (skipped where python3-feedparser is missing)', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'sss-feed-'));
    try {
      const random = fc.sample(fc.tuple(fc.array(anything, { minLength: 1, maxLength: 6 }), anyRule), { seed: 20261120, numRuns: 60 });
      const settings = HARD.map((hard): [string[], Partial<FeedRule>] => [['Words.'], { title: hard, author: hard, base: `https://example.org/${hard}` }]);
      const all: [string[], Partial<FeedRule>][] = [[HARD, {}], ...settings, ...random];
      const paths = await Promise.all(all.map(async ([texts, rule], at) => {
        const path = join(folder, `${at}.xml`);
        writeFileSync(path, (await fed(texts, rule)).xml);
        return path;
      }));
      const read = JSON.parse(execFileSync(PYTHON, ['-c', READER, ...paths], { encoding: 'utf8', maxBuffer: 1 << 26 })) as Read[];
      expect(read.map(({ bozo }) => bozo)).toEqual(all.map(() => 0));
      expect(read.map(({ entries }) => entries.length)).toEqual(all.map(([texts]) => texts.length));
      for (const { title } of read) expect(title.trim()).not.toBe('');
      for (const { entries } of read) for (const { id, published } of entries) expect([id.startsWith('urn:seek-sense-share:'), published]).toEqual([true, true]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('hold the latest items only, as many as the rule says', async () => {
    const { xml, files } = await fed(['one', 'two', 'three', 'four'], { most: 2 });
    expect(parseRssFeed(xml).items?.map(({ title }) => title)).toEqual(['four', 'three']);
    expect(files.list('Feeds/items/network')).toHaveLength(4);
  });

  it('keep the id and the day of an item that changed, and lose one that was taken back', async () => {
    const { files } = await fed(['one', 'two']);
    const channel = feedChannel(files, () => RULE);
    const key = '0'.repeat(13);
    await channel.send(parcel({ key, title: 'one, better', outgoing: { text: 'better', html: '<p>better</p>' }, at: new Date('2026-12-01T00:00:00Z') }), false);
    const feed = parseJsonFeed(files.kept.get('Feeds/network.json') ?? '');
    expect(feed.items?.[1]).toMatchObject({ id: `urn:seek-sense-share:${key}`, title: 'one, better', date_published: '2026-11-01T00:00:00.000Z', date_modified: '2026-12-01T00:00:00.000Z' });
    await channel.keeping?.withdraw(key, 'network', new Date('2026-12-02T00:00:00Z'), false);
    expect(parseRssFeed(files.kept.get('Feeds/network.xml') ?? '').items?.map(({ title }) => title)).toEqual(['two']);
  });

  it('are made of items that came by sync, too; what is no item of ours is passed over', async () => {
    const [here, there] = [await fed(['from here']), new MemoryFiles()];
    await feedChannel(there, () => RULE).send(parcel({ key: 'zzzzzzzzzzzzz', title: 'from there' }), false);
    for (const [path, text] of there.kept) if (path.includes('/items/')) here.files.kept.set(path, text);
    here.files.kept.set('Feeds/items/network/zzzzzzzzzzzzz (conflict).json', there.kept.get('Feeds/items/network/zzzzzzzzzzzzz.json') ?? '');
    here.files.kept.set('Feeds/items/network/half.json', '{"key": "half", "ti');
    await feedChannel(here.files, () => RULE).send(parcel({ key: 'aaaaaaaaaaaaa', title: 'next' }), false);
    expect(parseRssFeed(here.files.kept.get('Feeds/network.xml') ?? '').items?.map(({ title }) => title).sort()).toEqual(['from here', 'from there', 'next']);
  });

  it('and their items lose what is taken back from all versions that a sync kept, and nothing else', async () => {
    const { files } = await fed(['first words', 'other words']);
    const mark = '.sync-conflict-20261122-101112-ABCDEFG';
    for (const [path, text] of [...files.kept]) files.kept.set(path.replace(/\.\w+$/, `${mark}$&`), text);
    files.kept.set('Feeds/network.notes.json', '{"note": "first words of mine"}');
    const [before, channel, [key, other]] = [new Map(files.kept), feedChannel(files, () => RULE), ['0'.repeat(13), '1'.padStart(13, '0')]];
    expect(await channel.keeping?.withdraw(key, 'network', new Date('2026-11-25T09:12:00Z'), false)).toMatchObject({ ok: true });
    expect([...files.kept].filter(([, text]) => text.includes('first words')).map(([path]) => path)).toEqual(['Feeds/network.notes.json']);
    for (const path of ['Feeds/network.notes.json', `Feeds/items/network/${other}.json`, `Feeds/items/network/${other}${mark}.json`]) expect(files.kept.get(path)).toBe(before.get(path));
    for (const path of ['Feeds/network.xml', 'Feeds/network.json']) expect([files.kept.get(path.replace(/\.\w+$/, `${mark}$&`)), files.kept.get(path)?.includes('other words')]).toEqual([files.kept.get(path), true]);
  });

  it.each([1, 2, 3, 4, 5, 6])('lose it in the end, where the disk refused write %i of them', async (number) => {
    const { files } = await fed(['first words']);
    for (const [path, text] of [...files.kept]) files.kept.set(path.replace(/\.\w+$/, ' (conflicted copy)$&'), text);
    const [channel, key, at] = [feedChannel(files, () => RULE), '0'.repeat(13), new Date('2026-11-25T09:12:00Z')];
    const goOn = stopAt(files, number, () => Promise.resolve(fail('The disk is full.')));
    expect(await channel.keeping?.withdraw(key, 'network', at, false)).toEqual(fail('The disk is full.'));
    goOn();
    expect(await channel.keeping?.withdraw(key, 'network', at, false)).toMatchObject({ ok: true });
    expect([...files.kept.values()].join('\n')).not.toContain('first words');
  });

  it('keep a version on its way that is another than the one to be put back', async () => {
    const { files } = await fed(['one']);
    const channel = feedChannel(files, () => RULE);
    const [key, write] = ['0'.repeat(13), files.write.bind(files)];
    files.write = (path, text) => (path.endsWith('.xml') ? Promise.reject(new Error('The app is gone.')) : write(path, text));
    const newer = parcel({ key, title: 'one, better' });
    await expect(channel.send(newer, false)).rejects.toThrow('The app is gone.');
    files.write = write;
    const before = new Map(files.kept);
    for (const [digest, isPutBack] of [[channel.keeping?.digestOf(parcel({ key, title: 'another device says' })), false], [channel.keeping?.digestOf(newer), true]] as const) {
      expect(await channel.keeping?.undo?.(key, 'network', new Date(), digest ?? '')).toEqual({ ok: true, value: undefined });
      expect([...files.kept.values()].join('').includes('one, better')).toBe(!isPutBack);
      if (!isPutBack) expect(files.kept).toEqual(before);
    }
  });

  it('are the same after a write that failed', async () => {
    const { files } = await fed(['one']);
    const before = new Map(files.kept);
    files.write = ((write) => (path, text) => (path.endsWith('.xml') ? Promise.resolve({ ok: false, problem: 'The disk is full.' } as const) : write(path, text)))(files.write.bind(files));
    expect(await feedChannel(files, () => RULE).send(parcel({ key: '0'.repeat(13), title: 'changed' }), false)).toMatchObject({ ok: false });
    expect(files.kept).toEqual(before);
  });
});
