import { ok, type Day, type Result } from '../../base';
import { withLater, type Waiting } from '..';
import type { DecisionNeeds } from './let-go';
import { hasQuoteNote, holdsTake } from './taken-since';

/** Puts a quote off until a day, in its own note or in the note about those without one; `taken` when it has got its take, or a note of its own, meanwhile. */
export async function setLater({ path, found }: Waiting, until: Day, { edge, quotes, aside }: DecisionNeeds): Promise<Result<'put off' | 'taken'>> {
  if (found !== undefined) {
    if (await hasQuoteNote(found, found.path, edge, quotes)) return ok('taken');
    const set = await aside.decide(found, { kind: 'later', day: until });
    return set.ok ? ok('put off') : set;
  }
  let isTaken = false;
  const done = await edge.notes.change(path, (text) => {
    isTaken = holdsTake(path, text, edge, quotes);
    return isTaken ? ok(text) : withLater(text, until, edge.settings().properties);
  });
  return done.ok ? ok(isTaken ? 'taken' : 'put off') : done;
}
