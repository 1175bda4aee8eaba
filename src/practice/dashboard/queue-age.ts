import { daysBetween, readDay, type Day } from '../../base';

/** Where the ages of waiting quotes are parted, in days. */
const AGES = [7, 30, 90, 365] as const;

/** How long quotes have been waiting. */
interface QueueAge {
  readonly count: number;
  /** How many wait for fewer days than each of `AGES` and not fewer than the one before; the last one: all older ones. */
  readonly ages: readonly number[];
}

/** Sorts waiting quotes by their age; one that does not say when it was kept counts as new. */
export function queueAge(queue: readonly { readonly captured?: string }[], today: Day): QueueAge {
  const days = queue.map(({ captured }) => {
    const day = readDay(captured);
    return day === undefined ? 0 : Math.max(0, daysBetween(day, today));
  });
  return { count: days.length, ages: [...AGES, Infinity].map((below, at) => days.filter((age) => age < below && age >= (AGES[at - 1] ?? 0)).length) };
}
