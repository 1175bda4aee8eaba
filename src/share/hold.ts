import { readDay, type Day, type Result } from '../base';
import { isPlainList, listProperty, nameOf, readWikilink, shownName, textProperty, withProperties, type Properties, type PropertyNames } from '../note';
import { AUDIENCES, readAudiences, type Audience, type Recipient } from './audience';

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

/**
 * Not for them: whom of these the note keeps itself from, as the names in its property. `pathOf` knows people and groups by any of
 * their names.
 */
export function keptFrom(properties: Properties, names: PropertyNames, audience: Audience, recipients: readonly Recipient[], pathOf: (name: string) => string | undefined = () => undefined): string[] {
  return listProperty(properties, names.notFor).filter((name) => {
    if (readAudiences([name])[0] === audience) return true;
    const wanted = (readWikilink(name)?.target ?? name).replace(/^.*\//, '').toLocaleLowerCase();
    const path = pathOf(name);
    return recipients.some((recipient) => (path !== undefined && path === (recipient.path ?? pathOf(recipient.name))) || [recipient.name, nameOf(recipient.path ?? '')].some((known) => known.toLocaleLowerCase() === wanted));
  }).map(shownName);
}

/** The note held back. An empty hold releases it. */
export function withHold(text: string, { until, event }: Hold, names: PropertyNames): Result<string> {
  return withProperties(text, { [names.holdUntil]: until, [names.holdFor]: event === undefined || event.trim() === '' ? undefined : event.trim() });
}

/** The note kept from these audiences; the people and groups in the property stay. */
export function withKeptFrom(text: string, audiences: readonly Audience[], properties: Properties, names: PropertyNames): Result<string> {
  if (!isPlainList(properties, names.notFor)) return withProperties(text, {});
  const others = listProperty(properties, names.notFor).filter((name) => readAudiences([name]).length === 0);
  const all = [...AUDIENCES.filter((audience) => audiences.includes(audience)), ...others];
  return withProperties(text, { [names.notFor]: all.length === 0 ? undefined : all });
}
