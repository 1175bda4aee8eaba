import { readWebAddress } from '../../base';
import { plainAsMarkdown } from '../../note';
import { nameKey } from '../contact';
import { SINGLE, type Card, type ListedField } from './card';

/** Somebody a card may belong to: a contact of the vault, or an earlier card of the same file. */
export interface KnownCard extends Card {
  /** The note; absent while it is only planned. */
  readonly path?: string;
  /** What the note says below its properties, as Markdown. */
  readonly body: string;
}

/** Why two cards seem to be of one person. */
export type MatchReason = 'uid' | 'email' | 'profile' | 'name';

/** A detail by which address books tell people apart. */
interface PersonKey {
  readonly reason: MatchReason;
  readonly key: string;
}

/** Everything a person can be recognised by, the surest first. A web page that is only a host may be many people's. */
export function personKeys(card: Card): PersonKey[] {
  return [
    ...card.uids.map((uid) => ({ reason: 'uid' as const, key: keyOf('uids', uid) })),
    ...card.emails.map((email) => ({ reason: 'email' as const, key: keyOf('emails', email) })),
    ...card.urls.filter((url) => (readWebAddress(url)?.path.replace(/\/+$/, '') ?? '') !== '').map((url) => ({ reason: 'profile' as const, key: keyOf('urls', url) })),
    ...namesOf(card).map((name) => ({ reason: 'name' as const, key: nameKey(name) })),
  ].filter(({ key }) => key !== '');
}

/** Whether a card may be of this person although only the name says so: not when both organisations, or both ids, are told and differ. */
export function mayShareName(card: Card, known: Card): boolean {
  const areDifferent = card.uids.length > 0 && known.uids.length > 0 && !card.uids.some((uid) => known.uids.some((other) => keyOf('uids', uid) === keyOf('uids', other)));
  return !areDifferent && isSameOrg(card.org, known.org);
}

/** Whether the names have a word in common. */
export function shareNameWord(card: Card, known: Card): boolean {
  const wordsOf = (one: Card): string[] => namesOf(one).flatMap((name) => nameKey(name).match(/[\p{L}\p{N}]{2,}/gu) ?? []);
  const theirs = new Set(wordsOf(known));
  return wordsOf(card).some((word) => theirs.has(word));
}

/** Whether one of the known names is the card's name. */
export function hasName(known: Card, name: string): boolean {
  return namesOf(known).some((other) => nameKey(other) === nameKey(name));
}

/** What a card tells that is not known yet. What is known is never replaced: a second organisation or birthday is no news. */
export function newsIn(card: Card, known: KnownCard): Partial<Card> {
  const unknown = (field: ListedField): readonly string[] => {
    const keys = new Set(known[field].map((text) => keyOf(field, text)));
    return card[field].filter((text) => !keys.has(keyOf(field, text)));
  };
  const lists = { otherNames: namesOf(card).filter((name) => !hasName(known, name)), uids: unknown('uids'), emails: unknown('emails'), phones: unknown('phones'), urls: unknown('urls'), addresses: unknown('addresses'), topics: unknown('topics'), communities: unknown('communities'), feeds: unknown('feeds') };
  const single = SINGLE.filter((field) => card[field] !== undefined && (field === 'note' ? !known.body.includes(plainAsMarkdown(card.note ?? '')) : known[field] === undefined));
  return {
    ...Object.fromEntries(Object.entries(lists).filter(([, texts]) => texts.length > 0)),
    ...Object.fromEntries(single.map((field) => [field, card[field]])),
  };
}

/** A person with a card's news added. */
export function withNews(known: KnownCard, news: Partial<Card>): KnownCard {
  const { note, name: _, ...rest } = news;
  const lists = Object.fromEntries(Object.entries(rest).map(([field, value]) => [field, Array.isArray(value) ? [...(known[field as ListedField]), ...(value as readonly string[])] : value]));
  return { ...known, ...lists, body: note === undefined ? known.body : `${known.body}\n\n${plainAsMarkdown(note)}` };
}

/** The names of a person, the main one first. */
function namesOf(card: Card): readonly string[] {
  return [card.name, ...card.otherNames];
}

function isSameOrg(one: string | undefined, other: string | undefined): boolean {
  if (one === undefined || other === undefined) return true;
  const [left, right] = [nameKey(one), nameKey(other)];
  return left === right || left.startsWith(`${right},`) || right.startsWith(`${left},`);
}

function keyOf(field: ListedField, text: string): string {
  switch (field) {
    case 'emails': return text.toLowerCase();
    case 'phones': return text.replace(/[^\d+]/g, '') || text;
    case 'uids': return text.replace(/^urn:uuid:/i, '').toLowerCase();
    case 'urls': {
      const address = readWebAddress(/^www\./i.test(text) ? `https://${text}` : text);
      return address === undefined ? text.toLowerCase() : `${address.host.replace(/^www\./, '')}${address.path.replace(/\/+$/, '')}${address.query}`;
    }
    default: return nameKey(text);
  }
}
