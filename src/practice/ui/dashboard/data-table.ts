import { words } from '../../../words';

/** What a picture shows, as text. The first cell of a row is its heading. */
export interface TableData {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Draws the table behind a picture, closed at first and filled when it is opened. */
export function drawDataTable(container: HTMLElement, title: string, { columns, rows }: TableData, open: { isOpen: boolean }): void {
  const details = container.createEl('details', { cls: 'sss-dash-table' });
  details.createEl('summary', { text: words.dashboard.asTable });
  const fill = (): void => {
    open.isOpen = details.open;
    if (!details.open || details.find('table') !== null) return;
    const table = details.createDiv({ cls: 'sss-dash-scroll', attr: { tabindex: '0', role: 'region', 'aria-label': title } }).createEl('table');
    const head = table.createEl('thead').createEl('tr');
    for (const column of columns) head.createEl('th', { text: column, attr: { scope: 'col' } });
    const body = table.createEl('tbody');
    for (const [name = '', ...cells] of rows) {
      const row = body.createEl('tr');
      row.createEl('th', { text: name, attr: { scope: 'row', dir: 'auto' } });
      for (const cell of cells) row.createEl('td', { text: cell });
    }
  };
  details.addEventListener('toggle', fill);
  details.open = open.isOpen;
  fill();
}
