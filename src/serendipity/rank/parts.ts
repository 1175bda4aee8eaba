import type { VaultIndex } from '../vault/vault-index';
import { type Scored, bestOf } from './best';
import { withoutBoilerplate } from './boilerplate';
import { shareNeighbours, textRestarts, vote } from './graph-signals';
import { sharedPlace, sharedTags } from './places';
import type { Question } from './question';
import type { Sums } from './sums';
import { TermSignals } from './term-signals';
import { scoreTexts } from './text-score';
import { walk } from './walk';
import { BY_MAGNITUDE, CANDIDATES, PARTS, type Part } from './weights';
import type { WorkSpace } from './work-space';

/** Two and a half orders of magnitude are told apart. */
const MAGNITUDES = 2.5;

/** Candidates with the value of each part: `values[row * PARTS.length + part]`. */
export interface Ranked {
  /** The question as it was asked in the end: without the words of a template. */
  readonly question: Question;
  readonly notes: readonly number[];
  readonly values: Float64Array;
}

/** The nearest texts; asked again without the words of a template where there is one. */
function nearestTexts(index: VaultIndex, asked: Question, { text }: WorkSpace, isOther: (note: number) => boolean): { question: Question; nearest: Scored[] } {
  scoreTexts(index, asked.terms, asked.weights, text);
  const nearest = bestOf(index, text, CANDIDATES.text, isOther);
  const question = withoutBoilerplate(index, asked, nearest);
  if (question === asked) return { question, nearest };
  text.clear(index.entries.length);
  scoreTexts(index, question.terms, question.weights, text);
  return { question, nearest: bestOf(index, text, CANDIDATES.text, isOther) };
}

/** The notes worth a closer look: the nearest texts and the strongest of each signal of the graph. */
function candidates(index: VaultIndex, nearest: readonly Scored[], signals: readonly Sums[], isOther: (note: number) => boolean): number[] {
  const notes = new Set(nearest.map(({ note }) => note));
  for (const sums of signals) for (const { note } of bestOf(index, sums, CANDIDATES.graph, isOther)) notes.add(note);
  return [...notes];
}

/** A column of parts put between 0 and 1: as a share of the largest, or by how many orders of magnitude it is below it. */
function scale(values: Float64Array, part: Part, rows: number): void {
  const column = PARTS.indexOf(part);
  let largest = 0;
  for (let row = 0; row < rows; row++) largest = Math.max(largest, values[row * PARTS.length + column] as number);
  if (largest === 0) return;
  for (let row = 0; row < rows; row++) {
    const share = (values[row * PARTS.length + column] as number) / largest;
    values[row * PARTS.length + column] = BY_MAGNITUDE.has(part) ? Math.max(0, 1 + Math.log10(Math.max(share, 1e-9)) / MAGNITUDES) : share;
  }
}

const SCALED: readonly Part[] = ['text', 'walk', 'feedback', 'allNames', 'anchors', 'votes', 'common', 'popular'];

/** Everything known about the likeness of notes to the question, for the notes worth a closer look. */
export function rankParts(index: VaultIndex, asked: Question, space: WorkSpace): Ranked {
  const { graph } = index;
  const size = index.entries.length;
  const isOther = (note: number): boolean => note !== asked.note;
  space.clear(size, index.lexicon.size);
  const { question, nearest } = nearestTexts(index, asked, space, isOther);
  space.ask(question.all, question.codes);
  const walked = walk(graph, textRestarts(question, nearest), size, space.walks);
  vote(index, nearest, space.votes);
  shareNeighbours(index, question.note, space.common);
  const notes = candidates(index, nearest, [walked, space.votes, space.common], isOther);
  const values = new Float64Array(notes.length * PARTS.length);
  const terms = new TermSignals(index, question, nearest, space);
  notes.forEach((note, row) => {
    const { folder, tags, length } = index.entry(note);
    const parts: Record<Part, number> = {
      text: space.text.get(note), walk: walked.get(note), votes: space.votes.get(note) / Math.sqrt(1 + graph.degree(note)), common: space.common.get(note),
      popular: Math.log(1 + graph.inDegree(note)), brief: Math.LN2 / Math.log(2 + length),
      tags: sharedTags(index, question.tags, tags), place: sharedPlace(question.folder, folder), ...terms.of(note),
    };
    PARTS.forEach((part, column) => { values[row * PARTS.length + column] = parts[part]; });
  });
  terms.done();
  for (const part of SCALED) scale(values, part, notes.length);
  return { question, notes, values };
}
