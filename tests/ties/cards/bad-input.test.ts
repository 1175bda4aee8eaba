import { describe, expect, it } from 'vitest';
import { PROPERTY_NAMES, fileNameFor, readProperties } from '../../../src/note';
import { makeCard, planImport, readContact, readKnownCard, readTable, writeCard, writeContact, type Card } from '../../../src/ties';
import { fitsIn, readContactsFile } from '../../../src/ties/ui/read-contacts-file';

// What people really bring: broken files, other encodings, huge tables, formulas, names that no file can have.

const FORMAT = { names: PROPERTY_NAMES, interactionsSection: 'Interactions' };
const bytes = (text: string, encoding: BufferEncoding = 'utf8'): Uint8Array => new Uint8Array(Buffer.from(text, encoding));

function cardsIn(name: string, content: Uint8Array): { cards: readonly Card[]; broken: readonly { why: string; line: number; shown: string }[] } {
  const read = readContactsFile(name, content);
  if (!read.ok) throw new Error(read.problem);
  return read.value.kind === 'cards' ? read.value.file : readTable(read.value.table, read.value.columns);
}

describe('a name with marks that no file can have', () => {
  const NAMES = ['AC/DC', 'Back\\slash', 'Title: Subtitle', 'Agent #7', 'Up^arrow', '[Brackets]', '|Pipe|', '"Quoted" <tag>', 'what?*', '..', 'CON', '- dash', '=sum(A1)x'];

  it.each(NAMES)('%s makes a note with a fitting name, and is known by what it is', (name) => {
    const card = makeCard({ name });
    const fileName = fileNameFor(card.name, 'Unnamed person');
    expect(fileName).not.toMatch(/[\\/:#^[\]|?*"<>]/);
    expect(fileName).not.toMatch(/^\.|\.$|^\s|\s$/);
    const text = writeCard(card, fileName, FORMAT);
    if (!text.ok) throw new Error(text.problem);
    const properties = readProperties(text.value);
    if (!properties.ok) throw new Error(properties.problem);
    const contact = readContact(`People/${fileName}.md`, properties.value, text.value, FORMAT);
    expect([contact.name, ...contact.aliases]).toContain(card.name);
    expect(planImport([card], [readKnownCard(`People/${fileName}.md`, text.value, PROPERTY_NAMES)]).steps).toEqual([]);
  });

  it.each(NAMES)('%s typed by hand is kept as another name where the file is called otherwise', (name) => {
    const { fileName, text } = writeContact({ name }, FORMAT, 'Unnamed person');
    const properties = readProperties(text);
    expect(properties.ok && [fileName, ...readContact(`${fileName}.md`, properties.value, text, FORMAT).aliases].some((known) => known === name || `${known}` === name.trim())).toBe(true);
  });
});

describe('a broken vCard', () => {
  it('says on which line it begins, and spoils no other', () => {
    const { cards, broken } = cardsIn('a.vcf', bytes('BEGIN:VCARD\nFN:Whole\nEND:VCARD\nBEGIN:VCARD\nFN:Cut\nTEL'));
    expect(cards.map(({ name }) => name)).toEqual(['Whole']);
    expect(broken).toEqual([{ line: 4, why: 'cut-off', shown: 'Cut' }]);
  });

  it('plans nothing at all when it is the only one', () => {
    expect(planImport(cardsIn('a.vcf', bytes('BEGIN:VCARD\nFN:Cut')).cards, []).steps).toEqual([]);
  });
});

describe('a wrong encoding', () => {
  it.each<[string, Uint8Array]>([
    ['Western European', bytes('BEGIN:VCARD\nFN:Jörg Müller\nEND:VCARD\n', 'latin1')],
    ['UTF-16 with a mark', new Uint8Array([0xff, 0xfe, ...bytes('BEGIN:VCARD\nFN:Jörg Müller\nEND:VCARD\n', 'utf16le')])],
    ['UTF-16 without', bytes('BEGIN:VCARD\nFN:Jörg Müller\nEND:VCARD\n', 'utf16le')],
    ['UTF-8 with a mark', bytes('\uFEFFBEGIN:VCARD\nFN:Jörg Müller\nEND:VCARD\n')],
  ])('%s is seen through', (_, content) => {
    expect(cardsIn('a.vcf', content).cards.map(({ name }) => name)).toEqual(['Jörg Müller']);
  });

  it('that is no text at all is refused in words', () => {
    const read = readContactsFile('photo.vcf', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 1, 2]));
    expect(read.ok ? '' : read.problem).toContain('photo.vcf is neither a vCard nor a table');
  });
});

describe('a table of 50 MB', () => {
  it('is refused by its size, before it is read and after', () => {
    const size = 50 * 1024 * 1024;
    expect(fitsIn('people.csv', size)).toMatchObject({ ok: false });
    const content = new Uint8Array(size).fill(0x61);
    content.set(bytes('Name,Email\nAna,a@x.example\n'));
    for (const name of ['people.csv', 'renamed.vcf']) {
      const read = readContactsFile(name, content);
      expect(read.ok ? '' : read.problem).toMatch(/has 50 MB; up to 16 MB can be read.*Nothing was imported\./);
    }
  });
});

describe('a formula in a cell', () => {
  it.each(['=cmd|\' /C calc\'!A0', '@SUM(1+1)', '+HYPERLINK("x")', '-cmd|x!A0', ' =1+1'])('%s is no name, and the row is named', (name) => {
    const { cards, broken } = cardsIn('a.csv', bytes(`Name,Email\n"${name.replace(/"/g, '""')}",a@x.example\nBo,b@x.example\n`));
    expect(cards.map((card) => card.name)).toEqual(['Bo']);
    expect(broken).toMatchObject([{ line: 2, why: 'formula' }]);
  });
});
