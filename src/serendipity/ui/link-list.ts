import { Keymap, Menu, setIcon } from 'obsidian';
import { words } from '../../words';
import type { Excerpt } from '..';
import type { FoundLink } from './link-finder';
import { reasonText } from './reason-text';

/** What can be done with a link of the list. */
export interface LinkActions {
  insert(link: FoundLink): void;
  seeAlso(link: FoundLink): void;
  open(link: FoundLink, newTab: boolean): void;
  hidePair(link: FoundLink): void;
  hideNote(link: FoundLink): void;
  excludeFolder(link: FoundLink): void;
  drag(link: FoundLink, event: DragEvent): void;
  hover(link: FoundLink, event: MouseEvent, target: HTMLElement): void;
}

/**
 * Draws links as a list of cards that works by keyboard: Tab enters it once, the arrows move between cards, Enter opens
 * one, Mod+Enter in a new tab, Alt+Enter inserts the link, Shift+Enter adds it to "See also", Delete hides the pair; Tab
 * goes on to the card's buttons.
 */
export function drawLinkList(container: HTMLElement, links: readonly FoundLink[], actions: LinkActions): void {
  const list = container.createEl('ul', { cls: 'sss-links-list', attr: { 'aria-label': words.serendipity.listLabel } });
  links.forEach((link, at) => drawCard(list, link, actions, at === 0));
  list.addEventListener('keydown', (event) => onKey(event, list, links, actions));
  list.addEventListener('focusin', (event) => {
    const card = (event.target as HTMLElement).closest<HTMLElement>('.sss-link');
    if (card !== null) makeCurrent(list, card);
  });
}

/** The place of the card that has the focus; -1 when none has. */
export function focusedCard(container: HTMLElement): number {
  return container.findAll('.sss-link').findIndex((card) => card.contains(container.doc.activeElement));
}

/** Puts the focus on a card, or on the last one when there are fewer. */
export function focusCard(container: HTMLElement, place: number): void {
  const cards = container.findAll('.sss-link');
  cards[Math.min(place, cards.length - 1)]?.find('.sss-link-title').focus();
}

function drawCard(list: HTMLElement, link: FoundLink, actions: LinkActions, isCurrent: boolean): void {
  const texts = words.serendipity;
  const card = list.createEl('li', { cls: 'sss-link', attr: { draggable: 'true' } });
  const title = card.createEl('button', { cls: 'sss-link-title', text: link.title, attr: { type: 'button', dir: 'auto', 'aria-keyshortcuts': 'Enter Alt+Enter Shift+Enter Delete' } });
  title.addEventListener('click', (event) => actions.open(link, Keymap.isModEvent(event) !== false));
  title.addEventListener('auxclick', (event) => {
    if (event.button === 1) actions.open(link, true);
  });
  title.addEventListener('mouseover', (event) => actions.hover(link, event, title));
  if (link.folder !== '') card.createDiv({ cls: 'sss-link-folder', text: link.folder, attr: { dir: 'auto' } });
  const reasons = card.createEl('ul', { cls: 'sss-link-reasons' });
  for (const reason of link.reasons) reasons.createEl('li', { cls: `sss-reason sss-reason-${reason.kind}`, text: reasonText(reason) });
  if (link.excerpt.text !== '') drawExcerpt(card, link.excerpt);
  title.setAttr('aria-description', link.reasons.map(reasonText).join('; '));
  const buttons = card.createDiv({ cls: 'sss-link-actions' });
  drawButton(buttons, 'link', texts.insert, () => actions.insert(link));
  drawButton(buttons, 'list-plus', texts.addSeeAlso, () => actions.seeAlso(link));
  drawButton(buttons, 'file-plus', texts.openInNewTab, () => actions.open(link, true));
  drawButton(buttons, 'eye-off', texts.hidePair, () => actions.hidePair(link));
  drawButton(buttons, 'more-horizontal', texts.more, (event) => showMenu(menuOf(link, actions), event));
  setReachable(card, isCurrent);
  card.addEventListener('dragstart', (event) => actions.drag(link, event));
  card.addEventListener('contextmenu', (event) => {
    event.preventDefault();
    menuOf(link, actions).showAtMouseEvent(event);
  });
}

