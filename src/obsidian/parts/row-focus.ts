import { enterRow } from './row-list';

/**
 * Notes which button has the focus, before a part with lists of rows is drawn anew. What it gives back returns the focus: to
 * the same button of the same row, to the row itself that took the place of one that is gone, or to what is left.
 */
export function keptRowFocus(container: HTMLElement): () => void {
  const active = container.doc.activeElement;
  if (active === null || !container.contains(active)) return () => undefined;
  const row = active.closest<HTMLElement>('.sss-row');
  const list = row?.closest('.sss-rows') ?? undefined;
  if (row === null || list === undefined) return () => container.findAll('button').find(({ textContent }) => textContent === active.textContent)?.focus();
  const [label, at, shown] = [list.getAttribute('aria-label'), [...list.children].indexOf(row), shownIn(row)];
  const button = row.findAll('button').findIndex((one) => one === active);
  return () => {
    const rows = container.findAll('.sss-rows').find((one) => one.getAttribute('aria-label') === label)?.findAll('.sss-row') ?? [];
    const same = rows.find((one) => shownIn(one) === shown);
    const next = same ?? rows[Math.min(at, rows.length - 1)] ?? container.findAll('.sss-row')[0];
    if (next === undefined) return container.findAll('button')[0]?.focus();
    const mains = next.parentElement?.findAll('.sss-row-main') ?? [];
    const main = mains.find((one) => next.contains(one));
    if (main !== undefined) enterRow(mains, main);
    if (same !== undefined) same.findAll('button')[button]?.focus();
  };
}

function shownIn(row: HTMLElement): string {
  return row.findAll('.sss-row-main').map(({ textContent }) => textContent).join('');
}
