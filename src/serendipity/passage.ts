import type { SurfaceWord } from './read/surface';
import type { Excerpt } from './types';

/** Characters of a passage, and so many of them before the first word that bridges. */
interface Room {
  readonly length: number;
  readonly before: number;
  /** Whether more stands before that word where the line ends soon behind it, so that the room is filled. */
  readonly isFilled: boolean;
}

export const THERE: Room = { length: 220, before: 60, isFilled: true };
// What stands in the asking note is known to who wrote it: a line will do, of which a narrow pane shows the beginning.
export const HERE: Room = { length: 80, before: 12, isFilled: false };

/** A line of a text with its words. */
export interface Line {
  readonly text: string;
  readonly words: readonly SurfaceWord[];
}

/** Where there is nothing to show. */
export const NO_PASSAGE: Excerpt = { text: '', marks: [] };

/** The line that holds the most, and the strongest, of the wanted terms; the first of equals, undefined where none holds any. */
export function strongestLine(lines: readonly Line[], strength: ReadonlyMap<number, number>): Line | undefined {
  let best: Line | undefined;
  let most = 0;
  for (const line of lines) {
    let sum = 0;
    for (const hash of new Set(line.words.map((word) => word.hash))) sum += strength.get(hash) ?? 0;
    if (sum > most) {
      most = sum;
      best = line;
    }
  }
  return best;
}

/** As much of a line as there is room for, from shortly before the place where most of the wanted terms stand together. */
export function passageOf(line: Line, strength: ReadonlyMap<number, number>, room: Room): Excerpt {
  const { text, words } = line;
  const { length, before, isFilled } = room;
  const start = (): number => Math.min(strongestStart(wanted(line, strength), strength, room) - before, isFilled ? text.length - length : text.length);
  const from = text.length <= length ? 0 : wordStart(words, Math.max(0, start()));
  const to = Math.min(text.length, wordStart(words, from + length, text.length));
  const lead = from > 0 ? '…' : '';
  const marks = marksIn(line, strength)
    .filter(([start, end]) => start >= from && end <= to)
    .map(([start, end]) => [start - from + lead.length, end - from + lead.length] as const);
  return { text: lead + text.slice(from, to).trimEnd() + (to < text.length ? '…' : ''), marks };
}

/** Where the wanted terms stand in a line: from, and to before which place. */
export function marksIn(line: Line, strength: ReadonlyMap<number, number>): Excerpt['marks'] {
  return wanted(line, strength).map(({ start, word }) => [start, start + word.length] as const);
}

function wanted({ words }: Line, strength: ReadonlyMap<number, number>): readonly SurfaceWord[] {
  return words.filter(({ hash }) => strength.has(hash));
}

/** Where the marked word stands from which on a passage holds the most, and the strongest, of the terms; the first of equals. */
function strongestStart(marked: readonly SurfaceWord[], strength: ReadonlyMap<number, number>, { length, before }: Room): number {
  const inside = new Map<number, number>();
  let [start, most, sum, next] = [marked[0]?.start ?? 0, 0, 0, 0];
  for (const { start: place, hash } of marked) {
    for (let word = marked[next]; word !== undefined && word.start + word.word.length <= place - before + length; word = marked[++next]) {
      const times = inside.get(word.hash) ?? 0;
      if (times === 0) sum += strength.get(word.hash) ?? 0;
      inside.set(word.hash, times + 1);
    }
    if (sum > most) [start, most] = [place, sum];
    const times = inside.get(hash) ?? 0;
    if (times === 0) next++; // A word longer than the passage.
    else inside.set(hash, times - 1);
    if (times === 1) sum -= strength.get(hash) ?? 0;
  }
  return start;
}

/** The start of the first word at or after a place. */
function wordStart(words: readonly SurfaceWord[], place: number, otherwise = place): number {
  return words.find(({ start }) => start >= place)?.start ?? otherwise;
}
