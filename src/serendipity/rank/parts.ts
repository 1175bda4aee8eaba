import { type Steps, atOnce } from '../steps';
import type { VaultIndex } from '../vault/vault-index';
import { type Scored, bestOf, byValue } from './best';
import { withoutBoilerplate } from './boilerplate';
import { shareNeighbours, standBeside, textRestarts } from './graph-signals';
import { habitFrom, sharedPlace, sharedTags } from './places';
import { popularityFrom } from './popularity';
import type { Question } from './question';
import type { Sums } from './sums';
import { TermSignals } from './term-signals';
import { scoreTexts } from './text-score';
import { type Restarts, walk } from './walk';
import { BLEND, CANDIDATES, PARTS, type Part } from './weights';
import type { WorkSpace } from './work-space';

/** Two and a half orders of magnitude are told apart. */
const MAGNITUDES = 2.5;
const WIDTH = PARTS.length;
const WEIGHTS = Float64Array.from(PARTS, (part) => BLEND[part]);
const COLUMN = Object.fromEntries(PARTS.map((part, column) => [part, column])) as Readonly<Record<Part, number>>;

/** Candidates with the value of each part: `values[row * PARTS.length + part]`. */
export interface Ranked {
  /** The question as it was asked in the end: without the words of a template. */
  readonly question: Question;
  readonly notes: readonly number[];
  readonly values: Float64Array;
  /** Where the walk began, and how much of it every note got. */
  readonly restarts: Restarts;
  readonly walked: Sums;
}

/** The nearest texts; asked again without the words of a template where there is one. */
function nearestTexts(index: VaultIndex, asked: Question, space: WorkSpace): { question: Question; nearest: Scored[] } {
  const { text } = space;
  const isOther = (note: number): boolean => note !== asked.note;
  space.ask(asked.all, asked.codes);
  scoreTexts(index, asked.terms, asked.weights, text);
  const nearest = bestOf(index, text, CANDIDATES.text, isOther);
  const question = withoutBoilerplate(index, asked, nearest, space);
  if (question === asked) return { question, nearest };
  text.clear(index.entries.length);
  space.ask(question.all, question.codes);
  scoreTexts(index, question.terms, question.weights, text);
  return { question, nearest: bestOf(index, text, CANDIDATES.text, isOther) };
}

/** The nearest texts that may show; looked for among all notes where a filter leaves few of the nearest. */
function nearestShown(index: VaultIndex, nearest: readonly Scored[], text: Sums, mayShow: (note: number) => boolean): readonly Scored[] {
  const shown = nearest.filter(({ note }) => mayShow(note));
  return nearest.length < CANDIDATES.text || shown.length > CANDIDATES.text / 2 ? shown : bestOf(index, text, CANDIDATES.text, mayShow);
}

/** The notes worth a look: the nearest texts and the strongest of each signal of the graph, among those that may show. */
function candidates(index: VaultIndex, nearest: readonly Scored[], { text, common }: WorkSpace, walked: Sums, mayShow: (note: number) => boolean): number[] {
  const notes = new Set(nearestShown(index, nearest, text, mayShow).map(({ note }) => note));
  for (const [sums, count] of [[walked, CANDIDATES.walk], [common, CANDIDATES.common]] as const) {
    for (const { note } of bestOf(index, sums, count, mayShow)) notes.add(note);
  }
  return [...notes];
}

const BY_MAGNITUDE: readonly Part[] = ['text', 'walk', 'common'];
const TERM_PARTS_BY_MAGNITUDE: readonly Part[] = ['anchors', 'rare'];

/** Parts of wide range are taken by their order of magnitude, so that weights work like exponents: 1 at the best note, 0 at 1/300 of it. */
function byMagnitude(share: number): number {
  return Math.max(0, 1 + Math.log10(Math.max(share, 1e-9)) / MAGNITUDES);
}

