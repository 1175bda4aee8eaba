import { UNSPACED_STOP_WORDS } from './stop-words';

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** The segmenter takes more than linear time on long texts. */
export const LONGEST_RUN = 1_000;

/** Single characters that never count, as UTF-16 units. */
const SINGLE_STOPS: ReadonlySet<number> = new Set([...UNSPACED_STOP_WORDS].filter((word) => word.length === 1).map((word) => word.charCodeAt(0)));

/**
 * Calls back with where every word of a run of Han, Kana, Thai … begins and ends. Words come from the dictionaries of the JavaScript
 * engine; two single characters side by side, which is how it leaves names and terms it does not know, are given as a pair too.
 * No word is cut out here: the segmenter is dear enough.
 */
export function eachUnspacedPlace(run: string, found: (from: number, to: number) => void): void {
  for (let start = 0; start < run.length; start += LONGEST_RUN) {
    const part = start === 0 && run.length <= LONGEST_RUN ? run : run.slice(start, start + LONGEST_RUN);
    let wasUnknown = false;
    let from = -1;
    const word = (to: number): void => {
      found(start + from, start + to);
      const isUnknown = to - from === 1 && !SINGLE_STOPS.has(part.charCodeAt(from));
      if (isUnknown && wasUnknown) found(start + from - 1, start + to);
      wasUnknown = isUnknown;
    };
    for (const { index } of segmenter.segment(part)) {
      if (from >= 0) word(index);
      from = index;
    }
    if (from >= 0) word(part.length);
  }
}

/** The same with the words themselves, and where they start. */
export function eachUnspacedWord(run: string, found: (word: string, start: number) => void): void {
  eachUnspacedPlace(run, (from, to) => found(run.slice(from, to), from));
}
