import ICAL from 'ical.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeCard, readVcards, writeVcards, type Card } from '../../../src/ties';
import { decodeText } from '../../../src/ties/ui/decode-text';

const read = (text: string | Uint8Array): ReturnType<typeof readVcards> => readVcards(typeof text === 'string' ? new TextEncoder().encode(text) : text, decodeText);
const card = (...lines: readonly string[]): string => ['BEGIN:VCARD', ...lines, 'END:VCARD', ''].join('\r\n');
const latin1 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'));

describe('a vCard', () => {
  it('is read as old Android telephones write it: quoted-printable, softly broken, without a formatted name', () => {
    const { cards } = read(card('VERSION:2.1', 'N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=C3=96zt=C3=BCrk;=', '=C5=9Eule;;;', 'TEL;CELL;PREF:+90-555', 'EMAIL;X-INTERNET:s@x.example'));
    expect(cards).toMatchObject([{ name: 'Şule Öztürk', phones: ['+90-555'], emails: ['s@x.example'] }]);
  });

  it('is read in the charset it names, and in a Western one where it names none and is not UTF-8', () => {
    expect(read(latin1(card('VERSION:2.1', 'FN;CHARSET=ISO-8859-2:Dvo\xf8\xe1k'))).cards[0]?.name).toBe('Dvořák');
    expect(read(latin1(card('VERSION:3.0', 'FN:J\xf6rg'))).cards[0]?.name).toBe('Jörg');
    expect(read(card('VERSION:3.0', 'FN;CHARSET=NOBODY-KNOWS:Jörg')).cards[0]?.name).toBe('Jörg');
  });

  it('is read when a line is folded in the midst of a letter', () => {
    const bytes = [...Buffer.from('BEGIN:VCARD\r\nFN:J\xc3', 'latin1'), ...Buffer.from('\r\n \xb6rg\r\nEND:VCARD\r\n', 'latin1')];
    expect(read(new Uint8Array(bytes)).cards[0]?.name).toBe('Jörg');
  });

  it('is read as Apple writes it: groups, types, a birthday without a year, a group of people', () => {
    const { cards, broken } = read(card('VERSION:3.0', 'N:Lee;Ana;;;', 'FN:Ana Lee', 'item1.EMAIL;type=INTERNET;type=pref:a@x.example', 'item1.X-ABLabel:_$!<Work>!$_', 'item2.URL;type=pref:https\\://x.example/a', 'BDAY;X-APPLE-OMIT-YEAR=1604:1604-03-22', 'PHOTO;ENCODING=b;TYPE=JPEG:/9j/', ' 4AAQ')
      + card('VERSION:3.0', 'FN:My list', 'X-ADDRESSBOOKSERVER-KIND:group'));
    expect(cards).toMatchObject([{ name: 'Ana Lee', emails: ['a@x.example'], urls: ['https://x.example/a'], birthday: '--03-22' }]);
    expect(broken).toEqual([{ line: 12, why: 'group', shown: 'My list' }]);
  });

  it('is read as Thunderbird and Netscape write it: small letters, the version last', () => {
    expect(read('begin:vcard\nfn:Ana Lee\nn:Lee;Ana\norg;quoted-printable:B=C3=A4r;Honey\nemail;internet:a@x.example\ntel;work:12\nversion:2.1\nend:vcard\n').cards).toMatchObject([{ name: 'Ana Lee', org: 'Bär, Honey', emails: ['a@x.example'], phones: ['12'] }]);
  });

  it('is read as Lotus Notes and BlackBerry write it: an empty formatted name, base64 without indentation, several in one file', () => {
    const { cards, leftOut } = read(card('VERSION:2.1', 'X-LOTUS-CHARSET:UTF-8', 'FN:', 'N:Lee;Ana;;;', 'PHOTO;ENCODING=BASE64;TYPE=JPEG:', '/9j/4AAQSkZJRg', 'ABAQ==', '', 'TEL;CELL:1') + card('VERSION:3.0', 'FN:Bo', 'LABEL:x'));
    expect(cards).toMatchObject([{ name: 'Ana Lee', phones: ['1'] }, { name: 'Bo' }]);
    expect([...leftOut]).toEqual([['PHOTO', 1]]);
  });

  it('takes a card inside another one for what it is', () => {
    const { cards } = read(card('VERSION:2.1', 'FN:Boss', 'AGENT:', 'BEGIN:VCARD', 'FN:Assistant', 'TEL:9', 'END:VCARD', 'TEL:1'));
    expect(cards.map(({ name, phones }) => [name, phones])).toEqual([['Boss', ['1']]]);
  });

  it('separates by the marks that no backslash protects', () => {
    const { cards } = read(card('FN:A\\, B\\; C\\\\n', 'ORG:X\\;Y;Z', 'CATEGORIES:a\\,b,c', 'NICKNAME:,Annie', 'ADR:;;1 Way;Town;;;Land', 'NOTE:one\\ntwo\\\\n'));
    expect(cards[0]).toMatchObject({ name: 'A, B; C\\n', org: 'X;Y, Z', topics: ['a,b', 'c'], otherNames: ['Annie'], addresses: ['1 Way, Town, Land'], note: 'one\ntwo\\n' });
  });

  it('is left out when it is cut off or names nobody, and spoils no other', () => {
    const { cards, broken } = read(`BEGIN:VCARD\nFN:Cut\nTEL:1\n${card('FN:Whole', 'this is no line', 'TEL;TYPE="x:2')}${card('VERSION:3.0')}BEGIN:VCARD\nFN:Last\nNOTE;ENCODING=QUOTED-PRINTABLE:x=\n`);
    expect(cards).toMatchObject([{ name: 'Whole', phones: ['2'] }]);
    expect(broken).toEqual([{ line: 1, why: 'cut-off', shown: 'Cut' }, { line: 9, why: 'nameless', shown: '' }, { line: 12, why: 'cut-off', shown: 'Last' }]);
  });

  it('never stops the reader, whatever the bytes', () => {
    const pieces = fc.constantFrom('BEGIN:VCARD\n', 'END:VCARD\n', 'FN:', 'N:;', 'TEL;', 'ENCODING=QUOTED-PRINTABLE:', '=\n', '=C3', ' ', '\\', ';', ',', '"', ':', '\r', '\0', 'CHARSET=UTF-16:', 'AGENT:');
    fc.assert(fc.property(fc.array(fc.oneof(pieces, fc.string({ unit: 'binary', maxLength: 3 }))), (text) => {
      for (const { name } of read(`BEGIN:VCARD\n${text.join('')}`).cards) expect(name).not.toBe('');
    }), { numRuns: 300 });
  });
});

