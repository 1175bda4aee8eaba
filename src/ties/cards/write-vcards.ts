import type { Card } from './card';

/** Octets in one line of a file, its line break not counted. Source: RFC 6350, section 3.2. */
const LINE_LENGTH = 75;

/**
 * What only this product knows, as extended properties (RFC 6350, section 6.10): other programs keep or ignore them. Each is written
 * with `VALUE=text`: readers that do not know a property take its backslashes away only where it says what its value is.
 */
export const OWN = {
  space: 'X-PKM-SPACE', communities: 'X-PKM-COMMUNITY', cadence: 'X-PKM-CADENCE', met: 'X-PKM-MET', lastContact: 'X-PKM-LAST-CONTACT',
  feeds: 'X-PKM-FEED', mastodon: 'X-PKM-MASTODON', bluesky: 'X-PKM-BLUESKY', uids: 'X-PKM-UID',
} as const;

/** Contacts as vCard 4.0 (RFC 6350), for other address books. Notes and interactions stay at home. */
export function writeVcards(cards: readonly Card[]): string {
  return cards.flatMap(linesOf).map((line) => `${folded(line)}\r\n`).join('');
}

function linesOf(card: Card): string[] {
  const each = (name: string, values: readonly string[], write: (value: string) => string = escaped): string[] => values.map((value) => `${name}:${write(value)}`);
  const one = (value: string | undefined): string[] => (value === undefined ? [] : [value]);
  const own = (field: keyof typeof OWN, values: readonly string[]): string[] => each(`${OWN[field]};VALUE=text`, values);
  return [
    'BEGIN:VCARD',
    'VERSION:4.0',
    ...each('UID;VALUE=text', card.uids.slice(0, 1)),
    `FN:${escaped(card.name)}`,
    `N:${partsOf(card.name)}`,
    ...each('NICKNAME', card.otherNames),
    ...each('EMAIL', card.emails),
    ...each('TEL;VALUE=text', card.phones),
    ...each('URL', card.urls, (url) => url),
    ...each('ADR', card.addresses, (address) => `;;${escapedPart(address)};;;;`),
    ...each('ORG', one(card.org), organisation),
    ...each('TITLE', one(card.role)),
    ...one(card.birthday).map(birthdayLine),
    ...each('CATEGORIES', card.topics),
    ...own('uids', card.uids.slice(1)),
    ...(['communities', 'feeds'] as const).flatMap((field) => own(field, card[field])),
    ...(['space', 'cadence', 'met', 'lastContact', 'mastodon', 'bluesky'] as const).flatMap((field) => own(field, one(card[field]))),
    'END:VCARD',
  ];
}

// Where a name has several words, the last one is taken for the family's: other programs sort by it, and show FN.
function partsOf(name: string): string {
  const words = name.split(' ');
  const family = words.length > 1 ? (words.pop() ?? '') : '';
  return `${escapedPart(family)};${escapedPart(words.join(' '))};;;`;
}

// A name that holds a semicolon gets an empty unit behind it, as Apple writes it after every name: some readers keep the backslash
// in mind only where there is more than one part.
function organisation(name: string): string {
  return name.includes(';') ? `${escapedPart(name)};` : escapedPart(name);
}

function birthdayLine(birthday: string): string {
  const [, year = '', month = '', day = ''] = /^(\d{4}|-)-(\d{2})-(\d{2})$/.exec(birthday) ?? [];
  if (month === '') return `BDAY;VALUE=text:${escaped(birthday)}`;
  return `BDAY:${year === '-' ? '--' : year}${month}${day}`;
}

function escaped(text: string): string {
  return text.replace(/[\\,]/g, '\\$&').replace(/\r\n?|\n/g, '\\n');
}

// Only where semicolons separate parts do all programs take the backslash before one away again.
function escapedPart(text: string): string {
  return escaped(text).replace(/;/g, '\\;');
}

// No letter is cut in two.
function folded(line: string): string {
  let length = 0;
  let text = '';
  for (const character of line) {
    const code = character.codePointAt(0) ?? 0;
    const size = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    if (length + size > LINE_LENGTH) {
      text += '\r\n ';
      length = 1;
    }
    text += character;
    length += size;
  }
  return text;
}
