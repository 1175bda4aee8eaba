import { atOnce, readDay, type Steps } from '../../base';
import { makeCard, tidied, type Card, type CardParts, type ListedField } from './card';
import { SPACES } from '../space';
import { contentLinesOf, type ContentLine, type DecodeText } from './content-lines';
import { OWN } from './write-vcards';

/** What a file of contacts holds, and what of it could not be taken. */
export interface CardFile {
  readonly cards: readonly Card[];
  /** What stays in the file, by its name there (`PHOTO`), with how often. */
  readonly leftOut: ReadonlyMap<string, number>;
  readonly broken: readonly BrokenCard[];
  /** Cells of a table that are left out of people who are taken. */
  readonly formulas: readonly FormulaCell[];
}

/** A cell that a spreadsheet would calculate: its line in the file (counted from 1), its column (counted from 0), and how it begins. */
export interface FormulaCell {
  readonly line: number;
  readonly column: number;
  readonly shown: string;
}

/** A card that cannot be taken, and where it begins in the file (counted from 1). */
export interface BrokenCard {
  readonly line: number;
  readonly why: 'cut-off' | 'nameless' | 'group' | 'formula';
  /** What shows which one it is; may be empty. */
  readonly shown: string;
}

/** Lines that are the file's own affair: nobody misses them. */
const BOOKKEEPING = new Set(['VERSION', 'PRODID', 'REV', 'KIND', 'CLASS', 'SORT-STRING', 'MAILER', 'TZ', 'LABEL', 'CLIENTPIDMAP', 'SOURCE', 'PROFILE', 'NAME', 'X-ABLABEL', 'X-ABADR', 'X-ABUID', 'X-LOTUS-CHARSET', 'X-PRODID', 'X-EVOLUTION-FILE-AS', 'X-EVOLUTION-WEBDAV-ETAG', 'X-MOZILLA-HTML', 'X-ADDRESSBOOKSERVER-KIND']);
/** Google's own words for "all of them". */
const NO_TOPIC = /^(?:\*\s*)?(?:my ?contacts|starred|friends|family|coworkers)$/i;
/** Android has no other place for a nickname in version 2.1. */
const ANDROID_NICKNAME = /^vnd\.android\.cursor\.item\/nickname;((?:\\.|[^;\\])+)/;
const PARTS_IN_READING_ORDER = [3, 1, 2, 0, 4];

/** Reads a file of vCards, version 2.1, 3.0 or 4.0, as forgivingly as can be: one broken card does not spoil the others. */
export function readVcards(bytes: Uint8Array, decode: DecodeText): CardFile {
  return atOnce(readVcardsInSteps(bytes, decode));
}

/** The same, with places to rest: pictures make such files large. */
export function* readVcardsInSteps(bytes: Uint8Array, decode: DecodeText): Steps<CardFile> {
  const leftOut = new Map<string, number>();
  const cards: Card[] = [];
  const broken: BrokenCard[] = [];
  for (const { lines, from, isClosed } of cardsIn(yield* contentLinesOf(bytes, decode))) {
    yield;
    const isGroup = lines.some(({ name, value }) => /^(?:X-ADDRESSBOOKSERVER-)?KIND$/.test(name) && /^(?:group|location)$/i.test(value.trim()));
    const card = cardOf(lines, (name) => leftOut.set(name, (leftOut.get(name) ?? 0) + 1));
    if (!isClosed) broken.push({ line: from, why: 'cut-off', shown: card.name });
    else if (isGroup) broken.push({ line: from, why: 'group', shown: card.name });
    else if (card.name === '') broken.push({ line: from, why: 'nameless', shown: '' });
    else cards.push(card);
  }
  return { cards, leftOut, broken, formulas: [] };
}

interface RawCard {
  readonly lines: ContentLine[];
  readonly from: number;
  isClosed: boolean;
}

// A card may lie inside another one (an agent); it is left out with the line that held it.
function cardsIn(lines: readonly ContentLine[]): RawCard[] {
  const found: RawCard[] = [];
  let open: RawCard[] = [];
  let previous = '';
  for (const line of lines) {
    const isMark = /^vcard$/i.test(line.value.trim());
    if (isMark && line.name === 'BEGIN') {
      // Without an agent's line before it, a new beginning means that the card before was cut off.
      if (previous !== 'AGENT') open = [];
      const card = { lines: [], from: line.line, isClosed: false };
      if (open.length === 0) found.push(card);
      open.push(card);
    } else if (isMark && line.name === 'END') {
      const closed = open.pop();
      if (closed !== undefined) closed.isClosed = true;
    } else {
      open.at(-1)?.lines.push(line);
      if (line.name === 'AGENT' && /^begin:\s*vcard$/i.test(line.value.trim())) open.push({ lines: [], from: line.line, isClosed: false });
    }
    previous = line.name;
  }
  return found;
}

