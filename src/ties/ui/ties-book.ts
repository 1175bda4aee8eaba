import { atOnce, dayAfter, dayOf, inSlices, type Day, type Steps } from '../../base';
import { breathing } from '../../obsidian/breathe';
import type { DraftStore } from '../../obsidian/draft-store';
import type { Edge } from '../../obsidian/edge';
import {
  acquaintances, closerKey, exchangesWith, introductionKey, introductionsInSteps, keyAfterRename, latestDay, latestFound, mayBeCommunity, mentionKey, openMentions, quietCommunities,
  quietKey, spacesMet, tieStrength,
  type Acquaintance, type Community, type Contact, type Exchange, type Introduction, type Mention, type Strength,
} from '..';
import { FoundExchanges, type BookSources } from './found-exchanges';
import type { NoteDays } from './note-days';
import { PeopleLinks } from './people-links';
import type { ShelfDirectory } from './shelf-directory';

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
const MOST_INTRODUCTIONS = 20;

/**
 * Everything between the user and their contacts: what was found, how strong each tie is, what may have been a meeting. Each
 * measure is kept until what it is made of changes, so that an edit costs what it touches.
 */
export class TiesBook {
  readonly #listeners = new Set<() => void>();
  readonly #found: FoundExchanges;
  readonly #links: PeopleLinks;
  #standings = new WeakMap<Contact, { readonly today: Day; readonly standing: Standing }>();
  #acquaintance: { readonly of: string; readonly known: Acquaintance } | undefined;
  #introductions: { readonly of: string; readonly pairs: readonly Introduction[] } | undefined;
  #dismissals = 0;

