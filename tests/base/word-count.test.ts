import { describe, expect, it } from 'vitest';
import { countWords, wordsIn } from '../../src/base';
import { processorTime } from '../processor-time';

describe('counting words', () => {
  it.each([
    ['', 0],
    [' \n — … !', 0],
    ['one', 1],
    ["isn't it 3,14 e-mail?", 5],
    ['知识管理', 4],
    ['知识 management', 3],
    ['コーヒーを飲む', 5],
    ['안녕하세요 세계', 2],
    ['👍 yes 👩‍👩‍👧‍👦', 1],
    ['שלום עולם', 2],
  ])('of %j is %i', (text, count) => {
    expect(countWords(text)).toBe(count);
  });

  it('gives the same in long texts as in their parts', () => {
    const sentence = 'Without the sense-making all you do is making noise. ';
    expect(countWords(sentence.repeat(2000))).toBe(countWords(sentence) * 2000);
    expect(countWords('知识管理'.repeat(2000))).toBe(8000);
  });

  it('needs time by the length of the text, not by its square', () => {
    const start = processorTime();
    expect(wordsIn('Some words of a long note. '.repeat(40_000))).toHaveLength(240_000);
    expect(processorTime() - start).toBeLessThan(4000);
  });
});
