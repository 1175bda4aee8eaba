import type { VaultIndex } from '../vault/vault-index';
import type { Scored } from './best';
import type { Question } from './question';
import type { Sums } from './sums';
import { type Restarts } from './walk';
import { WALK } from './weights';

/** A note with more links than this says nothing about any two of them. */
const LARGEST_HUB = 2_000;

/** What more notes than this link to is linked for too many reasons to say what belongs beside it. */
const LARGEST_NEIGHBOUR = 500;
/** So many links are looked at beside those of one asking note; an overview with thousands has more than it needs. */
const MOST_PLACES = 5_000;
/** Links further apart than this in one note are not beside each other. */
export const REACH = 6;

/** Where the text-seeded walk begins: at the nearest texts by the square of their likeness, and at the asking note. */
export function textRestarts(question: Question, nearest: readonly Scored[]): Restarts {
  const seeds = nearest.slice(0, WALK.seeds);
  const largest = seeds[0]?.value ?? 1;
  const squares = seeds.map(({ value }) => (value / largest) ** 2);
  const total = squares.reduce((sum, square) => sum + square, 0);
  const share = question.note < 0 ? 1 : WALK.seedShare;
  const restarts = seeds.map(({ note }, at) => ({ note, value: (share * (squares[at] as number)) / total }));
  return question.note < 0 ? restarts : [...restarts, { note: question.note, value: 1 - WALK.seedShare }];
}

/** Notes that share neighbours with the asking one, rare neighbours counting more (Adamic, Adar 2003). */
export function shareNeighbours(index: VaultIndex, note: number, common: Sums): void {
  if (note < 0) return;
  const { graph } = index;
  graph.eachNeighbour(note, (middle) => {
    const degree = graph.degree(middle);
    if (degree > LARGEST_HUB) return;
    const worth = 1 / Math.log(1 + degree);
    const { found, count } = graph.neighbours(middle);
    for (let at = 0; at < count; at++) common.add(found[at] as number, worth);
  });
}

/** Notes that others link to close to what the asking one links to: the closer, and the rarer that is, the more (co-citation proximity: Gipp, Beel 2009). */
export function standBeside(index: VaultIndex, { note, targets }: Question, beside: Sums): void {
  const { graph } = index;
  let room = MOST_PLACES;
  for (const target of targets) {
    const links = graph.inDegree(target);
    if (links > Math.min(room, LARGEST_NEIGHBOUR)) continue;
    room -= links;
    const worth = 1 / Math.log(2 + links);
    graph.eachBeside(target, REACH, (other, apart, source) => {
      if (source !== note) beside.add(other, worth / apart);
    });
  }
}
