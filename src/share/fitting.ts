import { lazily } from '../base';

// Beyond every limit: there, code points are near enough.
const MOST_SEGMENTED = 4_000;
// What can be one character together with what stands beside it, and that; all other code points are one each, and need no segmenter.
const joining = lazily(() => /.?(?:[\p{Grapheme_Extend}\p{Mc}\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}\u200D\u0E33\u0EB3\u0600-\u0605\u1100-\u11FF\uA960-\uA97F\uD7B0-\uD7FF\r]+.?)+/gsu);

/** How a text fits a channel. */
interface Fitting {
  /** Its characters, as people count them: a family of emoji is one. */
  readonly characters: number;
  /** By how many it is too long; 0 when it fits. */
  readonly over: number;
}

/** How a text fits a channel that takes `limit` characters at most; with no limit everything fits. */
export function fittingOf(text: string, limit?: number): Fitting {
  const characters = charactersIn(text);
  return { characters, over: limit === undefined ? 0 : Math.max(0, characters - limit) };
}

function charactersIn(text: string): number {
  const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  let [joined, segmented] = [0, 0];
  for (const [run] of text.matchAll(joining())) {
    if ((segmented += run.length) > MOST_SEGMENTED) break;
    joined += [...run].length - [...segmenter.segment(run)].length;
  }
  return [...text].length - joined;
}
