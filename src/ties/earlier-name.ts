import { fail, ok, type Result } from '../base';
import { listProperty, nameOf, readProperties, withProperties } from '../note';
import { nameKey, type Contact } from './contact';
import { contactName } from './contact-note';
import type { ExchangeSources, SharedWith } from './exchange';

/** An earlier name of a note, and where the note is now. */
export interface EarlierName {
  readonly earlier: string;
  readonly path: string;
}

const ALIASES = 'aliases';
/** A script that renames thousands at once is nobody's change of a name. */
const MOST_WAITING = 1000;

/**
 * The earlier names that are to be looked at after one more note was renamed or moved: those of the same note go along with it, and
 * the name that it had until now joins them. A name that the note has again is no earlier one.
 */
export function withRename(waiting: readonly EarlierName[], from: string, to: string): EarlierName[] {
  const followed = waiting.map((one) => (one.path === from ? { ...one, path: to } : one));
  const all = [...followed, { earlier: nameOf(from), path: to }].filter(({ earlier, path }) => nameKey(earlier) !== nameKey(nameOf(path)));
  return all.filter((one, at) => all.findIndex((other) => isSameName(other, one)) === at).slice(-MOST_WAITING);
}

/** Whether both are one name of one note. */
export function isSameName(one: EarlierName, other: EarlierName): boolean {
  return one.path === other.path && nameKey(one.earlier) === nameKey(other.earlier);
}

/** Earlier names as they were kept; what is none is passed over. */
export function readEarlierNames(kept: unknown): EarlierName[] {
  return Array.isArray(kept) ? kept.filter(isEarlierName).map(({ earlier, path }) => ({ earlier, path })) : [];
}

/**
 * Whether `via`, a share history with what came back, a list of communities, or one of `others` still names somebody, or a group, as they
 * were called before their note was renamed: in plain text, or by a link that nobody moved.
 */
export function isStillNamed(earlier: string, { shares, quotes }: ExchangeSources, contacts: readonly Contact[], others: readonly string[] = []): boolean {
  const key = nameKey(earlier);
  const names = (text: string): boolean => nameKey(contactName(text)) === key || nameKey(contactName(text.replace(/\|[^\]]*(?=\]\]$)/, ''))) === key;
  const isInShare = ({ recipients, cameBack = [] }: SharedWith): boolean => recipients.some(names) || cameBack.some(({ from }) => from !== undefined && names(from));
  return others.some(names) || quotes.some(({ via }) => via !== undefined && names(via)) || shares.some(isInShare) || contacts.some(({ communities }) => communities.some(names));
}

/** A note with one more other name. Fails, changing nothing, on broken properties. */
export function withAlias(text: string, alias: string): Result<string> {
  const properties = readProperties(text);
  if (!properties.ok) return fail(properties.problem);
  const aliases = listProperty(properties.value, ALIASES);
  return aliases.some((one) => nameKey(one) === nameKey(alias)) ? ok(text) : withProperties(text, { [ALIASES]: [...aliases, alias] });
}

function isEarlierName(one: unknown): one is EarlierName {
  return typeof one === 'object' && one !== null && 'earlier' in one && 'path' in one && typeof one.earlier === 'string' && typeof one.path === 'string';
}
