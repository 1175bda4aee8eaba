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

/** Draws one link as the last item of a list. */
export function drawCard(list: HTMLElement, link: FoundLink, actions: LinkActions): HTMLElement {
  const texts = words.serendipity;
  const card = list.createEl('li', { cls: 'sss-link', attr: { draggable: 'true' } });
  const title = card.createEl('button', { cls: 'sss-link-title', attr: { type: 'button', dir: 'auto', 'aria-keyshortcuts': 'Enter Alt+Enter Shift+Enter Delete' } });
  drawMarked(title, { text: link.title, marks: link.titleMarks });
  title.addEventListener('click', (event) => actions.open(link, Keymap.isModEvent(event) !== false));
  title.addEventListener('auxclick', (event) => {
    if (event.button === 1) actions.open(link, true);
  });
  title.addEventListener('mouseover', (event) => actions.hover(link, event, title));
  if (link.folder !== '') card.createDiv({ cls: 'sss-link-folder', text: link.folder, attr: { dir: 'auto' } });
  const reasons = card.createEl('ul', { cls: 'sss-link-reasons' });
  for (const reason of link.reasons) reasons.createEl('li', { cls: `sss-reason sss-reason-${reason.kind}`, text: reasonText(reason) });
  if (link.excerpt.text !== '') drawExcerpt(card, link.excerpt);
  if (link.hereExcerpt.text !== '') drawHere(card, link.hereExcerpt);
  title.setAttr('aria-description', link.reasons.map((reason) => reasonText(reason)).join('; '));
  const buttons = card.createDiv({ cls: 'sss-link-actions' });
  drawButton(buttons, 'link', texts.insert, () => actions.insert(link));
  drawButton(buttons, 'list-plus', texts.addSeeAlso, () => actions.seeAlso(link));
  drawButton(buttons, 'file-plus', texts.openInNewTab, () => actions.open(link, true));
  drawButton(buttons, 'eye-off', texts.hidePair, () => actions.hidePair(link));
  drawButton(buttons, 'more-horizontal', texts.more, (event) => showMenu(menuOf(link, actions), event));
  card.addEventListener('dragstart', (event) => actions.drag(link, event));
  card.addEventListener('contextmenu', (event) => {
    event.preventDefault();
    menuOf(link, actions).showAtMouseEvent(event);
  });
  return card;
}

// The label has a place of its own, so that the passage can run from right to left.
function drawHere(card: HTMLElement, excerpt: Excerpt): void {
  const line = card.createDiv({ cls: 'sss-excerpt-here' });
  line.createSpan({ cls: 'sss-excerpt-label', text: words.serendipity.hereLabel });
  drawExcerpt(line, excerpt);
}

/** Draws a passage with its bridging words marked. */
export function drawExcerpt(container: HTMLElement, excerpt: Excerpt): void {
  drawMarked(container.createDiv({ cls: 'sss-excerpt', attr: { dir: 'auto' } }), excerpt);
}

/** Fills an element with a text whose bridging words are marked. */
export function drawMarked(element: HTMLElement, { text, marks }: Excerpt): void {
  let at = 0;
  for (const [start, end] of marks) {
    if (start < at) continue;
    element.appendText(text.slice(at, start));
    element.createEl('mark', { cls: 'sss-bridge', text: text.slice(start, end) });
    at = end;
  }
  element.appendText(text.slice(at));
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

/** Whether Tab stops at the buttons of a card. */
export function setReachable(card: HTMLElement, isReachable: boolean): void {
  for (const button of card.findAll('button')) button.tabIndex = isReachable ? 0 : -1;
}
