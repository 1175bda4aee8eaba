import type { Day } from '../base';
import type { Quote } from '../seek';
import { countOwnWords } from './own-words';
import type { SenseState } from './take';

/** A kept quote with what the user made of it so far. */
export interface QuoteEntry {
  readonly path: string;
  readonly quote: Quote;
  readonly state: SenseState;
}

// Every list asks this of every quote, whenever a note changes; an entry itself never does.
const counted = new WeakMap<QuoteEntry, number>();

/** Whether an entry has a take that would pass the gate. */
export function isSensed(entry: QuoteEntry, leastOwnWords: number): boolean {
  const own = counted.get(entry) ?? countOwnWords(entry.state.take.text, entry.quote);
  counted.set(entry, own);
  return own >= Math.max(1, leastOwnWords);
}

/** The quotes that wait for a take on a day, the longest waiting first; let-go ones and those set aside are left out. */
export function queueOn(today: Day, entries: readonly QuoteEntry[], leastOwnWords: number): QuoteEntry[] {
  return entries
    .filter((entry) => entry.state.letGo === undefined && (entry.state.later ?? '') <= today && !isSensed(entry, leastOwnWords))
    .sort((left, right) => compare(left.quote.captured, right.quote.captured) || compare(left.path, right.path));
}

/** The entry after `path` in a queue, so that a review can go on; the first one when `path` is not in it. */
export function nextInQueue(queue: readonly QuoteEntry[], path?: string): QuoteEntry | undefined {
  const at = queue.findIndex((entry) => entry.path === path);
  return queue[at + 1] ?? (at > 0 ? queue[0] : undefined);
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
