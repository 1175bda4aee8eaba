import { describe, expect, it } from 'vitest';
import { PROPERTY_NAMES, nameOf, wikilink } from '../../src/note';
import { canRecord, isPrivateNote, privacyIn, readLedger, withRecord, defaultShareSettings, type LedgerFormat, type ShareRecord } from '../../src/share';
import type { NoteStore } from '../../src/note';

const FORMAT: LedgerFormat = { names: PROPERTY_NAMES, sharedSection: 'Shared', linkTo: (path) => wikilink(nameOf(path)) };
// Only carrying out a plan makes a record: these are put together for the ledger alone.
const record = (parts: object = {}): ShareRecord => ({ path: 'Quotes/A.md', day: '2026-11-22', audience: 'community', recipients: [], channel: 'clipboard', ...parts }) as unknown as ShareRecord;
const write = (note: string, parts: object = {}): string => {
  const written = withRecord(note, record(parts), FORMAT);
  if (!written.ok) throw new Error(written.problem);
  return written.value;
};

describe('writing the ledger', () => {
  it('looks as the reference says', () => {
    const once = write('---\ntype: quote\n---\n> Words.\n', { recipients: [{ name: 'KM practitioners', path: 'Communities/KM practitioners.md' }] });
    const twice = write(once, { day: '2026-12-01', audience: 'network', channel: 'mastodon', address: 'https://example.social/@me/1' });
    expect(twice).toBe('---\ntype: quote\nshared: [community, network]\n---\n> Words.\n\n## Shared\n- 2026-11-22 community · [[KM practitioners]] · clipboard\n- 2026-12-01 network · [mastodon](https://example.social/@me/1)\n');
  });

  it('says that something went without a take, and why', () => {
    expect(write('', { withoutTake: 'announced · today\nonly' })).toContain('- 2026-11-22 community · clipboard · without a take: announced, today only\n');
  });

  it('says so as well of a new version that went without a take, beside what the first one told', () => {
    const address = 'Feeds/community.xml#0f3k2m9qz7a1b';
    const [first] = [write('', { channel: 'feed', address, early: 'to try' })];
    const newer = { day: '2026-11-25', channel: 'feed', address, withoutTake: 'announced' };
    const second = write(first, newer);
    expect(second).toContain(`- 2026-11-22 community · [feed](${address}) · straight there: to try · without a take: announced · updated 2026-11-25\n`);
    expect(write(second, newer)).toBe(second);
    expect(readLedger(write(second, { ...newer, day: '2026-11-28', withoutTake: 'again' }), 'Shared')).toMatchObject([{ early: 'to try', withoutTake: 'again', updated: '2026-11-28' }]);
    // A device whose clock is behind tells no earlier day, and still why.
    expect(readLedger(write(second, { ...newer, day: '2026-11-23', withoutTake: 'late' }), 'Shared')).toMatchObject([{ withoutTake: 'late', updated: '2026-11-25' }]);
  });

  it('keeps audiences that it does not know, and the order of the ladder', () => {
    expect(write('---\nshared: [network, friends]\n---\n', { audience: 'team' })).toContain('shared: [team, network, friends]');
    expect(write('---\nshared: network\n---\n')).toContain('shared: [community, network]');
    expect(write('---\nshared: [community] # so far\n---\n')).toContain('shared: [community] # so far');
  });

  it('says beforehand where it cannot be written', () => {
    for (const yaml of ['shared:', 'shared: a', 'shared: [a, 3]', 'other: {a: 1}']) expect(canRecord(`---\n${yaml}\n---\n`, PROPERTY_NAMES).ok).toBe(true);
    for (const yaml of ['shared: {a: 1}', 'shared: true', 'shared: [[a]]', 'shared: [']) expect(canRecord(`---\n${yaml}\n---\n`, PROPERTY_NAMES).ok).toBe(false);
  });

  it('changes nothing in a note whose properties are broken', () => {
    expect(withRecord('---\nshared: [\n---\n', record(), FORMAT)).toMatchObject({ ok: false });
  });
});

