import type { Day } from '../../base';
import { eventKey, type ActivityEvent } from './event';
import { weekFinder, weekOf, type WeekId } from './week';

/** Everything that happened up to a day, by week. */
export interface Activity {
  /** What happened in a week, each thing once, as the notes list it. */
  inWeek(week: WeekId): readonly ActivityEvent[];
  /** What one note tells. */
  ofNote(path: string): readonly ActivityEvent[];
  /** The earliest day on which something happened. */
  readonly first?: Day;
}

type EventsByNote = ReadonlyMap<string, readonly ActivityEvent[]>;

const NOTHING: readonly ActivityEvent[] = [];

/** What the notes tell, sorted into weeks. Only a cache: it can be made anew from the notes at any time. */
export class ActivityWeeks {
  readonly #notes = new Map<string, readonly ActivityEvent[]>();
  readonly #weeks = new Map<WeekId, Map<string, ActivityEvent[]>>();

  constructor(private readonly findWeek: (day: Day) => WeekId = weekFinder()) {}

  /** Takes over what the notes tell now; only those that tell something else than before are sorted anew. */
  follow(byNote: EventsByNote): this {
    for (const [path, events] of byNote) if (this.#notes.get(path) !== events) this.#replace(path, events);
    if (this.#notes.size > byNote.size) for (const path of [...this.#notes.keys()]) if (!byNote.has(path)) this.#replace(path, undefined);
    return this;
  }

  /** The activity up to a day. What lies ahead was typed by mistake, or is a plan: it counts when its day has come. */
  upTo(today: Day): Activity {
    const told = new Map<WeekId, readonly ActivityEvent[]>();
    const first = this.#first(today);
    return {
      inWeek: (week) => {
        const known = told.get(week) ?? eachOnce([...(this.#weeks.get(week)?.values() ?? [])].flat().filter(({ day }) => day <= today));
        told.set(week, known);
        return known;
      },
      ofNote: (path) => this.#notes.get(path) ?? NOTHING,
      ...(first === undefined ? {} : { first }),
    };
  }

  #replace(path: string, events: readonly ActivityEvent[] | undefined): void {
    for (const { day } of this.#notes.get(path) ?? NOTHING) this.#weeks.get(this.findWeek(day))?.delete(path);
    if (events === undefined) this.#notes.delete(path);
    else this.#notes.set(path, events);
    for (const event of events ?? NOTHING) {
      const id = this.findWeek(event.day);
      const week = this.#weeks.get(id) ?? new Map<string, ActivityEvent[]>();
      this.#weeks.set(id, week);
      const present = week.get(path);
      if (present === undefined) week.set(path, [event]);
      else present.push(event);
    }
  }

  #first(today: Day): Day | undefined {
    let earliest: WeekId | undefined;
    for (const [id, week] of this.#weeks) if (week.size > 0 && (earliest === undefined || id < earliest)) earliest = id;
    const events = earliest === undefined ? [] : [...(this.#weeks.get(earliest)?.values() ?? [])].flat();
    return events.map(({ day }) => day).filter((day) => day <= today).sort()[0];
  }
}

/** The activity of notes up to a day. What was told twice counts once. */
export function activityOf(byNote: EventsByNote, today: Day): Activity {
  return new ActivityWeeks().follow(byNote).upTo(today);
}

/** What happened in the week of a day. */
export function eventsInWeekOf(activity: Activity, day: Day): readonly ActivityEvent[] {
  return activity.inWeek(weekOf(day).id);
}

function eachOnce(events: readonly ActivityEvent[]): readonly ActivityEvent[] {
  const seen = new Set<string>();
  return events.filter((event) => {
    const key = eventKey(event);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
