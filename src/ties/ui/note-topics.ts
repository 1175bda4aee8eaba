import { getAllTags } from 'obsidian';
import { listProperty, nameOf, type NoteEvent } from '../../note';
import { breathing } from '../../obsidian/breathe';
import type { Edge } from '../../obsidian/edge';
import { TopicIndex, type Contact } from '..';
import type { NoteDays } from './note-days';
import type { ShelfDirectory } from './shelf-directory';

/** A note of the user's that touches a topic. */
interface TouchingNote {
  readonly path: string;
  readonly topic: string;
  /** Milliseconds since 1970. */
  readonly mtime: number;
}

const MOST_HEADINGS = 30;
/** So many of the latest notes on a topic; somebody who got them all needs no other reason. */
const MOST_TO_GIVE = 50;

/** Which of the user's notes touch which topics. Read when it is first asked for, and kept in step from then on. */
export class NoteTopics {
  readonly #index = new TopicIndex();
  readonly #listeners = new Set<() => void>();
  readonly #latest = new Map<string, readonly TouchingNote[]>();
  #mayBeGiven: (path: string) => boolean = () => true;
  #filling: Promise<void> | undefined;
  #isFilled = false;

  constructor(
    private readonly edge: Edge,
    private readonly directory: ShelfDirectory,
    private readonly days: NoteDays,
  ) {
    edge.onNote((event) => {
      if (this.#filling !== undefined) this.#follow(event);
    });
  }

  /** From now on only offers notes that pass. */
  connect(mayBeGiven: (path: string) => boolean): void {
    this.#mayBeGiven = mayBeGiven;
  }

  ready(): Promise<void> {
    this.#filling ??= this.directory.ready().then(() => this.#fill());
    return this.#filling;
  }

  /** Calls `listener` once everything was read, and whenever a note is about something else from then on; the returned function ends it. */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** The note touching one of a person's topics that changed last, leaving out those that `isKnown` to them; undefined before all was read. */
  latestFor(contact: Contact, isKnown: (path: string) => boolean): TouchingNote | undefined {
    if (!this.#isFilled) return undefined;
    // Asked again here: when a note was read, the directory may not have known yet that it is about a person.
    const mayServe = (path: string): boolean => !isKnown(path) && !this.#isOfSomebody(path) && this.#mayBeGiven(path);
    const found = contact.topics.flatMap((topic) => this.#latestOn(topic).find(({ path }) => mayServe(path)) ?? []);
    return found.sort((left, right) => right.mtime - left.mtime)[0];
  }

  // The latest notes on a topic, found once until a note on any topic changes.
  #latestOn(topic: string): readonly TouchingNote[] {
    const known = this.#latest.get(topic);
    if (known !== undefined) return known;
    const latest = this.#index.touching(topic)
      .flatMap((path) => {
        const mtime = this.edge.notes.find(path)?.mtime;
        return mtime === undefined ? [] : [{ path, topic, mtime }];
      })
      .sort((left, right) => right.mtime - left.mtime)
      .slice(0, MOST_TO_GIVE);
    this.#latest.set(topic, latest);
    return latest;
  }

  async #fill(): Promise<void> {
    const breathe = breathing();
    this.days.refresh();
    for (const { path } of this.edge.notes.list()) {
      this.#read(path);
      await breathe();
    }
    this.#latest.clear();
    this.#isFilled = true;
    this.#tell();
  }

  #follow(event: NoteEvent): void {
    const path = event.kind === 'removed' ? event.path : event.note.path;
    if (event.kind !== 'changed' || !this.#isOfSomebody(path)) this.#latest.clear();
    const isGone = event.kind === 'changed' ? false : this.#index.delete(event.kind === 'removed' ? path : event.from);
    const isOther = event.kind === 'removed' ? false : this.#read(path);
    if (this.#isFilled && (isGone || isOther)) this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }

  // People, groups and days are about everything and nothing.
  #isOfSomebody(path: string): boolean {
    return this.directory.at(path) !== undefined || this.directory.isCommunity(path) || this.days.of(path) !== undefined;
  }

  // Tells whether the note is about something else than before.
  #read(path: string): boolean {
    if (this.#isOfSomebody(path)) return this.#index.delete(path);
    const cache = this.edge.app.metadataCache.getCache(path);
    const properties = this.edge.notes.properties(path);
    const headings = (cache?.headings ?? []).slice(0, MOST_HEADINGS).map(({ heading }) => heading);
    const tags = cache === null ? [] : (getAllTags(cache) ?? []);
    return this.#index.set(path, [nameOf(path), ...listProperty(properties, 'aliases'), ...listProperty(properties, this.edge.settings().properties.topics), ...tags, ...headings]);
  }
}
