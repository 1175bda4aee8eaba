import { addDays, format, isValid, parseISO } from 'date-fns';

/** A calendar day in local time, written `YYYY-MM-DD`. */
export type Day = string;

/** A minute in local time, written `YYYY-MM-DDTHH:mm`, as Obsidian's date & time properties are. */
export type Minute = string;

/** Tells the time; handed in so that the rooms stay free of the clock. */
export type Clock = () => Date;

const DAY_LENGTH = 'YYYY-MM-DD'.length;
/** The years that plain UTC arithmetic serves, with room for a century of days on either side. */
const [FIRST_QUICK_YEAR, LAST_QUICK_YEAR, QUICK_DAYS] = [1000, 9800, 40_000];
const DAY_MILLISECONDS = 86_400_000;
const NAMES_ZONE = /[T\s]\d{2}:?\d{2}(?::?\d{2}(?:[.,]\d+)?)?\s?(?:Z|[+-]\d{2}(?::?\d{2})?)$/;
const STARTS_WITH_DAY = /^\d{4}-\d{2}-\d{2}(?:$|[T\s])/;

/** The local calendar day of a moment. */
export function dayOf(moment: Date): Day {
  return format(moment, 'yyyy-MM-dd');
}

/** The local minute of a moment. */
export function minuteOf(moment: Date): Minute {
  return format(moment, "yyyy-MM-dd'T'HH:mm");
}

/** The day that lies `days` after `day` (before it, when negative). Calendar arithmetic: daylight saving changes nothing. */
export function dayAfter(day: Day, days: number): Day {
  const [year, month, date] = [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10))];
  // Thousands of days are reckoned at once: in UTC, where no day is longer than another, that is cheap.
  if (year >= FIRST_QUICK_YEAR && year <= LAST_QUICK_YEAR && Math.abs(days) < QUICK_DAYS) return new Date(Date.UTC(year, month - 1, date + days)).toISOString().slice(0, DAY_LENGTH);
  return dayOf(addDays(parseISO(day), days));
}

/** Whole calendar days from `from` to `to`; negative when `to` lies earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((startOf(to) - startOf(from)) / DAY_MILLISECONDS);
}

/**
 * Reads a property's value as a day, whether it holds a day or a minute; undefined when it is neither or impossible. A
 * minute that names its time zone, as other programs write them, is the local day of that moment.
 */
export function readDay(value: unknown): Day | undefined {
  if (value instanceof Date) return isValid(value) ? dayOf(value) : undefined;
  if (typeof value !== 'string') return undefined;
  const text = value.trim();
  if (!STARTS_WITH_DAY.test(text)) return undefined;
  if (NAMES_ZONE.test(text)) {
    const moment = parseISO(text);
    return isValid(moment) ? dayOf(moment) : undefined;
  }
  const day = text.slice(0, DAY_LENGTH);
  return isValid(parseISO(day)) ? day : undefined;
}

/** When a day begins in UTC, in milliseconds since 1970. */
function startOf(day: Day): number {
  return Date.parse(`${day.slice(0, DAY_LENGTH)}T00:00:00Z`);
}
