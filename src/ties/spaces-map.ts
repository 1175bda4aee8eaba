import type { Space } from './space';

/** One person as the picture needs them. */
export interface Placed {
  readonly path: string;
  readonly space: Space;
  /** 0 to 1. */
  readonly strength: number;
  /** What keeps people near each other, such as their first community; empty for none. */
  readonly group: string;
}

/** A person's place in the picture: a circle around (x, y). The outermost ring has the radius `PICTURE_RADIUS`. */
export interface Dot {
  readonly path: string;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

/** Half the picture's width, in its own units. */
export const PICTURE_RADIUS = 1000;
/** From where to where each space's ring reaches. */
export const RINGS: Readonly<Record<Space, readonly [number, number]>> = { team: [0, 320], community: [320, 620], network: [620, 1000] };

const LARGEST = 46;
/** What stays free around a ring's people. */
const MARGIN = 14;
/** A weak tie's circle, as a part of a strong one's. */
const SMALLEST_PART = 0.45;

/**
 * Places people in the rings of the three spaces: team inside, community around it, network outside. Within a ring the
 * strong ties are nearer to the middle, people of one group stand together, and no two circles touch.
 */
export function layOutSpaces(people: readonly Placed[]): Dot[] {
  return (['team', 'community', 'network'] as const).flatMap((space) => layOutRing(people.filter((person) => person.space === space), RINGS[space]));
}

function layOutRing(people: readonly Placed[], [inner, outer]: readonly [number, number]): Dot[] {
  const { distance, tracks } = tracksFor(people.length, inner + MARGIN, outer - MARGIN);
  const strongest = [...people].sort((left, right) => right.strength - left.strength || compare(left.path, right.path));
  const largest = Math.min(LARGEST, distance / 2 - 1);
  let from = 0;
  return tracks.flatMap(({ radius, count }, at) => {
    const onTrack = strongest.slice(from, from + count).sort((left, right) => compare(left.group, right.group) || compare(left.path, right.path));
    from += count;
    return onTrack.map(({ path, strength }, place) => {
      // Every other track begins half a step later, so that the eye sees people and no spokes.
      const angle = ((place + (at % 2) / 2) / onTrack.length) * 2 * Math.PI - Math.PI / 2;
      return { path, x: radius * Math.cos(angle), y: radius * Math.sin(angle), radius: largest * (SMALLEST_PART + (1 - SMALLEST_PART) * Math.min(1, Math.max(0, strength))) };
    });
  });
}

/** Circular tracks with so much distance between people that all of them have room, the same number to each length of track. */
function tracksFor(count: number, inner: number, outer: number): { distance: number; tracks: { radius: number; count: number }[] } {
  let distance = Math.min(2 * LARGEST + 2 * MARGIN, outer - inner);
  for (;;) {
    const radii = radiiFor(inner, outer, distance);
    const room = radii.map((radius) => roomOn(radius, distance));
    const all = room.reduce((sum, places) => sum + places, 0);
    if (all >= count) return { distance, tracks: shared(count, radii, room, all) };
    distance *= 0.94;
  }
}

function radiiFor(inner: number, outer: number, distance: number): number[] {
  const tracks = Math.max(1, Math.floor((outer - inner) / distance));
  const step = (outer - inner) / tracks;
  return Array.from({ length: tracks }, (_, at) => inner + step * (at + 0.5));
}

function roomOn(radius: number, distance: number): number {
  const angle = 2 * Math.asin(Math.min(1, distance / (2 * radius)));
  return Math.max(1, Math.floor((2 * Math.PI) / angle));
}

function shared(count: number, radii: readonly number[], room: readonly number[], all: number): { radius: number; count: number }[] {
  let [left, places] = [count, all];
  return radii.map((radius, at) => {
    const here = room[at] ?? 0;
    const taken = places === 0 ? 0 : Math.min(here, Math.ceil((left * here) / places));
    left -= taken;
    places -= here;
    return { radius, count: taken };
  });
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
