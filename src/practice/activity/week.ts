import { addWeeks, differenceInCalendarISOWeeks, format, parseISO, startOfISOWeek } from 'date-fns';
import { dayAfter, dayOf, type Day } from '../../base';

/** A week from Monday to Sunday, written `2026-W47`: the year is the one that its Thursday lies in (ISO 8601). */
export type WeekId = string;

/** A week with its first and its last day. */
export interface Week {
  readonly id: WeekId;
  /** A Monday. */
  readonly from: Day;
  /** The Sunday after it. */
  readonly to: Day;
}

const LAST = 6;

/** The week of a local calendar day. Only calendar days are counted, so that daylight saving moves nothing. */
export function weekOf(day: Day): Week {
  const monday = startOfISOWeek(parseISO(day));
  const from = dayOf(monday);
  return { id: format(monday, "RRRR-'W'II"), from, to: dayAfter(from, LAST) };
}

/** The week that lies `weeks` after the week of `day`; before it, when negative. */
export function weekAfter(day: Day, weeks: number): Week {
  return weekOf(dayOf(addWeeks(parseISO(day), weeks)));
}

/** The last `count` weeks up to the one of `day`, the earliest first. */
export function weeksUpTo(day: Day, count: number): Week[] {
  return Array.from({ length: count }, (_, at) => weekAfter(day, at + 1 - count));
}

/** Whole weeks from the week of `from` to the week of `to`; negative when `to` lies earlier. */
export function weeksBetween(from: Day, to: Day): number {
  return differenceInCalendarISOWeeks(parseISO(to), parseISO(from));
}

/** Tells the week of a day, and remembers it: the same few days are asked for very often. */
export function weekFinder(): (day: Day) => WeekId {
  const known = new Map<Day, WeekId>();
  return (day) => {
    const found = known.get(day) ?? weekOf(day).id;
    known.set(day, found);
    return found;
  };
}
