import { onOneLine, readDay, wellFormed } from '../base';
import {
  countProperty, entriesOf, fileNameFor, joinedProperty, listProperty, nameOf, propertyHas, readWikilink, textProperty, wikilink, yesProperty,
  type Properties, type PropertyNames, type PropertyValue,
} from '../note';
import { vcardProperties } from './cards/vcard-properties';
import { nameKey, type Contact, type NewContact } from './contact';
import { interactionsOf } from './interaction';
import { readSpace } from './space';

/** How the vault writes contacts down. */
export interface ContactFormat {
  readonly names: PropertyNames;
  readonly interactionsSection: string;
}

/** By what a note is known as a contact, besides `type: contact`. */
export interface ContactRule {
  readonly names: PropertyNames;
  readonly folder: string;
  readonly folderCounts: boolean;
  readonly tag: string;
}

const LONGEST_CADENCE = 36_500;
const CONTACT = 'contact';
/** A tag may stand on anything that has to do with people; what the vault knows as a quote or as a community is no person. */
export const NO_PEOPLE = ['quote', 'community'] as const;
const ALIASES = 'aliases';
/** The property that puts a contact into the archive: the day, or `true`. */
export const ARCHIVED = 'archived';
/** The property that puts a reminder off. */
export const SNOOZED = 'snooze-until';

/** Whether a note describes a person: by its type, its tag or its folder. */
export function isContactNote(path: string, properties: Properties, hasTag: (tag: string) => boolean, rule: ContactRule): boolean {
  if (propertyHas(properties, rule.names.type, CONTACT)) return true;
  const { tag, folder } = ownMarks(rule);
  if (tag !== '' && hasTag(tag) && !NO_PEOPLE.some((other) => propertyHas(properties, rule.names.type, other))) return true;
  // In a folder of contacts a note that says it is something else, whatever that is, is none.
  return folder !== '' && path.startsWith(`${folder}/`) && joinedProperty(properties, rule.names.type) === undefined;
}

/** The tag (without its `#`) and the folder (without outer slashes) by which contacts are known in this vault; empty where they do not count. */
export function ownMarks({ tag, folder, folderCounts }: ContactRule): { readonly tag: string; readonly folder: string } {
  return { tag: tag.trim().replace(/^#/, ''), folder: folderCounts ? folder.replace(/^\/+|\/+$/g, '') : '' };
}

/** Reads a contact from a note's properties and text. Values of a wrong kind count as absent; nothing makes it fail. */
export function readContact(path: string, properties: Properties, text: string, format: ContactFormat): Contact {
  const { names } = format;
  const name = nameOf(path);
  const vcard = vcardProperties(properties);
  return {
    path,
    name,
    aliases: [...new Set([...listProperty(properties, ALIASES), ...vcard.otherNames.filter((other) => nameKey(other) !== nameKey(name))])],
    space: readSpace(textProperty(properties, names.space) ?? listProperty(properties, names.space)[0]),
    communities: listProperty(properties, names.communities),
    topics: listProperty(properties, names.topics),
    interactions: interactionsOf(text, format.interactionsSection),
    ...(readDay(properties[ARCHIVED]) !== undefined || yesProperty(properties, ARCHIVED) ? { archived: true } : {}),
    ...(countProperty(properties, names.cadence) === 0 ? { neverRemind: true } : {}),
    ...present({
      snoozedUntil: readDay(properties[SNOOZED]),
      cadence: readCadence(countProperty(properties, names.cadence)),
      lastContact: readDay(properties[names.lastContact]),
      met: readDay(properties[names.met]),
      email: [...listProperty(properties, names.email), ...vcard.emails][0],
      url: [...listProperty(properties, names.url), ...vcard.urls][0],
    }),
  };
}

/** Writes the note of a new contact, and says how its file should be called; the name is kept as an alias where no file can have it. */
export function writeContact(contact: NewContact, format: ContactFormat, unnamed: string): { fileName: string; text: string } {
  const { names } = format;
  const name = contactName(contact.name);
  const fileName = fileNameFor(name, unnamed);
  const properties = {
    [names.type]: CONTACT,
    [ALIASES]: fileName === name || name === '' ? undefined : [name],
    [names.space]: contact.space ?? 'network',
    [names.communities]: listed((contact.communities ?? []).map(communityLink)),
    [names.topics]: listed(contact.topics ?? []),
    [names.cadence]: readCadence(contact.cadence),
    [names.met]: contact.met,
    [names.email]: told(contact.email),
    [names.url]: told(contact.url),
  };
  return { fileName, text: `---\n${entriesOf(properties)}---\n\n## ${format.interactionsSection.trim()}\n` };
}

/** A name as a person may have typed or selected it: `@name`, `[[name]]` or with line breaks. */
export function contactName(typed: string): string {
  const text = onOneLine(wellFormed(typed));
  const link = readWikilink(text);
  return (link === undefined ? text : (link.label ?? nameOf(link.target))).replace(/^@+(?=\S)/, '').trim();
}

/** A community as a link: texts that are none become one where a link can be made of them. */
export function communityLink(community: string): string {
  const text = onOneLine(wellFormed(community));
  return text === '' || text.startsWith('[[') || /[[\]|#^]/.test(text) ? text : wikilink(text);
}

/** A cadence in whole days, at least one; undefined when there is to be no reminder. */
export function readCadence(days: number | undefined): number | undefined {
  if (days === undefined || !(days >= 1)) return undefined;
  return Math.min(LONGEST_CADENCE, Math.floor(days));
}

function told(value: string | undefined): string | undefined {
  const text = onOneLine(wellFormed(value ?? ''));
  return text === '' ? undefined : text;
}

function listed(values: readonly string[]): PropertyValue | undefined {
  const kept = [...new Set(values.map((value) => told(value)).filter((value) => value !== undefined))];
  return kept.length === 0 ? undefined : kept;
}

type Known<T> = { [Key in keyof T]?: Exclude<T[Key], undefined> };

function present<T extends Record<string, string | number | undefined>>(values: T): Known<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Known<T>;
}
