import type { VaultIndex } from '../vault/vault-index';
import { COUNT_BITS, COUNT_OF, IN_TITLE } from '../read/tally';
import { type Scored, bestOf } from './best';
import { type Question, bestTerms, inverseFrequency } from './question';
import { Sums } from './sums';
import { scoreTexts } from './text-score';
import { walk } from './walk';
import { PARTS, type Part, WALK } from './weights';

const FROM_TEXT = 250;
const FROM_GRAPH = 100;
const VOTERS = 50;
const TEACHERS = 8;
const LARGEST_HUB = 2_000;

/** Candidates with the value of each part, between 0 and 1: `values[row * PARTS.length + part]`. */
export interface Ranked {
  readonly notes: readonly number[];
  readonly values: Float64Array;
}

/** Work spaces for one question at a time. */
export class WorkSpace {
  readonly text = new Sums();
  readonly textWalk = [new Sums(), new Sums()] as const;
  readonly walk = [new Sums(), new Sums()] as const;
  readonly votes = new Sums();
  readonly common = new Sums();
  termWeight = new Float64Array(0);
}

function textRestarts(question: Question, nearest: readonly Scored[]): Scored[] {
  const seeds = nearest.slice(0, WALK.seeds);
  const largest = seeds[0]?.value ?? 1;
  const squares = seeds.map(({ value }) => (value / largest) ** 2);
  const total = squares.reduce((sum, square) => sum + square, 0);
  const share = question.note < 0 ? 1 : WALK.seedShare;
  const restarts = seeds.map(({ note }, at) => ({ note, value: (share * (squares[at] as number)) / total }));
  return question.note < 0 ? restarts : [...restarts, { note: question.note, value: 1 - WALK.seedShare }];
}

/** Notes linked with the nearest texts, each text voting with its likeness. */
function vote(index: VaultIndex, nearest: readonly Scored[], votes: Sums): void {
  for (const { note, value } of nearest.slice(0, VOTERS)) {
    index.graph.eachNeighbour(note, (neighbour) => votes.add(neighbour, value));
  }
}

/** Notes that share neighbours with the asking one, rare neighbours counting more (Adamic, Adar 2003). */
function shareNeighbours(index: VaultIndex, note: number, common: Sums): void {
  if (note < 0) return;
  const { graph } = index;
  graph.eachNeighbour(note, (middle) => {
    const degree = graph.degree(middle);
    if (degree > LARGEST_HUB) return;
    const worth = 1 / Math.log(1 + degree);
    graph.eachNeighbour(middle, (other) => common.add(other, worth));
  });
}

/** Everything known about the likeness of notes to the question, for the notes worth a closer look. */
export function rankParts(index: VaultIndex, question: Question, space: WorkSpace): Ranked {
  const size = index.entries.length;
  for (const sums of [space.text, space.votes, space.common]) sums.clear(size);
  scoreTexts(index, question.terms, question.weights, space.text);
  const isOther = (note: number): boolean => note !== question.note && index.entries[note] !== undefined;
  const nearest = bestOf(index, space.text, FROM_TEXT, isOther);
  const textWalk = walk(index.graph, textRestarts(question, nearest), size, space.textWalk);
  const plainWalk = walk(index.graph, question.note < 0 ? [] : [{ note: question.note, value: 1 }], size, space.walk);
  vote(index, nearest, space.votes);
  shareNeighbours(index, question.note, space.common);
  const notes = new Set(nearest.map(({ note }) => note));
  for (const sums of [textWalk, plainWalk, space.votes]) for (const { note } of bestOf(index, sums, FROM_GRAPH, isOther)) notes.add(note);
  const rows = [...notes];
  const values = new Float64Array(rows.length * PARTS.length);
  const put = (part: Part, value: (note: number) => number, largest: number): void => {
    const column = PARTS.indexOf(part);
    if (largest > 0) rows.forEach((note, row) => { values[row * PARTS.length + column] = Math.min(1, value(note) / largest); });
  };
  const largestOther = (sums: Sums): number => bestOf(index, sums, 1, isOther)[0]?.value ?? 0;
  put('text', (note) => space.text.get(note), nearest[0]?.value ?? 0);
  put('textWalk', (note) => textWalk.get(note), largestOther(textWalk));
  put('walk', (note) => plainWalk.get(note), largestOther(plainWalk));
  put('votes', (note) => space.votes.get(note), largestOther(space.votes));
  put('common', (note) => space.common.get(note), largestOther(space.common));
  put('popular', (note) => Math.log(1 + index.graph.inDegree(note)), Math.log(1 + Math.max(1, ...rows.map((note) => index.graph.inDegree(note)))));
  put('folder', (note) => (index.entry(note).folder === question.folder ? 1 : 0), 1);
  put('tags', (note) => sharedTags(index, question, note), 1);
  termParts(index, question, nearest, rows, values, space);
  return { notes: rows, values };
}

