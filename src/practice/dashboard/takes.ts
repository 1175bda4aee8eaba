import { WAYS, type Way } from '../../sense';
import type { Activity, Sensed, Week } from '../activity';
import { isBare, type RoleRule } from '../roles';

/** Where the lengths of takes are parted, in own words. */
const LENGTHS = [25, 50, 100, 200] as const;

/** The takes of some weeks: how long they are, and what they do. */
interface Takes {
  readonly count: number;
  /** The own words in the middle: half of the takes have fewer. 0 when there are none. */
  readonly median: number;
  /** How many takes are shorter than each of `LENGTHS` and not shorter than the one before; the last one: all longer ones. */
  readonly lengths: readonly number[];
  readonly ways: Readonly<Record<Way, number>>;
  /** Takes that name no way. */
  readonly noWay: number;
}

/** Looks at the takes of some weeks that the gate would take. */
export function takesIn(activity: Activity, weeks: readonly Week[], { leastOwnWords }: Pick<RoleRule, 'leastOwnWords'>): Takes {
  const takes = weeks.flatMap(({ id }) => activity.inWeek(id)).filter((event): event is Sensed => event.kind === 'sensed' && event.own.isCommentary(leastOwnWords));
  const counts = takes.map(({ own }) => own.count).sort((left, right) => left - right);
  const lengths = [...LENGTHS, Infinity].map((below, at) => counts.filter((count) => count < below && count >= (LENGTHS[at - 1] ?? 0)).length);
  return {
    count: takes.length,
    median: counts[Math.floor(counts.length / 2)] ?? 0,
    lengths,
    ways: Object.fromEntries(WAYS.map((way) => [way, takes.filter(({ ways }) => ways.includes(way)).length])) as Record<Way, number>,
    noWay: takes.filter(({ ways }) => ways.length === 0).length,
  };
}

/** How the shares of one week went out. */
interface Passing {
  readonly week: Week;
  readonly withTake: number;
  /** Without a commentary before them. */
  readonly bare: number;
}

/** How shares went out, week by week. */
export function passingOf(activity: Activity, weeks: readonly Week[], rule: Pick<RoleRule, 'leastOwnWords'>): Passing[] {
  return weeks.map((week) => {
    const shares = activity.inWeek(week.id).filter((event) => event.kind === 'shared');
    const bare = shares.filter((share) => isBare(share, activity, rule)).length;
    return { week, withTake: shares.length - bare, bare };
  });
}
