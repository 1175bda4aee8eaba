import type { VaultIndex } from '../vault/vault-index';
import type { Query, Reason } from '../types';
import type { Hops } from './hops';
import type { Question } from './question';

const DAY = 86_400_000;
const FEWEST_DAYS = 30;
const BRIDGE = 12;

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

/** The terms that join question and note, strongest first, as hashes of their stems. */
export function bridgeOf(index: VaultIndex, question: Question, note: number): number[] {
  const weightOf = new Map(question.terms.map((term, at) => [term, question.weights[at] as number]));
  const { start, count } = index.entry(note);
  const shared: { hash: number; worth: number }[] = [];
  for (let at = start; at < start + count; at++) {
    const term = index.arena.terms[at] as number;
    const weight = weightOf.get(term);
    if (weight !== undefined) {
      shared.push({ hash: index.lexicon.hashOfTerm(term), worth: weight * index.idf(term) * Math.sqrt((index.arena.codes[at] as number) & 31 || 1) });
    }
  }
  shared.sort((a, b) => b.worth - a.worth || a.hash - b.hash);
  return shared.slice(0, BRIDGE).map(({ hash }) => hash);
}
