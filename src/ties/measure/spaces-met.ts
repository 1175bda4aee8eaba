import type { Contact } from '../contact';
import type { Exchange } from '../exchange';
import { SPACES, type Space } from '../space';

/** The spaces in which the user and a person meet: where they know each other from, a community they share, where something was shared with them. */
export function spacesMet(contact: Pick<Contact, 'space' | 'communities'>, found: readonly Pick<Exchange, 'space'>[]): Space[] {
  const met = new Set<Space | undefined>([contact.space, contact.communities.length > 0 ? 'community' : undefined, ...found.map(({ space }) => space)]);
  return SPACES.filter((space) => met.has(space));
}
