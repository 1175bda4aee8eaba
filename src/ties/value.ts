import { atOnce, daysBetween, type Day, type Steps } from '../base';
import { nameOf } from '../note';
import type { Contact } from './contact';
import { topicsOf } from './contact-topics';
import type { Exchange } from './exchange';
import { linksTo, type ResolvesLink } from './note-links';
import { topicWords } from './topic-index';

/** Why a note may be worth something to a person. */
export type ValueReason =
  | { readonly kind: 'topics'; readonly topics: readonly string[] }
  | { readonly kind: 'named' }
  | { readonly kind: 'led-here'; readonly path: string }
  | { readonly kind: 'answered'; readonly path: string; readonly day: Day }
  | { readonly kind: 'shared'; readonly path: string };

/** Somebody who might value a note, with the reasons, the weightiest first. */
export interface Valuer {
  readonly contact: Contact;
  readonly score: number;
  readonly reasons: readonly ValueReason[];
}

/** What is asked about: a note, its words, and the notes it links to. */
interface ValuedNote {
  readonly path: string;
  readonly text: string;
  readonly links: readonly string[];
}

const WEIGHT = { topic: 1, named: 0.5, ledHere: 1.5, answered: 0.75, shared: 0.25 } as const;
/** An answer to what was shared comes within so many days. */
const ANSWER_DAYS = 60;

/**
 * The people who might value a note: by their topics that it touches, the quotes behind it that came by way of them, what
 * was shared with them before and whether they answered. Whoever got it already is left out. The best first, then by name.
 */
export function whoMightValue(note: ValuedNote, contacts: readonly Contact[], foundOf: (path: string) => readonly Exchange[], resolve?: ResolvesLink): Valuer[] {
  return atOnce(valuersInSteps(note, contacts, foundOf, resolve));
}

/** The same as `whoMightValue`, with a place to rest after each person. `foundOf` gives all that was found, also what the contact's note lists by itself. */
export function* valuersInSteps(note: ValuedNote, contacts: readonly Contact[], foundOf: (path: string) => readonly Exchange[], resolve?: ResolvesLink): Steps<Valuer[]> {
  const words = new Set(topicWords(`${nameOf(note.path)}\n${note.text}`));
  const links = new Set(note.links);
  const leadsHere = linksTo(note.path, resolve);
  const valuers: Valuer[] = [];
  for (const contact of contacts) {
    yield;
    const found = foundOf(contact.path);
    const topics = topicsTouched(contact, words);
    const reasons = [
      ...found.filter(({ kind, path }) => kind === 'quoted' && (links.has(path) || path === note.path)).slice(0, 1).map(({ path }) => weighed(WEIGHT.ledHere, { kind: 'led-here' as const, path })),
      ...(topics.length === 0 ? [] : [weighed(WEIGHT.topic * topics.length, { kind: 'topics' as const, topics })]),
      ...(links.has(contact.path) ? [weighed(WEIGHT.named, { kind: 'named' as const })] : []),
      ...earlier(contact, found, links, topics.length > 0),
    ];
    // Last, for it reads all that ever went between.
    if (reasons.length === 0 || gotIt(contact, found, note.path, leadsHere)) continue;
    const score = reasons.reduce((sum, { weight }) => sum + weight, 0);
    valuers.push({ contact, score, reasons: reasons.sort((left, right) => right.weight - left.weight).map(({ reason }) => reason) });
  }
  return valuers.sort((left, right) => right.score - left.score || (left.contact.name < right.contact.name ? -1 : 1));
}

/** People one knows about a topic, each with what they are known by: their topics first, then what went between. */
export function whoKnowsAbout(asked: string, contacts: readonly Contact[], foundOf: (path: string) => readonly Exchange[]): { contact: Contact; by: 'topic' | 'exchange'; what: string }[] {
  const wanted = topicWords(asked);
  if (wanted.length === 0) return [];
  const isAbout = (words: readonly string[]): boolean => wanted.every((word, at) => (at === wanted.length - 1 ? words.some((one) => one.startsWith(word)) : words.includes(word)));
  const known = contacts.flatMap((contact): { contact: Contact; by: 'topic' | 'exchange'; what: string }[] => {
    const topic = topicsOf(contact).find(({ words }) => isAbout(words))?.topic;
    if (topic !== undefined) return [{ contact, by: 'topic', what: topic }];
    const exchange = [...contact.interactions.filter((_, at) => isAbout(exchangeWords(contact)[at] ?? [])), ...foundOf(contact.path).filter(({ what }) => isAbout(topicWords(what)))][0];
    return exchange === undefined ? [] : [{ contact, by: 'exchange', what: exchange.what }];
  });
  return [...known.filter(({ by }) => by === 'topic'), ...known.filter(({ by }) => by === 'exchange')];
}

const knownWords = new WeakMap<Contact, readonly (readonly string[])[]>();

/** The words of each of a contact's interactions; worked out once for each reading of the note. */
export function exchangeWords(contact: Contact): readonly (readonly string[])[] {
  const present = knownWords.get(contact);
  if (present !== undefined) return present;
  const all = contact.interactions.map(({ what }) => topicWords(what));
  knownWords.set(contact, all);
  return all;
}

function topicsTouched(contact: Contact, words: ReadonlySet<string>): string[] {
  return topicsOf(contact).filter((one) => one.words.every((word) => words.has(word))).map(({ topic }) => topic);
}

function gotIt(contact: Contact, found: readonly Exchange[], path: string, leadsHere: (what: string, from: string) => boolean): boolean {
  if (found.some((one) => one.kind === 'shared' && one.path === path)) return true;
  return contact.interactions.some(({ direction, what }) => direction === 'gave' && leadsHere(what, contact.path));
}

// What they got before speaks for this note when it is close to it: linked from it, or on a topic of theirs like this one.
function earlier(contact: Contact, found: readonly Exchange[], links: ReadonlySet<string>, isOnTopic: boolean): { weight: number; reason: ValueReason }[] {
  const shares = found.filter(({ kind, path }) => kind === 'shared' && (isOnTopic || links.has(path)));
  const answered = shares.map((share) => ({ share, answer: answerTo(share, contact, found) })).find(({ answer }) => answer !== undefined);
  if (answered?.answer !== undefined) return [weighed(WEIGHT.answered, { kind: 'answered', path: answered.share.path, day: answered.answer })];
  return shares.slice(0, 1).map(({ path }) => weighed(WEIGHT.shared, { kind: 'shared', path }));
}

// What stands below the share as its answer says it outright; anything received soon after is taken for one.
function answerTo({ day, path }: Exchange, { interactions }: Contact, found: readonly Exchange[]): Day | undefined {
  const noted = found.find((one) => one.kind === 'answered' && one.path === path && one.day >= day);
  return (noted ?? interactions.find((one) => one.direction === 'received' && one.day >= day && daysBetween(day, one.day) <= ANSWER_DAYS))?.day;
}

function weighed(weight: number, reason: ValueReason): { weight: number; reason: ValueReason } {
  return { weight, reason };
}
