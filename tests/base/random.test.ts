import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../src/base';

describe('seeded random numbers', () => {
  it('come again with the same seed, and differ with another', () => {
    const draw = (seed: number): number[] => { const random = seededRandom(seed); return [random(), random(), random()]; };
    expect(draw(7)).toEqual(draw(7));
    expect(draw(7)).not.toEqual(draw(8));
  });

  it('are in [0, 1) and fill it evenly', () => {
    const random = seededRandom(1);
    const tenths = new Array<number>(10).fill(0);
    for (let count = 0; count < 10_000; count++) {
      const number = random();
      const tenth = Math.floor(number * 10);
      tenths[tenth] = (tenths[tenth] ?? Number.NaN) + 1;
    }
    expect(tenths).toHaveLength(10);
    for (const count of tenths) expect(count).toBeGreaterThan(850);
  });
});
