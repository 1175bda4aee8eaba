import type { Contact } from '../contact';
import type { Strength } from './strength';

/** From so strong a tie on, somebody of the network may have become one of the trusted circle (a convention of this product). */
const CLOSE_ENOUGH = 0.5;

/**
 * Whether a weak tie seems to have become a co-member: strong enough, and with both giving and receiving in twelve
 * months. Only ever suggested: the user decides. Source of the step itself: Harold Jarche, from networks to communities.
 */
export function mayBeCommunity(contact: Pick<Contact, 'space'>, { value, counted }: Strength): boolean {
  return contact.space === 'network' && counted.gave > 0 && counted.received > 0 && value >= CLOSE_ENOUGH;
}
