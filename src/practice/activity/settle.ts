import type { Activity } from './activity';
import type { ActivityEvent } from './event';
import type { OwnWords } from './own-words';
import type { WeekId } from './week';

/**
 * Counts the own words that the roles of these weeks need, one commentary after the other; `breathe` is awaited between them.
 * What is not counted here is counted when it is asked for.
 */
export async function settle(activity: Activity, weeks: Iterable<WeekId>, breathe: () => Promise<void>): Promise<void> {
  for (const week of weeks) {
    for (const event of activity.inWeek(week)) {
      // A share asks whether there was a commentary before it.
      const asked = event.kind === 'shared' ? activity.ofNote(event.path) : [event];
      for (const own of asked.flatMap(openWords)) {
        void own.count;
        await breathe();
      }
    }
  }
}

function openWords(event: ActivityEvent): OwnWords[] {
  return (event.kind === 'sensed' || event.kind === 'applied') && event.own.isOpen ? [event.own] : [];
}
