import { describe, expect, it } from 'vitest';
import { isMostlyGone } from '../../src/sense';

const TAKE = 'The logbook of our ward works because somebody has to write a whole sentence at the end of every single night.';

describe('a text of which hardly anything is left', () => {
  it.each<[string, string, string, boolean]>([
    ['the same', TAKE, TAKE, false],
    ['another letter case and punctuation', TAKE, TAKE.toUpperCase().replace(/ /g, ', '), false],
    ['a sentence more', TAKE, `${TAKE} It also helps the new ones.`, false],
    ['some words changed', TAKE, TAKE.replace('ward', 'house').replace('night', 'day'), false],
    ['its halves turned round', TAKE, `Somebody has to write a whole sentence at the end of every single night. The logbook of our ward works because.`, false],
    ['its first half', TAKE, TAKE.slice(0, 60), false],
    ['its first words', TAKE, TAKE.slice(0, 19), true],
    ['another view of the same matter', TAKE, 'The logbook does not help: nobody on our ward has the time to read every sentence of the night, because the day has begun.', true],
    ['another text', TAKE, 'Draw it.', true],
    ['nothing', TAKE, '', true],
    ['nothing before', '', TAKE, false],
    ['one word, kept', 'Yes.', 'Yes, and no.', false],
    ['one word, gone', 'Yes.', 'No.', true],
    ['Chinese', '护士每天晚上都写下一个完整的句子', '早上大家看图画', true],
  ])('%s', (_, before, after, gone) => {
    expect(isMostlyGone(before, after)).toBe(gone);
  });
});
