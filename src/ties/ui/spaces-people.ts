import type { Day, Steps } from '../../base';
import type { Edge } from '../../obsidian/edge';
import { words } from '../../words';
import { bridgingOf, closenessOf, communityKeys, topicWords, type Contact } from '..';
import type { ShelfDirectory } from './shelf-directory';
import type { SpacesPerson } from './spaces-table';
import type { TiesBook } from './ties-book';

/** What the picture is drawn from. */
export interface SpacesNeeds {
  readonly edge: Edge;
  readonly directory: ShelfDirectory;
  readonly book: TiesBook;
}

/** Which people are drawn, and how many at most (the strongest). */
export interface SpacesChoice {
  readonly most?: () => number;
  readonly only?: () => ReadonlySet<string>;
}

/** Everybody who is to be shown, with what is said of them; with places to rest. */
export function* spacesPeople({ directory, book }: SpacesNeeds, { most, only }: SpacesChoice, today: Day): Steps<SpacesPerson[]> {
  const contacts = directory.all();
  const [acquaintance, placeOf] = [book.acquaintance(), book.communityPlaces()];
  const dormant = new Set(directory.dormant(today).map(({ contact }) => contact.path));
  const wanted = only?.();
  const all: SpacesPerson[] = [];
  for (const [at, contact] of contacts.entries()) {
    yield;
    if (wanted !== undefined && !wanted.has(contact.path)) continue;
    const strength = book.standing(contact, today).strength.value;
    const { isBridge } = bridgingOf(contacts, acquaintance, at, placeOf);
    const isDormant = dormant.has(contact.path);
    all.push({ contact, group: communityKeys(contact, placeOf)[0] ?? '', strength, isBridge, isDormant, said: words.ties.spacesPerson(contact.name, words.ties.spaceNames[contact.space], words.ties.closeness[closenessOf(strength)], isBridge, isDormant) });
  }
  const limit = most?.() ?? Infinity;
  return all.length <= limit ? all : all.sort((left, right) => right.strength - left.strength).slice(0, limit);
}

const known = new WeakMap<Contact, readonly string[]>();

/** Whether a name, topic or community of a person has all the words that were typed; the last one may be unfinished. */
export function matchesTyped(contact: Contact, typed: string): boolean {
  const wanted = topicWords(typed);
  return wanted.length === 0 || wanted.every((word) => wordsOf(contact).some((one) => one.startsWith(word)));
}

function wordsOf(contact: Contact): readonly string[] {
  const present = known.get(contact) ?? topicWords([contact.name, ...contact.aliases, ...contact.topics, ...contact.communities].join(' '));
  known.set(contact, present);
  return present;
}
