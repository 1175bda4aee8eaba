import { words } from '../../../words';
import { drawDataTable } from './data-table';
import type { DashboardPart } from './parts';

/** Draws a part's title, what it is about, its picture and the table behind it. `open` remembers whether the table is open. */
export function drawPicture(box: HTMLElement, part: DashboardPart, open: { isOpen: boolean }): void {
  const { title, lead, table } = part;
  box.createEl('h3', { text: title });
  box.createEl('p', { cls: 'sss-dash-lead', text: lead });
  part.draw?.(box.createDiv({ cls: 'sss-dash-stage' }));
  if (table !== undefined) drawDataTable(box, title, table, open);
}

/** Draws how a role was computed, step by step, closed at first. `open` remembers whether it is open. */
export function drawComputed(box: HTMLElement, steps: readonly string[], open: { isOpen: boolean }): void {
  const details = box.createEl('details', { cls: 'sss-dash-table' });
  details.open = open.isOpen;
  details.addEventListener('toggle', () => (open.isOpen = details.open));
  details.createEl('summary', { text: words.dashboard.computed, attr: { 'data-focus': 'computed' } });
  const list = details.createEl('ol');
  for (const step of steps) list.createEl('li', { text: step });
}
