const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** Calls back with [start, end) of every word in a run of Han, Kana, Thai … Uses the dictionaries of the JavaScript engine. */
export function eachUnspacedWord(run: string, found: (word: string, start: number) => void): void {
  for (const { segment, index } of segmenter.segment(run)) found(segment, index);
}
