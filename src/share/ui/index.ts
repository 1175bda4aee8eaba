import { MarkdownView, TFile } from 'obsidian';
import type { Result } from '../../base';
import type { SidebarTab } from '../../obsidian/sidebar-tab';
import type { QuoteEntry } from '../../sense';
import { words } from '../../words';
import { HistoryShelf } from './history-shelf';
import { ShareDesk, type ShareNeeds } from './share-desk';
import { shareTab } from './share-tab';

export { HistoryShelf, type HistoryEntry } from './history-shelf';
export { shareSettingDefinitions } from './settings';
export { ShareDesk, type ShareNeeds } from './share-desk';

/** What sharing needs besides the desk's own needs. */
export interface ShareRoomNeeds<Here> extends ShareNeeds {
  readonly sensed: () => readonly QuoteEntry[];
  onQuotes(listener: () => void): () => void;
  readonly review: () => void;
  showTab(id: string): void;
  /** The quote under the cursor, or the active quote note. */
  readonly quoteHere: () => Here | undefined;
  /** The path of its quote note; made when it is missing. */
  readonly quoteNoteFor: (here: Here) => Promise<Result<string>>;
}

/** Registers what shares: commands, menus, the Share tab. */
export function furnishShare<Here>(needs: ShareRoomNeeds<Here>): { tab: SidebarTab; desk: ShareDesk; history: HistoryShelf } {
  const { app, plugin } = needs.edge;
  const desk = new ShareDesk(needs);
  const history = new HistoryShelf(needs.edge);
  const shareQuoteHere = async (): Promise<void> => {
    const here = needs.quoteHere();
    if (here === undefined) return;
    const path = await needs.quoteNoteFor(here);
    if (path.ok) await desk.shareQuote(path.value);
    else needs.edge.say(path.problem);
  };
  plugin.addCommand({
    id: 'share-quote',
    name: words.share.shareQuote,
    checkCallback(checking) {
      if (needs.quoteHere() === undefined) return false;
      if (!checking) void shareQuoteHere();
      return true;
    },
  });
  plugin.addCommand({
    id: 'share-note',
    name: words.share.shareNote,
    checkCallback(checking) {
      const file = app.workspace.getActiveViewOfType(MarkdownView)?.file;
      if (file == null) return false;
      if (!checking) void desk.share(file.path);
      return true;
    },
  });
  plugin.addCommand({ id: 'share-open-ledger', name: words.share.openLedger, callback: () => needs.showTab('share') });
  plugin.registerEvent(app.workspace.on('editor-menu', (menu) => {
    if (needs.quoteHere() === undefined) return;
    menu.addItem((item) => item.setTitle(words.share.quoteMenu).setIcon('send').setSection('action').onClick(() => void shareQuoteHere()));
  }));
  plugin.registerEvent(app.workspace.on('file-menu', (menu, file) => {
    if (!(file instanceof TFile) || file.extension !== 'md') return;
    menu.addItem((item) => item.setTitle(words.share.noteMenu).setIcon('send').setSection('action').onClick(() => void desk.share(file.path)));
  }));
  return { tab: shareTab({ ...needs, history, desk }), desk, history };
}
