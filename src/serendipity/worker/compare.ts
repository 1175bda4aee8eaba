import type { NoteRef } from '../../note';
import type { Exclusion } from './exclusion';
import { type KnownNotes, PATH_BREAK } from './protocol';

// Sorting more than this at once would be felt.
const MOST_SORTED = 20_000;

/** How the index differs from the vault. */
interface Difference {
  /** Notes that are new or changed; up to some ten thousand, the last modified first: what a person works on is found first. */
  readonly toRead: readonly NoteRef[];
  /** Notes that are gone, or excluded now. */
  readonly toForget: readonly string[];
}

/** Compares what the index knows with the vault. `breathe` is awaited between notes so that nothing else has to wait. */
export async function compare(known: KnownNotes, vault: readonly NoteRef[], isExcluded: Exclusion, breathe: () => Promise<void>): Promise<Difference> {
  const mtimes = new Map<string, number>();
  const paths = known.paths === '' ? [] : known.paths.split(PATH_BREAK);
  for (const [at, path] of paths.entries()) {
    mtimes.set(path, known.mtimes[at] ?? 0);
    await breathe();
  }
  const toRead: NoteRef[] = [];
  for (const note of vault) {
    await breathe();
    if (isExcluded(note.path)) continue;
    if (mtimes.get(note.path) !== note.mtime) toRead.push(note);
    mtimes.delete(note.path);
  }
  if (toRead.length <= MOST_SORTED) toRead.sort((a, b) => b.mtime - a.mtime);
  return { toRead, toForget: [...mtimes.keys()] };
}
