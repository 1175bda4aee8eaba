import { termIn } from '../vault/arena';
import type { VaultIndex } from '../vault/vault-index';
import type { Absence, Query, ScoreParts, Suggestion } from '../types';
import { Gates } from './gates';
import { Hops } from './hops';
import { isNearDuplicate } from './near-duplicate';
import { blend, rankParts } from './parts';
import { plainlyNear } from './plainly-near';
import { type Question, questionOfNote, questionOfText } from './question';
import { bridgeOf, reasonsOf } from './reasons';
import { type Candidate, select } from './select';
import { isAway } from './unexpected';
import type { WorkSpace } from './work-space';
import { DEFAULT_SURPRISE, NEAR_SHARE, PARTS, SURPRISE_BONUS, TERMS_FOR_SURPRISE } from './weights';

const REPEAT_DECAY = 0.85;

/** An answer before it is put into words: the candidates in order, and what is needed to explain them. */
interface Answer {
  readonly question: Question;
  readonly hops: Hops;
  readonly gates: Gates;
  readonly candidates: readonly Candidate[];
  readonly values: Float64Array;
}

/** The question of a query; undefined when it names neither a known note nor a text. */
export function questionOf(index: VaultIndex, query: Query): Question | undefined {
  if (query.text !== undefined) return questionOfText(index, query.text, query.path ?? '');
  const note = query.path === undefined ? undefined : index.noteAt(query.path);
  return note === undefined ? undefined : questionOfNote(index, note);
}

/** Rounds away what floating-point sums owe to their order, so that equal vaults give equal answers whatever their history. */
function steady(value: number): number {
  return Math.round(value * 1e9) / 1e9;
}

/** What an unexpected note gets for it. A question of few words has little to tell a find from a chance by, so surprise counts for less there. */
function surpriseFor({ surprise }: Query, { terms }: Question): number {
  return (surprise ?? DEFAULT_SURPRISE) * SURPRISE_BONUS * Math.min(1, terms.length / TERMS_FOR_SURPRISE);
}

function answer(index: VaultIndex, query: Query, asked: Question, space: WorkSpace): Answer {
  if (index.isOverdue) index.settle();
  const gates = new Gates(index, query, asked);
  const { question, notes, values } = rankParts(index, asked, space, gates.mayShow);
  const hops = new Hops(index.graph, question.note, space.hops, (note) => index.entry(note).path);
  const near = plainlyNear(index, space.asked, notes);
  const surprise = surpriseFor(query, question);
  const candidates: Candidate[] = [];
  notes.forEach((note, row) => {
    if (isNearDuplicate(index, question, space.asked, note)) return;
    const away = isAway(index, question, hops, note);
    const unexpected = away && !near.has(note);
    const bonus = away ? surprise * (unexpected ? 1 : NEAR_SHARE) : 0;
    const score = blend(values, row) + bonus;
    const shown = query.shown?.get(index.entry(note).path) ?? 0;
    candidates.push({ note, row, unexpected, score: steady(score * REPEAT_DECAY ** shown) });
  });
  candidates.sort((a, b) => b.score - a.score || (index.entry(a.note).path < index.entry(b.note).path ? -1 : 1));
  return { question, hops, gates, candidates, values };
}

function partsOf(values: Float64Array, row: number): ScoreParts {
  return Object.fromEntries(PARTS.map((part, at) => [part, steady(values[row * PARTS.length + at] as number)]));
}

/** The suggestions that answer a query, best first. */
export function suggest(index: VaultIndex, query: Query, space: WorkSpace): Suggestion[] {
  const asked = questionOf(index, query);
  if (asked === undefined || query.limit <= 0) return [];
  const { question, hops, candidates, values } = answer(index, query, asked, space);
  return select(index, candidates, query.limit).chosen.map(({ note, row, score, unexpected }) => ({
    path: index.entry(note).path,
    title: index.entry(note).title,
    score,
    unexpected,
    parts: partsOf(values, row),
    reasons: reasonsOf(index, query, question, hops, note),
    bridge: bridgeOf(index, question, note),
  }));
}

/** Whether a note shares any word with the question, common ones too, or a way of links leads there. */
function isRelated(index: VaultIndex, asked: Uint8Array, hops: Hops, note: number): boolean {
  const { start, count } = index.entry(note);
  return index.arena.packed.subarray(start, start + count).some((packed) => asked[termIn(packed)] !== 0) || hops.way(note) !== undefined;
}

/** Why a note is, or is not, in the answer to a query. */
export function explainAbsence(index: VaultIndex, path: string, query: Query, space: WorkSpace): Absence[] {
  const note = index.noteAt(path);
  const asked = questionOf(index, query);
  if (note === undefined || asked === undefined) return [{ kind: 'unknown' }];
  const { question, hops, gates, candidates } = answer(index, query, asked, space);
  const held = gates.holding(note);
  if (held.length > 0) return held;
  if (isNearDuplicate(index, question, space.asked, note)) return [{ kind: 'nearDuplicate' }];
  const { chosen, crowded } = select(index, candidates, candidates.length);
  const shownAt = chosen.findIndex((candidate) => candidate.note === note) + 1;
  if (shownAt > 0 && shownAt <= query.limit) return [{ kind: 'shown', place: shownAt }];
  const place = candidates.findIndex((candidate) => candidate.note === note) + 1;
  if (place > 0) return [{ kind: 'rank', place, crowded: crowded.has(note) }];
  return [isRelated(index, space.asked, hops, note) ? { kind: 'behind', others: candidates.length } : { kind: 'unrelated' }];
}
