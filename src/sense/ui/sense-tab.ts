import { Component, debounce } from 'obsidian';
import { onOneLine, readDay, shortened } from '../../base';
import { nameOf, shownName } from '../../note';
import type { Edge } from '../../obsidian/edge';
import { showEmptyState } from '../../obsidian/parts/empty-state';
import { drawRowList, enterRow, type Row } from '../../obsidian/parts/row-list';
import type { SidebarTab } from '../../obsidian/sidebar-tab';
import { words } from '../../words';
import { QUEUE_ORDERS, SOURCE_KINDS, type Waiting } from '..';
import type { TakeDesk } from './take-desk';
import type { WaitingList } from './waiting-list';

const EXCERPT = 140;
const REDRAW_PAUSE = 100;
const TYPING_PAUSE = 150;

/** What the tab shows and does, handed in. */
interface SenseTabNeeds {
  readonly edge: Edge;
  readonly waiting: WaitingList;
  readonly desk: TakeDesk;
  /** Whether there is any quote note yet. */
  readonly hasQuotes: () => boolean;
  readonly capture: () => void;
}

/** The Sense tab: the quotes that wait for a take, in an order, filtered, and the way into reviewing them. */
export function senseTab(needs: SenseTabNeeds): SidebarTab {
  return {
    id: 'sense',
    icon: 'lightbulb',
    title: () => words.sense.tabTitle,
    mount: (container, life) => void new QueuePanel(container, life, needs),
  };
}

/** What stands in the tab. The controls are drawn once, so that typing in the filter goes on while the list changes. */
class QueuePanel {
  readonly #status: HTMLElement;
  readonly #bar: HTMLProgressElement;
  readonly #review: HTMLButtonElement;
  readonly #controls: HTMLElement;
  readonly #list: HTMLElement;
  readonly #selects = new Map<string, HTMLSelectElement>();
  #drawn: Component | undefined;

  constructor(
    container: HTMLElement,
    private readonly life: Component,
    private readonly needs: SenseTabNeeds,
  ) {
    const head = container.createDiv({ cls: 'sss-head' });
    this.#status = head.createSpan({ cls: 'sss-head-text', attr: { role: 'status' } });
    this.#review = head.createEl('button', { text: words.sense.review, cls: 'mod-cta', attr: { type: 'button' } });
    life.registerDomEvent(this.#review, 'click', () => void needs.desk.reviewNext());
    this.#bar = container.createEl('progress', { cls: 'sss-progress' });
    this.#controls = container.createDiv({ cls: 'sss-queue-controls' });
    this.#drawControls();
    this.#list = container.createDiv();
    const redraw = debounce(() => this.#draw(), REDRAW_PAUSE);
    life.register(needs.waiting.onChange(redraw));
    life.register(() => redraw.cancel());
    void needs.waiting.ready().then(redraw);
    this.#draw();
  }

  #drawControls(): void {
    const { waiting } = this.needs;
    const texts = words.sense;
    const filter = this.#controls.createEl('input', { cls: 'sss-queue-filter', attr: { type: 'search', placeholder: texts.filterLabel, 'aria-label': texts.filterLabel, dir: 'auto' } });
    filter.value = waiting.view.text;
    const settle = debounce(() => this.#look({ text: filter.value }), TYPING_PAUSE, true);
    this.life.register(() => settle.cancel());
    this.life.registerDomEvent(filter, 'input', () => settle());
    this.#drawSelect('order', texts.orderLabel, QUEUE_ORDERS.map((order) => [order, texts.orders[order]]), waiting.view.order, (order) => this.#look({ order: QUEUE_ORDERS.find((known) => known === order) ?? 'oldest' }));
    this.#drawSelect('kind', texts.kindLabel, (['all', ...SOURCE_KINDS] as const).map((kind) => [kind, texts.kinds[kind]]), waiting.view.kind, (kind) => this.#look({ kind: SOURCE_KINDS.find((known) => known === kind) ?? 'all' }));
  }

  #drawSelect(id: string, label: string, options: readonly (readonly [string, string])[], chosen: string, choose: (value: string) => void): void {
    const select = this.#controls.createEl('select', { cls: 'dropdown', attr: { 'aria-label': label } });
    for (const [value, text] of options) select.createEl('option', { value, text });
    select.value = chosen;
    this.#selects.set(id, select);
    this.life.registerDomEvent(select, 'change', () => choose(select.value));
  }

  #look(view: Parameters<WaitingList['look']>[0]): void {
    this.needs.waiting.look(view);
    this.#draw();
  }

