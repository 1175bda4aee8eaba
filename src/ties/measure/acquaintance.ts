import { readWikilink } from '../../note';
import { nameKey, type Contact } from '../contact';

/** Who among one's contacts probably knows whom: for each contact, by its place in the list, the places of the others. */
export type Acquaintance = readonly (readonly number[])[];

/**
 * The communities of a contact, in a form in which two spellings of one link are equal. `placeOf` knows a community by any of its
 * names.
 */
export function communityKeys({ communities }: Pick<Contact, 'communities'>, placeOf: (text: string) => string | undefined = () => undefined): string[] {
  return [...new Set(communities.map((text) => placeOf(text) ?? nameKey((readWikilink(text)?.target ?? text).replace(/^.*\//, ''))).filter((key) => key !== ''))];
}

/**
 * Takes two contacts for acquainted when they are in one community, or when the note of one links to the other's (as it
 * does after an introduction). `links` holds pairs of paths.
 */
export function acquaintances(contacts: readonly Contact[], links: Iterable<readonly [string, string]> = [], placeOf?: (text: string) => string | undefined): Acquaintance {
  const members = new Map<string, number[]>();
  const groups = contacts.map((contact) => communityKeys(contact, placeOf));
  groups.forEach((keys, at) => {
    for (const key of keys) {
      const present = members.get(key);
      if (present === undefined) members.set(key, [at]);
      else present.push(at);
    }
  });
  const linked = linkedPlaces(contacts, links);
  return contacts.map((_, at) => {
    const others = new Set(linked.get(at));
    for (const key of groups[at] ?? []) for (const other of members.get(key) ?? []) others.add(other);
    others.delete(at);
    return [...others];
  });
}

function linkedPlaces(contacts: readonly Contact[], links: Iterable<readonly [string, string]>): Map<number, Set<number>> {
  const places = new Map(contacts.map(({ path }, at) => [path, at]));
  const linked = new Map<number, Set<number>>();
  const add = (from: number, to: number): void => {
    const present = linked.get(from);
    if (present === undefined) linked.set(from, new Set([to]));
    else present.add(to);
  };
  for (const [one, other] of links) {
    const [from, to] = [places.get(one), places.get(other)];
    if (from === undefined || to === undefined || from === to) continue;
    add(from, to);
    add(to, from);
  }
  return linked;
}
