import { describe, expect, it } from 'vitest';
import { losesMuch } from '../../src/sense';

const TAKE = 'The logbook of our ward works because somebody has to write a whole sentence at the end of every single night.';

const DISTINCT = [
  'Our ward writes a whole sentence every night because a tick in a box tells the morning nothing at all.',
  'In the kitchen they tried pictures instead, and within two weeks nobody could say what a red circle had meant.',
  'What I doubt is whether people who hate writing are served by any of this, however kindly we ask them.',
  'My grandmother kept accounts in verse; she never lost a penny, and the village came to hear the year read aloud.',
  'If a form must be filled in, let it have three lines and a pencil on a string beside the door.',
  'Next month I will ask the night shift which of last winter’s entries anybody has ever looked up again.',
];
const ALIKE = ['wards', 'kitchens', 'schools', 'harbours', 'theatres', 'farms'].map((place, at) => `I think that what the author says about writing things down is true of ${place} too, because people there forget by day ${at + 1}.`);
const joined = (paragraphs: readonly string[]): string => paragraphs.join('\n\n');

describe('a text that loses much', () => {
  it.each<[string, string, string, boolean]>([
    ['the same', TAKE, TAKE, false],
    ['another letter case and punctuation', TAKE, TAKE.toUpperCase().replace(/ /g, ', '), false],
    ['a sentence more', TAKE, `${TAKE} It also helps the new ones.`, false],
    ['some words changed', TAKE, TAKE.replace('ward', 'house').replace('night', 'day'), false],
    ['its halves turned round', TAKE, `Somebody has to write a whole sentence at the end of every single night. The logbook of our ward works because.`, false],
    ['its first half', TAKE, TAKE.slice(0, 65), false],
    ['four of six paragraphs gone', joined(DISTINCT), joined(DISTINCT.slice(0, 2)), true],
    ['one of six paragraphs gone', joined(DISTINCT), joined(DISTINCT.slice(1)), true],
    ['one of six paragraphs gone, another one added', joined(DISTINCT), `${joined(DISTINCT.slice(1))}\n\nA new matter altogether: the gulls came back to our roof and nobody wrote it down.`, true],
    ['five of six paragraphs gone that are alike', joined(ALIKE), ALIKE[0] ?? '', true],
    ['one of six paragraphs gone that are alike, under Windows', joined(ALIKE).replace(/\n/g, '\r\n'), joined(ALIKE.slice(0, 5)), true],
    ['paragraphs in another order', joined(DISTINCT), joined([...DISTINCT].reverse()), false],
    ['paragraphs run together', joined(DISTINCT), DISTINCT.join(' '), false],
    ['a short paragraph gone', `${joined(DISTINCT)}\n\nThat is all for now.`, joined(DISTINCT), false],
    ['a sentence trimmed', DISTINCT.join(' '), DISTINCT.slice(1).join(' '), false],
    ['a paragraph reworded', joined(DISTINCT), joined(DISTINCT).replace('a whole sentence every night because a tick in a box tells the morning nothing', 'one full sentence each night, as a tick in some box tells the next shift nothing'), false],
    ['a paragraph cut by half', joined(DISTINCT), joined(DISTINCT).replace(' because a tick in a box tells the morning nothing at all', ''), false],
    ['one word left of a word said three times', 'so so so', 'so', true],
    ['its first words', TAKE, TAKE.slice(0, 19), true],
    ['another view of the same matter', TAKE, 'The logbook does not help: nobody on our ward has the time to read every sentence of the night, because the day has begun.', true],
    ['another text', TAKE, 'Draw it.', true],
    ['nothing', TAKE, '', true],
    ['nothing before', '', TAKE, false],
    ['one word, kept', 'Yes.', 'Yes, and no.', false],
    ['one word, gone', 'Yes.', 'No.', true],
    ['Chinese', '护士每天晚上都写下一个完整的句子', '早上大家看图画', true],
  ])('%s', (_, before, after, gone) => {
    expect(losesMuch(before, after)).toBe(gone);
  });
});
