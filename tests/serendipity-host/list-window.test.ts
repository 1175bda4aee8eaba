import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ListWindow } from '../../src/serendipity/ui/list-window';

function windowOf(heights: readonly (number | undefined)[], guess = 100): ListWindow {
  const window = new ListWindow(guess);
  window.reset(heights.length);
  heights.forEach((height, row) => {
    if (height !== undefined) window.measured(row, height);
  });
  return window;
}

describe('the rows of a long list that have to be there', () => {
  it.each([
    ['the top', 0, 250, { first: 0, end: 3 }],
    ['the middle', 450, 650, { first: 4, end: 7 }],
    ['before the list', -900, -500, { first: 0, end: 1 }],
    ['after it', 5_000, 6_000, { first: 9, end: 10 }],
  ])('at %s', (_, top, bottom, expected) => {
    expect(windowOf(Array.from({ length: 10 }, () => 100)).rows(top, bottom)).toEqual(expected);
  });

  it('none of an empty list', () => {
    expect(windowOf([]).rows(0, 100)).toEqual({ first: 0, end: 0 });
  });

  it('begins anew with the heights that are known, and guesses the others from them', () => {
    const window = windowOf([50, 300, undefined]);
    const heights = [0, 1, 2].map((row) => window.known(row));
    window.reset(4, (row) => heights[row - 1]);
    expect([window.height(0, 1), window.height(1, 2), window.height(2, 3), window.height(3, 4)]).toEqual([175, 50, 300, 175]);
    window.reset(1);
    expect(window.height(0, 1)).toBe(100);
  });

  it('cover the stretch, are no more than touch it, and the room before and after makes up the whole height', () => {
    const height = fc.option(fc.integer({ min: 20, max: 400 }), { nil: undefined });
    fc.assert(fc.property(fc.array(height, { minLength: 1, maxLength: 150 }), fc.integer({ min: -500, max: 30_000 }), fc.integer({ min: 1, max: 4_000 }), (heights, top, length) => {
      const window = windowOf(heights);
      const { first, end } = window.rows(top, top + length);
      const whole = window.height(0, heights.length);
      const before = window.height(0, first);
      expect(end).toBeGreaterThan(first);
      expect(before + window.height(first, end) + window.height(end, heights.length)).toBeCloseTo(whole, 6);
      if (top >= 0 && top < whole) {
        expect(before).toBeLessThanOrEqual(top + 1e-6);
        expect(before + window.height(first, end)).toBeGreaterThanOrEqual(Math.min(whole, top + length) - 1e-6);
        expect(window.height(first, end - 1)).toBeLessThanOrEqual(length + 400);
      }
    }));
  });
});
