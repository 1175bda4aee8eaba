import { TFile } from 'obsidian';
import { shortened, onOneLine } from '../../base';
import type { Edge } from '../../obsidian/edge';
import type { SidebarTab } from '../../obsidian/sidebar-tab';
import { words } from '../../words';
import { quoteHere, quoteNoteFor, type KeepQuote } from './locate-quote';
import type { QuoteShelf } from './quote-shelf';
import { senseTab } from './sense-tab';
import type { TakeDesk } from './take-desk';

export { entryAt, quoteHere, quoteNoteFor, type KeepQuote, type QuoteHere } from './locate-quote';
export { type FindOffers, type LinkOffer } from './link-offer';
export { QuoteShelf } from './quote-shelf';
export { senseSettingDefinitions } from './settings';
export { TakeDesk, type TakeOccasion } from './take-desk';

/** What sense-making needs from other rooms. */
export interface SenseNeeds {
  readonly edge: Edge;
  readonly quotes: QuoteShelf;
  readonly desk: TakeDesk;
  keep: KeepQuote;
  /** Opens the capture modal on the clipboard. */
  readonly capture: () => void;
}

/** Registers what serves the user's own take: commands, menus, the Sense tab. */
export function furnishSense({ edge, quotes, desk, keep, capture }: SenseNeeds): { tab: SidebarTab; openFromParameters(path: string | undefined): void } {
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
  plugin.addCommand({ id: 'sense-review-next', name: words.sense.reviewNext, callback: () => void desk.reviewNext() });
  plugin.registerEvent(app.workspace.on('editor-menu', (menu) => {
    const here = quoteHere(edge, quotes);
    if (here === undefined) return;
    menu.addItem((item) => item.setTitle(words.sense.takeMenu).setIcon('lightbulb').setSection('action').onClick(() => void openHere()));
  }));
  plugin.registerEvent(app.workspace.on('file-menu', (menu, file) => {
    if (!(file instanceof TFile) || quotes.get(file.path) === undefined) return;
    menu.addItem((item) => item.setTitle(words.sense.takeMenu).setIcon('lightbulb').setSection('action').onClick(() => void desk.open(file.path)));
  }));
  return {
    tab: senseTab(edge, quotes, desk, capture),
    openFromParameters(path) {
      if (path === undefined || path.trim() === '') edge.say(words.sense.uriMissingPath);
      else void desk.open(edge.notes.find(path)?.path ?? edge.notes.resolve(path, '') ?? shortened(onOneLine(path), 200));
    },
  };
}
