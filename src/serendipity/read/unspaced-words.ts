import { UNSPACED_STOP_WORDS } from './stop-words';

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** The segmenter takes more than linear time on long texts. */
export const LONGEST_RUN = 1_000;

/**
 * Calls back with every word, and where it starts, in a run of Han, Kana, Thai … Words come from the dictionaries of the JavaScript
 * engine; two single characters side by side, which is how it leaves names and terms it does not know, are given as a pair too.
 */
export function eachUnspacedWord(run: string, found: (word: string, start: number) => void): void {
  for (let from = 0; from < run.length; from += LONGEST_RUN) {
    let before = '';
    for (const { segment, index } of segmenter.segment(run.slice(from, from + LONGEST_RUN))) {
      found(segment, from + index);
      const isUnknown = segment.length === 1 && !UNSPACED_STOP_WORDS.has(segment);
      if (isUnknown && before !== '') found(before + segment, from + index - 1);
      before = isUnknown ? segment : '';
    }
  }
}
