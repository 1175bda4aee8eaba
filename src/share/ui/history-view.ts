import { Component, ItemView, debounce, type WorkspaceLeaf } from 'obsidian';
import { dayOf, readDay } from '../../base';
import { nameOf } from '../../note';
import type { Edge } from '../../obsidian/edge';
import { drawField } from '../../obsidian/parts/field';
import { drawRowList } from '../../obsidian/parts/row-list';
import { VaultFiles } from '../../obsidian/vault-files';
import { SPACES, type Space } from '../../ties';
import { words } from '../../words';
import { AUDIENCES, filteredHistory, historyAsCsv, historyAsMarkdown, readAudiences, type HistoryEntry, type HistoryFilter } from '..';
import type { AfterShareDesk } from './after-share-desk';
import type { HistoryShelf } from './history-shelf';
import { shareShown } from './share-shown';

export const HISTORY_VIEW = 'seek-sense-share-history';
const REDRAW_PAUSE = 150;

/** What went between the user and one person. */
export interface Giving {
  readonly path: string;
  readonly name: string;
  readonly space: Space;
  readonly gave: number;
  readonly received: number;
}

/** What the view shows, handed in. */
interface HistoryViewNeeds {
  readonly edge: Edge;
  readonly history: HistoryShelf;
  readonly after: AfterShareDesk;
  giving(): readonly Giving[];
}

/** The whole share history in a pane of its own: filters, export, and what went between the user and others. */
export class HistoryView extends ItemView {
  override icon = 'history';
  #filter: HistoryFilter = {};
  #list!: HTMLElement;
  #ways!: HTMLSelectElement;
  #drawn: Component | undefined;
  #exporting: Promise<void> = Promise.resolve();

  constructor(leaf: WorkspaceLeaf, private readonly needs: HistoryViewNeeds) {
    super(leaf);
  }

  override getViewType(): string {
    return HISTORY_VIEW;
  }

  override getDisplayText(): string {
    return words.share.historyView;
  }

