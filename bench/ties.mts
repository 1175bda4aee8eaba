/**
 * How long the questions about people take, for 5,000 contacts with 100,000 interactions: what the Ties tab computes
 * after an edit, and what the picture of the three spaces needs. Run: npm run bench:ties, which goes on
 * with the same in a browser
 */
import { performance } from 'node:perf_hooks';
import { dayAfter, seededRandom } from '../src/base';
import {
  SPACES, acquaintances, dormantTies, dueTies, effectiveSize, introductions, latestDay, layOutSpaces, mayBeCommunity, spacesMet, tieStrength, whoMightValue,
  type Contact, type Interaction,
} from '../src/ties';

const [PEOPLE, INTERACTIONS_EACH, ROUNDS] = [5000, 20, 15];
const TODAY = '2026-11-20';
const random = seededRandom(4);
const below = (limit: number): number => Math.floor(random() * limit);

function interaction(): Interaction {
  return { day: dayAfter(TODAY, -below(1500)), direction: below(2) === 0 ? 'gave' : 'received', what: 'a letter about [[bees]]' };
}

const contacts = Array.from({ length: PEOPLE }, (_, at): Contact => ({
  path: `People/Person ${at}.md`, name: `Person ${at}`, aliases: [], space: SPACES[below(SPACES.length)] ?? 'network',
  communities: below(3) === 0 ? [`[[Community ${below(60)}]]`] : [], topics: [`topic ${below(900)}`, `topic ${below(900)}`],
  interactions: Array.from({ length: INTERACTIONS_EACH }, interaction), ...(below(2) === 0 ? { cadence: 60 } : {}),
}));
const note = { path: 'Notes/A.md', text: Array.from({ length: 2000 }, () => `topic ${below(900)}`).join(' '), links: [] };
const strengthOf = (contact: Contact): ReturnType<typeof tieStrength> => tieStrength(contact.interactions, latestDay(contact, TODAY), spacesMet(contact, []).length, TODAY);
const known = acquaintances(contacts);

const questions: Readonly<Record<string, () => unknown>> = {
  'who is due': () => dueTies(contacts, TODAY),
  'who is out of touch': () => dormantTies(contacts, TODAY, 365),
  'strength of one tie, after an edit': () => strengthOf(contacts[0] ?? fail()),
  'strength of all ties, the first time': () => contacts.map(strengthOf),
  'who came closer, the first time': () => contacts.filter((contact) => mayBeCommunity(contact, strengthOf(contact))),
  'who knows whom': () => acquaintances(contacts),
  'effective size': () => effectiveSize(known),
  'introductions': () => introductions(contacts, known, 3),
  'who might value a note of 4,000 words': () => whoMightValue(note, contacts, () => []),
  'places in the picture of 2,000': () => layOutSpaces(contacts.slice(0, 2000).map(({ path, space }, at) => ({ path, space, strength: (at % 100) / 100, group: '' }))),
};

console.log(`${PEOPLE} contacts, ${PEOPLE * INTERACTIONS_EACH} interactions; milliseconds, median and slowest of ${ROUNDS}`);
for (const [name, ask] of Object.entries(questions)) {
  const times = Array.from({ length: ROUNDS }, () => {
    const from = performance.now();
    ask();
    return performance.now() - from;
  }).sort((left, right) => left - right);
  console.log(`${name.padEnd(42)} ${(times[Math.floor(ROUNDS / 2)] ?? 0).toFixed(1).padStart(8)} ${(times.at(-1) ?? 0).toFixed(1).padStart(8)}`);
}

function fail(): never {
  throw new Error('There are no contacts to measure with.');
}
