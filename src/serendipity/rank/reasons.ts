import type { VaultIndex } from '../vault/vault-index';
import { codeIn, termIn } from '../vault/arena';
import type { Query, Reason } from '../types';
import { COUNT_BITS, COUNT_OF } from '../read/tally';
import { DEFAULT_LANGUAGE } from '../read/languages';
import { isWeak } from '../read/weak-words';
import type { Hops } from './hops';
import { namesOfPeople } from './people';
import type { Question } from './question';

const DAY = 86_400_000;
const FEWEST_DAYS = 30;
const BRIDGE = 12;
const FEWEST_IDEAS = 2;
/** A word of a title, heading or tag counts so much more. */
const IN_NAME = 2;
const BY_CHANCE = 0.6;

/** What makes the note unexpected, in facts: distance and way, folders, time. */
export function reasonsOf(index: VaultIndex, query: Query, question: Question, hops: Hops, note: number): Reason[] {
  const { folder, mtime, path } = index.entry(note);
  const reasons: Reason[] = [];
  if (question.note >= 0) {
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

/**
 * The terms that join question and note, strongest first, as hashes of their stems. Words that name no idea are left out; names
 * of people are taken only where there is hardly anything else.
 */
export function bridgeOf(index: VaultIndex, question: Question, note: number): number[] {
  const weightOf = new Map(question.terms.map((term, at) => [term, question.weights[at] as number]));
  const people = namesOfPeople(index);
  const { start, count, language } = index.entry(note);
  // English words stand in notes of any language, and notes of few words do not show theirs.
  const languages = new Set([DEFAULT_LANGUAGE, question.language, language, ...index.commonLanguages]);
  const ideas: { hash: number; worth: number }[] = [];
  const names: { hash: number; worth: number }[] = [];
  for (const packed of index.arena.packed.subarray(start, start + count)) {
    const term = termIn(packed);
    const weight = weightOf.get(term);
    if (weight === undefined) continue;
    const hash = index.lexicon.hashOfTerm(term);
    if (isWeak(hash, languages)) continue;
    const idf = index.idf(term);
    (people.has(term) ? names : ideas).push({ hash, worth: worth((weight / idf) ** 2, codeIn(packed), idf) });
  }
  const found = ideas.length < FEWEST_IDEAS ? [...ideas, ...names] : ideas;
  found.sort((a, b) => b.worth - a.worth || a.hash - b.hash);
  return found.slice(0, BRIDGE).map(({ hash }) => hash);
}
