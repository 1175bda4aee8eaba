import type { Day } from '../../base';
import { APPLIED_HOW, WAYS, type AppliedHow, type Way } from '../../sense';
import { AUDIENCES, CAME_BACK_KINDS, type Audience, type CameBackKind } from '../../share';
import { eventsInWeekOf, weekOf, type ActivityEvent, type Sensed, type Week } from '../activity';
import { noiseOf, type Measure } from './measure';
import type { RoleBook, Standing } from './role';

/** A week of the user's practice: what came in, what was made of it, what went out, and where that stands. */
export interface PracticeWeek extends Week {
  readonly cameIn: {
    /** Quotes that were kept. */
    readonly quotes: number;
    /** How many of them somebody led to. */
    readonly byWayOfPeople: number;
    /** What people gave: hints, answers, calls. */
    readonly received: number;
  };
  readonly made: {
    /** Commentaries that the gate would take. */
    readonly takes: number;
    /** Their own words, all together. */
    readonly ownWords: number;
    readonly ways: Readonly<Record<Way, number>>;
    readonly applied: Readonly<Record<AppliedHow, number>>;
    readonly practiceChanges: number;
  };
  readonly wentOut: {
    readonly shares: number;
    readonly audiences: Readonly<Record<Audience, number>>;
    /** What was given to people, as their notes list it. */
    readonly gave: number;
    readonly introductions: number;
    /** The part that went out without a commentary, 0 to 1; absent when there are too few to tell. */
    readonly noise?: number;
  };
  readonly cameBack: Readonly<Record<CameBackKind, number>>;
  readonly measure: Measure;
  /** The week's point and role. */
  readonly week: Standing;
  /** Those of the four weeks that end with this one. */
  readonly fourWeeks: Standing;
}

/** Works out the week in which a day lies. */
export function practiceWeek(book: RoleBook, day: Day): PracticeWeek {
  const { activity, rule } = book;
  const events = eventsInWeekOf(activity, day);
  const noise = noiseOf(events, activity, rule);
  const takes = events.filter((event): event is Sensed => event.kind === 'sensed' && event.own.isCommentary(rule.leastOwnWords));
  const counted = counter(events);
  return {
    ...weekOf(day),
    cameIn: {
      quotes: counted((event) => event.kind === 'captured'),
      byWayOfPeople: counted((event) => event.kind === 'captured' && event.via !== undefined),
      received: counted((event) => event.kind === 'interaction' && event.direction === 'received'),
    },
    made: {
      takes: takes.length,
      ownWords: takes.reduce((sum, { own }) => sum + own.count, 0),
      ways: record(WAYS, (way) => takes.filter(({ ways }) => ways.includes(way)).length),
      applied: record(APPLIED_HOW, (how) => counted((event) => event.kind === 'applied' && event.how === how)),
      practiceChanges: counted((event) => event.kind === 'practice-changed'),
    },
    wentOut: {
      shares: counted((event) => event.kind === 'shared'),
      audiences: record(AUDIENCES, (audience) => counted((event) => event.kind === 'shared' && event.audience === audience)),
      gave: counted((event) => event.kind === 'interaction' && event.direction === 'gave'),
      introductions: book.measure(day).introductions,
      ...(noise === undefined ? {} : { noise }),
    },
    cameBack: record(CAME_BACK_KINDS, (how) => counted((event) => event.kind === 'came-back' && event.how === how)),
    measure: book.measure(day),
    week: book.week(day),
    fourWeeks: book.fourWeeks(day),
  };
}

function counter(events: readonly ActivityEvent[]): (counts: (event: ActivityEvent) => boolean) => number {
  return (counts) => events.reduce((sum, event) => sum + (counts(event) ? 1 : 0), 0);
}

function record<Key extends string>(keys: readonly Key[], value: (key: Key) => number): Record<Key, number> {
  return Object.fromEntries(keys.map((key) => [key, value(key)])) as Record<Key, number>;
}
