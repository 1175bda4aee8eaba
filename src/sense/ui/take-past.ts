import { words } from '../../words';
import { differenceOf, type QuoteEntry } from '..';

/** Draws what the user made of a quote so far, in a part that opens: the first take, then what each later one changed. */
export function drawPastTakes(container: HTMLElement, { state }: QuoteEntry): void {
  const { take, day, earlier = [], sensed } = state;
  const takes = [...earlier, { ...take, ...(day === undefined ? {} : { day }) }];
  const box = container.createEl('details', { cls: 'sss-past' });
  box.createEl('summary', { text: words.sense.pastTakes(takes.length) });
  takes.forEach(({ text, day: on }, at) => {
    box.createDiv({ cls: 'sss-field-label', text: on ?? sensed?.slice(0, 10) ?? words.sense.firstTake });
    const before = takes[at - 1];
    if (before === undefined) box.createEl('p', { cls: 'sss-past-text', text, attr: { dir: 'auto' } });
    else drawDifference(box, before.text, text);
  });
}

/** Draws two texts as one: what went away struck out, what came in marked. */
export function drawDifference(container: HTMLElement, before: string, after: string): HTMLElement {
  const shown = container.createEl('p', { cls: 'sss-past-text sss-difference', attr: { dir: 'auto' } });
  for (const { kind, text } of differenceOf(before, after)) {
    if (kind === 'same') shown.appendText(text);
    else shown.createEl(kind === 'added' ? 'ins' : 'del', { text });
  }
  return shown;
}
