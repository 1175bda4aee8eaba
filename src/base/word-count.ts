import { lazily } from './lazily';

const IDEOGRAPHIC = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;
const segmenter = lazily(() => new Intl.Segmenter(undefined, { granularity: 'word' }));
// The segmenter needs time by the square of a text's length.
const STRETCH = /\S[\s\S]{0,999}(?!\S)|\S{1,1000}/g;

/** Number of words in a text, as `wordsIn` tells them apart. */
export function countWords(text: string): number {
  return wordsIn(text).length;
}

/**
 * The words of a text, those of Unicode's text segmentation (UAX #29); in Chinese and Japanese, where word borders are a
 * matter of opinion, every ideograph and kana is one.
 */
export function wordsIn(text: string): string[] {
  return (text.match(STRETCH) ?? []).flatMap((stretch) => {
    const segments = [...segmenter().segment(stretch)].filter(({ isWordLike }) => isWordLike === true);
    return segments.flatMap(({ segment }) => (IDEOGRAPHIC.test(segment) ? ideographsIn(segment) : [segment]));
  });
}

// Letters of other scripts in the same segment are one word more.
function ideographsIn(segment: string): string[] {
  const characters = [...segment];
  const others = characters.filter((character) => !IDEOGRAPHIC.test(character) && LETTER_OR_DIGIT.test(character) && !/\p{Lm}/u.test(character));
  return [...characters.filter((character) => IDEOGRAPHIC.test(character)), ...(others.length > 0 ? [others.join('')] : [])];
}
