import { fail, ok, type Result } from '../../base';
import { nameOf, type NoteStore } from '../../note';
import { words } from '../../words';
import { withSeeAlso } from '..';

/** Takes a change back; fails when the note was changed again meanwhile. */
type TakeBack = () => Promise<Result<string>>;

/** Puts a link to `target` into the "See also" block of the note `into`, open or not. */
export async function addSeeAlso(notes: NoteStore, into: string, target: string): Promise<Result<TakeBack>> {
  let before = '';
  const changed = await notes.change(into, (text) => {
    before = text;
    return ok(withSeeAlso(text, notes.linkTo(target, into), words.serendipity.seeAlso));
  });
  if (!changed.ok) return changed;
  const asItWas = (text: string): Result<string> => (text === changed.value ? ok(before) : fail(words.serendipity.changedMeanwhile(nameOf(into))));
  return ok(() => notes.change(into, asItWas));
}

/** Puts each of two notes into the "See also" block of the other; where one cannot be changed, the other stays as it was, too. */
export async function linkToEachOther(notes: NoteStore, one: string, other: string): Promise<Result<void>> {
  const first = await addSeeAlso(notes, one, other);
  if (!first.ok) return first;
  const second = await addSeeAlso(notes, other, one);
  if (second.ok) return ok(undefined);
  const taken = await first.value();
  return fail(taken.ok ? second.problem : `${second.problem} ${taken.problem}`);
}
