import type { Component } from 'obsidian';
import { showEmptyState, type EmptyState } from '../../obsidian/parts/empty-state';
import { words } from '../../words';
import type { LinkActions } from './link-card';
import type { FoundLink } from './link-finder';
import { LinkList } from './link-list';

/** What stands below the head of the Links tab does, and asks. */
export interface LinksBodyParts {
  readonly actions: LinkActions;
  /** Whether a link that was found may still show: it may have been hidden since. */
  readonly mayShow: (link: FoundLink) => boolean;
  /** What is said when none of the links that were found may show any more. */
  readonly noneLeft: () => EmptyState;
}

/**
 * What stands below the head of the Links tab: the cards, or why there are none. What is drawn already stays as it is, so that
 * hovering and scrolling are not disturbed for nothing, and who works in it by keyboard stays in it when it is drawn anew.
 */
export class LinksBody {
  readonly #body: HTMLElement;
  readonly #list: LinkList;
  readonly #below: HTMLElement;
  #subject: string | undefined;
  #found: readonly FoundLink[] = [];
  #links: readonly FoundLink[] = [];
  #drawn = '';

  constructor(container: HTMLElement, life: Component, private readonly parts: LinksBodyParts) {
    this.#body = container.createDiv({ cls: 'sss-links-body', attr: { tabindex: '-1' } });
    this.#list = new LinkList(this.#body, life, parts.actions);
    this.#below = this.#body.createDiv();
  }

  /** The links that are shown. */
  get links(): readonly FoundLink[] {
    return this.#links;
  }

  /** Those whose cards can be seen now, wholly or in part. */
  get inSight(): readonly FoundLink[] {
    return this.#list.inSight;
  }

  /** Shows what was found for a note. */
  show(subject: string | undefined, found: readonly FoundLink[]): void {
    const isSame = subject === this.#subject;
    this.#subject = subject;
    this.#found = found;
    this.#draw(found.filter(this.parts.mayShow), isSame);
  }

  showEmpty(state: EmptyState): void {
    this.#found = [];
    this.#drawEmpty(state);
  }

  /** Takes away what may not show any more, and brings back what may again; whether that changed anything. */
  weed(): boolean {
    const links = this.#found.filter(this.parts.mayShow);
    if (links.length === this.#links.length && links.every((link, at) => link === this.#links[at])) return false;
    this.#draw(links, true);
    return true;
  }

  /** Puts the focus on a card, by default the one where Tab enters the list; without cards on what can be done about it. */
  focus(place = this.#list.current): void {
    if (this.#links.length > 0) this.#list.focus(place);
    else (this.#below.querySelector('button') ?? this.#body).focus();
  }

  /** Offers more links below the list, or does so no longer. */
  offerMore(isOffered: boolean, showMore: () => void): void {
    const button = this.#below.querySelector('.sss-more');
    if (!isOffered) return this.#redraw(() => button?.remove());
    if (button !== null) return;
    const more = this.#below.createEl('button', { cls: 'sss-more', text: words.serendipity.showMore, attr: { type: 'button' } });
    more.addEventListener('click', showMore);
  }

  #draw(links: readonly FoundLink[], isSame: boolean): void {
    if (links.length === 0) return this.#drawEmpty(this.parts.noneLeft());
    this.#links = links;
    const drawing = JSON.stringify([this.#subject, links]);
    if (drawing === this.#drawn) return;
    this.#drawn = drawing;
    this.#redraw(() => {
      this.#list.show(links, isSame ? this.#list.current : 0);
      this.#below.empty();
    });
  }

  #drawEmpty(state: EmptyState): void {
    this.#links = [];
    const drawing = JSON.stringify([state.icon, state.text]);
    if (drawing === this.#drawn) return;
    this.#drawn = drawing;
    this.#redraw(() => {
      this.#list.show([]);
      this.#below.empty();
      showEmptyState(this.#below, state);
    });
  }

  #redraw(draw: () => void): void {
    const hadFocus = this.#hasFocus;
    draw();
    if (hadFocus && !this.#hasFocus) this.focus();
  }

  get #hasFocus(): boolean {
    return this.#body.contains(this.#body.doc.activeElement);
  }
}
