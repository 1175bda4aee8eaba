import { words } from '../../words';
import { WAYS, type Way } from '..';

/** Draws the ways in which sense is made, to be pressed and released; the returned function shows which are chosen now. */
export function drawWays(container: HTMLElement, chosen: () => readonly Way[], change: (ways: readonly Way[]) => void): () => void {
  const group = container.createDiv({ cls: 'sss-ways', attr: { role: 'group', 'aria-label': words.sense.waysLabel } });
  const chips = WAYS.map((way) => ({ way, chip: group.createEl('button', { text: words.sense.ways[way], cls: 'sss-chip', attr: { type: 'button' } }) }));
  const show = (): void => chips.forEach(({ way, chip }) => chip.setAttr('aria-pressed', String(chosen().includes(way))));
  for (const { way, chip } of chips) {
    chip.addEventListener('click', () => {
      change(WAYS.filter((known) => (known === way) !== chosen().includes(known)));
      show();
    });
  }
  show();
  return show;
}
