import { words } from '../../words';
import { dayOfTake, differenceOf, isAllNew, type QuoteEntry } from '..';

/** Draws what the user made of a quote so far, in a part that opens: the first take, then what each later one changed. */
export function drawPastTakes(container: HTMLElement, { state }: QuoteEntry): void {
  const { take, day, earlier = [], sensed } = state;
  const takes = [...earlier, { ...take, ...(day === undefined ? {} : { day }) }];
  const box = container.createEl('details', { cls: 'sss-past' });
  box.createEl('summary', { text: words.sense.pastTakes(takes.length) });
  const days = takes.map(({ day: on }) => dayOfTake({ day: on, sensed }) ?? words.sense.firstTake);
  takes.forEach(({ text }, at) => {
    const of = days[at] ?? '';
    const isAlone = days.filter((other) => other === of).length === 1;
    box.createDiv({ cls: 'sss-field-label', text: isAlone ? of : words.sense.takeOfDay(of, days.slice(0, at + 1).filter((other) => other === of).length) });
    const before = takes[at - 1];
    if (before === undefined) box.createEl('p', { cls: 'sss-past-text', text, attr: { dir: 'auto' } });
    else drawDifference(box, before.text, text);
  });
}

/** Draws two texts as one: what went away struck out, what came in marked. Two that have little in common stand one below the other. */
export function drawDifference(container: HTMLElement, before: string, after: string): HTMLElement {
  const changes = differenceOf(before, after);
  const shown = container.createEl('p', { cls: 'sss-past-text sss-difference', attr: { dir: 'auto' } });
  shown.toggleClass('is-all-new', isAllNew(changes));
  for (const { kind, text } of changes) {
    if (kind === 'same') shown.appendText(text);
    else shown.createEl(kind === 'added' ? 'ins' : 'del', { text });
  }
  return shown;
}
