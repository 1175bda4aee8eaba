import { HIGH_SURROGATE, UNSPACED, classOf, classOfPair } from './characters';
import { LONGEST_RUN, RunQueue } from './run-queue';
import { UNSPACED_STOP_WORDS } from './stop-words';

/** Single characters that never count, as UTF-16 units. */
const SINGLE_STOPS: ReadonlySet<number> = new Set([...UNSPACED_STOP_WORDS].filter((word) => word.length === 1).map((word) => word.charCodeAt(0)));

/** Where a run of characters without spaces between words ends that begins at `from`; such runs are cut when they grow long. */
export function afterRun(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && at - from < LONGEST_RUN - 1) {
    const kind = classOf(text.charCodeAt(at));
    if (kind === UNSPACED) at++;
    else if (kind === HIGH_SURROGATE && classOfPair(text, at) === UNSPACED) at += 2;
    else break;
  }
  return Math.min(at, end);
}

/**
 * Empties a queue of runs and calls back with where every word in them begins and ends. Two single characters side by side, which is
 * how names and terms are left that the segmenter does not know, are given as a pair too. No word is cut out here.
 */
export function eachUnspacedPlace(text: string, queue: RunQueue, found: (from: number, to: number) => void): void {
  let unknownEnd = -1;
  queue.empty(text, (from, to) => {
    found(from, to);
    if (to - from === 1 && !SINGLE_STOPS.has(text.charCodeAt(from))) {
      if (unknownEnd === from) found(from - 1, to);
      unknownEnd = to;
    }
  });
}

const queue = new RunQueue();

/** Calls back with the words of a run of letters, parts of which have no spaces between words, and where they start; `isUnspaced`: the segmenter found it. */
export function eachUnspacedWord(run: string, found: (word: string, start: number, isUnspaced: boolean) => void): void {
  for (let at = 0; at < run.length;) {
    const from = at;
    at = afterRun(run, from, run.length);
    if (at > from) {
      queue.push(from, at);
      eachUnspacedPlace(run, queue, (start, end) => found(run.slice(start, end), start, true));
      continue;
    }
    while (at < run.length && afterRun(run, at, at + 2) === at) at++;
    found(run.slice(from, at), from, false);
  }
}
