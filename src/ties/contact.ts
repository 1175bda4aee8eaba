import type { Day } from '../base';
import type { Interaction } from './interaction';
import type { Space } from './space';

/** One person, as the contact note tells. */
export interface Contact {
  readonly path: string;
  /** The note's name. */
  readonly name: string;
  /** Other names of the same person. */
  readonly aliases: readonly string[];
  readonly space: Space;
  /** The communities of practice they are a member of, as the note has them: usually wikilinks. */
  readonly communities: readonly string[];
  readonly topics: readonly string[];
  /** Days between two contacts, 1 to 36,500; absent when the user wants no reminder. */
  readonly cadence?: number;
  /** Whether the user never wants to be reminded of them. */
  readonly neverRemind?: boolean;
  /** Whether the user put the contact away: no reminders, no suggestions; still known by name. */
  readonly archived?: boolean;
  /** No reminder before this day. */
  readonly snoozedUntil?: Day;
  /** The day of the latest contact as the property says; the list of interactions may know a later one. */
  readonly lastContact?: Day;
  readonly met?: Day;
  readonly email?: string;
  readonly url?: string;
  readonly interactions: readonly Interaction[];
}

/** What is known of a person whose note is to be made. */
export interface NewContact {
  readonly name: string;
  readonly space?: Space;
  /** Names of communities, or links to them. */
  readonly communities?: readonly string[];
  readonly topics?: readonly string[];
  /** Days. */
  readonly cadence?: number;
  readonly met?: Day;
  readonly email?: string;
  readonly url?: string;
}

/** Whether a person goes by this name, compared without case, outer space and a leading `@`. */
export function goesBy(person: { readonly name: string; readonly aliases: readonly string[] }, name: string): boolean {
  const wanted = nameKey(name);
  return wanted !== '' && [person.name, ...person.aliases].some((known) => nameKey(known) === wanted);
}

/** Whether a person may be meant by what was typed until now: it stands somewhere in one of their names. */
export function mayMean(person: { readonly name: string; readonly aliases: readonly string[] }, typed: string): boolean {
  const wanted = nameKey(typed);
  return [person.name, ...person.aliases].some((known) => nameKey(known).includes(wanted));
}

/** What two spellings of one name have in common. */
export function nameKey(name: string): string {
  return name.normalize('NFC').replace(/\s+/gu, ' ').trim().replace(/^@/, '').toLocaleLowerCase();
}
