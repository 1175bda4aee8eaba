import type { Contact } from './contact';
import { topicWords } from './topic-index';

/** A topic as the contact's note has it, and its words. */
interface ContactTopic {
  readonly topic: string;
  readonly words: readonly string[];
}

const known = new WeakMap<Contact, readonly ContactTopic[]>();

/** A contact's topics with their words; worked out once for each reading of the note. */
export function topicsOf(contact: Contact): readonly ContactTopic[] {
  const present = known.get(contact);
  if (present !== undefined) return present;
  const topics = contact.topics.map((topic) => ({ topic, words: topicWords(topic) })).filter(({ words }) => words.length > 0);
  known.set(contact, topics);
  return topics;
}
