import { ok, withUnixLines, type Result } from '../../base';
import { bodyOf, joinedProperty, listProperty, nameOf, plainAsMarkdown, readProperties, readWikilink, sectionsOf, withProperties, type PropertyChanges, type PropertyNames, type PropertyValue } from '../../note';
import { nameKey } from '../contact';
import { communityLink, writeContact, type ContactFormat } from '../contact-note';
import { LISTED, SINGLE, makeCard, type Card, type ListedField, type SingleField } from './card';
import type { KnownCard } from './same-person';
import { vcardProperties } from './vcard-properties';

/** The property of each field of a card. */
function propertyOf(field: Exclude<ListedField | SingleField, 'note'>, names: PropertyNames): string {
  const { space, communities, topics, cadence, lastContact, met, email: emails, phone: phones, url: urls, address: addresses, org, role, birthday } = names;
  const properties = { otherNames: 'aliases', uids: 'uid', emails, phones, urls, addresses, org, role, birthday, feeds: 'feeds', mastodon: 'mastodon', bluesky: 'bluesky', space, communities, topics, cadence, lastContact, met };
  return properties[field];
}

const SINGLE_PROPERTIES = SINGLE.filter((field) => field !== 'note');
/** Lists by the contract, also of one. */
const ALWAYS_LISTS: ReadonlySet<string> = new Set(['otherNames', 'topics', 'communities', 'feeds']);

/** What a contact note knows of its person, as an address book would say it. Broken properties count as none. */
export function readKnownCard(path: string, text: string, names: PropertyNames): KnownCard {
  const read = readProperties(text);
  const properties = read.ok ? read.value : {};
  const vcard = vcardProperties(properties);
  const also: { readonly [Field in ListedField]?: readonly string[] } = vcard;
  const lists = Object.fromEntries(LISTED.map((field) => [field, [...listProperty(properties, propertyOf(field, names)), ...(also[field] ?? [])]]));
  const own = Object.fromEntries(SINGLE_PROPERTIES.flatMap((field) => {
    const value = joinedProperty(properties, propertyOf(field, names));
    return value === undefined ? [] : [[field, value]];
  }));
  const single = { org: vcard.org, role: vcard.role, birthday: vcard.birthday, ...own };
  const communities = listProperty(properties, names.communities).map((text) => nameOf(readWikilink(text)?.target ?? text));
  return { ...makeCard({ ...lists, ...single, communities, name: nameOf(path) }), path, body: withUnixLines(bodyOf(text)) };
}

/** The text of a new contact note for a card whose file will have this name. */
export function writeCard(card: Card, fileName: string, format: ContactFormat): Result<string> {
  const { text } = writeContact({ name: fileName, space: 'network' }, format, fileName);
  const otherNames = [card.name, ...card.otherNames].filter((name) => nameKey(name) !== nameKey(fileName));
  return withCardNews(text, { ...card, otherNames }, format.names);
}

/** A contact note with a card's news added to its properties, and the card's note to what stands above its first heading. */
export function withCardNews(text: string, news: Partial<Card>, names: PropertyNames): Result<string> {
  const properties = readProperties(text);
  if (!properties.ok) return properties;
  const changes: Record<string, PropertyValue> = {};
  for (const field of LISTED) {
    const told = news[field] ?? [];
    const added = field === 'communities' ? told.map(communityLink) : told;
    const name = propertyOf(field, names);
    const all = [...new Set([...listProperty(properties.value, name), ...added])];
    if (added.length > 0) changes[name] = all.length === 1 && !ALWAYS_LISTS.has(field) ? (all[0] ?? '') : all;
  }
  for (const field of SINGLE_PROPERTIES) {
    const value = news[field];
    if (value !== undefined) changes[propertyOf(field, names)] = field === 'cadence' ? Number(value) : value;
  }
  const written = withProperties(text, changes satisfies PropertyChanges);
  return written.ok && news.note !== undefined ? ok(withNote(written.value, plainAsMarkdown(news.note))) : written;
}

function withNote(text: string, note: string): string {
  if (withUnixLines(text).includes(note)) return text;
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const at = sectionsOf(text)[0]?.from ?? text.length;
  const before = text.slice(0, at).trimEnd();
  const added = note.replace(/\n/g, newline);
  const gap = before.endsWith('---') && bodyOf(before).trim() === '' ? newline : newline + newline;
  return `${before}${gap}${added}${newline}${at < text.length ? newline : ''}${text.slice(at)}`;
}
