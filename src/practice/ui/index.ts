import { type Result } from '../../base';
import { nameOf } from '../../note';
import { isTemplatePath, makeDailyNote } from '../../obsidian/daily-notes';
import type { Edge } from '../../obsidian/edge';
import { words } from '../../words';
import type { PracticeSources } from '..';
import { fillNote, type FillOutcome } from './fill-note';
import { registerLiveBlocks, type BlockPictures } from './live-blocks';
import { watchDailyNotes } from './watch-daily-notes';

export { type FillOutcome } from './fill-note';
export { practiceSettingDefinitions } from './settings';

/** What other rooms may ask of the daily practice. */
export interface Practice {
  /** Fills a note's tokens now; for the command and the script API. A template is left alone. */
  fill(path: string): Promise<FillOutcome>;
  /** The path of today's daily note, made from its template and filled when it is missing. */
  dailyNote(): Promise<Result<string>>;
}

/** Registers what serves the daily practice: the daily filler, its command, the live blocks. */
export function furnishPractice(edge: Edge, sources: PracticeSources, pictures: BlockPictures): Practice {
  const { app, plugin } = edge;
  const told = new Set<string>();
  const filler = watchDailyNotes(edge, async (path) => {
    const { filled, problems } = await fillNote(path, edge, sources);
    // A note may be filled again after a template engine; its problems are worth one notice.
    for (const problem of problems.filter((one) => !told.has(one))) {
      told.add(problem);
      edge.say(problem);
    }
    return filled;
  });
  const fill = async (path: string): Promise<FillOutcome> =>
    isTemplatePath(app, path) ? { filled: 0, problems: [words.practice.isTemplate(nameOf(path))] } : fillNote(path, edge, sources);
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
  registerLiveBlocks(edge, sources, pictures);
  return {
    fill,
    async dailyNote() {
      const { made, isNew } = await makeDailyNote(app, edge.notes, edge.clock());
      if (made.ok && isNew) await filler.madeHere(made.value);
      return made;
    },
  };
}

function tell({ filled, problems }: FillOutcome, edge: Edge): void {
  for (const problem of problems) edge.say(problem);
  if (filled > 0) edge.say(words.practice.filled(filled));
  else if (problems.length === 0) edge.say(words.practice.noTokens);
}
