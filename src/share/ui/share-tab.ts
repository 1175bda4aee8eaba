import { Component, debounce } from 'obsidian';
import { onOneLine, shortened } from '../../base';
import { nameOf, shownName } from '../../note';
import type { Edge } from '../../obsidian/edge';
import { showEmptyState } from '../../obsidian/parts/empty-state';
import { keptRowFocus } from '../../obsidian/parts/row-focus';
import { drawRowList } from '../../obsidian/parts/row-list';
import type { SidebarTab } from '../../obsidian/sidebar-tab';
import { words } from '../../words';
import { keptShown } from '..';
import type { AfterShareDesk } from './after-share-desk';
import type { HistoryShelf } from './history-shelf';
import type { HoldDesk } from './hold-desk';
import { interruptedRows } from './interrupted-rows';
import type { Readiness } from './readiness';
import type { ShareDesk } from './share-desk';
import type { ShareRun } from './share-run';
import { shareShown } from './share-shown';

const EXCERPT = 140;
const REDRAW_PAUSE = 100;

/** What the tab shows and does, handed in. */
interface ShareTabNeeds {
  readonly edge: Edge;
  readonly history: HistoryShelf;
  readonly desk: ShareDesk;
  readonly run: ShareRun;
  readonly holds: HoldDesk;
  readonly after: AfterShareDesk;
  readonly readiness: Readiness;
  readonly openHistory: () => void;
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
        // Whoever answers a row by keyboard goes on from where it stood.
        const giveBack = keptRowFocus(container);
        if (drawn !== undefined) life.removeChild(drawn);
        drawn = life.addChild(new Component());
        container.empty();
        drawInterrupted(container, drawn, needs);
        drawReady(container, drawn, needs);
        drawWider(container, drawn, needs);
        drawHolding(container, drawn, needs);
        drawHistory(container, drawn, needs);
        giveBack();
      };
      const redraw = debounce(draw, REDRAW_PAUSE);
      life.register(needs.history.onChange(redraw));
      life.register(needs.onQuotes(redraw));
      life.register(needs.run.interrupted.onChange(redraw));
      life.register(needs.run.takingBack.onChange(redraw));
      life.register(needs.readiness.onChange(redraw));
      life.register(() => redraw.cancel());
      void Promise.all([needs.history.ready(), needs.readiness.filled()]).then(redraw);
      draw();
    },
  };
}

function drawInterrupted(container: HTMLElement, life: Component, needs: ShareTabNeeds): void {
  const rows = interruptedRows(needs);
  if (rows.length === 0) return;
  heading(container, words.share.unfinishedHeading);
  drawRowList(container, life, rows, { label: words.share.unfinishedLabel, more: words.share.moreRows });
}

function drawReady(container: HTMLElement, life: Component, { edge, desk, readiness, holds, review }: ShareTabNeeds): void {
  heading(container, words.share.readyHeading);
  const ready = readiness.ready();
  if (ready.length === 0) {
    showEmptyState(container, { icon: 'send', text: words.share.readyEmpty, action: { label: words.share.reviewQueue, run: review } });
    return;
  }
  const rows = ready.map(({ path, quote, state }) => ({
    title: shortened(onOneLine(quote.text), EXCERPT),
    detail: [quote.author === undefined ? '' : shownName(quote.author), state.sensed?.slice(0, 10) ?? '', keptDetail(readiness.keptOf(path))].filter((part) => part !== '').join(' · '),
    open: () => void desk.shareQuote(path),
    actions: [
      { label: words.share.holdMenu, icon: 'hourglass', run: () => holds.open(path) },
      { label: words.sense.openNote, icon: 'file-text', run: () => void edge.open(path) },
    ],
  }));
  drawRowList(container, life, rows, { label: words.share.readyLabel, more: words.share.moreRows });
}

function drawWider(container: HTMLElement, life: Component, { edge, desk, readiness, holds }: ShareTabNeeds): void {
  const rows = readiness.wider().map(({ path, widest, next }) => ({
    title: nameOf(path),
    detail: words.share.widerDetail(words.share.audiences[widest], words.share.audiences[next]),
    open: () => void desk.share(path, { audience: next }),
    actions: [
      { label: words.share.holdMenu, icon: 'hourglass', run: () => holds.open(path) },
      { label: words.sense.openNote, icon: 'file-text', run: () => void edge.open(path) },
    ],
  }));
  if (rows.length === 0) return;
  heading(container, words.share.widerHeading);
  drawRowList(container, life, rows, { label: words.share.widerLabel, more: words.share.moreRows });
}

function drawHolding(container: HTMLElement, life: Component, { edge, readiness, holds }: ShareTabNeeds): void {
  const rows = readiness.held().map(({ path, hold, kept }) => ({
    title: nameOf(path),
    detail: [hold.until === undefined ? '' : words.share.holdingUntil(hold.until), hold.event ?? '', keptDetail(kept)].filter((part) => part !== '').join(' · '),
    open: () => void edge.open(path),
    actions: [
      { label: words.share.release, icon: 'unlock', run: () => void holds.release(path) },
      { label: words.share.holdMenu, icon: 'hourglass', run: () => holds.open(path) },
    ],
  }));
  if (rows.length === 0) return;
  heading(container, words.share.holdingHeading);
  drawRowList(container, life, rows, { label: words.share.holdingLabel, more: words.share.moreRows });
}

function keptDetail(kept: readonly string[]): string {
  return kept.length === 0 ? '' : words.share.notForShown(keptShown(kept));
}

function drawHistory(container: HTMLElement, life: Component, { edge, history, after, openHistory }: ShareTabNeeds): void {
  heading(container, words.share.historyHeading);
  const entries = history.all();
  if (entries.length === 0) {
    showEmptyState(container, { icon: 'history', text: history.isReady ? words.share.historyEmpty : words.share.reading });
    return;
  }
  container.createEl('button', { cls: 'sss-open-history', text: words.share.openHistory, attr: { type: 'button' } }).addEventListener('click', openHistory);
  const rows = entries.map((entry) => ({
    title: nameOf(entry.path),
    detail: shareShown(entry),
    open: () => void edge.open(entry.path),
    actions: after.actionsOf(entry),
  }));
  drawRowList(container, life, rows, { label: words.share.historyLabel, more: words.share.moreRows });
}

function heading(container: HTMLElement, text: string): void {
  container.createEl('h2', { cls: 'sss-section', text });
}
