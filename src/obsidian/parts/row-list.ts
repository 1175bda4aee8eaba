import { setIcon, type Component } from 'obsidian';

/** Something that can be done with a row. */
export interface RowAction {
  readonly label: string;
  /** A lucide icon's name. */
  readonly icon: string;
  readonly run: () => void;
}

/** One row of a list: what it says, what it opens, what else can be done. */
export interface Row {
  readonly title: string;
  /** A second line, smaller. */
  readonly detail?: string;
  open(event: MouseEvent | KeyboardEvent): void;
  readonly actions?: readonly RowAction[];
  /** What single keys do while the row has the focus. */
  readonly keys?: Readonly<Record<string, () => void>>;
}

/** How a list is called, and how much of it is shown. */
export interface RowListLook {
  readonly label: string;
  readonly more: (count: number) => string;
  /** How many rows are drawn at once. */
  readonly page?: number;
  /** How many are drawn at first; a page, when nobody says otherwise. */
  readonly first?: number;
  readonly grew?: (drawn: number) => void;
}

/** How many rows are drawn at once, where nobody says otherwise; the rest waits behind a button. */
const PAGE = 60;

/**
 * Draws rows as a list that works by keyboard: Tab enters it once, the arrows move between rows, Enter opens one, Tab
 * goes on to its actions. `more` names the button for the rows that are not drawn yet; a row given as a function is made
 * only when it is drawn. `grew` is told how many there are once more were wanted.
 */
export function drawRowList(container: HTMLElement, life: Component, rows: readonly (Row | (() => Row))[], { label, more: moreOf, page = PAGE, first = page, grew }: RowListLook): void {
  const list = container.createEl('ul', { cls: 'sss-rows', attr: { 'aria-label': label } });
  let drawn = 0;
  const draw = (count: number): void => {
    for (const row of rows.slice(drawn, drawn + count)) drawRow(list, typeof row === 'function' ? row() : row, drawn++ === 0);
    more.toggle(drawn < rows.length);
    more.setText(moreOf(rows.length - drawn));
  };
  const more = container.createEl('button', { cls: 'sss-more', attr: { type: 'button' } });
  life.registerDomEvent(more, 'click', () => {
    draw(page);
    grew?.(drawn);
  });
  life.registerDomEvent(list, 'keydown', (event) => moveBetweenRows(list, event));
  draw(first);
}

function drawRow(list: HTMLElement, row: Row, isFirst: boolean): void {
  const item = list.createEl('li', { cls: 'sss-row' });
  const main = item.createEl('button', { cls: 'sss-row-main', attr: { type: 'button', tabindex: isFirst ? '0' : '-1' } });
  main.createSpan({ cls: 'sss-row-title', text: row.title, attr: { dir: 'auto' } });
  if (row.detail !== undefined && row.detail !== '') main.createSpan({ cls: 'sss-row-detail', text: row.detail, attr: { dir: 'auto' } });
  main.addEventListener('click', (event) => row.open(event));
  main.addEventListener('keydown', (event) => {
    const run = event.ctrlKey || event.metaKey || event.altKey ? undefined : row.keys?.[event.key.toLowerCase()];
    if (run === undefined) return;
    event.preventDefault();
    run();
  });
  const actions = item.createDiv({ cls: 'sss-row-actions' });
  for (const { label, icon, run } of row.actions ?? []) {
    const button = actions.createEl('button', { cls: 'clickable-icon', attr: { type: 'button', 'aria-label': label } });
    setIcon(button, icon);
    button.addEventListener('click', run);
  }
}

function moveBetweenRows(list: HTMLElement, event: KeyboardEvent): void {
  const rows = list.findAll('.sss-row-main');
  const active = list.doc.activeElement;
  const at = rows.findIndex((row) => row === active || row.parentElement?.contains(active) === true);
  const target = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key];
  const next = target === undefined ? undefined : rows[target];
  if (next === undefined) return;
  event.preventDefault();
  enterRow(rows, next);
}

/** Gives the focus to one of the rows of a list; from then on Tab enters the list there. */
export function enterRow(rows: readonly HTMLElement[], row: HTMLElement): void {
  for (const one of rows) one.tabIndex = one === row ? 0 : -1;
  row.focus();
}
