import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { onOneLine, wellFormed } from '../../src/base';
import { PROPERTY_NAMES, readProperties } from '../../src/note';
import { communityLink, contactName, goesBy, mayMean, isCommunityNote, isContactNote, readCommunity, readContact, writeCommunity, writeContact, type Contact, type NewContact } from '../../src/ties';

const format = { names: PROPERTY_NAMES, interactionsSection: 'Interactions' };

function readBack(contact: NewContact): { contact: Contact; text: string } {
  const { fileName, text } = writeContact(contact, format, 'Unnamed');
  const properties = readProperties(text);
  if (!properties.ok) throw new Error(`${properties.problem}\n${text}`);
  return { contact: readContact(`People/${fileName}.md`, properties.value, text, format), text };
}

const line = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), fc.constantFrom('yes', 'null', '42', '2026-01-01', 'a: b', '# x', '[[x]]', '- x', '"', "'", '%', '@me', '---', '{{a}}', 'שלום', '守破離 👩‍👩‍👧'))
  .map((text) => onOneLine(wellFormed(text)));
const told = line.filter((text) => text !== '');
const day = fc.date({ min: new Date('1950-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));

describe('a contact note', () => {
  it('gives back every contact that was written, whatever its texts', () => {
    fc.assert(
      fc.property(
        fc.record({ name: told, communities: fc.uniqueArray(told), topics: fc.uniqueArray(told), cadence: fc.integer({ min: 1, max: 36_500 }), met: day, email: told, url: told, space: fc.constantFrom('network' as const, 'community' as const, 'team' as const) }),
        (written) => {
          const { contact } = readBack(written);
          const name = contactName(written.name);
          if (name !== '') expect(goesBy(contact, name)).toBe(true);
          expect(contact).toMatchObject({
            communities: [...new Set(written.communities.map(communityLink))],
            topics: written.topics,
            cadence: written.cadence,
            met: written.met,
            email: written.email,
            url: written.url,
            space: written.space,
            interactions: [],
          });
        },
      ),
      { numRuns: 500 },
    );
  });

  it('looks as the contract shows it', () => {
    expect(writeContact({ name: 'Ralph Mercer', communities: ['KM practitioners'], topics: ['sense-making', 'complexity'], cadence: 60, met: '2024-05-02' }, format, 'x')).toEqual({
      fileName: 'Ralph Mercer',
      text: '---\ntype: contact\nspace: network\ncommunities: ["[[KM practitioners]]"]\ntopics: [sense-making, complexity]\ncadence: 60\nmet: 2024-05-02\n---\n\n## Interactions\n',
    });
  });

  it('keeps a name that no file can have as an alias', () => {
    const { contact } = readBack({ name: '@Ana/Bea: #1 [x]' });
    expect(contact.name).toBe('Ana Bea 1 x');
    expect(contact.aliases).toEqual(['Ana/Bea: #1 [x]']);
  });

  it.each([
    ['@hana', 'hana'],
    ['[[People/Hana Kuroda]]', 'Hana Kuroda'],
    ['[[Hana Kuroda|Hana]]', 'Hana'],
    ['  Hana\n Kuroda ', 'Hana Kuroda'],
    ['@', '@'],
  ])('takes %j for the name %j', (typed, name) => {
    expect(contactName(typed)).toBe(name);
  });

  it('reads properties of wrong types as absent', () => {
    const contact = readContact('A.md', { space: ['team'], communities: 'x', topics: { a: 1 }, cadence: 'often', 'last-contact': 'last spring', met: 7, email: ['a@b.example', 'c@d.example'], aliases: null }, 'text', format);
    expect(contact).toEqual({ path: 'A.md', name: 'A', aliases: [], space: 'team', communities: ['x'], topics: [], interactions: [], email: 'a@b.example' });
  });

  it('takes no cadence of nought, and none beyond a century', () => {
    const cadenceOf = (cadence: unknown): number | undefined => readContact('A.md', { cadence }, '', format).cadence;
    expect([0, -3, 0.5, '60', 1e300, Number.NaN].map(cadenceOf)).toEqual([undefined, undefined, undefined, 60, 36_500, undefined]);
  });
});

describe('what counts as a contact', () => {
  const rule = { names: PROPERTY_NAMES, folder: 'People', folderCounts: false, tag: '' };
  const untagged = (): boolean => false;

  it('is known by its type, anywhere', () => {
    expect(isContactNote('Notes/A.md', { type: 'Contact' }, untagged, rule)).toBe(true);
    expect(isContactNote('People/A.md', {}, untagged, rule)).toBe(false);
  });

  it('is known by its folder where that is switched on, unless it says it is something else', () => {
    const byFolder = { ...rule, folderCounts: true };
    expect(isContactNote('People/A.md', {}, untagged, byFolder)).toBe(true);
    expect(isContactNote('People/A.md', { type: 'community' }, untagged, byFolder)).toBe(false);
    expect(isContactNote('People/A.md', { type: 'meeting' }, untagged, byFolder)).toBe(false);
    expect(isContactNote('People/A.md', { type: ['quote'] }, untagged, byFolder)).toBe(false);
    expect(isContactNote('Peoples/A.md', {}, untagged, byFolder)).toBe(false);
    expect(isContactNote('People/Old/A.md', {}, untagged, { ...byFolder, folder: '/People/' })).toBe(true);
    // A property that is there but says nothing is as good as none, for Bases, too.
    for (const type of [null, '', []]) expect(isContactNote('People/A.md', { type }, untagged, byFolder)).toBe(true);
  });

  it('is known by a tag, with or without its #', () => {
    const tagged = (tag: string): boolean => tag === 'person';
    expect(isContactNote('A.md', {}, tagged, { ...rule, tag: '#person' })).toBe(true);
    expect(isContactNote('A.md', {}, tagged, rule)).toBe(false);
    expect(isContactNote('A.md', { type: 'friend' }, tagged, { ...rule, tag: 'person' })).toBe(true);
  });

  it.each([{ type: 'quote' }, { type: 'Community' }, { type: ['note', 'quote'] }])('is no quote and no community, whatever its tag or folder: %j', (properties) => {
    for (const path of ['A.md', 'People/A.md']) expect(isContactNote(path, properties, () => true, { ...rule, tag: 'person', folderCounts: true })).toBe(false);
  });

  it('is a contact that says so, also when it says it is something else', () => {
    expect(isContactNote('A.md', { type: ['contact', 'community'] }, untagged, rule)).toBe(true);
  });
});

describe('a community note', () => {
  it('is written and read back', () => {
    const { fileName, text } = writeCommunity('[[KM: practitioners]]', PROPERTY_NAMES, 'x');
    const properties = readProperties(text);
    expect(properties.ok && isCommunityNote(properties.value, PROPERTY_NAMES)).toBe(true);
    expect(properties.ok && readCommunity(`Communities/${fileName}.md`, properties.value, text, { names: PROPERTY_NAMES, heading: 'Practice changes' })).toEqual({
      path: 'Communities/KM practitioners.md', name: 'KM practitioners', aliases: ['KM: practitioners'], topics: [], practiceChanges: [],
    });
  });
});

describe('a name that is typed', () => {
  const ralph = { name: 'Ralph A. Mercer', aliases: ['Rafe', 'José'] };

  it.each([['merc', true], ['@ralph', true], ['RAF', true], ['jose\u0301', true], ['', true], ['ada', false], ['ralph mercer', false]])('%j may mean somebody by name or alias: %s', (typed, may) => {
    expect(mayMean(ralph, typed)).toBe(may);
  });
});
