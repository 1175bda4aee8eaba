import { debounce, Keymap, setIcon, type Component } from 'obsidian';
import type { Day } from '../../../base';
import type { Edge } from '../../../obsidian/edge';
import { showEmptyState } from '../../../obsidian/parts/empty-state';
import { words } from '../../../words';
import { cameBackSaid, cameInSaid, computationSaid, madeSaid, practiceWeek, roleSaid, weekAfter, wentOutSaid, type PracticeWeek, type QueueEntry, type RoleRule, type SpaceOf } from '../..';
import type { ActivityBook } from '../activity-book';
import { drawComputed, drawPicture } from './draw-part';
import { linkedNotes } from './linked-notes';
import { dashboardParts, type DashboardPart } from './parts';

/** What the dashboard needs of the other rooms. */
export interface DashboardNeeds {
  readonly edge: Edge;
  readonly activity: ActivityBook;
  readonly spaceOf: SpaceOf;
  /** Resolves once the people are known. */
  peopleReady(): Promise<void>;
  /** The quotes that wait for a take; counted in slices. */
  queue(): Promise<readonly QueueEntry[]>;
  onChange(listener: () => void): () => void;
  /** Writes the weekly review. */
  review(): void;
  capture(): void;
}

const REDRAW_PAUSE = 300;

/** The user's own practice over the weeks, drawn into a pane and kept up to date until `life` ends. */
export class Dashboard {
  readonly #root: HTMLElement;
  readonly #drawn = new Map<string, { shown: string; box: HTMLElement }>();
  readonly #open = new Map<string, { isOpen: boolean }>();
  /** Weeks between the week that is shown and this one; not positive. */
  #back = 0;
  #queue: readonly QueueEntry[] | undefined;
  #turn = 0;
  #isOver = false;

  constructor(container: HTMLElement, life: Component, private readonly needs: DashboardNeeds) {
    this.#root = container.createDiv({ cls: 'sss-dash' });
    this.#root.createEl('p', { text: words.dashboard.reading, attr: { role: 'status' } });
    const redraw = debounce(() => void this.draw(), REDRAW_PAUSE, true);
    life.register(needs.activity.onChange(redraw));
    life.register(needs.onChange(redraw));
    life.register(() => {
      redraw.cancel();
      this.#isOver = true;
    });
  }

