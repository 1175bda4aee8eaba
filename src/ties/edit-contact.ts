import { ok, type Result } from '../base';
import { fileNameFor, readProperties, shownName, textProperty, listProperty, withProperties, type PropertyNames, type PropertyValue } from '../note';
import { goesBy, nameKey, type Contact, type NewContact } from './contact';
import { readCadence } from './contact-note';
import type { ContactForm } from './forms';

/** What is to be changed in a contact's note; communities are links already. */
type ContactEdit = Omit<Partial<NewContact>, 'met'>;

const ALIASES = 'aliases';

/** A contact as the form shows it. */
export function formOf(contact: Contact): ContactForm {
  return {
    name: contact.name, space: contact.space, communities: contact.communities.map(shownName).join(', '), topics: contact.topics.join(', '),
    cadence: contact.cadence === undefined ? '' : String(contact.cadence), email: contact.email ?? '', url: contact.url ?? '',
  };
}

/**
 * The contact's note with what was edited in its properties. Only a field that differs from what the note says is written: a
 * list keeps the spelling of what stays in it, and a second email or address stays behind the first. A name that no file can have
 * becomes one more other name. Fails on broken properties.
 */
export function planContactEdit(text: string, edit: ContactEdit, before: Contact, names: PropertyNames): Result<string> {
  const read = readProperties(text);
  if (!read.ok) return read;
  const properties = read.value;
  const changes: Record<string, PropertyValue | undefined> = {};
  if ((edit.space ?? 'network') !== before.space) changes[names.space] = edit.space ?? 'network';
  const name = edit.name ?? before.name;
  if (nameKey(fileNameFor(name, before.name)) !== nameKey(name) && !goesBy(before, name)) changes[ALIASES] = [...listProperty(properties, ALIASES), name];
  const [communities, topics] = [edit.communities ?? [], edit.topics ?? []];
  if (!isSameList(communities, before.communities)) changes[names.communities] = keptSpelling(communities, before.communities);
  if (!isSameList(topics, before.topics)) changes[names.topics] = keptSpelling(topics, before.topics);
  if (readCadence(edit.cadence) !== before.cadence) changes[names.cadence] = readCadence(edit.cadence);
  for (const [property, now, was] of [[names.email, edit.email, before.email], [names.url, edit.url, before.url]] as const) {
    if (now !== was) changes[property] = withFirst(properties, property, now);
  }
  return Object.keys(changes).length === 0 ? ok(text) : withProperties(text, changes);
}

function withFirst(properties: Readonly<Record<string, unknown>>, name: string, first: string | undefined): PropertyValue | undefined {
  const rest = textProperty(properties, name) === undefined ? listProperty(properties, name).slice(1) : [];
  const all = [...(first === undefined ? [] : [first]), ...rest.filter((one) => one !== first)];
  return all.length > 1 ? all : all[0];
}

function keyOf(text: string): string {
  return nameKey(shownName(text));
}

function isSameList(now: readonly string[], before: readonly string[]): boolean {
  return now.map(keyOf).join('\n') === before.map(keyOf).join('\n');
}

function keptSpelling(now: readonly string[], before: readonly string[]): PropertyValue | undefined {
  const known = new Map(before.map((text) => [keyOf(text), text]));
  return now.length === 0 ? undefined : now.map((text) => known.get(keyOf(text)) ?? text);
}