/** Draws a passage with its bridging words marked. */
export function drawExcerpt(container: HTMLElement, { text, marks }: Excerpt): void {
  const passage = container.createDiv({ cls: 'sss-excerpt', attr: { dir: 'auto' } });
  let at = 0;
  for (const [start, end] of marks) {
    if (start < at) continue;
    passage.appendText(text.slice(at, start));
    passage.createEl('mark', { cls: 'sss-mark', text: text.slice(start, end) });
    at = end;
  }
  passage.appendText(text.slice(at));
}

function drawButton(container: HTMLElement, icon: string, label: string, run: (event: MouseEvent) => void): void {
  const button = container.createEl('button', { cls: 'clickable-icon', attr: { type: 'button', 'aria-label': label } });
  setIcon(button, icon);
  button.addEventListener('click', run);
}

// A button that was pressed by keyboard has no place of the mouse: the menu opens below it.
function showMenu(menu: Menu, event: MouseEvent): void {
  const button = event.currentTarget as HTMLElement;
  if (event.detail > 0) return void menu.showAtMouseEvent(event);
  const { left, bottom } = button.getBoundingClientRect();
  menu.showAtPosition({ x: left, y: bottom }, button.doc);
}

function menuOf(link: FoundLink, actions: LinkActions): Menu {
  const texts = words.serendipity;
  const menu = new Menu();
  menu.addItem((item) => item.setTitle(texts.insert).setIcon('link').onClick(() => actions.insert(link)));
  menu.addItem((item) => item.setTitle(texts.addSeeAlso).setIcon('list-plus').onClick(() => actions.seeAlso(link)));
  menu.addItem((item) => item.setTitle(texts.open).setIcon('file').onClick(() => actions.open(link, false)));
  menu.addItem((item) => item.setTitle(texts.openInNewTab).setIcon('file-plus').onClick(() => actions.open(link, true)));
  menu.addSeparator();
  menu.addItem((item) => item.setTitle(texts.hidePair).setIcon('eye-off').onClick(() => actions.hidePair(link)));
  menu.addItem((item) => item.setTitle(texts.hideNote).setIcon('ban').onClick(() => actions.hideNote(link)));
  if (link.folder !== '') menu.addItem((item) => item.setTitle(texts.excludeFolder(link.folder)).setIcon('folder-x').onClick(() => actions.excludeFolder(link)));
  return menu;
}

function onKey(event: KeyboardEvent, list: HTMLElement, links: readonly FoundLink[], actions: LinkActions): void {
  const at = focusedCard(list);
  const link = links[at];
  if (link === undefined) return;
  const target = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: links.length - 1 }[event.key];
  if (target !== undefined) {
    event.preventDefault();
    if (target >= 0 && target < links.length) focusCard(list, target);
    return;
  }
  if (!(event.target as HTMLElement).hasClass('sss-link-title')) return;
  if (event.key === 'Enter' && event.altKey) actions.insert(link);
  else if (event.key === 'Enter' && event.shiftKey) actions.seeAlso(link);
  else if (event.key === 'Enter' && Keymap.isModEvent(event) !== false) actions.open(link, true);
  else if (event.key === 'Delete' || event.key === 'Backspace') actions.hidePair(link);
  else return;
  event.preventDefault();
}

function makeCurrent(list: HTMLElement, current: HTMLElement): void {
  for (const card of list.findAll('.sss-link')) setReachable(card, card === current);
}

function setReachable(card: HTMLElement, isReachable: boolean): void {
  for (const button of card.findAll('button')) button.tabIndex = isReachable ? 0 : -1;
}
