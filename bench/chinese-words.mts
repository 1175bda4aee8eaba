// Ways for MiniSearch to find words in Chinese. Its own leaves all between two commas whole, so that nothing in it is ever found.

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
const HAN = /\p{Script=Han}/u;

/** Words as `Intl.Segmenter` finds them, asked line by line: its time for each word grows with the text it is in. */
export function segmented(text: string): string[] {
  const words: string[] = [];
  for (const line of text.split('\n')) {
    for (const { segment, isWordLike } of segmenter.segment(line)) if (isWordLike === true) words.push(segment);
  }
  return words;
}

/** Each two neighbouring characters, and words of other scripts whole. */
export function paired(text: string): string[] {
  return text.split(/[\n\r\p{Z}\p{P}]+/u).flatMap((run) => (HAN.test(run) ? Array.from({ length: Math.max(1, run.length - 1) }, (_, at) => run.slice(at, at + 2)) : [run]));
}
