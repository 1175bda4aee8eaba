import { TFile } from 'obsidian';
import type { Result } from '../../base';
import type { DraftStore } from '../../obsidian/draft-store';
import type { Edge } from '../../obsidian/edge';
import { noteInView } from '../../obsidian/note-in-view';
import type { SidebarTab } from '../../obsidian/sidebar-tab';
import { whenReady } from '../../obsidian/when-ready';
import type { QuoteEntry } from '../../sense';
import { showView } from '../../obsidian/show-view';
import { words } from '../../words';
import type { Clipboard } from '..';
import { AfterShareDesk } from './after-share-desk';
import { HistoryShelf } from './history-shelf';
import { HISTORY_VIEW, HistoryView, type Giving } from './history-view';
import { HoldDesk } from './hold-desk';
import { asksToInsist } from './insist-modal';
import { Readiness } from './readiness';
import { ShareDesk, type ShareNeeds } from './share-desk';
import { ShareRun } from './share-run';
import { shareTab } from './share-tab';
import { TakeInDesk } from './take-in-desk';

export { shareSettingDefinitions } from './settings';
export { ShareDesk } from './share-desk';

/** What sharing needs besides the desk's own needs. */
interface ShareRoomNeeds<Here> extends ShareNeeds {
  readonly sensed: () => readonly QuoteEntry[];
  onQuotes(listener: () => void): () => void;
  readonly review: () => void;
  showTab(id: string): void;
  /** The quote under the cursor, or the active quote note. */
  readonly quoteHere: () => Here | undefined;
  /** The path of its quote note; made when it is missing. */
  readonly quoteNoteFor: (here: Here) => Promise<Result<string>>;
  /** What went between the user and each of their contacts. */
  readonly giving: () => readonly Giving[];
  readonly clipboard: Clipboard;
}

/** What other rooms may ask of sharing. */
export interface Sharing {
  readonly tab: SidebarTab;
  readonly desk: ShareDesk;
  readonly history: HistoryShelf;
  readonly readiness: Readiness;
}

/** Registers what shares: commands, menus, the Share tab. */
export function furnishShare<Here>(needs: ShareRoomNeeds<Here>, drafts: DraftStore): Sharing {
  const { edge } = needs;
  const run = new ShareRun(edge, drafts, () => needs.channels(), (question) => asksToInsist(edge.app, question), (who, day) => needs.directory.wasInTouch(who, day));
  const desk = new ShareDesk(needs, run, drafts);
  const history = new HistoryShelf(edge);
  const readiness = new Readiness(edge, history, needs.sensed);
  const holds = new HoldDesk(edge, needs.directory, drafts);
  const after = new AfterShareDesk(edge, needs.directory, desk, run, drafts, needs.clipboard);
  const shareQuoteHere = async (): Promise<void> => {
    const here = needs.quoteHere();
    if (here === undefined) return;
    const path = await needs.quoteNoteFor(here);
    if (path.ok) await desk.shareQuote(path.value);
    else edge.say(path.problem);
  };
  addShareCommands(needs, desk, shareQuoteHere);
  addNoteCommands(edge, history, holds, after);
  const openHistory = addHistoryView({ edge, history, after, giving: needs.giving });
  edge.plugin.addCommand({ id: 'share-take-in-commons', name: words.share.takeIn, callback: () => new TakeInDesk(edge, history).choose() });
  addMenus(needs, desk, holds, shareQuoteHere);
  whenReady(edge.plugin, () => {
    void readiness.filled();
    void run.review().then(() => {
      const [shares, withdrawals] = [run.interrupted.unfinished.length + run.interrupted.notThere.length, run.takingBack.unfinished.length];
      if (shares > 0) edge.say(words.share.unfinishedNotice(shares));
      if (withdrawals > 0) edge.say(words.share.withdrawalsNotice(withdrawals));
    });
  });
  return { tab: shareTab({ ...needs, history, desk, run, holds, after, readiness, openHistory }), desk, history, readiness };
}

function addShareCommands<Here>({ edge: { app, plugin }, quoteHere, ...needs }: ShareRoomNeeds<Here>, desk: ShareDesk, shareQuoteHere: () => Promise<void>): void {
  plugin.addCommand({
    id: 'share-quote',
    name: words.share.shareQuote,
    checkCallback(checking) {
      if (quoteHere() === undefined) return false;
      if (!checking) void shareQuoteHere();
      return true;
    },
  });
  plugin.addCommand({
    id: 'share-note',
    name: words.share.shareNote,
    checkCallback(checking) {
      const path = noteInView(app)?.path;
      if (path === undefined) return false;
      if (!checking) void desk.share(path);
      return true;
    },
  });
  plugin.addCommand({ id: 'share-open-ledger', name: words.share.openLedger, callback: () => needs.showTab('share') });
}

function addNoteCommands({ app, plugin }: Edge, history: HistoryShelf, holds: HoldDesk, after: AfterShareDesk): void {
  const onNote = (may: (path: string) => boolean, run: (path: string) => void) => (checking: boolean): boolean => {
    const path = noteInView(app)?.path;
    if (path === undefined || !may(path)) return false;
    if (!checking) run(path);
    return true;
  };
  const isShared = (path: string): boolean => history.isShared(path);
  plugin.addCommand({ id: 'share-hold', name: words.share.hold, checkCallback: onNote(() => true, (path) => holds.open(path)) });
  plugin.addCommand({ id: 'share-update', name: words.share.update, checkCallback: onNote(isShared, (path) => void after.update(path)) });
  plugin.addCommand({ id: 'share-withdraw', name: words.share.withdraw, checkCallback: onNote(isShared, (path) => void after.withdraw(path)) });
  plugin.addCommand({ id: 'share-log-response', name: words.share.logResponse, checkCallback: onNote(isShared, (path) => void after.logResponse(path)) });
}

function addHistoryView(needs: ConstructorParameters<typeof HistoryView>[1]): () => void {
  const { app, plugin } = needs.edge;
  const open = (): void => void showView(app, HISTORY_VIEW);
  plugin.registerView(HISTORY_VIEW, (leaf) => new HistoryView(leaf, needs));
  plugin.addCommand({ id: 'share-search-history', name: words.share.searchHistory, callback: open });
  return open;
}

function addMenus<Here>({ edge: { app, plugin }, quoteHere }: ShareRoomNeeds<Here>, desk: ShareDesk, holds: HoldDesk, shareQuoteHere: () => Promise<void>): void {
  plugin.registerEvent(app.workspace.on('editor-menu', (menu) => {
    if (quoteHere() === undefined) return;
    menu.addItem((item) => item.setTitle(words.share.quoteMenu).setIcon('send').setSection('action').onClick(() => void shareQuoteHere()));
  }));
  plugin.registerEvent(app.workspace.on('file-menu', (menu, file) => {
    if (!(file instanceof TFile) || file.extension !== 'md') return;
    menu.addItem((item) => item.setTitle(words.share.noteMenu).setIcon('send').setSection('action').onClick(() => void desk.share(file.path)));
    menu.addItem((item) => item.setTitle(words.share.holdMenu).setIcon('hourglass').setSection('action').onClick(() => holds.open(file.path)));
  }));
}
