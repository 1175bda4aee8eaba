import { daysBetween, readDay, type Day } from '../base';
import { nameOf } from '../note';
import type { Contact } from './contact';
import type { Direction } from './interaction';
import { linksTo, type ResolvesLink } from './note-links';
import type { Space } from './space';

/** Something that went between the user and a person, and where that is written. */
export interface Exchange {
  /** `listed` in the contact's note, `shared` in a note's share history, `answered` below a share there, `quoted` because a quote came by way of them. */
  readonly kind: 'listed' | 'shared' | 'answered' | 'quoted';
  readonly day: Day;
  readonly direction?: Direction;
  /** Whether it was an introduction that the user made. */
  readonly introduced?: true;
  readonly what: string;
  /** The note in which it stands. */
  readonly path: string;
  /** The space it was shared in. */
  readonly space?: Space;
}

/** A share, as far as it matters here. */
export interface SharedWith {
  readonly path: string;
  readonly day: Day;
  readonly audience: Space;
  /** Names or links. */
  readonly recipients: readonly string[];
  /** What came back, and from whom: a name or a link. */
  readonly cameBack?: readonly { readonly day: Day; readonly from?: string }[];
}

/** A quote that somebody led to. */
interface QuotedVia {
  readonly path: string;
  readonly via?: string;
  /** A day or a minute. */
  readonly captured: string;
}

/** What other rooms know about exchanges. */
export interface ExchangeSources {
  readonly shares: readonly SharedWith[];
  readonly quotes: readonly QuotedVia[];
}

/** What was found outside of the contact notes, by the path of the contact; without what their own list names already. */
export function foundExchanges(sources: ExchangeSources, find: (name: string) => Contact | undefined): Map<string, readonly Exchange[]> {
  const contacts = new Map<string, Contact>();
  const addressed = addressedExchanges(sources, (name) => {
    const contact = find(name);
    if (contact !== undefined) contacts.set(contact.path, contact);
    return contact?.path;
  });
  return new Map([...contacts].map(([path, contact]) => [path, notListed(contact, addressed.get(path) ?? [])] as const).filter(([, found]) => found.length > 0));
}

/**
 * A share that the contact's own list links to on the same day is the same exchange and does not count a second time. One
 * line stands for one exchange only, so that writing a line never makes a tie weaker.
 */
export function notListed({ interactions, path: from }: Contact, exchanges: readonly Exchange[], resolve?: ResolvesLink): readonly Exchange[] {
  const lines = [...interactions];
  return exchanges.filter(({ day, direction, path }) => {
    const leadsThere = linksTo(path, resolve);
    const at = lines.findIndex((line) => line.day === day && line.direction === direction && leadsThere(line.what, from));
    if (at >= 0) lines.splice(at, 1);
    return at < 0;
  });
}

/** Everything that shares and quotes tell, by the path of the contact whom `find` knows by name. */
export function addressedExchanges({ shares, quotes }: ExchangeSources, find: (name: string) => string | undefined): Map<string, Exchange[]> {
  const found = new Map<string, Exchange[]>();
  const add = (contact: string | undefined, exchange: Exchange): void => {
    if (contact === undefined) return;
    const present = found.get(contact);
    if (present === undefined) found.set(contact, [exchange]);
    else present.push(exchange);
  };
  for (const { path, day, audience, recipients, cameBack = [] } of shares) {
    for (const contact of new Set(recipients.map(find))) add(contact, { kind: 'shared', day, direction: 'gave', what: nameOf(path), path, space: audience });
    for (const { day: on, from } of cameBack) if (from !== undefined) add(find(from), { kind: 'answered', day: on, direction: 'received', what: nameOf(path), path, space: audience });
  }
  for (const { path, via, captured } of quotes) {
    const day = readDay(captured);
    if (via !== undefined && day !== undefined) add(find(via), { kind: 'quoted', day, direction: 'received', what: nameOf(path), path });
  }
  return found;
}

/** Everything between the user and a person up to `today`, the latest first. */
export function exchangesWith(contact: Contact, found: readonly Exchange[], today: Day): Exchange[] {
  const listed = contact.interactions.map((one): Exchange => ({ ...one, kind: 'listed', path: contact.path }));
  return [...listed, ...found].filter(({ day }) => day <= today).sort((left, right) => (left.day < right.day ? 1 : left.day > right.day ? -1 : 0));
}

/** How often something went each way; what does not say which way it went counts for neither. */
export function giveAndReceive(exchanges: readonly Exchange[]): { readonly gave: number; readonly received: number } {
  const count = (wanted: Direction): number => exchanges.filter(({ direction }) => direction === wanted).length;
  return { gave: count('gave'), received: count('received') };
}

/** The day of the latest contact that was found outside of the note. Reading, and so a quote that came by way of them, is none. */
export function latestFound(found: readonly Exchange[], today: Day): Day | undefined {
  return found.reduce<Day | undefined>((latest, { kind, day }) => (kind !== 'quoted' && day <= today && (latest === undefined || day > latest) ? day : latest), undefined);
}

/** A note of a day, such as a daily note or a meeting's, that links to a contact: perhaps they met. */
export interface Mention {
  readonly contact: Contact;
  readonly path: string;
  readonly day: Day;
}

/**
 * The mentions that may have been meetings: not in the future, not older than `within` days, one for each person and day,
 * and only where nothing is known of that day; nobody who is in the archive. Only guesses: nothing counts before the user says so.
 */
export function openMentions(mentions: readonly Mention[], foundOf: (path: string) => readonly Exchange[], today: Day, within: number): Mention[] {
  const seen = new Set<string>();
  return mentions
    .filter(({ contact, day }) => contact.archived !== true && day <= today && daysBetween(day, today) <= within)
    .sort((left, right) => (left.day < right.day ? 1 : left.day > right.day ? -1 : left.contact.name.localeCompare(right.contact.name)))
    .filter(({ contact, day }) => {
      const key = `${contact.path} ${day}`;
      if (seen.has(key)) return false;
      seen.add(key);
      const isKnown = [...contact.interactions, ...foundOf(contact.path)].some((one) => one.day === day);
      return !isKnown && contact.lastContact !== day;
    });
}

/** The day that a note's name begins with or holds, such as `2026-11-20` or `2026-11-20 Budget`. */
export function dayInName(path: string): Day | undefined {
  return readDay(/(?:^|[^\d])(\d{4}-\d{2}-\d{2})(?!\d)/.exec(nameOf(path))?.[1]);
}