  constructor(
    private readonly edge: Edge,
    private readonly directory: ShelfDirectory,
    days: NoteDays,
    private readonly kept: DraftStore,
  ) {
    this.#found = new FoundExchanges(edge, directory);
    // A new link to a contact in any note may tell of a meeting, or of who knows whom.
    this.#links = new PeopleLinks(edge, directory, days, () => this.#tell());
    edge.plugin.register(directory.onChange(() => this.#tell()));
    edge.onNote((event) => {
      if (event.kind === 'renamed') this.#followAnswers(event.from, event.note.path);
    });
    directory.countAlso((contact, today) => this.latest(contact, today));
  }

  /** Begins to count what the other rooms know. */
  connect(sources: BookSources): void {
    this.#found.connect(sources);
    this.edge.plugin.register(sources.onChange(() => {
      this.#found.forget();
      this.#tell();
    }));
    this.#tell();
  }

  // What was answered about a note goes along with it.
  #followAnswers(from: string, to: string): void {
    const before = [...this.#dismissed()];
    const after = before.map((key) => keyAfterRename(key, from, to));
    if (after.some((key, at) => key !== before[at])) this.kept.save(DISMISSED, after);
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Works out in slices whatever is not known yet, so that all questions after it are answered at once. */
  async prepare(today: Day): Promise<void> {
    await this.directory.ready();
    await inSlices(this.#preparing(today), breathing());
  }

  /** Works out in slices how each tie stands: all that is asked for who is due or dormant. */
  async prepareStandings(today: Day): Promise<void> {
    await this.directory.ready();
    await inSlices(this.#standing(today), breathing());
  }

  /** All that was found about a contact in other notes, also what their own lists by itself. */
  foundAnywhere(path: string): readonly Exchange[] {
    const contact = this.directory.at(path);
    return contact === undefined ? [] : this.#found.all(contact);
  }

  /** What was found about a contact outside of their note, and is not listed in it. */
  found(path: string): readonly Exchange[] {
    const contact = this.directory.at(path);
    return contact === undefined ? [] : this.#found.of(contact);
  }

  /** The day of the latest contact: listed, typed, or found in a share history. */
  latest(contact: Contact, today: Day): Day | undefined {
    return this.standing(contact, today).latest;
  }

  standing(contact: Contact, today: Day): Standing {
    const found = this.#found.of(contact);
    const known = this.#standings.get(contact);
    if (known?.standing.found === found && known.today === today) return known.standing;
    const latest = latestOf(contact, found, today);
    const strength = tieStrength([...contact.interactions, ...found], latest, spacesMet(contact, this.#found.all(contact)).length, today);
    const standing = { contact, found, strength, latest };
    this.#standings.set(contact, { today, standing });
    return standing;
  }

  exchanges(contact: Contact, today: Day): Exchange[] {
    return exchangesWith(contact, this.#found.of(contact), today);
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
    return openMentions(this.#links.mentions(dayAfter(today, -MENTION_DAYS)), (path) => this.found(path), today, MENTION_DAYS).filter((mention) => !dismissed.has(mentionKey(mention)));
  }

  /** Communities that changed nothing in the user's practice for long, and about which the user was not asked yet. */
  quietCommunities(today: Day): Community[] {
    const dismissed = this.#dismissed();
    return quietCommunities(this.directory.communities(), today, this.edge.settings().ties.quietMonths).filter((community) => !dismissed.has(quietKey(community)));
  }

  /** Pairs who share a topic and seem not to know each other. */
  introductions(limit: number): readonly Introduction[] {
    return atOnce(this.#introducing()).slice(0, limit);
  }

  /** Never offers this again on this device. */
  dismiss(what: Mention | Contact | Introduction | Community): void {
    const key = 'contact' in what ? mentionKey(what) : 'practiceChanges' in what ? quietKey(what) : 'one' in what ? introductionKey(what.one, what.other) : closerKey(what);
    this.kept.save(DISMISSED, [...this.#dismissed().add(key)].slice(-MOST_DISMISSED));
    this.#dismissals++;
    this.#tell();
  }

  /** Who among the contacts probably knows whom, in the directory's order. */
  acquaintance(): Acquaintance {
    const of = `${this.directory.shapeVersion} ${this.#links.version}`;
    if (this.#acquaintance?.of !== of) this.#acquaintance = { of, known: acquaintances(this.directory.all(), this.#links.between(), this.communityPlaces()) };
    return this.#acquaintance.known;
  }

  /** Knows the place of a community by any of its names: for one round of questions, in which each name is looked up once. */
  communityPlaces(): (text: string) => string | undefined {
    const known = new Map<string, string | undefined>();
    return (text) => {
      if (!known.has(text)) known.set(text, this.directory.findCommunity(text)?.path);
      return known.get(text);
    };
  }

  /** The local day. */
  today(): Day {
    return dayOf(this.edge.clock());
  }

  *#preparing(today: Day): Steps<void> {
    yield* this.#links.read();
    yield* this.#standing(today);
    this.acquaintance();
    yield;
    yield* this.#introducing();
  }

  *#standing(today: Day): Steps<void> {
    for (const contact of this.directory.all()) {
      this.standing(contact, today);
      yield;
    }
  }

  *#introducing(): Steps<readonly Introduction[]> {
    const of = `${this.directory.shapeVersion} ${this.#links.version} ${this.#dismissals}`;
    if (this.#introductions?.of !== of) {
      const declined = this.#dismissed();
      const pairs = yield* introductionsInSteps(this.directory.all(), this.acquaintance(), MOST_INTRODUCTIONS, (one, other) => declined.has(introductionKey(one, other)));
      this.#introductions = { of, pairs };
    }
    return this.#introductions.pairs;
  }

  #dismissed(): Set<string> {
    const kept = this.kept.load(DISMISSED);
    return new Set(Array.isArray(kept) ? kept.filter((key) => typeof key === 'string') : []);
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

function latestOf(contact: Contact, found: readonly Exchange[], today: Day): Day | undefined {
  const [noted, shared] = [latestDay(contact, today), latestFound(found, today)];
  return noted === undefined || (shared !== undefined && shared > noted) ? shared : noted;
}
