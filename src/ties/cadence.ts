import { dayAfter, type Day } from '../base';
import type { Contact } from './contact';
import type { Interaction } from './interaction';

/** Cadences to choose from, in days: about three weeks, two months, six months, a year. Source: Derek Sivers, lists A to D. */
export const CADENCES = [21, 60, 182, 365] as const;

/** A contact whose time has come. */
export interface DueTie {
  readonly contact: Contact;
  readonly due: Day;
  /** The day of the latest contact; absent when none is known. */
  readonly latest?: Day;
}

/** A contact out of touch for long. */
export interface DormantTie {
  readonly contact: Contact;
  readonly latest: Day;
}

/** The interaction that happened last, up to and including `today`; the first one listed when a day has several. */
export function latestInteraction(contact: Contact, today: Day): Interaction | undefined {
  return contact.interactions.reduce<Interaction | undefined>(
    (latest, one) => (one.day <= today && (latest === undefined || one.day > latest.day) ? one : latest),
    undefined,
  );
}

/** Tells the day of the latest contact with somebody, up to a day. */
export type LatestOf = (contact: Contact, today: Day) => Day | undefined;

/** The day of the latest contact up to `today`, from the list of interactions or the property, whichever is later. */
export function latestDay(contact: Contact, today: Day): Day | undefined {
  const listed = latestInteraction(contact, today)?.day;
  const typed = contact.lastContact !== undefined && contact.lastContact <= today ? contact.lastContact : undefined;
  return listed === undefined || (typed !== undefined && typed > listed) ? typed : listed;
}

/**
 * The day on which one might be in touch again: latest interaction + cadence. Somebody with a cadence but no contact
 * yet is due that long after they were met, or `today` when that is unknown. Undefined without a cadence.
 */
export function dueDay(contact: Contact, today: Day, latestOf: LatestOf = latestDay): Day | undefined {
  if (contact.cadence === undefined) return undefined;
  const from = latestOf(contact, today) ?? contact.met;
  return from === undefined ? today : dayAfter(from, contact.cadence);
}

/** The contacts that are due on a day, the longest waiting first, then by name. Whoever is put off until later is not. */
export function dueTies(contacts: readonly Contact[], today: Day, latestOf: LatestOf = latestDay): DueTie[] {
  return contacts
    .flatMap((contact) => {
      const due = isPutOff(contact, today) ? undefined : dueDay(contact, today, latestOf);
      if (due === undefined || due > today) return [];
      const latest = latestOf(contact, today);
      return [latest === undefined ? { contact, due } : { contact, due, latest }];
    })
    .sort((left, right) => compare(left.due, right.due) || compare(left.contact.name, right.contact.name));
}

/** The contacts that were out of touch for more than `days` on a day, the most recent first. Unknown is not dormant. */
export function dormantTies(contacts: readonly Contact[], today: Day, days: number, latestOf: LatestOf = latestDay): DormantTie[] {
  const before = dayAfter(today, -days);
  return contacts
    .flatMap((contact) => {
      const latest = contact.neverRemind === true || isPutOff(contact, today) ? undefined : latestOf(contact, today);
      return latest !== undefined && latest < before ? [{ contact, latest }] : [];
    })
    .sort((left, right) => compare(right.latest, left.latest) || compare(left.contact.name, right.contact.name));
}

function isPutOff({ snoozedUntil }: Contact, today: Day): boolean {
  return snoozedUntil !== undefined && snoozedUntil > today;
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
