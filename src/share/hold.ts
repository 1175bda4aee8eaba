import { fail, readDay, type Day, type Result } from '../base';
import { isPlainList, listProperty, nameOf, readProperties, readWikilink, shownName, textProperty, withProperties, type Properties, type PropertyNames } from '../note';
import { words } from '../words';
import { readAudiences, type Audience, type Recipient } from './audience';

/** That a note waits: until a day, for an event, or both, whichever comes first. */
export interface Hold {
  readonly until?: Day;
  /** The event, in the user's words. */
  readonly event?: string;
}

/** Not yet: the hold a note is under today; undefined when there is none, or its day has come. */
export function holdOn(properties: Properties, names: PropertyNames, today: Day): Hold | undefined {
  const until = readDay(properties[names.holdUntil]);
  const event = textProperty(properties, names.holdFor) ?? listProperty(properties, names.holdFor)[0];
  if (until !== undefined && until <= today) return undefined;
  if (until === undefined && event === undefined) return undefined;
  return { ...(until === undefined ? {} : { until }), ...(event === undefined ? {} : { event: shownName(event) }) };
}

/** Not for them: whom a note is kept from today, as its property names them: nobody any more when the day of its hold has come. */
export function notFor(properties: Properties, names: PropertyNames, today: Day): string[] {
  return endedOn(properties, names, today) === undefined ? listProperty(properties, names.notFor) : [];
}

/** The day that has come on which a hold ended, and with it that the note was kept from somebody. */
export function endedOn(properties: Properties, names: PropertyNames, today: Day): Day | undefined {
  const until = readDay(properties[names.holdUntil]);
  return until !== undefined && until <= today ? until : undefined;
}

/** Which of `kept`, as `notFor` gives them, are these: an audience, or people and groups. `pathOf` knows those by any of their names. */
export function keptFrom(kept: readonly string[], audience: Audience, recipients: readonly Recipient[], pathOf: (name: string) => string | undefined = () => undefined): string[] {
  return kept.filter((name) => {
    if (readAudiences([name])[0] === audience) return true;
    const wanted = (readWikilink(name)?.target ?? name).replace(/^.*\//, '').toLocaleLowerCase();
    const path = pathOf(name);
    return recipients.some((recipient) => (path !== undefined && path === (recipient.path ?? pathOf(recipient.name))) || [recipient.name, nameOf(recipient.path ?? '')].some((known) => known.toLocaleLowerCase() === wanted));
  }).map(shownName);
}

/** Whom a note is kept from, as people read it. */
export function keptShown(kept: readonly string[]): string[] {
  const audiences = readAudiences(kept).map((audience) => words.share.audiences[audience]);
  return [...audiences, ...kept.filter((name) => readAudiences([name]).length === 0).map(shownName)];
}

/** The note held back. An empty hold releases it. */
export function withHold(text: string, { until, event }: Hold, names: PropertyNames): Result<string> {
  return withProperties(text, { [names.holdUntil]: until, [names.holdFor]: event === undefined || event.trim() === '' ? undefined : event.trim() });
}

/** The note kept from these audiences, people and groups; from nobody, when there are none. Fails where the property is no list of words. */
export function withNotFor(text: string, kept: readonly string[], names: PropertyNames): Result<string> {
  const read = readProperties(text);
  if (!read.ok) return read;
  if (!isPlainList(read.value, names.notFor)) return fail(words.share.notAList(names.notFor));
  return withProperties(text, { [names.notFor]: kept.length === 0 ? undefined : [...readAudiences(kept), ...kept.filter((name) => readAudiences([name]).length === 0)] });
}

/** The note released: neither held back nor kept from anybody. */
export function withoutHold(text: string, names: PropertyNames): Result<string> {
  const released = withHold(text, {}, names);
  return released.ok ? withNotFor(released.value, [], names) : released;
}
