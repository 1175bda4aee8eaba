import { describe, expect, it } from 'vitest';
import { atOnce, inSlices, type Steps } from '../../src/base';

function* sum(count: number): Steps<number> {
  let all = 0;
  for (let at = 1; at <= count; at++) {
    all += at;
    yield;
  }
  return all;
}

describe('work in steps', () => {
  it('comes to the same in one go and in slices, resting after each step', async () => {
    let rests = 0;
    expect(atOnce(sum(4))).toBe(10);
    expect(await inSlices(sum(4), () => Promise.resolve(void rests++))).toBe(10);
    expect(rests).toBe(4);
  });
});
