import { dayOf, seededRandom, type Day } from '../../base';
import type { DraftStore } from '../../obsidian/draft-store';
import type { Edge } from '../../obsidian/edge';
import { QUEUE_ORDERS, SOURCE_KINDS, WHOLE_QUEUE, arranged, isSensed, queueOn, type QueueView, type Waiting } from '..';
import type { AsideNote } from './aside-note';
import { keyOfEntry } from './entry-key';
import type { FoundShelf } from './found-shelf';
import type { QuoteShelf } from './quote-shelf';

const KEY = 'queue-view';

/** The one list of quotes that wait for a take: quote notes, and quotes in other notes that have none yet. */
export class WaitingList {
  #known: { readonly day: Day; readonly least: number; readonly queue: readonly Waiting[] } | undefined;
  #before: readonly Waiting[] = [];
  #view: QueueView;
  readonly #listeners = new Set<() => void>();

  constructor(
    private readonly edge: Edge,
    private readonly quotes: QuoteShelf,
    private readonly found: FoundShelf,
    private readonly aside: AsideNote,
    private readonly drafts: DraftStore,
  ) {
    this.#view = readView(drafts.load(KEY));
    const tell = (): void => {
      this.#known = undefined;
      for (const listener of this.#listeners) listener();
    };
    for (const room of [quotes, found, aside]) room.onChange(tell);
    edge.onSettings(tell);
  }

  async ready(): Promise<void> {
    await Promise.all([this.quotes.ready(), this.found.ready(), this.aside.ready()]);
  }

  get isReady(): boolean {
    return this.quotes.isReady && this.found.isReady;
  }

  /** Everything that waits today, the longest waiting first. */
  all(): readonly Waiting[] {
    const [day, least] = [dayOf(this.edge.clock()), this.edge.settings().sense.leastOwnWords];
    if (this.#known?.day !== day || this.#known.least !== least) {
      const entries = this.quotes.all();
      const kept = new Set(entries.map(keyOfEntry));
      const others = this.found.all().filter(({ key }) => !kept.has(key));
      this.#known = { day, least, queue: queueOn(day, entries, least, others, this.aside.decided, this.#before) };
      this.#before = this.#known.queue;
    }
    return this.#known.queue;
  }

  /** What is looked at, in its order. Chance deals the cards once a day. */
  shown(): Waiting[] {
    return arranged(this.all(), this.#view, seededRandom(Number(dayOf(this.edge.clock()).replace(/\D/g, ''))));
  }

  get view(): QueueView {
    return this.#view;
  }

  /** Looks at another part, or in another order; remembered on this device. */
  look(view: Partial<QueueView>): void {
    this.#view = { ...this.#view, ...view };
    this.drafts.save(KEY, this.#view);
  }

  /** How many quote notes have a take, and how many quotes there are that have one or wait for one. */
  progress(): { readonly sensed: number; readonly of: number } {
    const least = this.edge.settings().sense.leastOwnWords;
    const sensed = this.quotes.all().filter((entry) => isSensed(entry, least)).length;
    return { sensed, of: sensed + this.all().length };
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}

function readView(stored: unknown): QueueView {
  if (typeof stored !== 'object' || stored === null) return WHOLE_QUEUE;
  const { order, kind, text } = stored as Record<string, unknown>;
  return {
    order: QUEUE_ORDERS.find((known) => known === order) ?? WHOLE_QUEUE.order,
    kind: SOURCE_KINDS.find((known) => known === kind) ?? 'all',
    text: typeof text === 'string' ? text : '',
  };
}
