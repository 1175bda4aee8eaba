import type { LinkGraph } from '../vault/link-graph';

/** How far notes are from one note over links in either direction (breadth-first), and by which note each was reached first. */
export class Hops {
  private readonly distances = new Map<number, number>();
  private readonly parents = new Map<number, number>();
  private complete = false;

  /** Looks at most `most` links far. */
  constructor(graph: LinkGraph, from: number, most: number, pathOf: (note: number) => string) {
    if (from < 0) return;
    this.distances.set(from, 0);
    let front = [from];
    for (let distance = 1; distance <= most && front.length > 0; distance++) {
      const next: number[] = [];
      for (const note of front) {
        graph.eachNeighbour(note, (neighbour) => {
          const known = this.distances.get(neighbour);
          if (known === undefined) {
            this.distances.set(neighbour, distance);
            this.parents.set(neighbour, note);
            next.push(neighbour);
          } else if (known === distance && pathOf(note) < pathOf(this.parents.get(neighbour) as number)) this.parents.set(neighbour, note);
        });
      }
      front = next;
    }
    this.complete = front.length === 0;
  }

  /** Links on the shortest way; Infinity when there is none, undefined when it is longer than was looked. */
  distance(note: number): number | undefined {
    return this.distances.get(note) ?? (this.complete ? Infinity : undefined);
  }

  /** The shortest way, both ends included; empty when none is known. */
  way(note: number): number[] {
    if (!this.distances.has(note)) return [];
    const way = [note];
    for (let at = this.parents.get(note); at !== undefined; at = this.parents.get(at)) way.push(at);
    return way.reverse();
  }
}