function sharedTags(index: VaultIndex, question: Question, note: number): number {
  let shared = 0;
  let all = 0;
  const idf = (tag: number): number => inverseFrequency(index.count, index.tagFrequency.get(tag));
  const tags = index.entry(note).tags;
  for (const tag of tags) {
    all += idf(tag);
    if (question.tags.includes(tag)) shared += idf(tag);
  }
  for (const tag of question.tags) if (!tags.includes(tag)) all += idf(tag);
  return all > 0 ? shared / all : 0;
}

/** The parts that need a walk over each candidate's terms. */
function termParts(index: VaultIndex, question: Question, nearest: readonly Scored[], rows: readonly number[], values: Float64Array, space: WorkSpace): void {
  if (space.termWeight.length < index.lexicon.size) space.termWeight = new Float64Array(index.lexicon.size + 4096);
  const { arena } = index;
  const idf = (term: number): number => inverseFrequency(index.count, index.documentFrequency.get(term));
  const asked = new Map<number, number>();
  let ownTitle = 0;
  question.all.forEach((term, at) => {
    asked.set(term, question.codes[at] as number);
    if ((question.codes[at] as number) & IN_TITLE) ownTitle += idf(term);
  });
  const taught = feedback(index, nearest, space.termWeight);
  const weightOf = new Map(question.terms.map((term, at) => [term, question.weights[at] as number]));
  const width = PARTS.length;
  const [names, named, feedbackColumn, anchors] = (['names', 'named', 'feedback', 'anchors'] as const).map((part) => PARTS.indexOf(part)) as [number, number, number, number];
  let largest = 0;
  let largestAnchor = 0;
  rows.forEach((note, row) => {
    const { start, count } = index.entry(note);
    let title = 0, titleAsked = 0, ownAsked = 0, likeness = 0;
    for (let at = start; at < start + count; at++) {
      const term = arena.terms[at] as number;
      const code = arena.codes[at] as number;
      const mine = asked.get(term);
      if (code & IN_TITLE) {
        title += idf(term);
        if (mine !== undefined) titleAsked += idf(term);
      }
      if (mine !== undefined && mine & IN_TITLE) ownAsked += idf(term);
      likeness += (space.termWeight[term] as number) * Math.sqrt(COUNT_OF[code & COUNT_BITS] as number);
    }
    values[row * width + names] = title > 0 ? titleAsked / title : 0;
    values[row * width + named] = ownTitle > 0 ? ownAsked / ownTitle : 0;
    likeness /= Math.sqrt(20 + count);
    values[row * width + feedbackColumn] = likeness;
    largest = Math.max(largest, likeness);
    let anchor = 0;
    index.graph.eachIn(note, (source, terms) => {
      if (source !== question.note) for (const term of terms) anchor += weightOf.get(term) ?? 0;
    });
    values[row * width + anchors] = anchor;
    largestAnchor = Math.max(largestAnchor, anchor);
  });
  rows.forEach((_, row) => {
    if (largest > 0) values[row * width + feedbackColumn] = (values[row * width + feedbackColumn] as number) / largest;
    if (largestAnchor > 0) values[row * width + anchors] = (values[row * width + anchors] as number) / largestAnchor;
  });
  for (const term of taught) space.termWeight[term] = 0;
}

/** Terms of the nearest texts, weighted by likeness (Rocchio 1971, pseudo-relevance feedback); returns the terms set. */
function feedback(index: VaultIndex, nearest: readonly Scored[], weight: Float64Array): number[] {
  const touched: number[] = [];
  const largest = nearest[0]?.value ?? 1;
  for (const { note, value } of nearest.slice(0, TEACHERS)) {
    const { start, count } = index.entry(note);
    const { terms, weights } = bestTerms(index, index.arena.terms.slice(start, start + count), index.arena.codes.slice(start, start + count), true);
    const length = Math.sqrt(weights.reduce((sum, one) => sum + one * one, 0)) || 1;
    terms.forEach((term, at) => {
      touched.push(term);
      weight[term] = (weight[term] as number) + ((value / largest) * (weights[at] as number)) / length;
    });
  }
  return touched;
}
