import { readWikilink } from '../../../note';
import { isDailyNotePath, periodicNoteSetups } from '../../../obsidian/daily-notes';
import type { Edge } from '../../../obsidian/edge';

/**
 * Tells whether a note is linked from one that uses it. The note of a day or a week only lists what waits, and the note in which a quote was
 * found has no more than its mark.
 */
export function linkedNotes(edge: Edge): (path: string) => boolean {
  const { app, notes } = edge;
  const setups = periodicNoteSetups(app);
  const linked = new Map<string, string[]>();
  for (const [from, links] of Object.entries(app.metadataCache.resolvedLinks)) {
    for (const to of Object.keys(links)) {
      const present = linked.get(to);
      if (present === undefined) linked.set(to, [from]);
      else present.push(from);
    }
  }
  return (path) => {
    const written = notes.properties(path)[edge.settings().properties.foundIn];
    const foundIn = typeof written === 'string' ? notes.resolve(readWikilink(written)?.target ?? written, path) : undefined;
    return (linked.get(path) ?? []).some((from) => from !== path && from !== foundIn && !isDailyNotePath(from, setups));
  };
}
