import { fail, ok, type Result } from '../base';
import { listProperty, readProperties, withProperties } from '../note';
import type { Contact } from './contact';
import { nameKey } from './contact';
import { contactName } from './contact-note';
import type { ExchangeSources } from './exchange';

const ALIASES = 'aliases';

/**
 * Whether `via`, a share history or a list of communities still names somebody, or a group, as they were called before their note was
 * renamed: in plain text, or by a link that nobody moved.
 */
export function isStillNamed(earlier: string, { shares, quotes }: ExchangeSources, contacts: readonly Contact[]): boolean {
  const key = nameKey(earlier);
  const names = (text: string): boolean => nameKey(contactName(text)) === key || nameKey(contactName(text.replace(/\|[^\]]*(?=\]\]$)/, ''))) === key;
  return quotes.some(({ via }) => via !== undefined && names(via)) || shares.some(({ recipients }) => recipients.some(names)) || contacts.some(({ communities }) => communities.some(names));
}

/** A note with one more other name. Fails, changing nothing, on broken properties. */
export function withAlias(text: string, alias: string): Result<string> {
  const properties = readProperties(text);
  if (!properties.ok) return fail(properties.problem);
  const aliases = listProperty(properties.value, ALIASES);
  return aliases.some((one) => nameKey(one) === nameKey(alias)) ? ok(text) : withProperties(text, { [ALIASES]: [...aliases, alias] });
}
