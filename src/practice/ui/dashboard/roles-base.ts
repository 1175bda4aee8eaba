import { BasesView, debounce, type BasesAllOptions, type QueryController } from 'obsidian';
import { registerBasesView } from '../../../obsidian/bases';
import { breathing } from '../../../obsidian/breathe';
import type { Edge } from '../../../obsidian/edge';
import { ROLES_VIEW } from '../../../ties';
import { words } from '../../../words';
import { ActivityWeeks, computationSaid, practiceWeek, settle, weekLines, weeksUpTo, type RoleBook } from '../..';
import { WEEKS_BEFORE, type ActivityBook } from '../activity-book';
import { drawComputed, drawPicture } from './draw-part';
import { rolePart } from './parts';

const REDRAW_PAUSE = 300;
/** The setting of the view: how many weeks the trail goes back. */
const TRAIL = 'weeks';
const CHOICES = ['12', '26', '52'] as const;

/**
 * The field of the four roles as a view of a base: where one stands by what the notes of the base tell, and nothing else – with
 * one author's quotes, in one project, on one topic.
 */
class RolesBasesView extends BasesView {
  override type = ROLES_VIEW;
  readonly #root: HTMLElement;
  readonly #weeks = new ActivityWeeks();
  readonly #open = { table: { isOpen: false }, computed: { isOpen: false } };
  readonly #redraw = debounce(() => void this.#draw(), REDRAW_PAUSE);
  #isFollowing = false;
  #turn = 0;
  #shown = '';

  constructor(controller: QueryController, container: HTMLElement, private readonly activity: ActivityBook) {
    super(controller);
    this.#root = container.createDiv({ cls: 'sss-dash sss-base' });
    this.#root.createEl('p', { text: words.dashboard.reading, attr: { role: 'status' } });
  }

  override onDataUpdated(): void {
    // Before the first data there is nothing to draw.
    if (!this.#isFollowing) this.register(this.activity.onChange(this.#redraw));
    this.#isFollowing = true;
    void this.#draw();
  }

  override onunload(): void {
    this.#turn += 1;
    this.#redraw.cancel();
    this.#root.remove();
  }

  async #draw(): Promise<void> {
    const turn = (this.#turn += 1);
    await this.activity.ready();
    if (turn !== this.#turn) return;
    const paths = new Set(this.data.data.map(({ file }) => file.path));
    const book = this.activity.rolesAmong(this.#weeks, paths);
    const weeks = CHOICES.find((choice) => choice === this.config.get(TRAIL)) ?? CHOICES[0];
    await settle(book.activity, weeksUpTo(this.activity.today(), Number(weeks) + WEEKS_BEFORE).map(({ id }) => id), breathing());
    if (turn === this.#turn) this.#show(book, Number(weeks), paths.size);
  }

  /** Only what says something new is drawn anew. */
  #show(book: RoleBook, weeks: number, notes: number): void {
    const today = this.activity.today();
    const week = practiceWeek(book, today);
    const part = rolePart({ book }, weeksUpTo(today, weeks));
    const lead = book.activity.first === undefined ? words.dashboard.amongNothing(notes) : words.dashboard.among(notes);
    const [lines, steps] = [weekLines(week), computationSaid(week, book.rule)];
    const shown = JSON.stringify([lead, lines, steps, part.table]);
    if (shown === this.#shown) return;
    this.#shown = shown;
    const focused = this.#root.findAll('summary').findIndex((summary) => summary === summary.doc.activeElement);
    this.#root.empty();
    this.#root.createEl('p', { cls: 'sss-dash-part mod-head', text: lead, attr: { role: 'status' } });
    if (book.activity.first === undefined) return;
    const picture = this.#root.createEl('section', { cls: 'sss-dash-part' });
    drawPicture(picture, part, this.#open.table);
    this.#drawWeek(words.week.named(week.id), lines, steps);
    this.#root.findAll('summary')[focused]?.focus();
  }

  #drawWeek(title: string, lines: readonly string[], steps: readonly string[]): void {
    const section = this.#root.createEl('section', { cls: 'sss-dash-part' });
    section.createEl('h3', { text: title });
    for (const line of lines) section.createEl('p', { text: line });
    drawComputed(section, steps, this.#open.computed);
  }
}

function rolesOptions(): BasesAllOptions[] {
  const options = Object.fromEntries(CHOICES.map((choice) => [choice, words.dashboard.trailWeeks(choice)]));
  return [{ type: 'dropdown', key: TRAIL, displayName: words.dashboard.trailLength, default: CHOICES[0], options }];
}

/** Registers the view, where there are bases. Nothing else depends on it. */
export function registerRolesBase({ plugin }: Edge, activity: ActivityBook): void {
  registerBasesView(plugin, ROLES_VIEW, {
    name: words.dashboard.roleTitle,
    icon: 'compass',
    factory: (controller, container) => new RolesBasesView(controller, container, activity),
    options: rolesOptions,
  });
}
