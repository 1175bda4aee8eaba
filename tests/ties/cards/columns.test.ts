import { describe, expect, it } from 'vitest';
import { readTable, tellWho, type CardFile } from '../../../src/ties';
import { fitsIn, readContactsFile } from '../../../src/ties/ui/read-contacts-file';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

function people(text: string): CardFile {
  const read = readContactsFile('people.csv', bytes(text));
  if (!read.ok) throw new Error(read.problem);
  if (read.value.kind !== 'table') throw new Error('no table');
  expect(tellWho(read.value.columns)).toBe(true);
  return readTable(read.value.table, read.value.columns);
}

const PREFACE = 'Notes:\n"When exporting your connection data, you may notice that some addresses are missing; see the settings, please."\n\n';

describe('a table of contacts', () => {
  it('is read as LinkedIn writes it, below its preface', () => {
    const { cards } = people(`${PREFACE}First Name,Last Name,URL,Email Address,Company,Position,Connected On\nAna,Lee,https://www.linkedin.com/in/ana,ana@x.example,"Acme, Inc.",Head of Bees,12 Mar 2024\n`);
    expect(cards).toEqual([{ name: 'Ana Lee', otherNames: [], uids: [], emails: ['ana@x.example'], phones: [], urls: ['https://www.linkedin.com/in/ana'], addresses: [], topics: [], communities: [], feeds: [], org: 'Acme, Inc.', role: 'Head of Bees', met: '2024-03-12' }]);
  });

  it('is read as Google writes it', () => {
    const { cards } = people('First Name,Middle Name,Last Name,Phonetic First Name,Nickname,Organization Name,Organization Title,Birthday,Notes,Labels,E-mail 1 - Label,E-mail 1 - Value,E-mail 2 - Value,Phone 1 - Label,Phone 1 - Value,Website 1 - Value\nAna,M.,Lee,Anna,Annie,Acme,Boss,1980-03-22,"two\nlines",* myContacts ::: Bees,Work,ana@x.example ::: a@y.example,b@z.example,Mobile,+49 1 ::: +49 2,https://x.example\n');
    expect(cards).toMatchObject([{ name: 'Ana M. Lee', otherNames: ['Annie'], emails: ['ana@x.example', 'a@y.example', 'b@z.example'], phones: ['+49 1', '+49 2'], org: 'Acme', role: 'Boss', birthday: '1980-03-22', note: 'two\nlines', topics: ['Bees'] }]);
  });

  it('is read with semicolons and German names, as Outlook writes it', () => {
    expect(people('Vorname;Nachname;Firma;E-Mail-Adresse;Telefon privat\nJörg;Müller;Bäcker GmbH;j@x.example;\'+49 30 1\n').cards).toMatchObject([{ name: 'Jörg Müller', org: 'Bäcker GmbH', emails: ['j@x.example'], phones: ['+49 30 1'] }]);
  });

  it('is read as Outlook writes it in English: its title is no role, nobody was born on 0/0/00, and an assistant has a phone of their own', () => {
    const { cards } = people('"Title","First Name","Last Name","Company","Job Title","Assistant\'s Phone","Business Phone","Birthday","E-mail Address"\n"Dr.","Ana","Lee","Acme","Head of Bees","+49 9","+49 1","0/0/00","ana@x.example"\n');
    expect(cards).toMatchObject([{ name: 'Dr. Ana Lee', role: 'Head of Bees', phones: ['+49 1'], org: 'Acme' }]);
    expect(cards[0]).not.toHaveProperty('birthday');
    expect(people('Name,Title,Birthday\nAna,Boss,22 Mar 1980\n').cards).toMatchObject([{ name: 'Ana', role: 'Boss', birthday: '1980-03-22' }]);
  });

  it('is read as LinkedIn writes it in German', () => {
    expect(people('Vorname,Nachname,URL,E-Mail-Adresse,Unternehmen,Position,Verbunden am\nAna,Lee,,,Bäcker GmbH,Chefin,12 Mär 2024\nBo,Lee,,,,,3 Dez 2023\n').cards).toMatchObject([{ name: 'Ana Lee', org: 'Bäcker GmbH', role: 'Chefin', met: '2024-03-12' }, { name: 'Bo Lee', met: '2023-12-03' }]);
  });

  it.each([
    ['Name,Email\n"Ana,a@x.example\nBo,b@x.example\nCy,c@x.example\n', 2],
    ['Name,Email\nAna,a@x.example\n"Bo" Lee,b@x.example\nCy,c@x.example\n', 3],
  ])('is not read where a quotation mark makes one person of several: %j', (text, line) => {
    const read = readContactsFile('people.csv', bytes(text));
    expect(read.ok ? '' : read.problem).toContain(`In people.csv, a quotation mark in line ${String(line)} `);
  });

  it('keeps formulas out', () => {
    const { cards, broken, leftOut, formulas } = people('Name,Email,Company\n"=cmd|\' /C calc\'!A0",a@x.example,Acme\nBo,"=HYPERLINK(""http://x"")",@SUM(1)\nCy,c@x.example,-1+2\n');
    expect(broken).toEqual([{ line: 2, why: 'formula', shown: "=cmd|' /C calc'!A0" }]);
    expect(cards.map(({ name, emails, org }) => ({ name, emails, org }))).toEqual([{ name: 'Bo', emails: [], org: undefined }, { name: 'Cy', emails: ['c@x.example'], org: '-1+2' }]);
    expect(formulas).toEqual([{ line: 3, column: 1, shown: '=HYPERLINK("http://x")' }, { line: 3, column: 2, shown: '@SUM(1)' }]);
    expect([...leftOut]).toEqual([]);
  });

  it('names each formula that it leaves out by its line and column, below a preface, too, and none of a column that nobody wanted', () => {
    const { formulas, cards } = people(`${PREFACE}Name,Company,Shoe size,Position\nAna,=cmd|' /C calc'!A0,=1+1,Boss\nBo,Acme,,"=${'x'.repeat(100)}"\n`);
    expect(cards.map(({ name, org, role }) => [name, org, role])).toEqual([['Ana', undefined, 'Boss'], ['Bo', 'Acme', undefined]]);
    expect(formulas.map(({ line, column }) => [line, column])).toEqual([[5, 1], [6, 3]]);
    expect(formulas[0]?.shown).toBe("=cmd|' /C calc'!A0");
    expect(formulas[1]?.shown.length).toBeLessThanOrEqual(60);
  });

  it('leaves out a row that names nobody, and says which', () => {
    expect(people('Name,Email,Note\n,,something\n\nBo,,\n').broken).toEqual([{ line: 2, why: 'nameless', shown: 'something' }]);
  });

  it('is read in Western European bytes, and in UTF-16', () => {
    const text = 'Name,Email\nJörg,j@x.example\n';
    for (const encoded of [Buffer.from(text, 'latin1'), Buffer.from(`\uFEFF${text}`, 'utf16le'), Buffer.from(text, 'utf16le'), Buffer.from(`\uFEFF${text}`, 'utf8')]) {
      const read = readContactsFile('a.csv', new Uint8Array(encoded));
      expect(read.ok && read.value.kind === 'table' ? readTable(read.value.table, read.value.columns).cards[0]?.name : '').toBe('Jörg');
    }
  });

  it.each([
    ['empty.csv', '', 'empty'],
    ['photo.png', '\u0089PNG\0\0\0', 'neither'],
    ['letter.txt', 'Dear friend', 'neither'],
  ])('says what is wrong with %s', (name, text, said) => {
    const read = readContactsFile(name, bytes(text));
    expect(read.ok ? '' : read.problem).toMatch(said);
    expect(read.ok ? '' : read.problem).toContain(name);
  });

  it('does not begin with a table of 50 MB', () => {
    expect(fitsIn('people.csv', 50 * 1024 * 1024)).toMatchObject({ ok: false, problem: expect.stringMatching(/people\.csv.*50 MB.*16 MB/) as string });
    expect(fitsIn('people.vcf', 50 * 1024 * 1024)).toMatchObject({ ok: true });
  });
});
