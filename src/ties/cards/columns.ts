import { atOnce, readDay, shortened, type Day, type Steps } from '../../base';
import { makeCard, tidied, type Card, type CardParts } from './card';
import type { BrokenCard, CardFile, FormulaCell } from './vcard';

/** What a column of a table may hold; `none` for what is not wanted. */
export const COLUMN_KINDS = ['none', 'name', 'prefix', 'given', 'middle', 'family', 'suffix', 'otherNames', 'emails', 'phones', 'urls', 'addresses', 'topics', 'org', 'role', 'birthday', 'met', 'note', 'uids'] as const;
export type ColumnKind = (typeof COLUMN_KINDS)[number];

/** A table of people: rows of cells, as a spreadsheet has them. */
export type Table = readonly (readonly string[])[];

/** How a table is to be read. */
export interface Columns {
  /** The row that names the columns, counted from 0; everything above it is a preface. */
  readonly headerAt: number;
  readonly kinds: readonly ColumnKind[];
}

/** Names of columns as Google, Outlook, LinkedIn, Apple and Thunderbird write them, in English and German; the first that fits counts. */
const NAMES: readonly (readonly [ColumnKind, RegExp])[] = [
  ['none', /phonetic|yomi|label$|type$|photo|display name$|file as|department|abteilung|fax|pager|assistant|manager|^e-?mail \d+ - type/],
  ['emails', /e-?mail/],
  ['phones', /phone|mobile|\btel\b|telefon|handy|cell/],
  ['uids', /^u?id$/],
  ['prefix', /name prefix|^prefix$|^salutation|^anrede/],
  ['suffix', /suffix/],
  ['given', /^(?:first|given)[ _-]?name$|^first$|^vorname$/],
  ['middle', /^(?:middle|additional)[ _-]?names?$/],
  ['family', /^(?:last|family)[ _-]?name$|^last$|^surname$|^nachname$/],
  ['otherNames', /nick ?name|^alias|spitzname/],
  ['name', /^(?:full |display )?name$|^contact$|^person$/],
  ['urls', /^url$|web|profile|linkedin|homepage/],
  ['role', /job|position|^title$|organization title|^organization \d+ - title|^role$/],
  ['org', /^compan|organi[sz]ation name|^organi[sz]ation$|^organization \d+ - name|firma|^unternehmen|^employer/],
  ['birthday', /birth|geburt/],
  ['met', /connected on|^met$|verbunden am/],
  ['topics', /^topics?$|^tags?$|categor|^labels$|group membership|kategorie/],
  ['addresses', /address \d+ - formatted|^address$|^adresse$/],
  ['note', /^notes?$|^comment|^notiz/],
];
const ROWS_OF_PREFACE = 20;
/** So much of a cell shows which one it is. */
const SHOWN = 60;
/** Cells that a spreadsheet would calculate. */
const FORMULA = /^=|^[+\-@][^\s]*[(|!]/;
/** What months begin with, in English and German. */
const MONTHS = [['jan'], ['feb'], ['mar', 'mär', 'mrz'], ['apr'], ['may', 'mai'], ['jun'], ['jul'], ['aug'], ['sep'], ['oct', 'okt'], ['nov'], ['dec', 'dez']] as const;

/** Finds the row that names the columns (LinkedIn puts a preface above it), and what each column holds. */
export function guessColumns(table: Table): Columns {
  const scored = table.slice(0, ROWS_OF_PREFACE).map((row, at) => ({ at, kinds: kindsOf(row) }));
  const score = (kinds: readonly ColumnKind[]): number => kinds.filter((kind) => kind !== 'none').length;
  const best = scored.reduce((found, row) => (score(row.kinds) > score(found.kinds) ? row : found), { at: 0, kinds: (table[0] ?? []).map((): ColumnKind => 'none') });
  return { headerAt: best.at, kinds: best.kinds };
}

/** Whether the columns say by name or address who each row is about. */
export function tellWho({ kinds }: Columns): boolean {
  return kinds.some((kind) => ['name', 'given', 'family', 'otherNames', 'emails'].includes(kind));
}

/** Reads the people of a table. Cells that are formulas are left out and named, a name that is one makes its row broken. */
export function readTable(table: Table, columns: Columns): CardFile {
  return atOnce(readTableInSteps(table, columns));
}

/** The same, with a place to rest after each row. */
export function* readTableInSteps(table: Table, { headerAt, kinds }: Columns): Steps<CardFile> {
  const broken: BrokenCard[] = [];
  const cards: Card[] = [];
  const left: FormulaCell[] = [];
  for (const [at, row] of table.slice(headerAt + 1).entries()) {
    yield;
    if (row.every((cell) => cell.trim() === '')) continue;
    const line = headerAt + at + 2;
    const formulas = row.flatMap((cell, column) => (FORMULA.test(cell.trim()) && kinds[column] !== undefined && kinds[column] !== 'none' ? [column] : []));
    const inName = formulas.find((column) => ['name', 'given', 'middle', 'family'].includes(kinds[column] ?? 'none'));
    if (inName !== undefined) {
      broken.push({ line, why: 'formula', shown: shortened(tidied(row[inName] ?? ''), SHOWN) });
      continue;
    }
    const card = cardOf((kind) => row.filter((_, column) => kinds[column] === kind && !formulas.includes(column)).map((cell) => cell.trim()).filter((cell) => cell !== ''));
    if (card.name === '') broken.push({ line, why: 'nameless', shown: shortened(tidied(row.join(' ')), SHOWN) });
    else {
      cards.push(card);
      for (const column of formulas) left.push({ line, column, shown: shortened(tidied(row[column] ?? ''), SHOWN) });
    }
  }
  return { cards, leftOut: new Map(), broken, formulas: left };
}

// Outlook has a job title, and "Title" for what stands before a name.
function kindsOf(row: readonly string[]): ColumnKind[] {
  const kinds = row.map(kindOf);
  const hasJob = row.some((name, at) => kinds[at] === 'role' && !isTitle(name));
  return kinds.map((kind, at) => (hasJob && isTitle(row[at] ?? '') ? 'prefix' : kind));
}

function isTitle(name: string): boolean {
  return tidied(name).toLowerCase() === 'title';
}

function kindOf(name: string): ColumnKind {
  const text = tidied(name).toLowerCase();
  return NAMES.find(([, pattern]) => pattern.test(text))?.[0] ?? 'none';
}

function cardOf(cells: (kind: ColumnKind) => string[]): Card {
  const inParts = (['prefix', 'given', 'middle', 'family', 'suffix'] as const).flatMap(cells).join(' ');
  const several = (kind: ColumnKind, separator: RegExp): string[] => cells(kind).flatMap((cell) => cell.split(separator));
  const parts: CardParts = {
    name: cells('name')[0] ?? inParts,
    otherNames: cells('otherNames'),
    uids: cells('uids'),
    emails: several('emails', /\s*:::\s*|[\s;,]+/),
    phones: several('phones', /\s*:::\s*|\s*;\s*/).map((phone) => phone.replace(/^'/, '')),
    urls: several('urls', /\s*:::\s*|\s+/),
    addresses: several('addresses', /\s*:::\s*/),
    topics: several('topics', /\s*:::\s*|\s*[;,]\s*/).filter((topic) => !/^\* /.test(topic)),
    org: cells('org')[0],
    role: cells('role')[0],
    birthday: dayIn(cells('birthday')[0]) ?? cells('birthday').find((cell) => /[1-9]/.test(cell)),
    met: dayIn(cells('met')[0]),
    note: cells('note').join('\n\n'),
  };
  return makeCard(parts);
}

/** A day written as 2024-03-12, 12 Mar 2024 or Mar 12, 2024, in English or German. What could be two days is none. */
function dayIn(text: string | undefined): Day | undefined {
  if (text === undefined) return undefined;
  const [, first = '', month = '', second = '', year = ''] = /^(\d{1,2})?\.?\s*(\p{L}{3})\p{L}*\.?,?\s*(\d{1,2})?,?\s+(\d{4})$/u.exec(text) ?? [];
  const at = MONTHS.findIndex((names) => names.some((name) => name === month.normalize('NFC').toLowerCase())) + 1;
  return readDay(text) ?? (at === 0 ? undefined : readDay(`${year}-${String(at).padStart(2, '0')}-${(first === '' ? second : first).padStart(2, '0')}`));
}
