import { Component, debounce } from 'obsidian';
import { onOneLine, readDay, shortened } from '../../base';
import { shownName } from '../../note';
import type { Edge } from '../../obsidian/edge';
import { showEmptyState } from '../../obsidian/parts/empty-state';
import { drawRowList } from '../../obsidian/parts/row-list';
import type { SidebarTab } from '../../obsidian/sidebar-tab';
import { words } from '../../words';
import type { QuoteEntry } from '..';
import type { QuoteShelf } from './quote-shelf';
import type { TakeDesk } from './take-desk';

const EXCERPT = 140;
const REDRAW_PAUSE = 100;

/** The Sense tab: the quotes that wait for a take, and the way into reviewing them. */
export function senseTab(edge: Edge, quotes: QuoteShelf, desk: TakeDesk, capture: () => void): SidebarTab {
  return {
    id: 'sense',
    icon: 'lightbulb',
    title: () => words.sense.tabTitle,
    mount(container, life) {
      let drawn: Component | undefined;
      const draw = (): void => {
        if (drawn !== undefined) life.removeChild(drawn);
        drawn = drawQueue(container, life, edge, quotes, desk, capture);
      };
      const redraw = debounce(draw, REDRAW_PAUSE);
      life.register(quotes.onChange(redraw));
      life.register(() => redraw.cancel());
      void quotes.ready().then(redraw);
      draw();
    },
  };
}

function drawQueue(container: HTMLElement, parent: Component, edge: Edge, quotes: QuoteShelf, desk: TakeDesk, capture: () => void): Component {
  const life = parent.addChild(new Component());
  container.empty();
  const queue = desk.queue();
  const head = container.createDiv({ cls: 'sss-head' });
  head.createSpan({ cls: 'sss-head-text', attr: { role: 'status' }, text: quotes.isReady ? words.sense.waiting(queue.length) : words.sense.reading });
  if (queue.length === 0) {
    if (quotes.isReady) showEmptyState(container, quotes.all().length === 0
      ? { icon: 'quote', text: words.sense.noQuotesYet, action: { label: words.sense.captureFirst, run: capture } }
      : { icon: 'check', text: words.sense.queueDone });
    return life;
  }
  const review = head.createEl('button', { text: words.sense.review, cls: 'mod-cta', attr: { type: 'button' } });
  life.registerDomEvent(review, 'click', () => void desk.reviewNext());
  const rows = queue.map((entry) => ({
    title: shortened(onOneLine(entry.quote.text), EXCERPT),
    detail: detailOf(entry),
    open: () => void desk.open(entry.path),
    actions: [{ label: words.sense.openNote, icon: 'file-text', run: () => void edge.open(entry.path) }],
  }));
  drawRowList(container, life, rows, { label: words.sense.queueLabel, more: words.sense.moreRows });
  return life;
}

function detailOf({ quote }: QuoteEntry): string {
  const captured = readDay(quote.captured);
  return [quote.author === undefined ? undefined : shownName(quote.author), quote.via === undefined ? undefined : words.seek.via(shownName(quote.via)), captured]
    .filter((part) => part !== undefined)
    .join(' · ');
}