  #draw(): void {
    const { waiting, edge } = this.needs;
    const at = this.#focusedRow();
    if (this.#drawn !== undefined) this.life.removeChild(this.#drawn);
    this.#drawn = this.life.addChild(new Component());
    this.#list.empty();
    this.#list.setAttr('data-filter', waiting.view.text);
    const all = waiting.all();
    const shown = waiting.shown();
    this.#drawHead(all.length, shown.length);
    if (all.length === 0) return this.#drawEmpty();
    const { queueLimit } = edge.settings().sense;
    if (queueLimit > 0 && all.length > queueLimit) this.#drawInvitation(all.length, this.#drawn);
    drawRowList(this.#list, this.#drawn, shown.map((entry) => () => this.#rowOf(entry)), { label: words.sense.queueLabel, more: words.sense.moreRows });
    if (at >= 0) this.#focusRow(at);
  }

  #drawHead(all: number, shown: number): void {
    const { waiting } = this.needs;
    const texts = words.sense;
    this.#status.setText(!waiting.isReady ? texts.reading : shown === all ? texts.waiting(all) : texts.shownOf(shown, all));
    const { sensed, of } = waiting.progress();
    this.#bar.max = Math.max(1, of);
    this.#bar.value = sensed;
    this.#bar.setAttrs({ 'aria-label': texts.progress(sensed, of), title: texts.progress(sensed, of) });
    for (const part of [this.#review, this.#controls]) part.toggle(all > 0);
    this.#bar.toggle(of > 0);
  }

  #drawEmpty(): void {
    const { waiting, hasQuotes, capture, edge } = this.needs;
    if (!waiting.isReady) return;
    showEmptyState(this.#list, hasQuotes()
      ? { icon: 'check', text: words.sense.queueDone }
      : { icon: 'quote', text: words.sense.noQuotesYet, action: { label: words.sense.captureFirst, run: capture } });
    if (edge.settings().sense.quoteFolders.length === 0) this.#list.createEl('p', { cls: 'sss-field-hint', text: words.sense.foldersHint });
  }

  #drawInvitation(count: number, life: Component): void {
    const box = this.#list.createDiv({ cls: 'sss-invitation' });
    box.createSpan({ text: words.sense.overLimit(count) });
    const button = box.createEl('button', { text: words.sense.lookAtOldest, attr: { type: 'button' } });
    life.registerDomEvent(button, 'click', () => {
      const select = this.#selects.get('order');
      if (select !== undefined) select.value = 'oldest';
      this.#look({ order: 'oldest' });
      this.#focusRow(0);
    });
  }

  #rowOf(waiting: Waiting): Row {
    const { edge, desk } = this.needs;
    const tell = (step: Promise<string | undefined>): void => void step.then((problem) => problem === undefined || edge.say(problem));
    const later = (): void => desk.askLater((until) => tell(desk.later(waiting, until)));
    const letGo = (): void => tell(desk.letGo(waiting));
    return {
      title: shortened(onOneLine(waiting.quote.text), EXCERPT),
      detail: detailOf(waiting),
      open: () => void desk.openWaiting(waiting),
      actions: [
        { label: words.sense.openNote, icon: 'file-text', run: () => void edge.open(waiting.path) },
        { label: words.sense.laterWhen, icon: 'clock', run: later },
        { label: words.sense.letGo, icon: 'leaf', run: letGo },
      ],
      keys: { l: later, g: letGo, u: () => desk.undoLetGo() },
    };
  }

  #focusedRow(): number {
    const active = this.#list.doc.activeElement;
    return this.#list.findAll('.sss-row').findIndex((row) => row.contains(active));
  }

  // A row that was dealt with is gone: the one that took its place has the focus then.
  #focusRow(at: number): void {
    const rows = this.#list.findAll('.sss-row-main');
    const row = rows[Math.min(at, rows.length - 1)];
    if (row !== undefined) enterRow(rows, row);
  }
}

function detailOf({ quote, found, path }: Waiting): string {
  const parts = [
    quote.author === undefined ? undefined : shownName(quote.author),
    quote.via === undefined ? undefined : words.seek.via(shownName(quote.via)),
    found === undefined ? undefined : words.sense.inNote(nameOf(path)),
    readDay(quote.captured),
  ];
  return parts.filter((part) => part !== undefined).join(' · ');
}
