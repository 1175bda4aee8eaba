import { parse } from 'papaparse';
import { atOnce, fail, ok, type Result, type Steps } from '../../base';
import { words } from '../../words';
import { guessColumns, readVcardsInSteps, type CardFile, type Columns, type Table } from '..';
import { decodeText, withoutUtf16 } from './decode-text';

/** A file of contacts, read: vCards are what they are, a table waits for what its columns mean. */
export type ContactsFile = { readonly kind: 'cards'; readonly file: CardFile } | { readonly kind: 'table'; readonly table: Table; readonly columns: Columns };

const MEGABYTE = 1024 * 1024;
/** Pictures make files of vCards large; a table of this size holds more people than anybody knows. */
const [MOST_CARD_BYTES, MOST_TABLE_BYTES, MOST_PEOPLE] = [96 * MEGABYTE, 16 * MEGABYTE, 20_000];
const DELIMITERS = [',', ';', '\t', '|'];
const HEAD_LENGTH = 20_000;

/** Whether a file of this size is read at all; a sentence says why not. */
export function fitsIn(name: string, bytes: number): Result<number> {
  const most = /\.(?:vcf|vcard)$/i.test(name) ? MOST_CARD_BYTES : MOST_TABLE_BYTES;
  return bytes > most ? fail(words.ties.fileTooLarge(name, Math.ceil(bytes / MEGABYTE), most / MEGABYTE)) : ok(bytes);
}

/** Reads a file of contacts by what it holds, not by how it is called. Fails with a sentence when it holds none. */
export function readContactsFile(name: string, content: Uint8Array): Result<ContactsFile> {
  return atOnce(readContactsFileInSteps(name, content));
}

/** The same, with places to rest. */
export function* readContactsFileInSteps(name: string, content: Uint8Array): Steps<Result<ContactsFile>> {
  const bytes = withoutUtf16(content);
  const head = decodeText(bytes.subarray(0, HEAD_LENGTH));
  if (bytes.length === 0 || head.trim() === '') return fail(words.ties.fileEmpty(name));
  if (/^\s*BEGIN:VCARD/im.test(head)) return yield* cardsIn(name, bytes);
  if (head.includes('\0')) return fail(words.ties.fileUnknown(name));
  const fits = fitsIn(`${name}.csv`, bytes.length);
  if (!fits.ok) return fail(words.ties.fileTooLarge(name, Math.ceil(bytes.length / MEGABYTE), MOST_TABLE_BYTES / MEGABYTE));
  return tableIn(name, decodeText(bytes).replace(/^\uFEFF/, ''));
}

function* cardsIn(name: string, bytes: Uint8Array): Steps<Result<ContactsFile>> {
  const file = yield* readVcardsInSteps(bytes, decodeText);
  if (file.cards.length > MOST_PEOPLE) return fail(words.ties.tooManyPeople(name, file.cards.length, MOST_PEOPLE));
  return ok({ kind: 'cards', file });
}

function tableIn(name: string, text: string): Result<ContactsFile> {
  const { data: table, errors } = parse<string[]>(text, { delimiter: delimiterOf(text), skipEmptyLines: false });
  // A quotation mark that nothing closes makes one person of all that follow.
  const unclosed = errors.find(({ type }) => type === 'Quotes');
  if (unclosed !== undefined && guessColumns(table).kinds.some((kind) => kind !== 'none')) return fail(words.ties.tableQuotes(name, lineAt(text, unclosed.index ?? 0)));
  if (table.length < 2 || Math.max(...table.slice(0, 50).map((row) => row.length)) < 2) return fail(words.ties.fileUnknown(name));
  if (table.length > MOST_PEOPLE) return fail(words.ties.tooManyPeople(name, table.length, MOST_PEOPLE));
  return ok({ kind: 'table', table, columns: guessColumns(table) });
}

function lineAt(text: string, index: number): number {
  return text.slice(0, index).split(/\r\n|\r|\n/).length;
}

// The delimiter by which the most columns are known by name; a preface may hold any of them.
function delimiterOf(text: string): string {
  const known = (delimiter: string): number => guessColumns(parse<string[]>(text.slice(0, HEAD_LENGTH), { delimiter }).data).kinds.filter((kind) => kind !== 'none').length;
  const best = DELIMITERS.map((delimiter) => ({ delimiter, count: known(delimiter) })).reduce((found, one) => (one.count > found.count ? one : found));
  return best.count > 0 ? best.delimiter : '';
}
