import type { Day } from '../../base';
import { weekAfter, weeksBetween, type Activity } from '../activity';
import { measureOf, type Measure, type RoleRule } from './measure';

/** Harold Jarche's four roles, by how much one makes of things and how much one shares; all are legitimate. */
type Role = 'catalyst' | 'catalyst-leaning' | 'expert' | 'connector' | 'consumer';

/** Whether each axis is high. */
interface Sides {
  readonly senses: boolean;
  readonly shares: boolean;
}

/** A place in the picture of roles, and the role it is, unless too little happened to tell. */
export interface Standing {
  readonly x: number;
  readonly y: number;
  readonly sides: Sides;
  readonly role?: Role;
}

/** So many weeks make up the longer role. */
export const ROLE_WEEKS = 4;

/** Roles of the weeks of one activity; each week is worked out once. */
export class RoleBook {
  readonly #measures = new Map<string, Measure>();
  readonly #weeks = new Map<string, Standing>();
  readonly #fours = new Map<string, Standing>();

  constructor(
    readonly activity: Activity,
    readonly rule: RoleRule,
  ) {}

  measure(day: Day): Measure {
    const { id } = weekAfter(day, 0);
    const known = this.#measures.get(id) ?? measureOf(this.activity.inWeek(id), this.rule);
    this.#measures.set(id, known);
    return known;
  }

  /** The role of the week of a day. */
  week(day: Day): Standing {
    return this.#standing(this.#weeks, day, (at) => this.measure(at), (at) => this.week(at));
  }

  /**
   * The role of the four weeks up to that of a day: the weeks' places, each counting half as much as one that is so many weeks
   * younger as the half-life says. Always of four weeks, so that nothing that is added can lower it.
   */
  fourWeeks(day: Day): Standing {
    return this.#standing(this.#fours, day, (at) => this.#average(at), (at) => this.fourWeeks(at));
  }

  // A week hands its sides on to the next one; far back, nobody can tell any more.
  #standing(known: Map<string, Standing>, day: Day, measure: (day: Day) => Countable, before: (day: Day) => Standing): Standing {
    const week = weekAfter(day, 0);
    const present = known.get(week.id);
    if (present !== undefined) return present;
    const measured = measure(day);
    const { weights } = this.rule;
    const isClose = [measured.x, measured.y].some((value) => Math.abs(value - weights.high) <= weights.margin);
    const first = this.activity.first;
    const last = isClose && first !== undefined && weeksBetween(first, day) > 0 ? before(weekAfter(day, -1).from) : undefined;
    const standing = standingOf(measured, this.rule, last);
    known.set(week.id, standing);
    return standing;
  }

  #average(day: Day): Countable {
    const weeks = Array.from({ length: ROLE_WEEKS }, (_, back) => ({ part: 2 ** (-back / Math.max(0.1, this.rule.weights.halfLife)), measure: this.measure(weekAfter(day, -back).from) }));
    const whole = weeks.reduce((sum, { part }) => sum + part, 0);
    const averaged = (axis: 'x' | 'y'): number => weeks.reduce((sum, { part, measure }) => sum + part * measure[axis], 0) / whole;
    return {
      x: averaged('x'), y: averaged('y'),
      events: weeks.reduce((sum, { measure }) => sum + measure.events, 0),
      introductions: weeks.reduce((sum, { measure }) => sum + measure.introductions, 0),
      spaces: [...new Set(weeks.flatMap(({ measure }) => measure.spaces))],
    };
  }
}

type Countable = Pick<Measure, 'x' | 'y' | 'events' | 'introductions' | 'spaces'>;

/** Where a measure stands; `last` is where the week before stood, as far as it had a role. */
export function standingOf({ x, y, events, introductions, spaces }: Countable, { weights }: RoleRule, last?: Standing): Standing {
  const before = last?.role === undefined ? undefined : last.sides;
  const sides = { senses: isHigh(x, weights, before?.senses), shares: isHigh(y, weights, before?.shares) };
  if (events < weights.leastEvents) return { x, y, sides };
  const isWhole = spaces.length >= weights.catalystSpaces && introductions >= weights.catalystIntroductions;
  return { x, y, sides, role: roleOf(sides, isWhole) };
}

function isHigh(value: number, { high, margin }: RoleRule['weights'], before: boolean | undefined): boolean {
  return before !== undefined && Math.abs(value - high) <= margin + Number.EPSILON ? before : value >= high;
}

function roleOf({ senses, shares }: Sides, isWhole: boolean): Role {
  if (senses) return shares ? (isWhole ? 'catalyst' : 'catalyst-leaning') : 'expert';
  return shares ? 'connector' : 'consumer';
}
