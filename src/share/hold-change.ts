import type { Day, Result } from '../base';
import { listProperty, readProperties, shownName, withProperties, type PropertyNames } from '../note';
import { readAudiences, type Audience, type Recipient } from './audience';
import { endedOn, withNotFor, type Hold } from './hold';

/** A hold as a form shows it: until when or what, and from whom the note is kept. */
export interface HeldBack extends Hold {
  readonly notFor: readonly Audience[];
  /** People and communities that it is kept from, too. */
  readonly people: readonly Recipient[];
}

/** What a form showed at first, and what stood in it when it was saved. */
interface HoldChange {
  readonly shown: HeldBack;
  readonly wanted: HeldBack;
}

/**
 * The note with what was changed in a form, and nothing else: a day, an event, an audience or a name that another device wrote
 * since the form was opened stays, as it is written. Of a hold whose day has come nothing stays but what is wanted.
 * `linkOf` writes the name of somebody new. Fails where the properties cannot be read or changed.
 */
export function withHoldChanged(text: string, { shown, wanted }: HoldChange, names: PropertyNames, today: Day, linkOf: (one: Recipient) => string): Result<string> {
  const read = readProperties(text);
  if (!read.ok) return read;
  const isOver = endedOn(read.value, names, today) !== undefined;
  const event = (hold: HeldBack): string | undefined => hold.event?.trim() || undefined;
  const held = withProperties(text, {
    ...(isOver || wanted.until !== shown.until ? { [names.holdUntil]: wanted.until } : {}),
    ...(isOver || event(wanted) !== event(shown) ? { [names.holdFor]: event(wanted) } : {}),
  });
  if (!held.ok) return held;
  const kept = isOver ? [] : listProperty(read.value, names.notFor);
  // What was shown of a hold that is over by now counts as new: it is wanted still.
  const audiences = afterwards(readAudiences(kept), isOver ? [] : shown.notFor, wanted.notFor);
  const [before, after] = [shown, wanted].map(({ people }) => people.map(({ name }) => name)) as [string[], string[]];
  const people = kept.filter((name) => readAudiences([name]).length === 0);
  const stays = people.filter((one) => after.includes(shownName(one)) || !before.includes(shownName(one)));
  // A name that was shown and is gone from the note was taken out elsewhere: only a name that is new in the form is added.
  const added = wanted.people.filter(({ name }) => (isOver || !before.includes(name)) && !stays.some((one) => shownName(one) === name)).map(linkOf);
  // As it is written, be it no list of words, where nobody was put on it or taken off it.
  if (!isOver && isSame(shown.notFor, wanted.notFor) && isSame(before, after)) return held;
  return withNotFor(held.value, [...audiences, ...stays, ...added], names);
}

function isSame(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((one) => right.includes(one));
}

// What is there now, without what was taken out of the form, and with what was added to it.
function afterwards<T>(now: readonly T[], shown: readonly T[], wanted: readonly T[]): T[] {
  return [...now.filter((one) => wanted.includes(one) || !shown.includes(one)), ...wanted.filter((one) => !shown.includes(one) && !now.includes(one))];
}
