import { dayOf, type Day } from '../../base';
import { Shelf } from '../../note';
import { breathing } from '../../obsidian/breathe';
import type { Edge } from '../../obsidian/edge';
import type { QuoteEntry } from '../../sense';
import { AUDIENCES, holdOn, isPrivateNote, nextRung, notFor, readAudiences, widestReached, type Audience, type Hold } from '..';
import type { HistoryShelf } from './history-shelf';

/** A note that is held back, kept from somebody, or both. */
interface HeldNote {
  readonly path: string;
  readonly hold: Hold;
  /** From whom, as the note says. */
  readonly kept: readonly string[];
}

/** A note that may go wider: where it got so far, and where it may go. */
interface WiderNote {
  readonly path: string;
  readonly widest: Audience;
  readonly next: Audience;
}

/** Which notes may go out now, which wait, and which may go wider. */
export class Readiness {
  readonly #held: Shelf<string>;
  #filling: Promise<void> | undefined;

  constructor(private readonly edge: Edge, private readonly history: HistoryShelf, private readonly sensed: () => readonly QuoteEntry[]) {
    const { notes } = edge;
    this.#held = new Shelf<string>(notes, { belongs: (path) => this.#heldNote(path) !== undefined, read: ({ path }) => path });
    edge.onNote((event) => void this.#held.follow(event));
  }

  filled(): Promise<void> {
    this.#filling ??= this.edge.layoutReady().then(() => this.#held.fill(breathing()));
    return this.#filling;
  }

  /** Quotes with a take that were not shared yet, are not held back, and may go to somebody. */
  ready(): QuoteEntry[] {
    return this.sensed().filter(({ path }) => !this.history.isShared(path) && this.#holdOf(path) === undefined && !this.#isPrivate(path) && readAudiences(this.keptOf(path)).length < AUDIENCES.length);
  }

  /** Notes that were shared with those who are near, long enough ago to go wider. */
  wider(): WiderNote[] {
    const today = this.#today();
    const { waitDays } = this.edge.settings().share;
    return this.history.paths().flatMap((path) => {
      const ledger = this.history.of(path);
      const [widest, next] = [widestReached(ledger), nextRung(ledger, waitDays, readAudiences(this.keptOf(path)))];
      const isWaiting = next === undefined || next.from > today || this.#holdOf(path) !== undefined || this.#isPrivate(path);
      return widest === undefined || isWaiting ? [] : [{ path, widest, next: next.audience }];
    });
  }

  /** Notes that are held back or kept from somebody, those with the nearest day first. */
  held(): HeldNote[] {
    const dayOfHold = ({ hold }: HeldNote): Day => hold.until ?? LAST;
    return this.#held.all().flatMap((path) => this.#heldNote(path) ?? [])
      .sort((left, right) => (dayOfHold(left) < dayOfHold(right) ? -1 : dayOfHold(left) > dayOfHold(right) ? 1 : left.path.localeCompare(right.path)));
  }

  /** Whom a note is kept from today, as it says itself. */
  keptOf(path: string): string[] {
    return notFor(this.edge.notes.properties(path), this.edge.settings().properties, this.#today());
  }

  #heldNote(path: string): HeldNote | undefined {
    const [hold, kept] = [this.#holdOf(path), this.keptOf(path)];
    return hold === undefined && kept.length === 0 ? undefined : { path, hold: hold ?? {}, kept };
  }

  #holdOf(path: string): Hold | undefined {
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
