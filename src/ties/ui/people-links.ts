import { atOnce, readDay, type Day, type Steps } from '../../base';
import { propertyHas } from '../../note';
import type { Edge } from '../../obsidian/edge';
import type { Mention } from '..';
import type { NoteDays } from './note-days';
import type { ShelfDirectory } from './shelf-directory';

const MEETING = 'meeting';
const NOBODY: readonly string[] = [];

/** Which notes link to which contacts; read once, and again when a contact comes or goes, and followed note by note. */
export class PeopleLinks {
  #targets = new Map<string, readonly string[]>();
  #namesVersion = -1;
  #version = 0;

  constructor(private readonly edge: Edge, private readonly directory: ShelfDirectory, private readonly days: NoteDays, changed: () => void) {
    const { app, plugin } = edge;
    plugin.registerEvent(app.metadataCache.on('resolve', ({ path }) => {
      if (this.#isCurrent() && this.#follow(path)) changed();
    }));
    edge.onNote((event) => {
      if (event.kind !== 'changed') this.#targets.delete(event.kind === 'removed' ? event.path : event.from);
    });
  }

  /** Counts up when a contact links to others than before. */
  get version(): number {
    this.#ensure();
    return this.#version;
  }

  /** Brings it up to date, with places to rest. */
  *read(): Steps<void> {
    if (this.#isCurrent()) return;
    const { namesVersion } = this.directory;
    const targets = new Map<string, readonly string[]>();
    this.days.refresh();
    for (const path of Object.keys(this.edge.app.metadataCache.resolvedLinks)) {
      const linked = this.#linkedFrom(path);
      if (linked.length > 0) {
        targets.set(path, linked);
        this.days.of(path);
      }
      yield;
    }
    this.#targets = targets;
    this.#namesVersion = namesVersion;
    this.#version++;
  }

  /** Pairs of contacts of whom one's note links to the other's. */
  *between(): Iterable<readonly [string, string]> {
    this.#ensure();
    for (const [path, targets] of this.#targets) {
      if (this.directory.at(path) !== undefined) for (const to of targets) yield [path, to];
    }
  }

  /** Links to contacts in notes of a day from `since` on. */
  mentions(since: Day): Mention[] {
    this.#ensure();
    this.days.refresh();
    return [...this.#targets].flatMap(([path, targets]) => {
      const day = this.directory.at(path) === undefined ? this.#dayOfNote(path) : undefined;
      if (day === undefined || day < since) return [];
      return targets.flatMap((to) => this.directory.at(to) ?? []).map((contact) => ({ contact, path, day }));
    });
  }

  #isCurrent(): boolean {
    return this.#namesVersion === this.directory.namesVersion;
  }

  #ensure(): void {
    atOnce(this.read());
  }

  // Whether the note links to a contact, or did so until now.
  #follow(path: string): boolean {
    const [before, now] = [this.#targets.get(path) ?? NOBODY, this.#linkedFrom(path)];
    if (now.length === 0) this.#targets.delete(path);
    else this.#targets.set(path, now);
    const isOther = before.join('\n') !== now.join('\n');
    if (isOther && this.directory.at(path) !== undefined) this.#version++;
    return isOther || now.length > 0;
  }

  #linkedFrom(path: string): readonly string[] {
    return Object.keys(this.edge.app.metadataCache.resolvedLinks[path] ?? {}).filter((to) => this.directory.at(to) !== undefined);
  }

  #dayOfNote(path: string): Day | undefined {
    const named = this.days.of(path);
    if (named !== undefined) return named;
    const properties = this.edge.notes.properties(path);
    const isMeeting = propertyHas(properties, this.edge.settings().properties.type, MEETING) || this.edge.notes.hasTag(path, MEETING);
    return isMeeting ? readDay(properties['date']) : undefined;
  }
}
