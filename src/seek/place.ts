import { linesOf } from '../note';
import { endOfShown } from './shown-letters';

/** The stretch of a note from which a quote was taken: offsets and the text that stood there. */
export interface Place {
  readonly path: string;
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/**
 * The note with a small link to the quote note just after the place, and nothing else changed. When the text moved
 * meanwhile it is looked for; unless it stands there exactly once, the note stays as it is.
 */
export function withPlaceMark(note: string, place: Place, link: string): string {
  const at = endOfPlace(note, place);
  if (at === undefined || note.startsWith(` ${link}`, at)) return note;
  return `${note.slice(0, at)} ${link}${note.slice(at)}`;
}

function endOfPlace(note: string, { from, to, text }: Place): number | undefined {
  // A block id has to stay last on its line.
  const words = text.trimEnd().replace(/\s+\^[\w-]+$/, '');
  if (words === '') return undefined;
  const start = note.slice(from, to) === text ? from : note.indexOf(words);
  if (start >= 0) return start !== from && note.indexOf(words, start + 1) >= 0 ? undefined : start + words.length;
  return endAmongMarkup(note, words);
}

// A selection of the reading view lacks the markup of the note. The link goes behind whatever it would break: the rest of
// a link, the closing marks of an emphasis, the full stop that was selected too.
function endAmongMarkup(note: string, words: string): number | undefined {
  const letters = endOfShown(note, words);
  if (letters === undefined || !isProse(note, letters)) return undefined;
  let end = outOf(note, letters);
  for (const mark of /[^\p{L}\p{N}]*$/u.exec(words)?.[0] ?? '') {
    end = behindMarks(note, end);
    if (note.startsWith(mark, end)) end += mark.length;
  }
  return behindMarks(note, end);
}

const WHOLE = /\[\[[^\]\n]*\]\]|!?\[[^\]\n]*\](?:\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)|\[[^\]\n]*\])|(`+)[^`\n]+\1/g;
const CLOSING = /(?:\*+|_+|~~|==|<\/\w+>)*/y;

function outOf(note: string, at: number): number {
  const whole = [...note.matchAll(WHOLE)].find(({ index, 0: { length } }) => index < at && at < index + length);
  return whole === undefined ? at : whole.index + whole[0].length;
}

function behindMarks(note: string, at: number): number {
  CLOSING.lastIndex = at;
  return at + (CLOSING.exec(note)?.[0].length ?? 0);
}

function isProse(note: string, at: number): boolean {
  return linesOf(note).find(({ from, to }) => from <= at && at <= to)?.setting === 'prose';
}
