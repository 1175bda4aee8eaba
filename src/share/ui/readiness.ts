import { dayOf, type Day } from '../../base';
import { Shelf } from '../../note';
import { breathing } from '../../obsidian/breathe';
import type { Edge } from '../../obsidian/edge';
import type { QuoteEntry } from '../../sense';
import { holdOn, isPrivateNote, nextRung, type Hold } from '..';
import type { HistoryShelf } from './history-shelf';

/** Which notes may go out now, which wait, and which may go wider. */
export class Readiness {
  readonly #held: Shelf<string>;
  #filling: Promise<void> | undefined;

  constructor(private readonly edge: Edge, private readonly history: HistoryShelf, private readonly sensed: () => readonly QuoteEntry[]) {
    const { notes } = edge;
    this.#held = new Shelf<string>(notes, { belongs: (path) => this.holdOf(path) !== undefined, read: ({ path }) => path });
    edge.onNote((event) => void this.#held.follow(event));
  }

  filled(): Promise<void> {
    this.#filling ??= this.edge.layoutReady().then(() => this.#held.fill(breathing()));
    return this.#filling;
  }

  /** Quotes with a take that were not shared yet and are not held back. */
  ready(): QuoteEntry[] {
    return this.sensed().filter(({ path }) => !this.history.isShared(path) && this.holdOf(path) === undefined && !this.#isPrivate(path));
  }

  /** Notes that were shared with those who are near, long enough ago to go wider. */
  wider(): string[] {
    const today = this.#today();
    const { waitDays } = this.edge.settings().share;
    return this.history.paths().filter((path) => {
      const next = nextRung(this.history.of(path), waitDays);
      return next !== undefined && next.from <= today && this.holdOf(path) === undefined && !this.#isPrivate(path);
    });
  }

  /** Notes that are held back, those with the nearest day first. */
  held(): { path: string; hold: Hold }[] {
    return this.#held.all().flatMap((path) => {
      const hold = this.holdOf(path);
      return hold === undefined ? [] : [{ path, hold }];
    }).sort((left, right) => ((left.hold.until ?? LAST) < (right.hold.until ?? LAST) ? -1 : (left.hold.until ?? LAST) > (right.hold.until ?? LAST) ? 1 : left.path.localeCompare(right.path)));
  }

  holdOf(path: string): Hold | undefined {
    return holdOn(this.edge.notes.properties(path), this.edge.settings().properties, this.#today());
  }

  onChange(listener: () => void): () => void {
    return this.#held.onChange(listener);
  }

  #isPrivate(path: string): boolean {
    const { share, properties } = this.edge.settings();
    return isPrivateNote(path, this.edge.notes, share, properties);
  }

  #today(): Day {
    return dayOf(this.edge.clock());
  }
}

const LAST = '9999-12-31';
