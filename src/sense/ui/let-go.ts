import { dayOf, ok, readDay, type Result } from '../../base';
import { readProperties, withProperties, type Properties, type PropertyChanges } from '../../note';
import type { Edge } from '../../obsidian/edge';
import { followedNote } from '../../obsidian/followed-note';
import { withLetGo, type Waiting } from '..';
import type { AsideNote, TakenBack } from './aside-note';

/** Brings a quote back. */
export type TakeBack = () => Promise<Result<TakenBack>>;

/** Lets a quote go, in its own note or in the note about those without one, and says how it is taken back. */
export async function setLetGo({ path, found }: Waiting, edge: Edge, aside: AsideNote): Promise<Result<TakeBack>> {
  const today = dayOf(edge.clock());
  if (found !== undefined) {
    const set = await aside.decide(found, { kind: 'letGo', day: today });
    return set.ok ? ok(() => aside.takeBack(found, set.value)) : set;
  }
  const names = edge.settings().properties;
  const pathNow = followedNote(path, edge.app);
  let before: Properties = {};
  const gone = await edge.notes.change(path, (text) => {
    const read = readProperties(text);
    if (!read.ok) return read;
    before = read.value;
    return withLetGo(text, today, names);
  });
  if (!gone.ok) return gone;
  return ok(async () => {
    let outcome: TakenBack = 'back';
    const done = await edge.notes.change(pathNow(), (text) => {
      const read = readProperties(text);
      if (!read.ok) return read;
      // A take, or a day to come back on, that came since is a decision of its own.
      const isAsLeft = readDay(read.value[names.letGo]) === today && !(names.later in read.value) && same(read.value[names.sensed], before[names.sensed]);
      outcome = isAsLeft ? 'back' : 'changed';
      return isAsLeft ? withProperties(text, { [names.letGo]: before[names.letGo] ?? undefined, [names.later]: before[names.later] ?? undefined } as PropertyChanges) : ok(text);
    });
    return done.ok ? ok(outcome) : done;
  });
}

function same(left: unknown, right: unknown): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}
