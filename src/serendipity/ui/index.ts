import { Platform, TFile } from 'obsidian';
import createWorker from 'inline-worker:../../obsidian/serendipity.worker';
import { dayOf, type Day } from '../../base';
import type { Edge } from '../../obsidian/edge';
import { LinkIndex } from '../../obsidian/link-index';
import { OpenedRecord } from '../../obsidian/opened-record';
import type { SidebarTab } from '../../obsidian/sidebar-tab';
import { vaultIdOf } from '../../obsidian/vault-id';
import { words } from '../../words';
import { HOVER_SOURCE } from './card-actions';
import { Hidden } from './hidden';
import { IndexModal } from './index-modal';
import { LinkFinder, seedOfDay } from './link-finder';
import { LinksFilter } from './links-filter';
import type { ChangeFolders, LinksParts } from './links-parts';
import { linksTab } from './links-tab';
import { Offers, type Asking, type LinkOffer, type SparkOffer } from './offers';
import { SeenLinks } from './seen-links';
import { SparkModal } from './spark-modal';
import { showIndexStatus } from './status-bar';

export { serendipitySettingDefinitions } from './settings';

/** What unexpected links need from the house. */
interface SerendipityNeeds {
  /** Opens the sidebar on a tab. */
  readonly showTab: (id: string) => Promise<void> | void;
  /** Changes a setting, e.g. `serendipity.surprise`. */
  readonly setSetting: (path: string, value: unknown) => Promise<void>;
  readonly changeExcluded: ChangeFolders;
}

/** What unexpected links give to the other rooms. */
export interface Serendipity {
  readonly tab: SidebarTab;
  /** Unexpected links for a note, or for a text as it is written; never rejects, empty while the index is off or opening. */
  unexpectedFor(asking: Asking): Promise<readonly LinkOffer[]>;
  /** Pairs that should meet; the same seed on the same vault gives the same. Waits some seconds for the index. Never rejects. */
  sparks(count: number, seed: number): Promise<readonly SparkOffer[]>;
  /** Today's pairs: the same all day long. Never rejects. */
  sparksOfToday(count: number): Promise<readonly SparkOffer[]>;
  /** What the user hid on this device, for the settings. */
  readonly hidden: { readonly pairs: number; readonly notes: number; showAll(): void };
  /** Opens what is to be known about the index, with pause and rebuild. */
  readonly showIndex: () => void;
  /** Calls `listener` when answers may have changed: the index is complete again, or something was hidden. */
  onChange(listener: () => void): () => void;
}

const RECORD_PAUSE = 5000;

/** Registers what serves unexpected links: the index, the Links tab, the commands, menus and the status bar. */
export function furnishSerendipity(edge: Edge, { showTab, setSetting, changeExcluded }: SerendipityNeeds): Serendipity {
  const { app, plugin } = edge;
  const hidden = new Hidden(app);
  const { opened, seen } = keepRecords(edge);
  const index = new LinkIndex(edge, createWorker, { vaultId: vaultIdOf(app), isPhone: Platform.isMobile });
  const finder = new LinkFinder(edge, index, opened, hidden);
  const offers = new Offers(edge, index, finder, hidden);
  const showIndex = (): void => new IndexModal(app, index).open();
  const openSpark = (): void => new SparkModal(app, edge, index, finder, hidden, seedOfDay(dayOf(edge.clock()))).open();
  const parts: LinksParts = { edge, index, finder, hidden, seen, filter: new LinksFilter(app), openSpark, showIndex, changeExcluded, setSetting: (key, value) => setSetting(`serendipity.${key}`, value) };
  const tab = linksTab(parts);
  const show = (): void => {
    const here = app.workspace.getActiveFile();
    if (here !== null) tab.turnTo(here.path);
    void showTab('links');
  };

  edge.onNote((event) => {
    hidden.follow(event);
    offers.follow(event);
  });
  plugin.registerHoverLinkSource(HOVER_SOURCE, { display: words.serendipity.hoverSource, defaultMod: true });
  showIndexStatus(edge, index, showIndex);
  plugin.addCommand({
    id: 'serendipity-show',
    name: words.serendipity.showCommand,
    checkCallback(checking) {
      if (app.workspace.getActiveFile()?.extension !== 'md') return false;
      if (!checking) show();
      return true;
    },
  });
  plugin.addCommand({ id: 'serendipity-spark', name: words.serendipity.sparkCommand, callback: openSpark });
  plugin.addCommand({
    id: 'serendipity-rebuild',
    name: words.serendipity.rebuildCommand,
    callback() {
      if (edge.settings().serendipity.enabled) edge.say(words.serendipity.rebuilding);
      void index.rebuild();
    },
  });
  plugin.registerEvent(app.workspace.on('editor-menu', (menu) => {
    menu.addItem((item) => item.setTitle(words.serendipity.showInMenu).setIcon('waypoints').setSection('action').onClick(show));
  }));
  plugin.registerEvent(app.workspace.on('file-menu', (menu, file) => {
    if (!(file instanceof TFile) || file.extension !== 'md') return;
    menu.addItem((item) => item.setTitle(words.serendipity.showInMenu).setIcon('waypoints').setSection('action').onClick(() => void edge.open(file.path).then(show)));
  }));
  return {
    tab,
    unexpectedFor: (asking) => offers.unexpectedFor(asking),
    sparks: (count, seed) => offers.sparks(count, seed),
    sparksOfToday: (count) => offers.sparksOfToday(count),
    hidden: {
      get pairs() {
        return hidden.pairs.size;
      },
      get notes() {
        return hidden.notes.size;
      },
      showAll() {
        hidden.showAll();
        edge.say(words.serendipity.hiddenShown);
      },
    },
    showIndex,
    onChange(listener) {
      let wasReady = index.status.phase === 'ready';
      const offIndex = index.onStatus(() => {
        const isReady = index.status.phase === 'ready';
        if (isReady && !wasReady) listener();
        wasReady = isReady;
      });
      const offHidden = hidden.onChange(listener);
      return () => {
        offIndex();
        offHidden();
      };
    },
  };
}

// When each note was last opened, and which links were seen; written down a little later, so that switching notes costs nothing.
function keepRecords(edge: Edge): { readonly opened: OpenedRecord; readonly seen: LinksParts['seen'] } {
  const { app, plugin, clock } = edge;
  const opened = new OpenedRecord(app);
  const seen = new SeenLinks(app);
  let timer: number | undefined;
  const save = (): void => {
    timer = undefined;
    opened.save();
    seen.save();
  };
  const saveSoon = (): void => {
    timer ??= window.setTimeout(save, RECORD_PAUSE);
  };
  plugin.registerEvent(app.workspace.on('file-open', (file) => {
    if (file?.extension !== 'md') return;
    opened.note(file.path, clock().getTime());
    saveSoon();
  }));
  edge.onNote((event) => {
    opened.follow(event);
    seen.follow(event);
    if (event.kind !== 'changed') saveSoon();
  });
  plugin.register(() => {
    window.clearTimeout(timer);
    save();
  });
  const today = (): Day => dayOf(clock());
  return {
    opened,
    seen: {
      for: (subject) => seen.for(subject, today()),
      see(subject, paths) {
        seen.see(subject, paths, today());
        saveSoon();
      },
      pass(subject, paths) {
        seen.pass(subject, paths, today());
        saveSoon();
      },
    },
  };
}
