const IDEOGRAPHIC = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/**
 * Number of words in a text. Words are those of Unicode's text segmentation (UAX #29); in Chinese and Japanese, where
 * word borders are a matter of opinion, every ideograph and kana counts as one.
 */
export function countWords(text: string): number {
  let count = 0;
  for (const { segment, isWordLike } of new Intl.Segmenter(undefined, { granularity: 'word' }).segment(text)) {
    if (!isWordLike) continue;
    count += IDEOGRAPHIC.test(segment) ? countIdeographs(segment) : 1;
  }
  return count;
}

function countIdeographs(segment: string): number {
  let ideographs = 0;
  let hasOther = false;
  for (const character of segment) {
    if (IDEOGRAPHIC.test(character)) ideographs++;
    else if (/[\p{L}\p{N}]/u.test(character) && !/\p{Lm}/u.test(character)) hasOther = true;
  }
  return ideographs + (hasOther ? 1 : 0);
}
