import { Component, debounce } from 'obsidian';
import { onOneLine, shortened } from '../../base';
import { nameOf, shownName } from '../../note';
import type { Edge } from '../../obsidian/edge';
import { showEmptyState } from '../../obsidian/parts/empty-state';
import { drawRowList } from '../../obsidian/parts/row-list';
import type { SidebarTab } from '../../obsidian/sidebar-tab';
import type { QuoteEntry } from '../../sense';
import { words } from '../../words';
import { isPrivateNote } from '..';
import type { HistoryEntry, HistoryShelf } from './history-shelf';
import type { ShareDesk } from './share-desk';

const EXCERPT = 140;
const REDRAW_PAUSE = 100;

/** What the tab shows and does, handed in. */
export interface ShareTabNeeds {
  readonly edge: Edge;
  readonly history: HistoryShelf;
  readonly desk: ShareDesk;
  /** Quotes with a take that would pass the gate. */
  readonly sensed: () => readonly QuoteEntry[];
  onQuotes(listener: () => void): () => void;
  readonly review: () => void;
}

/** The Share tab: quotes that are ready, and the history of what went where. */
export function shareTab(needs: ShareTabNeeds): SidebarTab {
  return {
    id: 'share',
    icon: 'send',
    title: () => words.share.tabTitle,
    mount(container, life) {
      let drawn: Component | undefined;
      const draw = (): void => {
        if (drawn !== undefined) life.removeChild(drawn);
        drawn = life.addChild(new Component());
        container.empty();
        drawReady(container, drawn, needs);
        drawHistory(container, drawn, needs);
      };
      const redraw = debounce(draw, REDRAW_PAUSE);
      life.register(needs.history.onChange(redraw));
      life.register(needs.onQuotes(redraw));
      life.register(() => redraw.cancel());
      void needs.history.ready().then(redraw);
      draw();
    },
  };
}

function drawReady(container: HTMLElement, life: Component, { edge, history, desk, sensed, review }: ShareTabNeeds): void {
  heading(container, words.share.readyHeading);
  const { share, properties } = edge.settings();
  const ready = sensed().filter(({ path }) => !history.isShared(path) && !isPrivateNote(path, edge.notes, share, properties));
  if (ready.length === 0) {
    showEmptyState(container, { icon: 'send', text: words.share.readyEmpty, action: { label: words.share.reviewQueue, run: review } });
    return;
  }
  const rows = ready.map(({ path, quote, state }) => ({
    title: shortened(onOneLine(quote.text), EXCERPT),
    detail: [quote.author === undefined ? '' : shownName(quote.author), state.sensed?.slice(0, 10) ?? ''].filter((part) => part !== '').join(' · '),
    open: () => void desk.shareQuote(path),
    actions: [{ label: words.sense.openNote, icon: 'file-text', run: () => void edge.open(path) }],
  }));
  drawRowList(container, life, rows, { label: words.share.readyLabel, more: words.share.moreRows });
}

function drawHistory(container: HTMLElement, life: Component, { edge, history }: ShareTabNeeds): void {
  heading(container, words.share.historyHeading);
  const entries = history.all();
  if (entries.length === 0) {
    showEmptyState(container, { icon: 'history', text: history.isReady ? words.share.historyEmpty : words.share.reading });
    return;
  }
  const rows = entries.map((entry) => ({ title: nameOf(entry.path), detail: detailOf(entry), open: () => void edge.open(entry.path) }));
  drawRowList(container, life, rows, { label: words.share.historyLabel, more: words.share.moreRows });
}

function detailOf({ day, audience, recipients, channel, withoutTake }: HistoryEntry): string {
  const override = withoutTake === undefined ? [] : [words.share.withoutTake];
  return [day, words.share.audiences[audience], ...recipients, channel, ...override].join(' · ');
}

function heading(container: HTMLElement, text: string): void {
  container.createEl('h4', { cls: 'sss-section', text });
}
