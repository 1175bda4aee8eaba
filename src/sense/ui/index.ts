import { TFile } from 'obsidian';
import { shortened, onOneLine } from '../../base';
import { nameOf } from '../../note';
import type { DraftStore } from '../../obsidian/draft-store';
import type { Edge } from '../../obsidian/edge';
import type { SidebarTab } from '../../obsidian/sidebar-tab';
import { words } from '../../words';
import { ApplyDesk } from './apply-desk';
import { quoteHere, quoteNoteFor, type KeepQuote } from './locate-quote';
import type { QuoteShelf } from './quote-shelf';
import { senseTab } from './sense-tab';
import type { TakeDesk } from './take-desk';
import { makeNoteOfTake } from './take-to-note';
import type { WaitingList } from './waiting-list';

export { AsideNote } from './aside-note';
export { FoundShelf } from './found-shelf';
export { entryAt, quoteHere, quoteNoteFor, type KeepQuote } from './locate-quote';
export { PromptBook } from './prompt-book';
export { QuoteShelf } from './quote-shelf';
export { markRenderedQuotes } from './rendered-marks';
export { senseSettingDefinitions } from './settings';
export { markEditedQuotes } from './editor-marks';
export { isOneOfSeveral } from './one-of-several';
export { QuoteMarks } from './quote-marks';
export { TakeDesk } from './take-desk';
export { TakeDrafts } from './take-drafts';
export { WaitingList } from './waiting-list';

/** What sense-making needs from other rooms. */
interface SenseNeeds {
  readonly edge: Edge;
  readonly quotes: QuoteShelf;
  readonly waiting: WaitingList;
  readonly desk: TakeDesk;
  readonly drafts: DraftStore;
  keep: KeepQuote;
  /** Whether a note must not leave the vault. */
  readonly isPrivate: (path: string) => boolean;
  /** Opens the capture modal on the clipboard. */
  readonly capture: () => void;
}

/** Registers what serves the user's own take: commands, menus, the Sense tab. */
export function furnishSense({ edge, quotes, waiting, desk, drafts, keep, isPrivate, capture }: SenseNeeds): { tab: SidebarTab; openFromParameters(path: string | undefined): void } {
  const { app, plugin } = edge;
  const openHere = async (): Promise<void> => {
    const here = quoteHere(edge, quotes);
    if (here === undefined) return;
    const path = await quoteNoteFor(here, edge, quotes, keep);
    if (path.ok) await desk.open(path.value);
    else edge.say(path.problem);
  };
  plugin.addCommand({
    id: 'sense-write-take',
    name: words.sense.writeTake,
    checkCallback(checking) {
      if (quoteHere(edge, quotes) === undefined) return false;
      if (!checking) void openHere();
      return true;
    },
  });
  const grow = async (path: string): Promise<void> => {
    const made = await makeNoteOfTake(path, edge, quotes, isPrivate);
    if (!made.ok) return edge.say(made.problem);
    edge.say(words.sense.grown(nameOf(made.value)));
    await edge.open(made.value, true);
  };
  const hasTake = (path: string | undefined): path is string => path !== undefined && (quotes.get(path)?.state.take.text ?? '') !== '';
  plugin.addCommand({
    id: 'sense-take-to-note',
    name: words.sense.takeToNote,
    checkCallback(checking) {
      const path = app.workspace.getActiveFile()?.path;
      if (!hasTake(path)) return false;
      if (!checking) void grow(path);
      return true;
    },
  });
  const applications = new ApplyDesk(edge, drafts);
  plugin.addCommand({
    id: 'sense-log-application',
    name: words.sense.logApplication,
    checkCallback(checking) {
      const file = app.workspace.getActiveFile();
      if (file?.extension !== 'md') return false;
      if (!checking) void applications.open(file.path);
      return true;
    },
  });
  plugin.addCommand({
    id: 'sense-undo-let-go',
    name: words.sense.undoLetGo,
    checkCallback(checking) {
      const takeBack = desk.takeBackLetGo;
      if (takeBack === undefined) return false;
      if (!checking) void takeBack();
      return true;
    },
  });
  plugin.addCommand({ id: 'sense-review-next', name: words.sense.reviewNext, callback: () => void desk.reviewNext() });
  plugin.registerEvent(app.workspace.on('editor-menu', (menu) => {
    const here = quoteHere(edge, quotes);
    if (here === undefined) return;
    menu.addItem((item) => item.setTitle(words.sense.takeMenu).setIcon('lightbulb').setSection('action').onClick(() => void openHere()));
  }));
  plugin.registerEvent(app.workspace.on('file-menu', (menu, file) => {
    if (file instanceof TFile && file.extension === 'md') menu.addItem((item) => item.setTitle(words.sense.logApplicationMenu).setIcon('flask-conical').setSection('action').onClick(() => void applications.open(file.path)));
    if (!(file instanceof TFile) || quotes.get(file.path) === undefined) return;
    menu.addItem((item) => item.setTitle(words.sense.takeMenu).setIcon('lightbulb').setSection('action').onClick(() => void desk.open(file.path)));
    if (hasTake(file.path)) menu.addItem((item) => item.setTitle(words.sense.takeToNoteMenu).setIcon('file-output').setSection('action').onClick(() => void grow(file.path)));
  }));
  return {
    tab: senseTab({ edge, waiting, desk, capture, hasQuotes: () => quotes.all().length > 0 }),
    openFromParameters(path) {
      if (path === undefined || path.trim() === '') edge.say(words.sense.uriMissingPath);
      else void desk.open(edge.notes.find(path)?.path ?? edge.notes.resolve(path, '') ?? shortened(onOneLine(path), 200));
    },
  };
}
