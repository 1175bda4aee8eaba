import { type Steps, atOnce } from '../steps';
import { termIn } from '../vault/arena';
import type { VaultIndex } from '../vault/vault-index';
import type { Absence, Query, ScoreParts, Suggestion } from '../types';
import { Gates } from './gates';
import { Hops } from './hops';
import { Joins } from './joins';
import { likelihoods } from './likelihood';
import { isNearDuplicate } from './near-duplicate';
import { type Ranked, blend, rankingParts } from './parts';
import { plainlyNear } from './plainly-near';
import { type Question, questionOfNote, questionOfText } from './question';
import { reasonsOf, sharedTerms } from './reasons';
import { type Candidate, select } from './select';
import { isAway } from './unexpected';
import type { WorkSpace } from './work-space';
import { DEFAULT_SURPRISE, PARTS, SURPRISE_WORTH, TERMS_FOR_SURPRISE } from './weights';

/** A note that was shown before is taken to be so much less likely each time. */
const REPEAT_DECAY = 0.2;

/** An answer before it is put into words: the candidates in order, and what is needed to explain them. */
interface Answer extends Ranked {
  readonly hops: Hops;
  readonly gates: Gates;
  readonly candidates: readonly Candidate[];
}

/** The question of a query; undefined when it names neither a known note nor a text. */
function questionOf(index: VaultIndex, query: Query): Question | undefined {
  if (query.text !== undefined) return questionOfText(index, query.text, query.path ?? '');
  const note = query.path === undefined ? undefined : index.noteAt(query.path);
  return note === undefined ? undefined : questionOfNote(index, note);
}

/** Rounds away what floating-point sums owe to their order, so that equal vaults give equal answers whatever their history. */
function steady(value: number): number {
  return Math.round(value * 1e9) / 1e9;
}

/**
 * What it is worth, as a likelihood, to show a note that is elsewhere. The ten for which likelihood and this come to most hold the likeliest
 * links of all lists that are as unexpected (a Lagrange multiplier for that condition): what the evidence is overwhelming for stays, and where
 * evidence ends, notes from elsewhere come first. A question of few words has little to tell a find from a chance by, so it is worth less there.
 */
function worthOfSurprise({ surprise }: Query, { terms }: Question): number {
  return SURPRISE_WORTH * (surprise ?? DEFAULT_SURPRISE) ** 2 * Math.min(1, terms.length / TERMS_FOR_SURPRISE);
}

function* answering(index: VaultIndex, query: Query, asked: Question, space: WorkSpace): Steps<Answer> {
  if (index.isOverdue) index.settle();
  const gates = new Gates(index, query, asked);
  const ranked = yield* rankingParts(index, asked, space, gates.mayShow);
  yield;
  const { question, notes, values } = ranked;
  const hops = new Hops(index.graph, question.note, space.hops, (note) => index.entry(note).path);
  const near = plainlyNear(index, space.asked, notes);
  yield;
  const worth = worthOfSurprise(query, question);
  const rows = [...notes.keys()].filter((row) => !isNearDuplicate(index, question, space.asked, notes[row] as number));
  const likely = likelihoods(Float64Array.from(rows, (row) => blend(values, row)));
  const candidates = rows.map((row, at): Candidate => {
    const note = notes[row] as number;
    const away = isAway(index, question, hops, note);
    const shown = query.shown?.get(index.entry(note).path) ?? 0;
    return { note, row, unexpected: away && !near.has(note), score: steady(((likely[at] as number) + (away ? worth : 0)) * REPEAT_DECAY ** shown) };
  });
  candidates.sort((a, b) => b.score - a.score || (index.entry(a.note).path < index.entry(b.note).path ? -1 : 1));
  return { ...ranked, hops, gates, candidates };
}

function partsOf(values: Float64Array, row: number): ScoreParts {
  return Object.fromEntries(PARTS.map((part, at) => [part, steady(values[row * PARTS.length + at] as number)]));
}

/** The suggestions that answer a query, best first. */
export function suggest(index: VaultIndex, query: Query, space: WorkSpace): Suggestion[] {
  return atOnce(suggesting(index, query, space));
}

/**
 * The same in steps, for whoever has the room to itself; undefined where notes changed or were folded in between two of them, as
 * what was found until then may hold no more.
 */
export function* suggestingUndisturbed(index: VaultIndex, query: Query, space: WorkSpace): Steps<Suggestion[] | undefined> {
  const { revision, postings } = index;
  const steps = suggesting(index, query, space);
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
    yield;
    if (index.revision !== revision || index.postings !== postings) return undefined;
  }
}

function* suggesting(index: VaultIndex, query: Query, space: WorkSpace): Steps<Suggestion[]> {
  const asked = questionOf(index, query);
  if (asked === undefined || query.limit <= 0) return [];
  const { question, hops, gates, candidates, values, restarts, walked } = yield* answering(index, query, asked, space);
  yield;
  const joins = new Joins(index, question, gates, restarts, walked);
  return select(index, candidates, query.limit).chosen.map(({ note, row, score, unexpected }) => {
    const parts = partsOf(values, row);
    const { bridge, weak } = sharedTerms(index, question, note);
    const joined = joins.of({ note, parts, hasBridge: bridge.length > 0 });
    const { path, title } = index.entry(note);
    return { path, title, score, unexpected, parts, bridge, ...(weak !== undefined && { weak }), reasons: reasonsOf(index, query, question, hops, joined, note) };
  });
}

/** Whether a note shares any word with the question, common ones too, or a way of links leads there. */
function isRelated(index: VaultIndex, asked: Uint8Array, hops: Hops, note: number): boolean {
  const { start, count } = index.entry(note);
  return index.arena.view(start, count).some((packed) => asked[termIn(packed)] !== 0) || hops.way(note) !== undefined;
}

/** Why a note is, or is not, in the answer to a query. */
export function explainAbsence(index: VaultIndex, path: string, query: Query, space: WorkSpace): Absence[] {
  const note = index.noteAt(path);
  const asked = questionOf(index, query);
  if (note === undefined || asked === undefined) return [{ kind: 'unknown' }];
  const { question, hops, gates, candidates } = atOnce(answering(index, query, asked, space));
  const held = gates.holding(note);
  if (held.length > 0) return held;
  if (isNearDuplicate(index, question, space.asked, note)) return [{ kind: 'nearDuplicate' }];
  const { chosen, crowded } = select(index, candidates, candidates.length);
  const placeOf = (wanted: number): number => chosen.findIndex((candidate) => candidate.note === wanted) + 1;
  const place = placeOf(note);
  if (place > 0) return [{ kind: place <= query.limit ? 'shown' : 'rank', place }];
  const by = crowded.get(note);
  if (by !== undefined) return [{ kind: 'crowded', by: index.entry(by).path, place: placeOf(by) }];
  return [isRelated(index, space.asked, hops, note) ? { kind: 'behind', others: candidates.length } : { kind: 'unrelated' }];
}
