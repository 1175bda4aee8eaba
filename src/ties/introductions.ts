import type { Contact } from './contact';
import type { Acquaintance } from './measure';
import { topicWords } from './topic-index';

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
export function introductions(contacts: readonly Contact[], acquaintance: Acquaintance, limit: number, isDeclined: (one: Contact, other: Contact) => boolean = () => false): Introduction[] {
  const pairs = new Map<string, { one: number; other: number; score: number; topics: string[] }>();
  for (const [topic, people] of peopleByTopic(contacts)) {
    if (people.length < 2 || people.length > MOST_SHARING) continue;
    people.forEach((one, at) => people.slice(at + 1).forEach((other) => {
      if (acquaintance[one]?.includes(other) === true) return;
      const key = `${one} ${other}`;
      const pair = pairs.get(key) ?? { one, other, score: 0, topics: [] };
      pair.score += 1 / (people.length - 1);
      pair.topics.push(topic);
      pairs.set(key, pair);
    }));
  }
  const found: Introduction[] = [];
  for (const { one, other, topics } of [...pairs.values()].sort((left, right) => right.score - left.score || left.one - right.one || left.other - right.other)) {
    const [first, second] = [contacts[one], contacts[other]];
    if (first !== undefined && second !== undefined && !isDeclined(first, second)) found.push({ one: first, other: second, topics });
    if (found.length === limit) break;
  }
  return found;
}

function peopleByTopic(contacts: readonly Contact[]): Map<string, number[]> {
  const shown = new Map<string, string>();
  const people = new Map<string, number[]>();
  contacts.forEach(({ topics }, at) => {
    for (const topic of topics) {
      const key = topicWords(topic).join(' ');
      if (key === '') continue;
      const name = shown.get(key) ?? topic;
      shown.set(key, name);
      const present = people.get(name);
      if (present === undefined) people.set(name, [at]);
      else if (present.at(-1) !== at) present.push(at);
    }
  });
  return people;
}
