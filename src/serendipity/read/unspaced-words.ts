const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** The segmenter takes more than linear time on long texts. */
export const LONGEST_RUN = 1_000;

/** Calls back with every word, and where it starts, in a run of Han, Kana, Thai … Uses the dictionaries of the JavaScript engine. */
export function eachUnspacedWord(run: string, found: (word: string, start: number) => void): void {
  for (let from = 0; from < run.length; from += LONGEST_RUN) {
    for (const { segment, index } of segmenter.segment(run.slice(from, from + LONGEST_RUN))) found(segment, from + index);
  }
}
