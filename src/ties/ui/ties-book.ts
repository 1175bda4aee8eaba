import { dayOf, readDay, type Day } from '../../base';
import { propertyHas } from '../../note';
import type { DraftStore } from '../../obsidian/draft-store';
import type { Edge } from '../../obsidian/edge';
import {
  acquaintances, dayInName, exchangesWith, foundExchanges, introductions, latestDay, latestFound, mayBeCommunity, openMentions, spacesMet, tieStrength,
  type Acquaintance, type Contact, type Exchange, type ExchangeSources, type Introduction, type Mention, type Strength,
} from '..';
import type { ShelfDirectory } from './shelf-directory';

/** Where exchanges are found outside of the contact notes. */
export interface BookSources {
  now(): ExchangeSources;
  onChange(listener: () => void): () => void;
}

/** What is known of one tie. */
export interface Standing {
  readonly contact: Contact;
  readonly found: readonly Exchange[];
  readonly strength: Strength;
  readonly latest: Day | undefined;
}

const DISMISSED = 'dismissed-mentions';
const MOST_DISMISSED = 2000;
/** A link in an older daily note is nobody's news. */
const MENTION_DAYS = 60;
const MEETING = 'meeting';

/** Everything between the user and their contacts: what was found, how strong each tie is, what may have been a meeting. */
export class TiesBook {
  readonly #listeners = new Set<() => void>();
  #sources: BookSources | undefined;
  #found: Map<string, Exchange[]> | undefined;
  #acquaintance: Acquaintance | undefined;
  #standings = new Map<string, { contact: Contact; found: readonly Exchange[]; today: Day; standing: Standing }>();

  constructor(
    private readonly edge: Edge,
    private readonly directory: ShelfDirectory,
    private readonly kept: DraftStore,
  ) {
    edge.plugin.register(directory.onChange(() => this.#forget()));
    // A new link to a contact in any note may tell of a meeting, or of who knows whom.
    edge.plugin.registerEvent(edge.app.metadataCache.on('resolve', ({ path }) => {
      if (Object.keys(edge.app.metadataCache.resolvedLinks[path] ?? {}).some((to) => directory.at(to) !== undefined)) this.#linksChanged();
    }));
    directory.countAlso((contact, today) => this.latest(contact, today));
  }

  /** Begins to count what the other rooms know. */
  connect(sources: BookSources): void {
    this.#sources = sources;
    this.edge.plugin.register(sources.onChange(() => this.#forget()));
    this.#forget();
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** What was found about a contact outside of their note. */
  found(path: string): readonly Exchange[] {
    this.#found ??= this.#sources === undefined || !this.directory.isReady ? undefined : foundExchanges(this.#sources.now(), (name) => this.directory.find(name));
    return this.#found?.get(path) ?? NONE;
  }

  /** The day of the latest contact: listed, typed, or found in a share history. */
  latest(contact: Contact, today: Day): Day | undefined {
    const [noted, found] = [latestDay(contact, today), latestFound(this.found(contact.path), today)];
    return noted === undefined || (found !== undefined && found > noted) ? found : noted;
  }

  standing(contact: Contact, today: Day): Standing {
    const found = this.found(contact.path);
    const known = this.#standings.get(contact.path);
    if (known?.contact === contact && known.found === found && known.today === today) return known.standing;
    const latest = this.latest(contact, today);
    const strength = tieStrength([...contact.interactions, ...found], latest, spacesMet(contact, found).length, today);
    const standing = { contact, found, strength, latest };
    this.#standings.set(contact.path, { contact, found, today, standing });
    return standing;
  }

  exchanges(contact: Contact, today: Day): Exchange[] {
    return exchangesWith(contact, this.found(contact.path), today);
  }

  /** People of the network who seem to have come closer, the strongest first. */
  closer(today: Day): Standing[] {
    const declined = this.#dismissed();
    return this.directory.all()
      .map((contact) => this.standing(contact, today))
      .filter(({ contact, strength }) => mayBeCommunity(contact, strength) && !declined.has(closerKey(contact)))
      .sort((left, right) => right.strength.value - left.strength.value);
  }

  /** Links to contacts in notes of a day that may have been meetings. */
  mentions(today: Day): Mention[] {
    const dismissed = this.#dismissed();
    this.found('');
    return openMentions(this.#allMentions(), this.#found ?? new Map(), today, MENTION_DAYS).filter((mention) => !dismissed.has(mentionKey(mention)));
  }

  /** Pairs who share a topic and seem not to know each other. */
  introductions(limit: number): Introduction[] {
    const declined = this.#dismissed();
    return introductions(this.directory.all(), this.acquaintance(), limit, (one, other) => declined.has(introductionKey(one, other)));
  }

  /** Never offers this again on this device. */
  dismiss(what: Mention | Contact | Introduction): void {
    const key = 'contact' in what ? mentionKey(what) : 'one' in what ? introductionKey(what.one, what.other) : closerKey(what);
    this.kept.save(DISMISSED, [...this.#dismissed(), key].slice(-MOST_DISMISSED));
    this.#tell();
  }

  /** Who among the contacts probably knows whom, in the directory's order. */
  acquaintance(): Acquaintance {
    this.#acquaintance ??= acquaintances(this.directory.all(), this.#linksBetween());
    return this.#acquaintance;
  }

  *#linksBetween(): Iterable<readonly [string, string]> {
    const { resolvedLinks } = this.edge.app.metadataCache;
    for (const { path } of this.directory.all()) {
      for (const to of Object.keys(resolvedLinks[path] ?? {})) if (this.directory.at(to) !== undefined) yield [path, to];
    }
  }

  #allMentions(): Mention[] {
    const { resolvedLinks } = this.edge.app.metadataCache;
    return Object.entries(resolvedLinks).flatMap(([path, links]) => {
      const contacts = Object.keys(links).flatMap((to) => this.directory.at(to) ?? []);
      if (contacts.length === 0 || this.directory.at(path) !== undefined) return [];
      const day = this.#dayOfNote(path);
      return day === undefined ? [] : contacts.map((contact) => ({ contact, path, day }));
    });
  }

  #dayOfNote(path: string): Day | undefined {
    const named = dayInName(path);
    if (named !== undefined) return named;
    const properties = this.edge.notes.properties(path);
    return propertyHas(properties, this.edge.settings().properties.type, MEETING) ? readDay(properties['date']) : undefined;
  }

  #dismissed(): Set<string> {
    const kept = this.kept.load(DISMISSED);
    return new Set(Array.isArray(kept) ? kept.filter((key) => typeof key === 'string') : []);
  }

  #forget(): void {
    this.#found = undefined;
    this.#acquaintance = undefined;
    this.#tell();
  }

  #linksChanged(): void {
    this.#acquaintance = undefined;
    this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }

  /** The local day. */
  today(): Day {
    return dayOf(this.edge.clock());
  }
}

const NONE: readonly Exchange[] = [];

function mentionKey({ contact, day }: Mention): string {
  return `${contact.path} ${day}`;
}

function closerKey({ path }: Contact): string {
  return `closer ${path}`;
}

function introductionKey(one: Contact, other: Contact): string {
  return `introduction ${[one.path, other.path].sort().join(' ')}`;
}