  /** Draws what is there now; only parts that say something new are drawn anew. */
  async draw(): Promise<void> {
    const turn = (this.#turn += 1);
    const { activity } = this.needs;
    await Promise.all([activity.ready(), this.needs.peopleReady()]);
    const day = this.#day();
    await activity.settle(day);
    if (this.#isOver || turn !== this.#turn) return;
    this.#drawAll(day);
    const queue = await this.needs.queue();
    if (this.#isOver || turn !== this.#turn) return;
    this.#queue = queue;
    this.#drawAll(day);
  }

  #day(): Day {
    const { activity } = this.needs;
    return this.#back === 0 ? activity.today() : weekAfter(activity.today(), this.#back).to;
  }

  #drawAll(day: Day): void {
    const { activity, edge, spaceOf } = this.needs;
    const book = activity.roles();
    if (book.activity.first === undefined) return this.#drawEmpty();
    if (this.#drawn.size === 0) this.#root.empty();
    this.#root.removeClass('is-empty');
    const week = practiceWeek(book, day);
    const parts = dashboardParts({ book, byNote: activity.byNote(), day, today: activity.today(), spaceOf, isLinked: linkedNotes(edge), queue: this.#queue });
    const present = new Set(['head', ...parts.map(({ id }) => id)]);
    for (const [id, { box }] of this.#drawn) {
      if (present.has(id)) continue;
      box.remove();
      this.#drawn.delete(id);
    }
    this.#place(0, 'head', JSON.stringify([week, activity.today(), book.rule]), (box) => this.#drawHead(box, week, book.rule));
    parts.forEach((part, at) => this.#place(at + 1, part.id, JSON.stringify(part), (box) => this.#drawPart(box, part)));
  }

  #place(at: number, id: string, shown: string, draw: (box: HTMLElement) => void): void {
    const known = this.#drawn.get(id);
    if (known?.shown === shown) return;
    const box = known?.box ?? createEl('section', { cls: `sss-dash-part mod-${id}` });
    if (known === undefined) this.#root.insertBefore(box, this.#root.children[at] ?? null);
    const focused = box.contains(box.doc.activeElement) ? box.doc.activeElement?.getAttribute('data-focus') : undefined;
    box.empty();
    draw(box);
    this.#drawn.set(id, { shown, box });
    if (focused != null) box.findAll('[data-focus]').find((one) => one.getAttribute('data-focus') === focused)?.focus();
  }

  #drawEmpty(): void {
    this.#drawn.clear();
    this.#root.empty();
    this.#root.addClass('is-empty');
    showEmptyState(this.#root, { icon: 'compass', text: words.dashboard.empty, action: { label: words.dashboard.capture, run: () => this.needs.capture() } });
  }

  #drawHead(box: HTMLElement, week: PracticeWeek, rule: RoleRule): void {
    const [said, texts] = [words.week, words.dashboard];
    const bar = box.createDiv({ cls: 'sss-dash-bar' });
    bar.createEl('h2', { text: said.named(week.id) });
    bar.createSpan({ cls: 'sss-dash-range', text: texts.weekRange(week.from, week.to) });
    const buttons = bar.createDiv({ cls: 'sss-dash-buttons' });
    this.#drawStep(buttons, 'chevron-left', texts.earlier, () => this.#step(this.#back - 1), week.from > (this.needs.activity.roles().activity.first ?? week.from));
    this.#drawStep(buttons, 'chevron-right', texts.later, () => this.#step(this.#back + 1), this.#back < 0);
    if (this.#back < 0) this.#drawButton(buttons, 'now', texts.thisWeek, () => this.#step(0));
    this.#drawButton(buttons, 'review', texts.review, () => this.needs.review());
    box.createEl('p', { cls: 'sss-dash-role', text: roleSaid(week.week) });
    box.createEl('p', { text: said.fourWeeks(roleSaid(week.fourWeeks, said.noRoleInFour)) });
    const list = box.createEl('dl', { cls: 'sss-dash-lines' });
    for (const [title, what] of [[said.cameIn, cameInSaid(week)], [said.made, madeSaid(week)], [said.wentOut, wentOutSaid(week)], [said.cameBack, cameBackSaid(week)]] as const) {
      const row = list.createDiv();
      row.createEl('dt', { text: title });
      row.createEl('dd', { text: what === '' ? said.nothing : what });
    }
    drawComputed(box, computationSaid(week, rule), this.#openness('computed'));
  }

  #drawPart(box: HTMLElement, part: DashboardPart): void {
    const { id, notes } = part;
    drawPicture(box, part, this.#openness(id));
    if (notes === undefined || notes.length === 0) return;
    const list = box.createEl('ul', { cls: 'sss-dash-notes' });
    for (const { path, title: name, detail } of notes) {
      const item = list.createEl('li');
      const link = item.createEl('a', { cls: 'internal-link', text: name, href: path, attr: { 'data-href': path, 'data-focus': path, dir: 'auto' } });
      link.addEventListener('click', (event) => {
        event.preventDefault();
        void this.needs.edge.open(path, Keymap.isModEvent(event) !== false);
      });
      if (detail !== '') item.createDiv({ cls: 'sss-dash-detail', text: detail, attr: { dir: 'auto' } });
    }
  }

  #drawStep(container: HTMLElement, icon: string, label: string, run: () => void, isPossible: boolean): void {
    const button = container.createEl('button', { cls: 'clickable-icon', attr: { type: 'button', 'aria-label': label, 'aria-disabled': String(!isPossible), 'data-focus': icon } });
    setIcon(button, icon);
    button.addEventListener('click', () => {
      if (isPossible) run();
    });
  }

  #drawButton(container: HTMLElement, focus: string, text: string, run: () => void): void {
    container.createEl('button', { text, attr: { type: 'button', 'data-focus': focus } }).addEventListener('click', run);
  }

  #openness(id: string): { isOpen: boolean } {
    const known = this.#open.get(id) ?? { isOpen: false };
    this.#open.set(id, known);
    return known;
  }

  #step(back: number): void {
    this.#back = Math.min(0, back);
    void this.draw();
  }
}
