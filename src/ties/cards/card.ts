import { onOneLine, wellFormed, type Day } from '../../base';
import { nameKey } from '../contact';
import { contactName } from '../contact-note';

/** What an address book tells of a person. Texts are on one line each, but for the note. */
export interface Card {
  /** The name as it is shown. */
  readonly name: string;
  /** Other names: nicknames, earlier names. */
  readonly otherNames: readonly string[];
  /** Ids under which address books know this person; several once their cards were merged. */
  readonly uids: readonly string[];
  readonly emails: readonly string[];
  readonly phones: readonly string[];
  /** Web pages and profiles. */
  readonly urls: readonly string[];
  /** Postal addresses, each on one line. */
  readonly addresses: readonly string[];
  readonly topics: readonly string[];
  /** Names of communities. */
  readonly communities: readonly string[];
  readonly feeds: readonly string[];
  readonly org?: string;
  readonly role?: string;
  /** `YYYY-MM-DD`, or `--MM-DD` where the year is not told. */
  readonly birthday?: string;
  readonly met?: Day;
  readonly lastContact?: Day;
  /** Days, in digits. */
  readonly cadence?: string;
  readonly space?: string;
  readonly mastodon?: string;
  readonly bluesky?: string;
  /** Plain text; may have several lines. */
  readonly note?: string;
}

/** The fields of a card that hold several texts. */
export const LISTED = ['otherNames', 'uids', 'emails', 'phones', 'urls', 'addresses', 'topics', 'communities', 'feeds'] as const;
/** The fields of a card that hold one text or none. */
export const SINGLE = ['org', 'role', 'birthday', 'met', 'lastContact', 'cadence', 'space', 'mastodon', 'bluesky', 'note'] as const;

export type ListedField = (typeof LISTED)[number];
export type SingleField = (typeof SINGLE)[number];

/** What a card is made of, before it is tidied. */
export type CardParts = { readonly name: string } & { readonly [Field in ListedField]?: readonly string[] } & { readonly [Field in SingleField]?: string | undefined };

/** Makes a card: every text on one line, nothing empty, nothing twice. A card without any name takes what tells it apart best. */
export function makeCard(parts: CardParts): Card {
  const lists = Object.fromEntries(LISTED.map((field) => [field, distinct(parts[field] ?? [])])) as Record<ListedField, string[]>;
  const told = SINGLE.flatMap((field) => {
    const text = field === 'note' ? wellFormed(parts.note ?? '').trim() : tidied(parts[field] ?? '');
    return text === '' ? [] : [[field, text]];
  });
  const single = Object.fromEntries(told) as { [Field in SingleField]?: string };
  const name = [tidied(parts.name), lists.otherNames[0], single.org, lists.emails[0], lists.phones[0]].map((text) => contactName(text ?? '')).find((text) => nameKey(text) !== '') ?? '';
  return { ...single, ...lists, name, otherNames: lists.otherNames.filter((other) => nameKey(other) !== nameKey(name)) };
}

/** A text on one line, without what no file could hold. */
export function tidied(text: string): string {
  return onOneLine(wellFormed(text).replace(/\p{Cc}/gu, ' '));
}

function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts.map(tidied).filter((text) => text !== ''))];
}
