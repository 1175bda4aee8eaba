import type { Day, Random } from '../base';
import { shownName } from '../note';
import type { FoundQuote, Quote } from '../seek';
import type { Aside } from './aside';
import { isFullTake, qualityOf, type TakeQuality } from './quality';
import { sourceKindOf, type SourceKind } from './source-kind';
import type { SenseState } from './take';

/** A kept quote with what the user made of it so far. */
export interface QuoteEntry {
  readonly path: string;
  readonly quote: Quote;
  readonly state: SenseState;
}

/** A quote that stands in another note and has no quote note of its own. */
export interface FoundEntry {
  readonly path: string;
  readonly quote: Quote;
  readonly found: FoundQuote;
  /** Key of its words: the same for every copy of the quote. */
  readonly key: string;
}

/** A quote that waits for a take, in a note of its own or among others. */
export interface Waiting {
  /** The path of a quote note, or path and key of a quote in another note. */
  readonly id: string;
  readonly path: string;
  readonly quote: Quote;
  readonly kind: SourceKind;
  /** Present when it stands in another note. */
  readonly found?: FoundEntry;
  /** What can be searched, in small letters. */
  readonly searched: string;
}

/** In which order the queue is gone through. */
export const QUEUE_ORDERS = ['oldest', 'newest', 'source', 'person', 'chance'] as const;
type QueueOrder = (typeof QUEUE_ORDERS)[number];

/** What of the queue is looked at, and in which order. */
export interface QueueView {
  readonly order: QueueOrder;
  /** Words that a quote, its author, source, title, note or the person who led to it must all hold. */
  readonly text: string;
  readonly kind: SourceKind | 'all';
}

/** The whole queue, the longest waiting first. */
export const WHOLE_QUEUE: QueueView = { order: 'oldest', text: '', kind: 'all' };

// Every list asks this of every quote, whenever a note changes; an entry itself never does.
const looked = new WeakMap<QuoteEntry, readonly TakeQuality[]>();
const asWaiting = new WeakMap<QuoteEntry | FoundEntry, Waiting>();

/** Whether an entry has a take that counts: the latest, or one before it. What may be passed on is up to the gate. */
export function isSensed(entry: QuoteEntry, leastOwnWords: number): boolean {
  const { take, earlier = [] } = entry.state;
  const qualities = looked.get(entry) ?? [take, ...earlier].map(({ text }) => qualityOf(text, entry.quote));
  looked.set(entry, qualities);
  return qualities.some((quality) => isFullTake(quality, leastOwnWords));
}

/**
 * The quotes that wait for a take on a day, the longest waiting first; let-go ones and those set aside are left out. `before`
 * is the queue as it was a moment ago: whatever still waits is in its order already, which makes the next one quickly made.
 */
export function queueOn(
  today: Day,
  entries: readonly QuoteEntry[],
  leastOwnWords: number,
  found: readonly FoundEntry[] = [],
  aside: ReadonlyMap<string, Aside> = new Map(),
  before: readonly Waiting[] = [],
): Waiting[] {
  const notes = entries.filter((entry) => entry.state.letGo === undefined && (entry.state.later ?? '') <= today && !isSensed(entry, leastOwnWords));
  const others = found.filter(({ key }) => {
    const kept = aside.get(key);
    return kept === undefined || (kept.kind === 'later' && kept.day <= today);
  });
  const fresh = new Set([...notes, ...others].map(waitingOf));
  const stayed = before.filter((waiting) => fresh.delete(waiting));
  // Sorting goes through a part that is in order once.
  return [...stayed, ...fresh].sort(byAge);
}

/** A part of the queue in an order; `random` decides where chance does. */
export function arranged(queue: readonly Waiting[], { order, text, kind }: QueueView, random: Random): Waiting[] {
  const wanted = text.toLowerCase().split(/\s+/).filter((word) => word !== '');
  const shown = queue.filter((waiting) => (kind === 'all' || waiting.kind === kind) && wanted.every((word) => waiting.searched.includes(word)));
  if (order === 'oldest') return shown;
  if (order === 'newest') return shown.reverse();
  if (order === 'chance') return shuffled(shown, random);
  const nameOf = order === 'source' ? sourceName : personName;
  // Those that name none come last, each group the longest waiting first.
  const named = shown.map((waiting) => ({ waiting, name: nameOf(waiting.quote) }));
  return named.sort((left, right) => Number(left.name === '') - Number(right.name === '') || compare(left.name, right.name)).map(({ waiting }) => waiting);
}

/** The entry after `id` in a queue, so that a review can go on; the first one when `id` is not in it. */
export function nextInQueue<Entry extends { readonly id: string }>(queue: readonly Entry[], id?: string): Entry | undefined {
  const at = queue.findIndex((entry) => entry.id === id);
  return queue[at + 1] ?? (at > 0 ? queue[0] : undefined);
}

/** A quote as it waits; worked out once for each reading of its note. */
export function waitingOf(entry: QuoteEntry | FoundEntry): Waiting {
  const known = asWaiting.get(entry);
  if (known !== undefined) return known;
  const { path, quote } = entry;
  const { text, author = '', title = '', source = '', via = '' } = quote;
  const waiting = {
    id: 'key' in entry ? `${path}#${entry.key}` : path,
    path, quote, kind: sourceKindOf(quote),
    ...('key' in entry ? { found: entry } : {}),
    searched: [text, author, title, source, via, path].join('\n').toLowerCase(),
  };
  asWaiting.set(entry, waiting);
  return waiting;
}

function byAge(left: Waiting, right: Waiting): number {
  return compare(left.quote.captured, right.quote.captured) || compare(left.path, right.path) || (left.found?.found.from ?? 0) - (right.found?.found.from ?? 0);
}

function sourceName({ title, source = '' }: Quote): string {
  return (title ?? source.replace(/^https?:\/\/(?:www\.)?/i, '')).toLowerCase();
}

function personName({ via, author }: Quote): string {
  return shownName(via ?? author ?? '').toLowerCase();
}

function shuffled(items: readonly Waiting[], random: Random): Waiting[] {
  const order = [...items];
  for (let at = order.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [order[at], order[other]] = [order[other] as Waiting, order[at] as Waiting];
  }
  return order;
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
