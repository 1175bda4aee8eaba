import { addDays, differenceInCalendarDays, format, isValid, parseISO } from 'date-fns';

/** A calendar day in local time, written `YYYY-MM-DD`. */
export type Day = string;

/** A minute in local time, written `YYYY-MM-DDTHH:mm`, as Obsidian's date & time properties are. */
export type Minute = string;

/** Tells the time; handed in so that the rooms stay free of the clock. */
export type Clock = () => Date;

const DAY_LENGTH = 'YYYY-MM-DD'.length;
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
  return dayOf(addDays(parseISO(day), days));
}

/** Whole calendar days from `from` to `to`; negative when `to` lies earlier. */
export function daysBetween(from: Day, to: Day): number {
  return differenceInCalendarDays(parseISO(to), parseISO(from));
}

/** Reads a property's value as a day, whether it holds a day or a minute; undefined when it is neither or impossible. */
export function readDay(value: unknown): Day | undefined {
  if (value instanceof Date) return isValid(value) ? dayOf(value) : undefined;
  if (typeof value !== 'string') return undefined;
  const text = value.trim();
  if (!STARTS_WITH_DAY.test(text)) return undefined;
  const day = text.slice(0, DAY_LENGTH);
  return isValid(parseISO(day)) ? day : undefined;
}
