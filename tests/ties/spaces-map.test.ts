import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PICTURE_RADIUS, RINGS, layOutSpaces, type Placed } from '../../src/ties';

const people = (count: number, space?: Placed['space']): Placed[] => Array.from({ length: count }, (_, at) => ({ path: `${at}.md`, space: space ?? (['network', 'network', 'network', 'community', 'team'] as const)[at % 5] ?? 'network', strength: ((at * 37) % 101) / 100, group: `g${at % 7}` }));

function touching(dots: ReturnType<typeof layOutSpaces>): number {
  let count = 0;
  dots.forEach((one, at) => dots.slice(at + 1).forEach((other) => {
    if (Math.hypot(one.x - other.x, one.y - other.y) < one.radius + other.radius - 1e-6) count++;
  }));
  return count;
}

describe('the picture of the three spaces', () => {
  it.each([0, 1, 2, 20, 200, 2000])('has a place for each of %i people, and no two touch', (count) => {
    const dots = layOutSpaces(people(count));
    expect(dots.map(({ path }) => path).sort()).toEqual(people(count).map(({ path }) => path).sort());
    expect(touching(dots)).toBe(0);
  });

  it('keeps everybody in the ring of their space, and stays legible', () => {
    const all = people(2000);
    for (const { path, x, y, radius } of layOutSpaces(all)) {
      const [inner, outer] = RINGS[all.find((person) => person.path === path)?.space ?? 'team'];
      expect(Math.hypot(x, y) - radius).toBeGreaterThanOrEqual(inner === 0 ? -radius * 2 : inner);
      expect(Math.hypot(x, y) + radius).toBeLessThanOrEqual(outer);
      expect(radius).toBeGreaterThan(4);
    }
    expect(PICTURE_RADIUS).toBe(RINGS.network[1]);
  });

  it('makes strong ties larger and puts them nearer to the middle', () => {
    const [strong, weak] = [{ path: 'strong', space: 'network' as const, strength: 1, group: '' }, { path: 'weak', space: 'network' as const, strength: 0, group: '' }];
    const dots = layOutSpaces([...people(300, 'network').map((one) => ({ ...one, strength: 0.5 })), weak, strong]);
    const of = (path: string): { far: number; radius: number } => {
      const dot = dots.find((one) => one.path === path);
      return { far: Math.hypot(dot?.x ?? 0, dot?.y ?? 0), radius: dot?.radius ?? 0 };
    };
    expect(of('strong').radius).toBeGreaterThan(of('weak').radius);
    expect(of('strong').far).toBeLessThan(of('weak').far);
  });

  it('is the same picture each time, in whatever order people come', () => {
    fc.assert(fc.property(fc.shuffledSubarray(people(60), { minLength: 60 }), (shuffled) => {
      expect(layOutSpaces(shuffled)).toEqual(layOutSpaces(people(60)));
    }), { numRuns: 20 });
  });
});
