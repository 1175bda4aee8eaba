import { dayOf, daysBetween, readDay } from '../../base';
import { shownName } from '../../note';
import { words } from '../../words';
import type { LiveBlock, NoteEntry, PracticeSources } from '..';

/** A row of a live block: one or more notes, and what is said about them. */
export interface BlockRow {
  readonly notes: readonly NoteEntry[];
  readonly detail: string;
}

/** What a live block shows now. */
export async function blockRows(block: LiveBlock, sources: PracticeSources, now: Date): Promise<BlockRow[]> {
  await sources.prepared();
  switch (block.show) {
    case 'queue':
      return sources.queue(block.limit, block.folder).slice(0, block.limit).map((entry) => ({
        notes: [entry],
        detail: joined([entry.author === undefined ? undefined : shownName(entry.author), readDay(entry.captured)]),
      }));
    case 'spark':
      return (await sources.sparks(block.limit)).slice(0, block.limit).map(({ first, second, reason }) => ({ notes: [first, second], detail: reason }));
    case 'ties-due':
      return sources.due().slice(0, block.limit).map((entry) => ({
        notes: [entry],
        detail: entry.latest === undefined ? words.ties.noneYet : words.ties.ago(daysBetween(entry.latest, dayOf(now))),
      }));
    case 'spaces':
      // A picture, which has no rows.
      return [];
  }
}

/** What a block says when there is nothing to show. */
export function emptyBlockText({ show, folder }: LiveBlock): string {
  if (show === 'queue') return folder === undefined ? words.practice.emptyQueue : words.practice.emptyQueueIn(folder);
  return show === 'spark' ? words.practice.emptySpark : words.practice.emptyDue;
}

function joined(parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join(' · ');
}