describe('the export', () => {
  const texts = fc.uniqueArray(fc.oneof(fc.string({ unit: 'grapheme', minLength: 1 }), fc.constantFrom('a, b; c\\', 'a, b; c', '\\n', 'Jörg 陈玉兰 👩‍👩‍👧', 'x'.repeat(200), 'é'.repeat(100))), { maxLength: 3 });
  const text = fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('a, b; c\\n', '陈玉兰'));
  const anyCard = fc.record({ name: text, otherNames: texts, uids: texts, emails: texts, phones: texts, addresses: texts, topics: texts, org: text, role: text, birthday: fc.constantFrom('1980-01-02', '--03-22', 'in spring'), urls: fc.uniqueArray(fc.webUrl({ withQueryParameters: true }), { maxLength: 2 }),
    communities: texts, feeds: texts, space: fc.constantFrom(undefined, 'community', 'team'), cadence: fc.constantFrom(undefined, '60', '0'), met: fc.constantFrom(undefined, '2024-05-02'), lastContact: fc.constantFrom(undefined, '2026-09-30'), mastodon: text, bluesky: text })
    .map(makeCard).filter(({ name }) => name !== '');
  /** What a round trip may tidy: outer marks that address books themselves use. */
  const isPlain = (one: Card): boolean => !JSON.stringify(one).match(/mailto:|tel:|my ?contacts|starred|friends|family|coworkers/i);

  it('comes back whole', () => {
    fc.assert(fc.property(fc.array(anyCard.filter(isPlain), { maxLength: 3 }), (cards) => {
      expect(read(writeVcards(cards)).cards).toEqual(cards);
    }), { numRuns: 300 });
  });

  const ownName = { communities: 'x-pkm-community', feeds: 'x-pkm-feed', space: 'x-pkm-space', cadence: 'x-pkm-cadence', met: 'x-pkm-met', lastContact: 'x-pkm-last-contact', mastodon: 'x-pkm-mastodon', bluesky: 'x-pkm-bluesky' } as const;
  /** That reader takes a semicolon behind an escaped backslash for an escaped one; where parts end with a backslash it cannot be asked. */
  const isRead = ({ name, org = '', addresses }: Card): boolean => ![name, org, ...addresses].some((parts) => /\\(?: |$)/.test(parts));
  const listed = (value: string | readonly string[] | undefined): readonly string[] => [value ?? []].flat();

  it('is accepted by an independent reader, with nothing lost: every field by itself, and all of them when that reader writes the card again', () => {
    const seen = new Set<string>();
    fc.assert(fc.property(anyCard.filter(isRead), (one) => {
      const parsed = new ICAL.Component(ICAL.parse(writeVcards([one])) as ConstructorParameters<typeof ICAL.Component>[0]);
      const all = (name: string): unknown[][] => parsed.getAllProperties(name).map((property) => property.getValues() as unknown[]);
      const values = (name: string): unknown[] => all(name).flat();
      for (const property of parsed.getAllProperties()) seen.add(property.name);
      expect(parsed.name).toBe('vcard');
      expect(values('version')).toEqual(['4.0']);
      expect(values('fn')).toEqual([one.name]);
      expect(all('n').map(([parts]) => [(parts as string[])[1], (parts as string[])[0]].join(' ').trim())).toEqual([one.name]);
      expect(values('nickname')).toEqual(one.otherNames);
      expect([...values('uid'), ...values('x-pkm-uid')]).toEqual(one.uids);
      expect(values('email')).toEqual(one.emails);
      expect(values('tel')).toEqual(one.phones);
      expect(values('url')).toEqual(one.urls);
      expect(all('adr').map(([parts]) => parts)).toEqual(one.addresses.map((address) => ['', '', address, '', '', '', '']));
      expect(values('org').map((parts) => [parts].flat()[0])).toEqual(listed(one.org));
      expect(values('title')).toEqual(listed(one.role));
      expect(values('bday').map(String)).toEqual(listed(one.birthday));
      expect(values('categories')).toEqual(one.topics);
      for (const field of Object.keys(ownName) as (keyof typeof ownName)[]) expect([field, ...values(ownName[field])]).toEqual([field, ...listed(one[field])]);
      if (isPlain(one)) expect(read(parsed.toString()).cards).toEqual([one]);
    }), { numRuns: 300 });
    expect([...seen].sort()).toEqual(['adr', 'bday', 'categories', 'email', 'fn', 'n', 'nickname', 'org', 'tel', 'title', 'uid', 'url', 'version', 'x-pkm-uid', ...Object.values(ownName)].sort());
  });

  it('writes lines of at most 75 octets and cuts no letter', () => {
    for (const line of writeVcards([makeCard({ name: 'é👩‍👩‍👧'.repeat(60) })]).split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
  });
});
