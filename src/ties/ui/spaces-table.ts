import { words } from '../../words';
import type { Contact } from '..';
import { shownTie } from './tie-modal';

/** One person of the picture, with what is said of them. */
export interface SpacesPerson {
  readonly contact: Contact;
  /** Their first community; those of one stand near each other. Empty for none. */
  readonly group: string;
  readonly strength: number;
  readonly isBridge: boolean;
  readonly isDormant: boolean;
  readonly said: string;
}

const PAGE = 200;

/**
 * The picture as a table, for screen readers and for everybody who likes tables better; drawn when it is opened. Gives back a function
 * that draws the people as they are now: the table stays open, as long as it was, and the focus where it was.
 */
export function drawSpacesTable(container: HTMLElement, people: () => readonly SpacesPerson[], open: (path: string) => void): () => void {
  const details = container.createEl('details', { cls: 'sss-spaces-table' });
  details.createEl('summary', { text: words.ties.spacesTable });
  const size = { rows: PAGE };
  const refill = (): void => {
    const active = details.doc.activeElement;
    const focused = details.contains(active) ? active?.getAttribute('href') : undefined;
    details.find('table')?.remove();
    details.find('.sss-more')?.remove();
    if (!details.open) return;
    fill(details, people(), size, open);
    if (focused != null) details.findAll('a').find((link) => link.getAttribute('href') === focused)?.focus();
  };
  details.addEventListener('toggle', refill);
  return refill;
}

function fill(details: HTMLElement, people: readonly SpacesPerson[], size: { rows: number }, open: (path: string) => void): void {
  const table = details.createEl('table');
  const head = table.createEl('thead').createEl('tr');
  for (const title of words.ties.spacesColumns) head.createEl('th', { text: title, attr: { scope: 'col' } });
  const body = table.createEl('tbody');
  const more = details.createEl('button', { cls: 'sss-more', attr: { type: 'button' } });
  let drawn = 0;
  const draw = (): void => {
    for (const { contact, strength, isBridge, isDormant } of people.slice(drawn, size.rows)) {
      const row = body.createEl('tr');
      const name = row.createEl('th', { attr: { scope: 'row' } }).createEl('a', { text: contact.name, href: contact.path, cls: 'internal-link', attr: { dir: 'auto' } });
      name.addEventListener('click', (event) => {
        event.preventDefault();
        open(contact.path);
      });
      for (const text of [words.ties.spaceNames[contact.space], shownTie(strength), isBridge ? words.ties.yes : '', isDormant ? words.ties.yes : '']) row.createEl('td', { text });
    }
    drawn = size.rows;
    more.toggle(drawn < people.length);
    more.setText(words.ties.more(people.length - drawn));
  };
  more.addEventListener('click', () => {
    size.rows += PAGE;
    draw();
  });
  draw();
}
