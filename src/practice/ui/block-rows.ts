import { dayOf, daysBetween, readDay } from '../../base';
import { shownName } from '../../note';
import { words } from '../../words';
import { roleSaid, weekLines, type DueEntry, type LiveBlock, type NoteEntry, type PracticeSources, type PracticeWeek } from '..';

/** A row of a live block: notes and what is said about them, or a sentence alone. */
export interface BlockRow {
  readonly notes: readonly NoteEntry[];
  readonly detail: string;
}

/** Where a block stands, and when. */
export interface BlockPlace {
  readonly path: string;
  readonly now: Date;
  /** Resolves when the block may use the thread. */
  readonly myTurn: () => Promise<void>;
  /** How a week's role came about, in sentences. */
  readonly computation: (week: PracticeWeek) => readonly string[];
}

/** What a live block shows now; never more rows than it asks for. */
export async function blockRows(block: LiveBlock, sources: PracticeSources, place: BlockPlace): Promise<BlockRow[]> {
  if (block.show !== 'links' && block.show !== 'spark') await sources.prepared();
  await place.myTurn();
  return (await rowsOf(block, sources, place)).slice(0, block.limit);
}

async function rowsOf(block: LiveBlock, sources: PracticeSources, { path, now, computation }: BlockPlace): Promise<BlockRow[]> {
  const { show, limit, folder, date } = block;
  switch (show) {
    case 'queue':
      return sources.queue(limit, folder).map((entry) => ({ notes: [entry], detail: joined([entry.quoted, entry.author === undefined ? undefined : shownName(entry.author), readDay(entry.captured)]) }));
    case 'spark':
      return (await sources.sparks(limit)).map(({ first, second, reason }) => ({ notes: [first, second], detail: reason }));
    case 'links':
      return (await sources.links(path, limit)).map((entry) => ({ notes: [entry], detail: entry.reason }));
    case 'ties-due':
      return sources.due().slice(0, limit).map((entry) => personRow(entry, now));
    case 'ties-dormant':
      return sources.dormant().slice(0, limit).map((entry) => personRow(entry, now));
    case 'ready':
      return sources.ready(folder).slice(0, limit).map((entry) => ({ notes: [entry], detail: '' }));
    case 'history':
      return sources.history(folder).slice(0, limit).map((entry) => ({ notes: [entry], detail: joined([entry.day, ...entry.whom]) }));
    case 'week':
      return weekLines(await sources.week(date)).map(sentence);
    case 'roles':
      return roleRows(await sources.week(date), computation);
    case 'spaces':
      // A picture, which has no rows.
      return [];
  }
}

/** What a block says when there is nothing to show. */
export function emptyBlockText({ show, folder }: LiveBlock): string {
  const texts = words.practice;
  if (folder !== undefined) return texts.emptyIn(texts.blockLabel[show], folder);
  return { queue: texts.emptyQueue, spark: texts.emptySpark, links: texts.emptyLinks, 'ties-due': texts.emptyDue, 'ties-dormant': texts.emptyDormant, ready: texts.emptyReady, history: texts.emptyHistory, week: '', roles: '', spaces: '' }[show];
}

function roleRows(week: PracticeWeek, computation: BlockPlace['computation']): BlockRow[] {
  return [roleSaid(week.week), words.week.fourWeeks(roleSaid(week.fourWeeks, words.week.noRoleInFour)), ...computation(week)].map(sentence);
}

function sentence(text: string): BlockRow {
  return { notes: [], detail: text };
}

function personRow(entry: DueEntry, now: Date): BlockRow {
  return { notes: [entry], detail: entry.latest === undefined ? words.ties.noneYet : words.ties.ago(daysBetween(entry.latest, dayOf(now))) };
}

function joined(parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join(' · ');
}