function cardOf(lines: readonly ContentLine[], leaveOut: (name: string) => void): Card {
  const parts: { -readonly [Field in keyof CardParts]: CardParts[Field] } & { name: string } = { name: '' };
  const add = (field: ListedField, ...texts: readonly string[]): void => {
    parts[field] = [...(parts[field] ?? []), ...texts];
  };
  let nameInParts = '';
  const roles: string[] = [];
  for (const { name, value, parameters } of lines) {
    const text = unescapedValue(value).trim();
    if (text === '' && name !== 'PHOTO' && name !== 'AGENT') continue;
    switch (name) {
      case 'FN':
        if (parts.name === '') parts.name = text;
        else add('otherNames', text);
        break;
      case 'N': nameInParts = nameOfParts(value); break;
      case 'NICKNAME': add('otherNames', ...listOf(value)); break;
      case 'UID': add('uids', text); break;
      case 'EMAIL': add('emails', text.replace(/^mailto:/i, '')); break;
      case 'TEL': add('phones', text.replace(/^tel:/i, '')); break;
      case 'URL': case 'X-SOCIALPROFILE': case 'SOCIALPROFILE':
        if (/^[a-z]+:\/\/|\.|^www/i.test(text)) add('urls', text);
        else leaveOut(name);
        break;
      case 'ADR': add('addresses', componentsOf(value).join(', ')); break;
      case 'ORG': parts.org ||= componentsOf(value).join(', '); break;
      case 'TITLE': roles.unshift(text); break;
      case 'ROLE': roles.push(text); break;
      case 'BDAY': parts.birthday ||= birthdayOf(text, parameters.get('X-APPLE-OMIT-YEAR')?.[0]); break;
      case 'CATEGORIES': add('topics', ...listOf(value).filter((topic) => !NO_TOPIC.test(topic))); break;
      case 'NOTE': parts.note = [parts.note, text].filter((note) => note !== undefined).join('\n\n'); break;
      case 'X-EVOLUTION-BLOG-URL': add('urls', text); break;
      case 'X-ANDROID-CUSTOM': {
        const nickname = ANDROID_NICKNAME.exec(value)?.[1];
        if (nickname === undefined) leaveOut(name);
        else add('otherNames', unescapedValue(nickname));
        break;
      }
      case OWN.uids: add('uids', text); break;
      case OWN.communities: add('communities', text); break;
      case OWN.feeds: add('feeds', text); break;
      case OWN.space: parts.space = SPACES.find((space) => space === text.toLowerCase()); break;
      case OWN.cadence: parts.cadence = /^\d{1,5}$/.test(text) ? text : undefined; break;
      case OWN.met: parts.met = readDay(text); break;
      case OWN.lastContact: parts.lastContact = readDay(text); break;
      case OWN.mastodon: parts.mastodon = text; break;
      case OWN.bluesky: parts.bluesky = text; break;
      default: if (!BOOKKEEPING.has(name)) leaveOut(name);
    }
  }
  parts.role = [...new Set(roles.map(tidied))].join(', ');
  return makeCard({ ...parts, name: tidied(parts.name) === '' ? nameInParts : parts.name });
}

/** The five parts of a name (family, given, additional, prefixes, suffixes) as one reads them out. */
function nameOfParts(value: string): string {
  const parts = splitAt(value, ';').map((part) => unescapedValue(part).trim().replace(/\s*,\s*/g, ' '));
  return PARTS_IN_READING_ORDER.map((at) => parts[at] ?? '').filter((part) => part !== '').join(' ');
}

function componentsOf(value: string): string[] {
  return splitAt(value, ';').map((part) => tidied(unescapedValue(part))).filter((part) => part !== '');
}

function listOf(value: string): string[] {
  return splitAt(value, ',').map((part) => tidied(unescapedValue(part))).filter((part) => part !== '');
}

/** Splits at a separator that no backslash precedes. */
function splitAt(value: string, separator: ';' | ','): string[] {
  const parts = [''];
  for (const [piece] of value.matchAll(/\\[\s\S]|[\s\S]/g)) {
    if (piece === separator) parts.push('');
    else parts[parts.length - 1] += piece;
  }
  return parts;
}

function unescapedValue(value: string): string {
  return value.replace(/\\([nN,;:\\"])/g, (_, character: string) => (/n/i.test(character) ? '\n' : character)).replace(/\r\n?/g, '\n');
}

/** A birthday as a day; without a year as `--MM-DD`; anything else stays as it is. */
function birthdayOf(text: string, omittedYear: string | undefined): string {
  const [, year = '', month = '', day = ''] = /^(\d{4}|--)-?(\d{2})-?(\d{2})(?:$|[T\s])/.exec(text) ?? [];
  if (month === '') return text;
  if (year === '--' || year === omittedYear) return `--${month}-${day}`;
  return readDay(`${year}-${month}-${day}`) ?? text;
}