describe('reading the ledger', () => {
  const read = (line: string): unknown[] => readLedger(`## Shared\n${line}\n`, 'Shared');
  const base = { day: '2026-11-22', audience: 'team', recipients: [], channel: 'clipboard' };

  it.each<[string, object]>([
    ['- 2026-11-22 team · clipboard', base],
    ['* 2026-11-22 Team  ·  clipboard  ', base],
    ['+ 2026-11-22 team', { ...base, channel: '' }],
    ['- 2026-11-22 team · [[A|Ann]] · Ben · clipboard', { ...base, recipients: ['Ann', 'Ben'] }],
    ['- 2026-11-22 team · [[A · B]] · clipboard', { ...base, recipients: ['A · B'] }],
    ['- 2026-11-22 team · [Ann (old)](People/Ann%20(old).md) · clipboard', { ...base, recipients: ['Ann (old)'] }],
    ['- 2026-11-22 team · [blog](https://x.org/a_%28b%29)', { ...base, channel: 'blog', address: 'https://x.org/a_%28b%29' }],
    ['- 2026-11-22 team · clipboard · without a take', { ...base, withoutTake: '' }],
    ['- 2026-11-22 team · clipboard · without a take: \\*reason\\*', { ...base, withoutTake: '*reason*' }],
  ])('%j', (line, entry) => {
    expect(read(line)).toEqual([entry]);
  });

  it.each(['', 'Some words.', '- 2026-11-22', '- 2026-02-30 team · clipboard', '- 2026-11-22 friends · clipboard', '- [ ] 2026-11-22 team', '> - 2026-11-22 team · clipboard', '### Sub'])('passes over %j', (line) => {
    expect(read(line)).toEqual([]);
  });

  it('reads no other section, and no fence', () => {
    expect(readLedger('## Other\n- 2026-11-22 team · clipboard\n', 'Shared')).toEqual([]);
    expect(readLedger('```\n## Shared\n- 2026-11-22 team · clipboard\n```\n', 'Shared')).toEqual([]);
  });
});

describe('privacy', () => {
  const properties: Record<string, Record<string, unknown>> = { 'Open.md': {}, 'Said.md': { private: true }, 'Said so.md': { private: 'Yes' }, 'Said no.md': { private: 'no' } };
  const store = {
    typed: () => undefined,
    hasTag: (path: string, tag: string) => path === 'Tagged.md' && tag === 'private',
    properties: (path: string) => properties[path] ?? {},
    resolve: (link: string) => (link === 'Diary' ? 'Private/Diary.md' : link === 'Open' ? 'Open.md' : undefined),
  } as unknown as NoteStore;
  const isPrivate = (path: string, settings = {}): boolean => isPrivateNote(path, store, { ...defaultShareSettings(), ...settings }, PROPERTY_NAMES);

  it.each([['Private/A.md', true], ['private/deep/A.md', true], ['Privateer/A.md', false], ['A/Private/B.md', false], ['Private.md', false], ['Tagged.md', true], ['Said.md', true], ['Said so.md', true], ['Said no.md', false], ['Open.md', false]])('of %j is %j', (path, expected) => {
    expect(isPrivate(path)).toBe(expected);
  });

  it('knows folders however they are typed, and none for an empty one', () => {
    expect(isPrivate('Notes/Own/A.md', { privateFolders: ['/notes/own/'] })).toBe(true);
    expect(isPrivate('A.md', { privateFolders: ['', '/'], privateTag: '' })).toBe(false);
  });

  it('asks of a link where it leads, or would lead', () => {
    const privacy = privacyIn('Quotes/A.md', store, defaultShareSettings(), PROPERTY_NAMES);
    expect(['Diary', 'Open', 'Private/Not yet', 'Not yet'].map((target) => privacy.isPrivate(target))).toEqual([true, false, true, false]);
  });
});
