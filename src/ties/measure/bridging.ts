import type { Contact } from '../contact';
import { communityKeys, type Acquaintance } from './acquaintance';

/** How a person joins what is otherwise apart; reported beside strength, never mixed into it. */
interface Bridging {
  /** The part of the people they know, among one's contacts, that is in another space, 0 to 1; absent when they know nobody. */
  readonly across?: number;
  /** Communities they are in. */
  readonly communities: number;
  /** Whether they join two communities, or two spaces. */
  readonly isBridge: boolean;
}

/**
 * How far a contact bridges the spaces. Source: the external ties' part of all ties, as in the E-I index of David Krackhardt
 * and Robert Stern, Informal Networks and Organizational Crises, 1988; here as E/(E+I).
 * `placeOf` knows a community by any of its names, so that one under two names is not taken for two.
 */
export function bridgingOf(contacts: readonly Contact[], acquaintance: Acquaintance, at: number, placeOf?: (text: string) => string | undefined): Bridging {
  const contact = contacts[at];
  const known = acquaintance[at] ?? [];
  const external = known.filter((other) => contacts[other]?.space !== contact?.space).length;
  const communities = contact === undefined ? 0 : communityKeys(contact, placeOf).length;
  return { communities, isBridge: communities > 1 || external > 0, ...(known.length === 0 ? {} : { across: external / known.length }) };
}
