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
  /** The cards that are drawn, in their order. */
  #cards: ReadonlyMap<number, HTMLElement> = new Map();
  #links: readonly FoundLink[] = [];
  /** All that a card says, for each link: what says the same keeps its card. */
  #keys: readonly string[] = [];
  /** Cards of the list before, by what they say, while another one is drawn. */
  #spare: ReadonlyMap<string, HTMLElement> = new Map();
  #current = 0;
  /** A link that went while somebody worked at its card: where it comes back, and the focus still is at that place, it gets the focus again. */
  #gone: { readonly path: string; readonly place: number } | undefined;
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

  /**
   * Shows other links; none leaves nothing of the list. A card that says the same stays the element it is, so that a click or the focus
   * on it is not lost. Where the list `stays` about the same thing, Tab goes on entering it at the same place, or where the link is
   * found again that somebody works at.
   */
  show(links: readonly FoundLink[], stays = false): void {
    const keys = links.map((link) => JSON.stringify(link));
    const heights = new Map(this.#keys.map((key, place) => [key, this.#window.known(place)]));
    this.#spare = new Map([...this.#cards].map(([place, card]) => [this.#keys[place] ?? '', card]));
    const { focused } = this;
    const worked = this.#links[focused];
    const back = stays && focused === this.#gone?.place ? placeIn(links, this.#gone.path) : -1;
    const same = placeIn(links, worked?.path);
    if (!stays || back >= 0) this.#gone = undefined;
    if (stays && worked !== undefined && same < 0) this.#gone = { path: worked.path, place: focused };
    this.#current = stays ? Math.max(0, Math.min(same < 0 ? this.#current : same, links.length - 1)) : 0;
    this.#links = links;
    this.#keys = keys;
    this.#cards = new Map();
    this.#window.reset(links.length, (row) => heights.get(keys[row] ?? ''));
    this.#list.toggle(links.length > 0);
    const wanted = new Set(keys);
    for (const [key, card] of this.#spare) if (!wanted.has(key)) card.remove();
    this.#draw();
    this.#spare = new Map();
    if (back >= 0) this.focus(back);
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

  /** Puts the focus on a card, or on the last one when there are fewer, and shows all of it; draws it first where it is far out of sight. */
  focus(place: number): void {
    const wanted = Math.min(place, this.#links.length - 1);
    if (wanted < 0) return;
    if (!this.#cards.has(wanted)) {
      const top = this.#window.height(0, wanted);
      this.#keep(this.#window.rows(top - MARGIN, top + MARGIN));
    }
    const card = this.#cards.get(wanted);
    card?.find('.sss-link-title').focus();
    card?.scrollIntoView({ block: 'nearest' });
  }

  #drawSoon(): void {
    this.#frame ??= window.requestAnimationFrame(() => {
      this.#frame = undefined;
      this.#draw();
    });
  }

  // Another width makes all cards higher or lower, also those that are not there; other letters those that are.
  #onResize(): void {
    const { width } = this.#list.getBoundingClientRect();
    if (Math.abs(width - this.#width) > 1) this.#window.reset(this.#links.length);
    this.#width = width;
    this.#measure();
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
    const kept = new Map<number, HTMLElement>();
    for (let place = first; place < Math.min(end, this.#links.length); place++) kept.set(place, this.#cards.get(place) ?? this.#cardOf(place));
    const stays = new Set(kept.values());
    const hasChanged = stays.size !== this.#list.childElementCount || [...kept.keys()].some((place) => !this.#cards.has(place));
    if (hasChanged) {
      for (const card of [...this.#list.children]) if (!stays.has(card as HTMLElement)) card.remove();
      this.#cards = kept;
      this.#putInOrder();
      this.#measure();
      if (!kept.has(this.#current)) this.#makeCurrent(first);
    }
    this.#list.setCssProps({ '--sss-list-before': `${this.#window.height(0, first)}px`, '--sss-list-after': `${this.#window.height(end, this.#links.length)}px` });
    return hasChanged;
  }

  #cardOf(place: number): HTMLElement {
    const link = this.#links[place] as FoundLink;
    const card = this.#spare.get(this.#keys[place] ?? '') ?? drawCard(this.#list, link, this.actions);
    card.setAttrs({ 'aria-setsize': String(this.#links.length), 'aria-posinset': String(place + 1) });
    setReachable(card, place === this.#current);
    return card;
  }

  // A card that stands where it belongs is not moved: it would lose the focus.
  #putInOrder(): void {
    let next = this.#list.firstElementChild;
    for (const card of this.#cards.values()) {
      if (card === next) next = card.nextElementSibling;
      else this.#list.insertBefore(card, next);
    }
  }

  #measure(): void {
    for (const [place, card] of this.#cards) {
      const { height } = card.getBoundingClientRect();
      if (height > 0) this.#window.measured(place, height + Number.parseFloat(this.#list.win.getComputedStyle(card).marginBlockEnd));
    }
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

/** Where the link to a note stands among others; -1 where it does not. */
function placeIn(links: readonly FoundLink[], wanted: string | undefined): number {
  return links.findIndex(({ path }) => path === wanted);
}
