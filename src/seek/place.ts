import { PLACE_MARK } from './found-quote';

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

/** The label that the link in a place has. */
export const placeLabel = PLACE_MARK;

function endOfPlace(note: string, { from, to, text }: Place): number | undefined {
  // A block id has to stay last on its line.
  const words = text.trimEnd().replace(/\s+\^[\w-]+$/, '');
  if (words === '') return undefined;
  const start = note.slice(from, to) === text ? from : note.indexOf(words);
  if (start < 0 || (start !== from && note.indexOf(words, start + 1) >= 0)) return undefined;
  return start + words.length;
}
