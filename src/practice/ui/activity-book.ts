import { dayOf, type Day } from '../../base';
import { Shelf } from '../../note';
import { breathing } from '../../obsidian/breathe';
import type { Edge } from '../../obsidian/edge';
import { isQuoteNote } from '../../seek';
import { isCommunityNote, isContactNote } from '../../ties';
import {
  ActivityWeeks, eventsOfNote, practiceWeek, ROLE_WEEKS, RoleBook, settle, tellsOfPractice, weekFinder, weeksUpTo,
  type ActivityEvent, type ActivityFormat, type NoteKind, type PracticeWeek, type RoleRule,
} from '..';

/** What a week's role depends on besides: the weeks before it. */
export const WEEKS_BEFORE = ROLE_WEEKS - 1;
/** So many weeks are looked at again and again: twelve in the trail, and what their roles depend on. */
const WEEKS_IN_SIGHT = 12 + WEEKS_BEFORE;

/** The user's activity as the notes tell it now: read when it is first asked for, then kept in step note by note. */
export class ActivityBook {
  readonly #shelf: Shelf<readonly ActivityEvent[]>;
  readonly #findWeek = weekFinder();
  readonly #weeks = new ActivityWeeks(this.#findWeek);
  #filling: Promise<void> | undefined;
  #roles: { readonly today: Day; readonly book: RoleBook } | undefined;

  constructor(private readonly edge: Edge) {
    const { notes } = edge;
    this.#shelf = new Shelf<readonly ActivityEvent[]>(notes, {
      belongs: (path) => this.#belongs(path),
      read: ({ path }, text) => this.#read(path, text),
    });
    const forget = (): void => void (this.#roles = undefined);
    this.#shelf.onChange(forget);
    edge.onNote((event) => {
      if (this.#filling !== undefined) void this.#shelf.follow(event);
    });
    edge.onSettings(() => {
      forget();
      if (this.#filling !== undefined) this.#filling = this.#fill();
    });
  }

  /** Reads the notes that tell of the practice; called by whoever shows it. */
  ready(): Promise<void> {
    this.#filling ??= this.edge.layoutReady().then(() => this.#fill());
    return this.#filling;
  }

  get isReady(): boolean {
    return this.#shelf.isFilled;
  }

  today(): Day {
    return dayOf(this.edge.clock());
  }

  /** The roles of all weeks up to today, as the notes are now. */
  roles(): RoleBook {
    const today = this.today();
    if (this.#roles?.today === today) return this.#roles.book;
    const book = new RoleBook(this.#weeks.follow(this.#shelf.byPath()).upTo(today), this.#rule());
    this.#roles = { today, book };
    return book;
  }

  /** The roles of all weeks up to today as some notes alone tell them. `weeks` is kept by who asks: it sorts only what is new. */
  rolesAmong(weeks: ActivityWeeks, paths: ReadonlySet<string>): RoleBook {
    const among = new Map([...this.byNote()].filter(([path]) => paths.has(path)));
    return new RoleBook(weeks.follow(among).upTo(this.today()), this.#rule());
  }

  /** The week of a day, of today when none is given. */
  async week(day?: Day): Promise<PracticeWeek> {
    await this.ready();
    return practiceWeek(this.roles(), day ?? this.today());
  }

  /** What each note tells. */
  byNote(): ReadonlyMap<string, readonly ActivityEvent[]> {
    return this.#shelf.byPath();
  }

  /** Counts, in slices, what the weeks up to a day need. */
  settle(day: Day): Promise<void> {
    return settle(this.roles().activity, weeksUpTo(day, WEEKS_IN_SIGHT).map(({ id }) => id), breathing());
  }

  /** Calls `listener` after every change; the returned function ends it. */
  onChange(listener: () => void): () => void {
    return this.#shelf.onChange(listener);
  }

  #rule(): RoleRule {
    const { roles: weights, sense } = this.edge.settings();
    return { weights, leastOwnWords: sense.leastOwnWords };
  }

  async #fill(): Promise<void> {
    await this.#shelf.fill(breathing());
    await this.settle(this.today());
  }

  #read(path: string, text: string): readonly ActivityEvent[] {
    const events = eventsOfNote({ path, kind: this.#kindOf(path), properties: this.edge.notes.properties(path), text }, this.#format());
    // Each day's week is found now, a few at a time, so that sorting all events into weeks takes no time at once.
    for (const { day } of events) this.#findWeek(day);
    return events;
  }

  #belongs(path: string): boolean {
    const { properties: names } = this.edge.settings();
    if (this.#kindOf(path) !== 'other' || this.edge.notes.properties(path)[names.shared] !== undefined) return true;
    const headings = this.edge.app.metadataCache.getCache(path)?.headings ?? [];
    return tellsOfPractice(headings.map(({ heading }) => heading), this.#format());
  }

  #kindOf(path: string): NoteKind {
    const { notes } = this.edge;
    const { properties: names, ties } = this.edge.settings();
    const properties = notes.properties(path);
    if (isQuoteNote(properties, names)) return 'quote';
    if (isCommunityNote(properties, names)) return 'community';
    return isContactNote(path, properties, (tag) => notes.hasTag(path, tag), { names, ...ties }) ? 'contact' : 'other';
  }

  #format(): ActivityFormat {
    const { properties: names, sense, share, ties } = this.edge.settings();
    return {
      names, takeSection: sense.takeSection, sharedSection: share.sharedSection, interactionsSection: ties.interactionsSection,
      appliedSection: sense.appliedSection, practiceChangesSection: ties.practiceChangesSection,
    };
  }
}
