import { type Result } from '../../base';
import { nameOf } from '../../note';
import { makeDailyNote, makeWeeklyNote } from '../../obsidian/daily-notes';
import type { Edge } from '../../obsidian/edge';
import { isTemplatePath } from '../../obsidian/template-notes';
import { words } from '../../words';
import type { PracticeSources } from '..';
import { fillNote, type FillOutcome } from './fill-note';
import { registerLiveBlocks, type BlockPictures } from './live-blocks';
import { openTemplateModal } from './template-desk';
import { watchDailyNotes } from './watch-daily-notes';

export { ActivityBook } from './activity-book';
export { furnishWeek, type WeekNeeds } from './furnish-week';
export { furnishWelcome } from './welcome-desk';
export { practiceSettingDefinitions } from './settings';

/** What other rooms may ask of the daily practice. */
export interface Practice {
  /** Fills a note's tokens now; for the command and the script API. A template is left alone, and so is what people said. */
  fill(path: string): Promise<FillOutcome>;
  /** The path of today's daily note, made from its template and filled when it is missing. */
  dailyNote(): Promise<Result<string>>;
  /** The path of the note of a day's week, likewise; undefined where no weekly notes are kept. */
  weeklyNote(date: Date): Promise<Result<string> | undefined>;
}

/** Registers what serves the daily practice: the daily filler, its command, the live blocks. */
export function furnishPractice(edge: Edge, sources: PracticeSources, pictures: BlockPictures): Practice {
  const { app, plugin } = edge;
  const told = new Set<string>();
  const filler = watchDailyNotes(edge, async (path, wish) => {
    const { filled, problems, isAwaited } = await fillNote(path, edge, sources, wish);
    // A note may be filled again after a template engine; its problems are worth one notice.
    for (const problem of problems.filter((one) => !told.has(one))) {
      told.add(problem);
      edge.say(problem);
    }
    return isAwaited === true ? undefined : filled;
  });
  const fill = async (path: string): Promise<FillOutcome> =>
    isTemplatePath(app, path) ? { filled: 0, problems: [words.practice.isTemplate(nameOf(path))] } : fillNote(path, edge, sources, { leavesSaid: true });
  plugin.addCommand({
    id: 'daily-fill',
    name: words.practice.dailyFill,
    checkCallback(checking) {
      const file = app.workspace.getActiveFile();
      if (file?.extension !== 'md' || isTemplatePath(app, file.path)) return false;
      if (!checking) void fill(file.path).then((outcome) => tell(outcome, edge));
      return true;
    },
  });
  plugin.addCommand({ id: 'practice-insert-blocks', name: words.practice.insertBlocks, callback: () => openTemplateModal(edge) });
  registerLiveBlocks(edge, sources, pictures);
  const filled = async ({ made, isNew }: Awaited<ReturnType<typeof makeDailyNote>>): Promise<Result<string>> => {
    if (made.ok && isNew) await filler.madeHere(made.value);
    return made;
  };
  return {
    fill,
    dailyNote: async () => filled(await makeDailyNote(app, edge.notes, edge.clock())),
    async weeklyNote(date) {
      const weekly = await makeWeeklyNote(app, edge.notes, date);
      return weekly === undefined ? undefined : filled(weekly);
    },
  };
}

function tell({ filled, problems }: FillOutcome, edge: Edge): void {
  for (const problem of problems) edge.say(problem);
  if (filled > 0) edge.say(words.practice.filled(filled));
  else if (problems.length === 0) edge.say(words.practice.noTokens);
}