  protected override onOpen(): Promise<void> {
    const { history } = this.needs;
    this.contentEl.empty();
    this.contentEl.addClass('sss-history');
    this.contentEl.createEl('h2', { text: words.share.historyView });
    this.#drawFilters();
    this.#list = this.contentEl.createDiv();
    const redraw = debounce(() => this.#draw(), REDRAW_PAUSE);
    this.register(history.onChange(redraw));
    this.register(() => redraw.cancel());
    void history.ready().then(redraw);
    this.#draw();
    return Promise.resolve();
  }

  #drawFilters(): void {
    const row = this.contentEl.createDiv({ cls: 'sss-filters' });
    const text = drawField(row, 'input', { label: words.share.filterText });
    text.type = 'search';
    text.addEventListener('input', debounce(() => this.#change({ text: text.value }), REDRAW_PAUSE));
    this.#select(row, words.share.filterAudience, AUDIENCES, words.share.audiences, (value) => this.#change({ audience: readAudiences([value])[0] }));
    this.#ways = this.#select(row, words.share.filterChannel, Object.keys(words.share.channels), words.share.channels, (value) => this.#change({ channel: value === '' ? undefined : value }));
    for (const [label, name] of [[words.share.filterFrom, 'from'], [words.share.filterTo, 'to']] as const) {
      const day = drawField(row, 'input', { label });
      day.type = 'date';
      day.addEventListener('change', () => this.#change({ [name]: readDay(day.value) }));
    }
    const buttons = this.contentEl.createDiv({ cls: 'sss-buttons' });
    const button = (label: string, run: () => void): void => buttons.createEl('button', { text: label, attr: { type: 'button' } }).addEventListener('click', run);
    button(words.share.exportCsv, () => this.#export('csv', historyAsCsv(this.#entries(), nameOf)));
    button(words.share.exportMarkdown, () => this.#export('md', historyAsMarkdown(this.#entries(), nameOf)));
  }

  // Also what was written into ledgers by hand, or went by a way that is no more.
  #offerWays(): void {
    const offered = new Set([...this.#ways.options].map(({ value }) => value));
    const others = new Set(this.needs.history.all().map(({ channel }) => channel).filter((way) => !offered.has(way)));
    for (const way of others) this.#ways.createEl('option', { value: way, text: way });
  }

  #select(row: HTMLElement, label: string, values: readonly string[], shown: Readonly<Record<string, string>>, change: (value: string) => void): HTMLSelectElement {
    const select = drawField(row, 'select', { label });
    select.addClass('dropdown');
    select.createEl('option', { value: '', text: words.share.filterAny });
    for (const value of values) select.createEl('option', { value, text: shown[value] ?? value });
    select.addEventListener('change', () => change(select.value));
    return select;
  }

  #change(part: { readonly [Part in keyof HistoryFilter]?: HistoryFilter[Part] | undefined }): void {
    this.#filter = Object.fromEntries(Object.entries({ ...this.#filter, ...part }).filter(([, value]) => value !== undefined && value !== ''));
    this.#draw();
  }

  #entries(): HistoryEntry[] {
    return filteredHistory(this.needs.history.all(), this.#filter, nameOf);
  }

  #draw(): void {
    const { edge, after } = this.needs;
    if (this.#drawn !== undefined) this.removeChild(this.#drawn);
    this.#drawn = this.addChild(new Component());
    this.#list.empty();
    this.#offerWays();
    const entries = this.#entries();
    this.#list.createEl('p', { cls: 'sss-row-detail', text: entries.length === 0 ? words.share.filterNothing : words.share.shown(entries.length), attr: { role: 'status' } });
    const rows = entries.map((entry) => ({
      title: nameOf(entry.path), detail: shareShown(entry), open: () => void edge.open(entry.path, true),
      actions: after.actionsOf(entry),
    }));
    if (rows.length > 0) drawRowList(this.#list, this.#drawn, rows, { label: words.share.historyLabel, more: words.share.moreRows });
    this.#drawGiving(this.#drawn);
  }

  #drawGiving(life: Component): void {
    this.#list.createEl('h3', { cls: 'sss-section', text: words.share.givingHeading });
    const all = this.needs.giving().filter(({ gave, received }) => gave + received > 0);
    this.#list.createEl('p', { cls: 'sss-row-detail', text: all.length === 0 ? words.share.givingNone : words.share.givingHint });
    for (const space of SPACES) {
      const people = all.filter((one) => one.space === space).sort((left, right) => right.gave + right.received - left.gave - left.received || left.name.localeCompare(right.name));
      if (people.length === 0) continue;
      const [gave, received] = [sum(people.map((one) => one.gave)), sum(people.map((one) => one.received))];
      this.#list.createEl('h4', { cls: 'sss-section', text: `${words.share.audiences[space]} · ${words.share.giving(gave, received)}` });
      const rows = people.map((one) => ({ title: one.name, detail: words.share.giving(one.gave, one.received), open: () => void this.needs.edge.open(one.path, true) }));
      drawRowList(this.#list, life, rows, { label: `${words.share.givingLabel}: ${words.share.audiences[space]}`, more: words.share.moreRows });
    }
  }

  // One after another, so that a second click finds the file of the first.
  #export(extension: 'csv' | 'md', text: string): void {
    this.#exporting = this.#exporting.then(() => this.#write(extension, text));
  }

  // A file that is there already is never written over.
  async #write(extension: 'csv' | 'md', text: string): Promise<void> {
    const { edge } = this.needs;
    const name = words.share.exportName(dayOf(edge.clock()));
    let path = `${name}.${extension}`;
    for (let count = 2; edge.notes.isTaken(path); count++) path = `${name} ${count}.${extension}`;
    const written = await new VaultFiles(edge.app).write(path, text);
    edge.say(written.ok ? words.share.exported(path) : written.problem);
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
