import { Component, Keymap, debounce } from 'obsidian';
import { dayOf, daysBetween, shortened, type Day } from '../../base';
import type { Edge } from '../../obsidian/edge';
import { showEmptyState } from '../../obsidian/parts/empty-state';
import { drawRowList, type Row } from '../../obsidian/parts/row-list';
import type { SidebarTab } from '../../obsidian/sidebar-tab';
import { words } from '../../words';
import { latestDay, latestInteraction, shownWhat, type Contact } from '..';
import type { ShelfDirectory } from './shelf-directory';
import type { TiesDesk } from './ties-desk';

const EXCERPT = 100;
const REDRAW_PAUSE = 100;
const MINUTE = 60_000;

/** The Ties tab: who might be glad to hear from the user, and, more quietly, who is out of touch for long. */
export function tiesTab(edge: Edge, directory: ShelfDirectory, desk: TiesDesk): SidebarTab {
  return {
    id: 'ties',
    icon: 'users',
    title: () => words.ties.tab,
    mount(container, life) {
      let drawn: Component | undefined;
      let day: Day | undefined;
      const draw = (): void => {
        const focused = container.contains(container.doc.activeElement) ? container.doc.activeElement?.textContent : undefined;
        if (drawn !== undefined) life.removeChild(drawn);
        day = dayOf(edge.clock());
        drawn = drawTies(container, life, day, edge, directory, desk);
        if (focused != null && focused !== '') container.findAll('button').find((button) => button.textContent === focused)?.focus();
      };
      const redraw = debounce(draw, REDRAW_PAUSE);
      life.register(directory.onChange(redraw));
      life.register(() => redraw.cancel());
      // A tab may stay open over midnight.
      life.registerInterval(window.setInterval(() => {
        if (dayOf(edge.clock()) !== day) redraw();
      }, MINUTE));
      void directory.ready().then(redraw);
      draw();
    },
  };
}

function drawTies(container: HTMLElement, parent: Component, today: Day, edge: Edge, directory: ShelfDirectory, desk: TiesDesk): Component {
  const life = parent.addChild(new Component());
  container.empty();
  const head = container.createDiv({ cls: 'sss-head' });
  const status = head.createSpan({ cls: 'sss-head-text', attr: { role: 'status' } });
  if (!directory.isReady) {
    status.setText(words.ties.reading);
    return life;
  }
  const add = { label: words.ties.addContactShort, run: () => desk.openAddContact() };
  if (directory.all().length === 0) {
    showEmptyState(container, { icon: 'users', text: words.ties.noContacts, action: add });
    return life;
  }
  const button = head.createEl('button', { text: add.label, attr: { type: 'button' } });
  life.registerDomEvent(button, 'click', add.run);
  const due = directory.due(today).map(({ contact }) => contact);
  const isDue = new Set(due);
  const dormant = directory.dormant(today).map(({ contact }) => contact).filter((contact) => !isDue.has(contact));
  status.setText(due.length === 0 ? words.ties.nobodyDue : words.ties.dueHeading);
  const rowOf = (contact: Contact): Row => tieRow(contact, today, edge, desk);
  if (due.length > 0) drawRowList(container, life, due.map(rowOf), { label: words.ties.dueHeading, more: words.ties.more });
  if (dormant.length === 0) return life;
  const quiet = container.createDiv({ cls: 'sss-dormant' });
  quiet.createDiv({ cls: 'sss-section', text: words.ties.dormantHeading, attr: { role: 'heading', 'aria-level': '3' } });
  drawRowList(quiet, life, dormant.map(rowOf), { label: words.ties.dormantHeading, more: words.ties.more });
  return life;
}

function tieRow(contact: Contact, today: Day, edge: Edge, desk: TiesDesk): Row {
  return {
    title: contact.name,
    detail: tieDetail(contact, today),
    open: (event) => void edge.open(contact.path, Keymap.isModEvent(event) !== false),
    actions: [
      { label: words.ties.logInteractionWith(contact.name), icon: 'message-circle-plus', run: () => desk.openLogInteraction({ path: contact.path }) },
    ],
  };
}

function tieDetail(contact: Contact, today: Day): string {
  const listed = latestInteraction(contact, today);
  const latest = latestDay(contact, today);
  const what = listed === undefined ? '' : shortened(shownWhat(listed), EXCERPT);
  return [
    latest === undefined ? words.ties.noneYet : words.ties.ago(daysBetween(latest, today)),
    contact.cadence === undefined ? '' : words.ties.every(contact.cadence),
    what,
  ].filter((part) => part !== '').join(' · ');
}
