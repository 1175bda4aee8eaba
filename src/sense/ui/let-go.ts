import { dayOf, ok, readDay, type Result } from '../../base';
import { readProperties, withProperties, type Properties, type PropertyChanges } from '../../note';
import type { Edge } from '../../obsidian/edge';
import { followedNote } from '../../obsidian/followed-note';
import { foundQuotesOf, textKey } from '../../seek';
import { withLetGo, type FoundEntry, type Waiting } from '..';
import type { AsideNote, TakenBack } from './aside-note';

/** Brings a quote back. */
export type TakeBack = () => Promise<Result<TakenBack>>;

/**
 * Lets a quote go, in its own note or in the note about those without one, and says how it is taken back; undefined when it was
 * let go today already, so that there is nothing to take back but that.
 */
export async function setLetGo({ path, found }: Waiting, edge: Edge, aside: AsideNote): Promise<Result<TakeBack | undefined>> {
  const today = dayOf(edge.clock());
  if (found !== undefined) {
    const holderNow = followedNote(found.path, edge.app);
    const set = await aside.decide(found, { kind: 'letGo', day: today });
    if (!set.ok) return set;
    if (set.value.written === set.value.before) return ok(undefined);
    // Once it has a note of its own, with a take, that says what becomes of it.
    return ok(async () => ((await hasQuoteNote(found, holderNow(), edge)) ? ok('changed') : aside.takeBack(found, set.value)));
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
  if (readDay(before[names.letGo]) === today && !(names.later in before)) return ok(undefined);
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

async function hasQuoteNote({ key }: FoundEntry, path: string, { notes }: Edge): Promise<boolean> {
  if (notes.find(path) === undefined) return false;
  return foundQuotesOf(await notes.read(path)).some((quote) => quote.quoteNote !== undefined && textKey(quote) === key);
}

function same(left: unknown, right: unknown): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}
