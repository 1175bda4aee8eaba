import { parseISO, set } from 'date-fns';
import { dayAfter, fail, ok, type Result } from '../../base';
import { nameOf } from '../../note';
import { dailyNotePathIn } from '../../obsidian/daily-notes';
import type { Edge } from '../../obsidian/edge';
import { isTemplatePath } from '../../obsidian/template-notes';
import { words } from '../../words';
import { lineOfReview, type Week } from '..';

/** What the place of a review depends on. */
export interface PlaceNeeds {
  readonly edge: Edge;
  /** Today's daily note, made when it is missing. */
  readonly dailyNote: () => Promise<Result<string>>;
  /** The note of a day's week, made when it is missing; undefined where no weekly notes are kept. */
  readonly weeklyNote: (date: Date) => Promise<Result<string> | undefined>;
}

const THURSDAY = 3;
const DAYS = 7;

/** The path of the note that a week's review goes to: the same one on every day of the week. */
export async function reviewPlace(week: Week, { edge, dailyNote, weeklyNote }: PlaceNeeds): Promise<Result<string>> {
  const place = edge.settings().practice.reviewPlace;
  if (place === 'active-note') {
    const file = edge.app.workspace.getActiveFile();
    if (file?.extension !== 'md') return fail(words.review.noActiveNote);
    return isTemplatePath(edge.app, file.path) ? fail(words.review.isTemplate(nameOf(file.path))) : ok(file.path);
  }
  const weekly = place === 'weekly-note' ? await weeklyNote(thursdayOf(week, edge.clock())) : undefined;
  if (weekly !== undefined) return weekly;
  const written = await dailyNoteWithReview(week, edge);
  return written === undefined ? dailyNote() : ok(written);
}

// Where weeks begin on a Sunday, that Sunday's note belongs to the week after: only the middle of a week lies in it everywhere.
function thursdayOf({ from }: Week, now: Date): Date {
  return set(parseISO(dayAfter(from, THURSDAY)), { hours: now.getHours(), minutes: now.getMinutes() });
}

/** The daily note in which the review of a week stands already, with the user's answers: the first one of the week. */
async function dailyNoteWithReview({ id, from }: Week, { app, notes }: Edge): Promise<string | undefined> {
  for (let day = 0; day < DAYS; day++) {
    const path = dailyNotePathIn(app, parseISO(dayAfter(from, day)));
    if (notes.find(path) !== undefined && lineOfReview(await notes.read(path), id) !== undefined) return path;
  }
  return undefined;
}
