import { getAllTags } from 'obsidian';
import { listProperty, nameOf, type NoteEvent } from '../../note';
import { breathing } from '../../obsidian/breathe';
import type { Edge } from '../../obsidian/edge';
import { TopicIndex, type Contact } from '..';
import type { NoteDays } from './note-days';
import type { ShelfDirectory } from './shelf-directory';

/** A note of the user's that touches a topic. */
export interface TouchingNote {
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

  onReady(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** The note touching one of a person's topics that changed last, leaving out those that `isKnown` to them; undefined before all was read. */
  latestFor(contact: Contact, isKnown: (path: string) => boolean): TouchingNote | undefined {
    if (!this.#isFilled) return undefined;
    const found = contact.topics.flatMap((topic) => this.#latestOn(topic).find(({ path }) => !isKnown(path) && this.#mayBeGiven(path)) ?? []);
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
    for (const listener of this.#listeners) listener();
  }

  #follow(event: NoteEvent): void {
    const path = event.kind === 'removed' ? event.path : event.note.path;
    if (event.kind !== 'changed' || !this.#isOfSomebody(path)) this.#latest.clear();
    if (event.kind === 'removed') return this.#index.delete(path);
    if (event.kind === 'renamed') this.#index.delete(event.from);
    this.#read(event.note.path);
  }

  // People, groups and days are about everything and nothing.
  #isOfSomebody(path: string): boolean {
    return this.directory.at(path) !== undefined || this.directory.isCommunity(path) || this.days.of(path) !== undefined;
  }

  #read(path: string): void {
    if (this.#isOfSomebody(path)) return this.#index.delete(path);
    const cache = this.edge.app.metadataCache.getCache(path);
    const properties = this.edge.notes.properties(path);
    const headings = (cache?.headings ?? []).slice(0, MOST_HEADINGS).map(({ heading }) => heading);
    const tags = cache === null ? [] : (getAllTags(cache) ?? []);
    this.#index.set(path, [nameOf(path), ...listProperty(properties, 'aliases'), ...listProperty(properties, this.edge.settings().properties.topics), ...tags, ...headings]);
  }
}
