import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PICTURE_RADIUS, layOutSpaces, placeNames, textWidth, type Dot, type NamePlace } from '../../src/ties';

const EDGE = PICTURE_RADIUS + 60;
const dotsOf = (count: number): Dot[] => layOutSpaces(Array.from({ length: count }, (_, at) => ({ path: `${at}.md`, space: (['network', 'network', 'community', 'team'] as const)[at % 4] ?? 'network', strength: ((at * 37) % 101) / 100, group: '' })));
const names = (count: number): { path: string; text: string }[] => Array.from({ length: count }, (_, at) => ({ path: `${at}.md`, text: at % 9 === 0 ? '陈玉兰' : `Person number ${at}` }));

function overlaps(places: readonly NamePlace[], size: number): number {
  const isOn = (one: NamePlace, other: NamePlace): boolean => Math.abs(one.x - other.x) < (textWidth(one.text, size) + textWidth(other.text, size)) / 2 - 1e-6 && Math.abs(one.y - other.y) < size * 1.05 - 1e-6;
  return places.flatMap((one, at) => places.slice(at + 1).filter((other) => isOn(one, other))).length;
}

describe('names in the picture of the three spaces', () => {
  it.each([[20, 40], [20, 64], [2000, 40], [2000, 64]])('of %i people in letters of %i never lie on each other or beyond the edge', (count, size) => {
    const places = placeNames(names(count), dotsOf(count), { size, edge: EDGE });
    expect(places.length).toBeGreaterThan(0);
    expect(overlaps(places, size)).toBe(0);
    for (const { text, x } of places) expect(Math.abs(x) + textWidth(text, size) / 2).toBeLessThanOrEqual(EDGE);
  });

  it('are all there for twenty people in a window of usual width', () => {
    expect(placeNames(names(20), dotsOf(20), { size: 38, edge: EDGE })).toHaveLength(20);
  });

  it('never lie on the circle of somebody else, nor on what was there before', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 20, max: 90 }), (count, size) => {
      const dots = dotsOf(count);
      const ring = { path: '', text: 'Network', x: 0, y: -950 };
      const places = placeNames(names(count), dots, { size, edge: EDGE, taken: [ring] });
      expect(overlaps([ring, ...places], size)).toBe(0);
      for (const { path, text, x, y } of places) {
        const half = textWidth(text, size) / 2;
        expect(dots.filter((dot) => dot.path !== path && Math.abs(dot.x - x) < half + dot.radius - 1e-6 && dot.y - dot.radius < y + size * 0.25 - 1e-6 && dot.y + dot.radius > y - size * 0.8 + 1e-6)).toEqual([]);
      }
    }), { numRuns: 60 });
  });

  it('come by their order: who stands first has room first', () => {
    const dots: Dot[] = [{ path: 'a', x: 0, y: 0, radius: 10 }, { path: 'b', x: 30, y: 0, radius: 10 }, { path: 'c', x: 60, y: 0, radius: 10 }];
    const wanted = ['c', 'a', 'b'].map((path) => ({ path, text: 'A long name' }));
    expect(placeNames(wanted, dots, { size: 30, edge: EDGE }).map(({ path }) => path)).toEqual(['c', 'a']);
  });
});