/** Puts a column of parts between 0 and 1, by each note's share of what the best one has. */
function scale(values: Float64Array, part: Part, rows: number, valueOf: (share: number) => number = byMagnitude): void {
  const column = COLUMN[part];
  let largest = 0;
  for (let row = 0; row < rows; row++) largest = Math.max(largest, values[row * WIDTH + column] as number);
  if (largest === 0) return;
  for (let row = 0; row < rows; row++) values[row * WIDTH + column] = valueOf((values[row * WIDTH + column] as number) / largest);
}

/** What a row of parts comes to. */
export function blend(values: Float64Array, row: number): number {
  let score = 0;
  for (let part = 0; part < WIDTH; part++) score += (WEIGHTS[part] as number) * (values[row * WIDTH + part] as number);
  return score;
}

/** The parts that cost next to nothing, for all candidates. */
function cheapParts(index: VaultIndex, question: Question, space: WorkSpace, walked: Sums, notes: readonly number[]): Float64Array {
  const popular = popularityFrom(index, question);
  const habit = habitFrom(index, question);
  const values = new Float64Array(notes.length * WIDTH);
  notes.forEach((note, row) => {
    const { folder, tags, length } = index.entry(note);
    const at = row * WIDTH;
    values[at + COLUMN.text] = space.text.get(note);
    values[at + COLUMN.walk] = walked.get(note);
    values[at + COLUMN.common] = space.common.get(note);
    values[at + COLUMN.beside] = space.beside.get(note);
    values[at + COLUMN.popular] = popular(note);
    values[at + COLUMN.brief] = Math.LN2 / Math.log(2 + length);
    values[at + COLUMN.tags] = sharedTags(index, question.tags, tags);
    values[at + COLUMN.place] = question.placed ? sharedPlace(question.folder, folder) : 0;
    values[at + COLUMN.habit] = habit(note);
  });
  for (const part of BY_MAGNITUDE) scale(values, part, notes.length);
  scale(values, 'beside', notes.length, (share) => share);
  return values;
}

/** The rows that are ahead by the cheap parts, best first: the other parts together cannot bring one up from far below. */
function ahead(index: VaultIndex, notes: readonly number[], values: Float64Array): number[] {
  const scored = notes.map((note, row) => ({ note, row, value: blend(values, row) }));
  return scored.sort(byValue(index)).slice(0, CANDIDATES.closer).map(({ row }) => row);
}

/** Everything known about the likeness of notes to the question, for the notes worth a closer look among those that may show. */
export function rankParts(index: VaultIndex, asked: Question, space: WorkSpace, mayShow: (note: number) => boolean): Ranked {
  return atOnce(rankingParts(index, asked, space, mayShow));
}

/** The same in steps; between two of them no note may change, and the room belongs to this question. */
export function* rankingParts(index: VaultIndex, asked: Question, space: WorkSpace, mayShow: (note: number) => boolean): Steps<Ranked> {
  const size = index.entries.length;
  space.clear(size, index.lexicon.size);
  const { question, nearest } = nearestTexts(index, asked, space);
  yield;
  const restarts = textRestarts(question, nearest);
  const walked = walk(index.graph, restarts, size, space.walks);
  yield;
  shareNeighbours(index, question.note, space.common);
  standBeside(index, question, space.beside);
  yield;
  const all = candidates(index, nearest, space, walked, mayShow);
  yield;
  const cheap = cheapParts(index, question, space, walked, all);
  const rows = ahead(index, all, cheap);
  const notes = rows.map((row) => all[row] as number);
  yield;
  const values = new Float64Array(rows.length * WIDTH);
  const terms = new TermSignals(index, question, space);
  rows.forEach((from, row) => {
    values.set(cheap.subarray(from * WIDTH, (from + 1) * WIDTH), row * WIDTH);
    const { names, named, covered, anchors, rare } = terms.of(notes[row] as number);
    const at = row * WIDTH;
    values[at + COLUMN.names] = names;
    values[at + COLUMN.named] = named;
    values[at + COLUMN.covered] = covered;
    values[at + COLUMN.anchors] = anchors;
    values[at + COLUMN.rare] = rare;
  });
  for (const part of TERM_PARTS_BY_MAGNITUDE) scale(values, part, notes.length);
  return { question, notes, values, restarts, walked };
}
