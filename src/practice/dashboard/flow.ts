import { AUDIENCES } from '../../share';
import type { Space } from '../../ties';
import { introductionKey, type Activity, type ActivityEvent, type Week } from '../activity';

/** Where something comes from: a space, or one's own reading. */
export const ORIGINS = [...AUDIENCES, 'reading'] as const;
export type Origin = (typeof ORIGINS)[number];

/** What went in and out in one week, by space. */
interface Flow {
  readonly week: Week;
  readonly cameIn: Readonly<Record<Origin, number>>;
  readonly wentOut: Readonly<Record<Space, number>>;
}

/** Tells the space of a person by a name or a link; undefined for somebody unknown. */
export type SpaceOf = (person: string) => Space | undefined;

/**
 * What went in and out, week by week. In: quotes (by the space of whoever led there, else from reading), what people gave, and
 * what came back. Out: shares by their audience, what was given to people, and introductions, each once.
 */
export function flowOf(activity: Activity, weeks: readonly Week[], spaceOf: SpaceOf): Flow[] {
  return weeks.map((week) => {
    const cameIn: Record<Origin, number> = { team: 0, community: 0, network: 0, reading: 0 };
    const wentOut: Record<Space, number> = { team: 0, community: 0, network: 0 };
    const introduced = new Set<string>();
    for (const event of activity.inWeek(week.id)) {
      const origin = originOf(event, spaceOf);
      if (origin !== undefined) cameIn[origin]++;
      const goal = goalOf(event);
      if (goal === undefined || (event.kind === 'introduced' && introduced.has(introductionKey(event)))) continue;
      if (event.kind === 'introduced') introduced.add(introductionKey(event));
      wentOut[goal]++;
    }
    return { week, cameIn, wentOut };
  });
}

/** All weeks together. */
export function totalOf(flow: readonly Flow[]): Pick<Flow, 'cameIn' | 'wentOut'> {
  const cameIn: Record<Origin, number> = { team: 0, community: 0, network: 0, reading: 0 };
  const wentOut: Record<Space, number> = { team: 0, community: 0, network: 0 };
  for (const one of flow) {
    for (const origin of ORIGINS) cameIn[origin] += one.cameIn[origin];
    for (const space of AUDIENCES) wentOut[space] += one.wentOut[space];
  }
  return { cameIn, wentOut };
}

function originOf(event: ActivityEvent, spaceOf: SpaceOf): Origin | undefined {
  if (event.kind === 'captured') return event.via === undefined ? 'reading' : (spaceOf(event.via) ?? 'network');
  if (event.kind === 'interaction' && event.direction === 'received') return event.space;
  // Whoever is in no note is a weak tie.
  if (event.kind === 'came-back') return (event.from === undefined ? undefined : spaceOf(event.from)) ?? 'network';
  return undefined;
}

function goalOf(event: ActivityEvent): Space | undefined {
  if (event.kind === 'shared') return event.audience;
  if (event.kind === 'introduced') return event.space;
  return event.kind === 'interaction' && event.direction === 'gave' ? event.space : undefined;
}
