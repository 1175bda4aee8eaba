import { describe, expect, it } from 'vitest';
import { SHARE_FORMATS } from '../../../src/share';
import { words } from '../../../src/words';
import { BENCHES, parcel } from './channel-benches';

const NAMES_OF_FIELDS = new Set(['Subject', 'To', ...words.share.mailTo([]).match(/\p{L}+/gu) ?? []]);

// What every channel promises, whatever it is made of.
describe.each(Object.keys(BENCHES))('the channel %s', (name) => {
  const bench = (): ReturnType<(typeof BENCHES)[string]> => {
    const make = BENCHES[name];
    if (make === undefined) throw new Error(`There is no channel "${name}".`);
    return make();
  };

  it('has the id that stands in the ledger, and forms of its own', () => {
    const { channel } = bench();
    expect(channel.id).toBe(name);
    expect(channel.formats.length).toBeGreaterThan(0);
    for (const format of channel.formats) expect(SHARE_FORMATS).toContain(format);
    expect(channel.id).not.toMatch(/·|^without a take|^straight there|[[\]()]/);
  });

  it('sends the words, and nothing before it is told to', async () => {
    const { channel, sent } = bench();
    expect(channel.preview(parcel())).toMatch(/Own words of (?:<em>)?mine/);
    expect(sent()).toBe('');
    expect(await channel.send(parcel(), false)).toMatchObject({ ok: true });
    expect(sent()).toContain('Own words of');
  });

  it('shows before what it will send: no word of the preview is missing', async () => {
    const { channel, sent } = bench();
    const shown = channel.preview(parcel());
    await channel.send(parcel(), false);
    const plain = (text: string): string => text.replace(/&lt;|&gt;|\\n|\\"|<[^>]*>|&amp;/g, ' ');
    for (const word of plain(shown).match(/[\p{L}\p{N}]{3,}/gu) ?? []) if (!NAMES_OF_FIELDS.has(word)) expect(plain(sent())).toContain(word);
  });

  it('says in a sentence why nothing was sent, and sends nothing then', async () => {
    const { channel, sent, breakDown } = bench();
    breakDown();
    const answer = await channel.send(parcel(), false);
    expect(answer.ok).toBe(false);
    expect(answer.ok ? '' : answer.problem).toMatch(/^.{8,}[.]$/);
    expect(sent()).toBe('');
  });

  it('takes any text without failing', async () => {
    for (const text of ['', '\u0000\u0007\u001B', ']]> <![CDATA[ &amp; <script>', '👩‍👩‍👧‍👦 \uD800', '---\ntype: x\n---', 'a\r\nb', 'x'.repeat(100_000)]) {
      const { channel } = bench();
      const given = parcel({ title: text, outgoing: { text, html: text } });
      expect(await channel.send(given, false)).toMatchObject({ ok: true });
      if (channel.keeping !== undefined) expect(await channel.keeping.find(given.key, given.audience)).toMatchObject({ digest: channel.keeping.digestOf(given) });
    }
  });

  it('answers with an address that can stand in the ledger, where it gives one', async () => {
    const { channel } = bench();
    const answer = await channel.send(parcel(), false);
    if (!answer.ok || answer.value.address === undefined) return expect(channel.keeping).toBeUndefined();
    expect(answer.value.address.endsWith(`#${parcel().key}`)).toBe(true);
  });

  it('keeps one thing for one key: a retry finds the first, a new version takes its place', async () => {
    const { channel, sent } = bench();
    if (channel.keeping === undefined) return expect((await channel.send(parcel(), false)).ok).toBe(true);
    expect(await channel.keeping.find(parcel().key, 'network')).toBeUndefined();
    const first = await channel.send(parcel(), false);
    const once = sent();
    const again = await channel.send(parcel(), false);
    expect(again).toEqual(first);
    expect(sent()).toBe(once);
    const digest = channel.keeping.digestOf(parcel());
    expect(await channel.keeping.find(parcel().key, 'network')).toEqual(first.ok ? { ...first.value, digest } : undefined);
    const newer = parcel({ outgoing: { text: 'Newer words.', html: '<p>Newer words.</p>' }, at: new Date('2026-11-24T09:12:00Z') });
    const later = await channel.send(newer, false);
    expect(later).toEqual(first);
    expect(channel.keeping.digestOf(newer)).not.toBe(digest);
    expect(await channel.keeping.find(parcel().key, 'network')).toMatchObject({ digest: channel.keeping.digestOf(newer) });
    expect(sent()).toContain('Newer words.');
    expect(sent()).not.toContain('Own words');
  });

  it('keeps audiences apart', async () => {
    const { channel, files } = bench();
    if (channel.keeping === undefined || files === undefined) return;
    await channel.send(parcel({ audience: 'team' }), false);
    expect(await channel.keeping.find(parcel().key, 'network')).toBeUndefined();
    expect([...files.kept.keys()].filter((path) => path.includes('network'))).toEqual([]);
  });

  it('takes back: nothing of the words is left, again is no failure, and another share brings it back', async () => {
    const { channel, sent, files } = bench();
    const { keeping } = channel;
    if (keeping === undefined || files === undefined) return;
    const [key, at] = [parcel().key, new Date('2026-11-25T09:12:00Z')];
    expect(await keeping.withdraw(key, 'network', at, false)).toMatchObject({ ok: true });
    await channel.send(parcel(), false);
    expect(await keeping.withdraw(key, 'network', at, false)).toMatchObject({ ok: true });
    // A file keeps its name, so that links to it still lead somewhere.
    expect([...files.kept.values()].join('\n')).not.toMatch(/Own words|A title|Harold|jarche/);
    expect(await keeping.find(key, 'network')).toBeUndefined();
    expect(await keeping.withdraw(key, 'network', at, false)).toMatchObject({ ok: true });
    await channel.send(parcel(), false);
    expect(sent()).toContain('Own words');
    expect(await keeping.find(key, 'network')).toBeDefined();
  });
});
