import { dayOf, ok, readDay, type Day, type Result } from '../../base';
import { readProperties, withProperties, type Properties, type PropertyChanges } from '../../note';
import type { Edge } from '../../obsidian/edge';
import { followedNote } from '../../obsidian/followed-note';
import { withLetGo, type FoundEntry, type Waiting } from '..';
import type { AsideNote, TakenBack } from './aside-note';
import type { QuoteShelf } from './quote-shelf';
import { hasQuoteNote, holdsTake } from './taken-since';

/** Brings a quote back. */
type TakeBack = () => Promise<Result<TakenBack>>;

/** Where it is written, and looked up, what becomes of a quote that waits. */
export interface DecisionNeeds {
  readonly edge: Edge;
  readonly quotes: QuoteShelf;
  readonly aside: AsideNote;
}

/** A quote that was let go comes with the way back; `taken` has got its take, or a note of its own, meanwhile; `gone` was let go today already. */
type LetGo = TakeBack | 'taken' | 'gone';

/** Lets a quote go, in its own note or in the note about those without one. What is taken stays as it is. */
export function setLetGo({ path, found }: Waiting, needs: DecisionNeeds): Promise<Result<LetGo>> {
  const today = dayOf(needs.edge.clock());
  return found === undefined ? letGoOfNote(path, today, needs) : letGoOfFound(found, today, needs);
}

async function letGoOfFound(found: FoundEntry, today: Day, { edge, quotes, aside }: DecisionNeeds): Promise<Result<LetGo>> {
  const holderNow = followedNote(found.path, edge.app);
  if (await hasQuoteNote(found, holderNow(), edge, quotes)) return ok('taken');
  const set = await aside.decide(found, { kind: 'letGo', day: today });
  if (!set.ok) return set;
  if (set.value.written === set.value.before) return ok('gone');
  // Once it has a note of its own, that says what becomes of it.
  return ok(async () => ((await hasQuoteNote(found, holderNow(), edge, quotes)) ? ok('changed') : aside.takeBack(found, set.value)));
}

async function letGoOfNote(path: string, today: Day, { edge, quotes }: DecisionNeeds): Promise<Result<LetGo>> {
  const names = edge.settings().properties;
  const pathNow = followedNote(path, edge.app);
  let before: Properties = {};
  let isTaken = false;
  const gone = await edge.notes.change(path, (text) => {
    const read = readProperties(text);
    if (!read.ok) return read;
    before = read.value;
    isTaken = holdsTake(path, text, edge, quotes);
    return isTaken ? ok(text) : withLetGo(text, today, names);
  });
  if (!gone.ok) return gone;
  if (isTaken) return ok('taken');
  if (readDay(before[names.letGo]) === today && !(names.later in before)) return ok('gone');
  return ok(async () => {
    let outcome: TakenBack = 'back';
    const done = await edge.notes.change(pathNow(), (text) => {
      const read = readProperties(text);
      if (!read.ok) return read;
      // A take, or a day to come back on, that came since is a decision of its own.
      const isDecided = names.later in read.value || holdsTake(pathNow(), text, edge, quotes) || !same(read.value[names.sensed], before[names.sensed]);
      outcome = readDay(read.value[names.letGo]) === today && !isDecided ? 'back' : 'changed';
      return outcome === 'back' ? withProperties(text, { [names.letGo]: before[names.letGo] ?? undefined, [names.later]: before[names.later] ?? undefined } as PropertyChanges) : ok(text);
    });
    return done.ok ? ok(outcome) : done;
  });
}

function same(left: unknown, right: unknown): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}
