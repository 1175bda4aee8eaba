import type { VaultIndex } from '../vault/vault-index';
import { codeIn, termIn } from '../vault/arena';
import type { Query, Reason } from '../types';
import { COUNT_BITS, COUNT_OF } from '../read/tally';
import { DEFAULT_LANGUAGE } from '../read/languages';
import { isWeak } from '../read/weak-words';
import type { Hops } from './hops';
import type { Join } from './joins';
import { namesOfPeople } from './people';
import type { Question } from './question';

const DAY = 86_400_000;
const FEWEST_DAYS = 30;
const BRIDGE = 12;
const FEWEST_IDEAS = 2;
/** A word of a title, heading or tag counts so much more. */
const IN_NAME = 2;
const BY_CHANCE = 0.6;

/** What joins the note, and what makes it unexpected, in facts: distance and way, folders, time. A note in common is a way of two links. */
export function reasonsOf(index: VaultIndex, query: Query, question: Question, hops: Hops, joins: readonly Join[], note: number): Reason[] {
  const { folder, mtime, path } = index.entry(note);
  const reasons: Reason[] = [...joins];
  const saysWay = joins.some(({ kind }) => kind === 'common');
  if (question.note >= 0 && !saysWay) {
    const way = hops.way(note);
    if (way === undefined) reasons.push({ kind: 'unconnected' });
    else if (way.links > 1) reasons.push({ kind: 'distance', links: way.links, via: index.entry(way.via).path });
  }
  if (query.path !== undefined && folder !== question.folder) reasons.push({ kind: 'folder', here: question.folder, there: folder });
  const opened = query.openedAt?.get(path);
  const days = (time: number): number => Math.floor((query.now - time) / DAY);
  if (opened !== undefined) {
    if (days(opened) >= FEWEST_DAYS) reasons.push({ kind: 'unopened', days: days(opened) });
  } else if (mtime > 0 && days(mtime) >= FEWEST_DAYS) reasons.push({ kind: 'unmodified', days: days(mtime) });
  return reasons;
}

/** How much a term says about what joins two notes, by how much it counts in each. Once here and once there may be chance. */
function worth(asked: number, code: number, idf: number): number {
  const found = (COUNT_OF[code & COUNT_BITS] as number) + (code > COUNT_BITS ? IN_NAME : 0);
  return Math.sqrt(asked * Math.max(1, found)) * idf * idf * (asked <= 1 && found <= 1 ? BY_CHANCE : 1);
}

interface Weighed {
  readonly hash: number;
  readonly worth: number;
}

function stronger(a: Weighed, b: Weighed): number {
  return b.worth - a.worth || a.hash - b.hash;
}

/** The terms that join question and note, as hashes of their stems. */
interface SharedTerms {
  /** Those that name an idea, strongest first; names of people only where there is hardly anything else. */
  readonly bridge: readonly number[];
  /** The strongest word that names no idea, to be told only where nothing else joins the two. */
  readonly weak: number | undefined;
}

/** What words question and note share. */
export function sharedTerms(index: VaultIndex, question: Question, note: number): SharedTerms {
  const weightOf = new Map(question.terms.map((term, at) => [term, question.weights[at] as number]));
  const people = namesOfPeople(index);
  const { start, count, language } = index.entry(note);
  // English words stand in notes of any language, and notes of few words do not show theirs.
  const languages = new Set([DEFAULT_LANGUAGE, question.language, language, ...index.commonLanguages]);
  const ideas: Weighed[] = [];
  const names: Weighed[] = [];
  let weak: Weighed | undefined;
  for (const packed of index.arena.view(start, count)) {
    const term = termIn(packed);
    const weight = weightOf.get(term);
    if (weight === undefined) continue;
    const hash = index.lexicon.hashOfTerm(term);
    const idf = index.idf(term);
    const shared = { hash, worth: worth((weight / idf) ** 2, codeIn(packed), idf) };
    if (!isWeak(hash, languages)) (people.has(term) ? names : ideas).push(shared);
    else if (weak === undefined || stronger(shared, weak) < 0) weak = shared;
  }
  const found = ideas.length < FEWEST_IDEAS ? [...ideas, ...names] : ideas;
  found.sort(stronger);
  return { bridge: found.slice(0, BRIDGE).map(({ hash }) => hash), weak: weak?.hash };
}
