import type { Activity, ActivityEvent, Applied, PracticeChanged, Week } from '../activity';

/** What became of ideas: applied in one's own work, or a change of practice. */
export type Fruit = Applied | PracticeChanged;

/** What ideas led to in some weeks, the latest first. */
export function harvestOf(activity: Activity, weeks: readonly Week[]): Fruit[] {
  return weeks
    .flatMap(({ id }) => activity.inWeek(id))
    .filter((event): event is Fruit => event.kind === 'applied' || event.kind === 'practice-changed')
    .sort((left, right) => (left.day < right.day ? 1 : left.day > right.day ? -1 : left.path.localeCompare(right.path)));
}

/** So many days a take may rest before anybody asks what it could be good for. */
export const RESTING_DAYS = 28;

/**
 * The quote notes with a take that nobody and nothing has used: not shared, not applied, and no note links to them. Those with
 * the longest takes first. Takes that are younger than `before` are left to ripen.
 */
export function unusedTakes(byNote: ReadonlyMap<string, readonly ActivityEvent[]>, options: { before: string; limit: number; leastOwnWords: number; isLinked: (path: string) => boolean }): string[] {
  const resting = [...byNote].flatMap(([path, events]) => {
    const isQuote = events.some(({ kind }) => kind === 'captured');
    const takes = events.filter((event) => event.kind === 'sensed');
    const isUsed = events.some(({ kind }) => kind === 'shared' || kind === 'applied');
    return !isQuote || isUsed || takes.length === 0 || takes.some(({ day }) => day >= options.before) ? [] : [{ path, takes, length: Math.max(...takes.map(({ length }) => length)) }];
  });
  const found: string[] = [];
  for (const { path, takes } of resting.sort((left, right) => right.length - left.length || left.path.localeCompare(right.path))) {
    if (found.length === options.limit) break;
    if (!options.isLinked(path) && takes.some(({ own }) => own.isCommentary(options.leastOwnWords))) found.push(path);
  }
  return found;
}
