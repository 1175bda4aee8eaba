import type { LinkGraph } from '../vault/link-graph';

/** Ways are measured this far from the asking note once; longer ones from the other end, on demand. */
const REACH = 3;

/** Room for distances, kept from question to question. */
export class HopSpace {
  /** One more than the distance, or 0 where none was measured. */
  distances = new Uint8Array(0);
  readonly reached: number[] = [];

  clear(notes: number): void {
    for (const note of this.reached) this.distances[note] = 0;
    this.reached.length = 0;
    if (this.distances.length < notes) this.distances = new Uint8Array(notes + (notes >> 2) + 64);
  }
}

/** A shortest way between two notes: how many links, and a note on it (-1 when the two are linked directly). */
interface Way {
  readonly links: number;
  readonly via: number;
}

/** How far notes are from one note over links in either direction (breadth-first search, from both ends for long ways). */
export class Hops {
  constructor(private readonly graph: LinkGraph, from: number, private readonly space: HopSpace, private readonly pathOf: (note: number) => string) {
    if (from < 0) return;
    const { distances, reached } = space;
    distances[from] = 1;
    reached.push(from);
    let first = 0;
    for (let distance = 1; distance <= REACH; distance++) {
      const last = reached.length;
      for (; first < last; first++) {
        const { found, count } = graph.neighbours(reached[first] as number);
        for (let at = 0; at < count; at++) {
          const neighbour = found[at] as number;
          if (distances[neighbour] !== 0) continue;
          distances[neighbour] = distance + 1;
          reached.push(neighbour);
        }
      }
    }
  }

  /** Whether the shortest way has at least three links, or there is none. */
  isFar(note: number): boolean {
    const measured = this.space.distances[note] as number;
    return measured === 0 || measured > REACH;
  }

  /** The shortest way to a note; undefined when no links lead there. */
  way(note: number): Way | undefined {
    const measured = (this.space.distances[note] as number) - 1;
    if (measured > 1) return { links: measured, via: this.before(note, measured) };
    return measured >= 0 ? { links: measured, via: -1 } : this.longWay(note);
  }

  /** The neighbour one link nearer to the asking note; of several the first by path, so that the answer is always the same. */
  private before(note: number, distance: number): number {
    let best = -1;
    this.graph.eachNeighbour(note, (neighbour) => {
      if (this.space.distances[neighbour] === distance && (best < 0 || this.pathOf(neighbour) < this.pathOf(best))) best = neighbour;
    });
    return best;
  }

  /** From the far note outwards until a note is met that is three links from the asking one. */
  private longWay(note: number): Way | undefined {
    const seen = new Set([note]);
    let front = [note];
    for (let links = 1; front.length > 0; links++) {
      const next: number[] = [];
      let met = -1;
      for (const at of front) {
        this.graph.eachNeighbour(at, (neighbour) => {
          if (seen.has(neighbour)) return;
          seen.add(neighbour);
          next.push(neighbour);
          if (this.space.distances[neighbour] !== 0 && (met < 0 || this.pathOf(neighbour) < this.pathOf(met))) met = neighbour;
        });
      }
      if (met >= 0) return { links: REACH + links, via: met };
      front = next;
    }
    return undefined;
  }
}
