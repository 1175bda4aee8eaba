import { atOnce, type Steps } from '../base';
import type { Contact } from './contact';
import { topicsOf } from './contact-topics';
import type { Acquaintance } from './measure';

/** Two people who seem not to know each other, and what they share. */
export interface Introduction {
  readonly one: Contact;
  readonly other: Contact;
  readonly topics: readonly string[];
}

/** A topic that so many people have is nothing special. */
const MOST_SHARING = 30;

/**
 * Who could be introduced to whom: pairs that share a topic and do not know each other, the rarest topics first. `acquaintance`
 * is by the places in `contacts`. A pair that `isDeclined` is left out.
 */
export function introductions(...asked: Parameters<typeof introductionsInSteps>): Introduction[] {
  return atOnce(introductionsInSteps(...asked));
}

/** The same, with places to rest. */
export function* introductionsInSteps(contacts: readonly Contact[], acquaintance: Acquaintance, limit: number, isDeclined: (one: Contact, other: Contact) => boolean = () => false): Steps<Introduction[]> {
  const pairs = new Map<number, Pair>();
  for (const [topic, people] of yield* peopleByTopic(contacts)) {
    yield;
    if (people.length < 2 || people.length > MOST_SHARING) continue;
    people.forEach((one, at) => people.slice(at + 1).forEach((other) => {
      const key = one * contacts.length + other;
      const pair = pairs.get(key) ?? { one, other, score: 0, topics: [] };
      pair.score += 1 / (people.length - 1);
      pair.topics.push(topic);
      pairs.set(key, pair);
    }));
  }
  const best: Pair[] = [];
  for (const pair of pairs.values()) {
    const last = best[limit - 1];
    if (last !== undefined && ranked(pair, last) >= 0) continue;
    const [one, other] = [contacts[pair.one], contacts[pair.other]];
    if (one === undefined || other === undefined || acquaintance[pair.one]?.includes(pair.other) === true || isDeclined(one, other)) continue;
    best.push(pair);
    best.sort(ranked).splice(limit);
  }
  return best.flatMap(({ one, other, topics }) => {
    const [first, second] = [contacts[one], contacts[other]];
    return first === undefined || second === undefined ? [] : [{ one: first, other: second, topics }];
  });
}

interface Pair {
  readonly one: number;
  readonly other: number;
  readonly topics: string[];
  score: number;
}

function ranked(left: Pair, right: Pair): number {
  return right.score - left.score || left.one - right.one || left.other - right.other;
}

function* peopleByTopic(contacts: readonly Contact[]): Steps<Map<string, number[]>> {
  const shown = new Map<string, string>();
  const people = new Map<string, number[]>();
  for (const [at, contact] of contacts.entries()) {
    yield;
    for (const { topic, words } of topicsOf(contact)) {
      const key = words.join(' ');
      const name = shown.get(key) ?? topic;
      shown.set(key, name);
      const present = people.get(name);
      if (present === undefined) people.set(name, [at]);
      else if (present.at(-1) !== at) present.push(at);
    }
  }
  return people;
}
