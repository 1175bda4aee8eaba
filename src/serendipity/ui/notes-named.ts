import { nameOf, type NoteRef } from '../../note';

/**
 * Gives a function that finds up to `limit` notes by what is typed: each of its words stands somewhere in the path. Names that
 * begin with it come first, then names that hold it. It is called at every key, so it compares plain text, prepared once.
 */
export function notesNamed(notes: readonly NoteRef[], limit: number): (typed: string) => NoteRef[] {
  let prepared: { readonly note: NoteRef; readonly path: string; readonly name: string }[] | undefined;
  return (typed) => {
    const wanted = typed.trim().toLowerCase();
    if (wanted === '') return notes.slice(0, limit);
    prepared ??= notes.map((note) => ({ note, path: note.path.replace(/\.md$/i, '').toLowerCase(), name: nameOf(note.path).toLowerCase() }));
    const parts = wanted.split(/\s+/);
    const found: [NoteRef[], NoteRef[], NoteRef[]] = [[], [], []];
    for (const { note, path, name } of prepared) {
      if (!parts.every((part) => path.includes(part))) continue;
      found[name.startsWith(wanted) ? 0 : name.includes(wanted) ? 1 : 2].push(note);
      if (found[0].length === limit) break;
    }
    return found.flat().slice(0, limit);
  };
}
