import type { LinkGraph } from '../vault/link-graph';
import { Sums } from './sums';
import { WALK } from './weights';

/** Where a walk begins, and begins again: weights that sum to 1. */
export type Restarts = readonly { readonly note: number; readonly value: number }[];

/**
 * Personalised PageRank (Page, Brin, Motwani, Winograd 1999; Jeh, Widom 2003) over links in both directions, by a few rounds
 * of power iteration. Notes reached with next to nothing pass nothing on (Andersen, Chung, Lang 2006), which bounds the work in a huge vault. The result is in the returned one of the two work spaces.
 */
export function walk(graph: LinkGraph, restarts: Restarts, size: number, spaces: readonly [Sums, Sums]): Sums {
  let [now, next] = spaces;
  now.clear(size);
  for (const { note, value } of restarts) now.add(note, value);
  for (let round = 0; round < WALK.rounds; round++) {
    next.clear(size);
    for (const { note, value } of restarts) next.add(note, value * (1 - WALK.damping));
    for (const note of now.touched()) {
      const mass = now.get(note);
      const degree = graph.degree(note);
      if (degree === 0 || mass < WALK.leastMass) continue;
      const share = (WALK.damping * mass) / degree;
      const { found, count } = graph.neighbours(note);
      for (let at = 0; at < count; at++) next.add(found[at] as number, share);
    }
    [now, next] = [next, now];
  }
  return now;
}
