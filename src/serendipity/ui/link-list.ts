import { Keymap, type Component } from 'obsidian';
import { words } from '../../words';
import { drawCard, setReachable, type LinkActions } from './link-card';
import type { FoundLink } from './link-finder';
import { ListWindow } from './list-window';

/** Cards are drawn this many pixels before they can be seen, so that scrolling and searching in the page meet them. */
const MARGIN = 1200;
const USUAL_HEIGHT = 150;
/** Cards that turn out lower than guessed leave room for more: so often it is looked again. */
const MOST_PASSES = 4;

/**
 * Links as a list of cards, of which only those in or near sight are drawn. It works by keyboard: Tab enters it once, the arrows
 * move between cards, Enter opens one, Mod+Enter in a new tab, Alt+Enter inserts the link, Shift+Enter adds it to "See
 * also", Delete hides the pair; Tab goes on to the card's buttons.
 */
export class LinkList {
  readonly #list: HTMLElement;
  readonly #window = new ListWindow(USUAL_HEIGHT);
  readonly #cards = new Map<number, HTMLElement>();
  #links: readonly FoundLink[] = [];
  #current = 0;
  #width = 0;
  #frame: number | undefined;

  constructor(container: HTMLElement, life: Component, private readonly actions: LinkActions) {
    this.#list = container.createEl('ul', { cls: 'sss-links-list', attr: { 'aria-label': words.serendipity.listLabel } });
    this.#list.addEventListener('keydown', (event) => this.#onKey(event));
    this.#list.addEventListener('focusin', () => this.#makeCurrent(this.focused));
    const follow = (): void => life.registerDomEvent(this.#list.doc, 'scroll', () => this.#drawSoon(), { capture: true, passive: true });
    follow();
    life.register(this.#list.onWindowMigrated(follow));
    const sizes = new ResizeObserver(() => this.#onResize());
    sizes.observe(container);
    life.register(() => {
      sizes.disconnect();
      if (this.#frame !== undefined) window.cancelAnimationFrame(this.#frame);
    });
  }

  /** The card at which Tab enters the list. */
  get current(): number {
    return this.#current;
  }

  /** Shows other links, and lets Tab enter at one of them, or at the last one when there are fewer; none leaves nothing of the list. */
  show(links: readonly FoundLink[], current = 0): void {
    this.#links = links;
    this.#current = Math.max(0, Math.min(current, links.length - 1));
    for (const card of this.#cards.values()) card.remove();
    this.#cards.clear();
    this.#window.reset(links.length);
    this.#list.toggle(links.length > 0);
    this.#draw();
  }

  /** The place of the card that has the focus; -1 when none has. */
  get focused(): number {
    for (const [place, card] of this.#cards) if (card.contains(this.#list.doc.activeElement)) return place;
    return -1;
  }

  /** The links whose cards can be seen now, wholly or in part. */
  get inSight(): readonly FoundLink[] {
    const { innerHeight } = this.#list.win;
    return this.#links.filter((_, place) => {
      const { top, bottom } = this.#cards.get(place)?.getBoundingClientRect() ?? { top: 0, bottom: 0 };
      return bottom > 0 && top < innerHeight;
    });
  }

  /** Puts the focus on a card, or on the last one when there are fewer; draws it first where it is far out of sight. */
  focus(place: number): void {
    const wanted = Math.min(place, this.#links.length - 1);
    if (wanted < 0) return;
    if (!this.#cards.has(wanted)) {
      const top = this.#window.height(0, wanted);
      this.#keep(this.#window.rows(top - MARGIN, top + MARGIN));
    }
    this.#cards.get(wanted)?.find('.sss-link-title').focus();
  }

  #drawSoon(): void {
    this.#frame ??= window.requestAnimationFrame(() => {
      this.#frame = undefined;
      this.#draw();
    });
  }

  // Another width makes all cards higher or lower.
  #onResize(): void {
    const { width } = this.#list.getBoundingClientRect();
    if (Math.abs(width - this.#width) > 1) {
      this.#width = width;
      this.#window.reset(this.#links.length);
      for (const [place, card] of this.#cards) this.#measure(place, card);
    }
    this.#drawSoon();
  }

  #draw(): void {
    for (let pass = 0; pass < MOST_PASSES; pass++) {
      const { top } = this.#list.getBoundingClientRect();
      const seen = this.#window.rows(-top - MARGIN, this.#list.win.innerHeight - top + MARGIN);
      const { focused } = this;
      if (!this.#keep(focused < 0 ? seen : { first: Math.min(seen.first, focused), end: Math.max(seen.end, focused + 1) })) return;
    }
  }

  /** Draws the cards [first, end) and takes the others away; whether that changed anything. */
  #keep({ first, end }: { readonly first: number; readonly end: number }): boolean {
    let hasChanged = false;
    for (const [place, card] of [...this.#cards]) {
      if (place >= first && place < end) continue;
      this.#cards.delete(place);
      card.remove();
      hasChanged = true;
    }
    const next = [...this.#cards.keys()].sort((a, b) => a - b)[0];
    const before = next === undefined ? null : (this.#cards.get(next) ?? null);
    for (let place = first; place < Math.min(end, this.#links.length); place++) {
      const link = this.#links[place];
      if (link === undefined || this.#cards.has(place)) continue;
      const card = drawCard(this.#list, link, this.actions, { 'aria-setsize': String(this.#links.length), 'aria-posinset': String(place + 1) });
      if (next !== undefined && place < next) this.#list.insertBefore(card, before);
      setReachable(card, place === this.#current);
      this.#cards.set(place, card);
      hasChanged = true;
    }
    if (!hasChanged) return false;
    for (const [place, card] of this.#cards) this.#measure(place, card);
    this.#list.setCssProps({ '--sss-list-before': `${this.#window.height(0, first)}px`, '--sss-list-after': `${this.#window.height(end, this.#links.length)}px` });
    if (!this.#cards.has(this.#current)) this.#makeCurrent(first);
    return true;
  }

  #measure(place: number, card: HTMLElement): void {
    const { height } = card.getBoundingClientRect();
    if (height > 0) this.#window.measured(place, height + Number.parseFloat(this.#list.win.getComputedStyle(card).marginBlockEnd));
  }

  #makeCurrent(place: number): void {
    if (place < 0) return;
    this.#current = place;
    for (const [at, card] of this.#cards) setReachable(card, at === place);
  }

  #onKey(event: KeyboardEvent): void {
    const at = this.focused;
    const link = this.#links[at];
    if (link === undefined) return;
    const target = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: this.#links.length - 1 }[event.key];
    if (target !== undefined) {
      event.preventDefault();
      if (target >= 0 && target < this.#links.length) this.focus(target);
      return;
    }
    if (!(event.target as HTMLElement).hasClass('sss-link-title')) return;
    const { actions } = this;
    if (event.key === 'Enter' && event.altKey) actions.insert(link);
    else if (event.key === 'Enter' && event.shiftKey) actions.seeAlso(link);
    else if (event.key === 'Enter' && Keymap.isModEvent(event) !== false) actions.open(link, true);
    else if (event.key === 'Delete' || event.key === 'Backspace') actions.hidePair(link);
    else return;
    event.preventDefault();
  }
}
