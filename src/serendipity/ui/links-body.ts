import type { Component } from 'obsidian';
import type { NoteEvent } from '../../note';
import { showEmptyState, type EmptyState } from '../../obsidian/parts/empty-state';
import { words } from '../../words';
import type { LinkActions } from './link-card';
import type { FoundLink } from './link-finder';
import { LinkList } from './link-list';
import { shownAfter } from './shown-after';
import type { ShownLinks, Subject } from './shown-links';

/** What stands below the head of the Links tab does, and asks. */
interface LinksBodyParts {
  readonly actions: LinkActions;
  /** Whether a link that was found for a subject may still show: its note may have been hidden or deleted since. */
  readonly mayShow: (link: FoundLink, subject: Subject | undefined) => boolean;
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
  #more: HTMLElement | undefined;
  #shown: ShownLinks;
  #links: readonly FoundLink[] = [];
  #drawn = '';

  /** `shown` is what was shown when the tab was left; it is drawn by `show` only. */
  constructor(container: HTMLElement, life: Component, private readonly parts: LinksBodyParts, shown: ShownLinks) {
    this.#shown = shown;
    this.#body = container.createDiv({ cls: 'sss-links-body', attr: { tabindex: '-1' } });
    this.#list = new LinkList(this.#body, life, parts.actions);
    this.#below = this.#body.createDiv();
  }

  /** What was shown last, with what it is for. */
  get shown(): ShownLinks {
    return this.#shown;
  }

  /** The links that still show. */
  get links(): readonly FoundLink[] {
    return this.#links;
  }

  /** Those whose cards can be seen now, wholly or in part. */
  get inSight(): readonly FoundLink[] {
    return this.#list.inSight;
  }

  /** Shows links, or why there are none. */
  show(shown: ShownLinks): void {
    const isSame = shown.subject?.path === this.#shown.subject?.path;
    this.#shown = shown;
    if (shown.empty === undefined) this.#draw(this.#stillShown, isSame);
    else this.#drawEmpty(shown.empty);
  }

  /** The vault changed: what is shown says so. */
  follow(event: NoteEvent): void {
    const shown = shownAfter(this.#shown, event);
    if (shown === this.#shown) return;
    this.#shown = shown;
    if (shown.links.length > 0) this.#draw(this.#stillShown, true);
  }

  /** Takes away what may not show any more, and brings back what may again; whether that changed anything. */
  weed(): boolean {
    const links = this.#stillShown;
    if (links.length === this.#links.length && links.every((link, at) => link === this.#links[at])) return false;
    this.#draw(links, true);
    return true;
  }

  /** Puts the focus on a card, by default the one where Tab enters the list; without cards on what can be done about it. */
  focus(place = this.#list.current): void {
    if (this.#links.length > 0) this.#list.focus(place);
    else (this.#below.querySelector('button') ?? this.#body).focus();
  }

  /**
   * Offers more links below the list, or does so no longer. While it is offered the button stays the element it is, also when
   * the list is drawn anew, so that a click on it is not lost.
   */
  offerMore(isOffered: boolean, showMore: () => void): void {
    if (isOffered === (this.#more !== undefined)) return;
    if (!isOffered) return this.#redraw(() => this.#offerNoMore());
    this.#more = this.#body.createEl('button', { cls: 'sss-more', text: words.serendipity.showMore, attr: { type: 'button' } });
    this.#more.addEventListener('click', showMore);
  }

  #offerNoMore(): void {
    this.#more?.remove();
    this.#more = undefined;
  }

  get #stillShown(): readonly FoundLink[] {
    const { links, subject } = this.#shown;
    return links.filter((link) => this.parts.mayShow(link, subject));
  }

  #draw(links: readonly FoundLink[], isSame: boolean): void {
    if (links.length === 0) return this.#drawEmpty(this.parts.noneLeft());
    this.#links = links;
    const drawing = JSON.stringify([this.#shown.subject?.path, links]);
    if (drawing === this.#drawn) return;
    this.#drawn = drawing;
    this.#redraw(() => {
      this.#list.show(links, isSame);
      this.#below.empty();
    });
  }

  #drawEmpty(state: EmptyState): void {
    this.#links = [];
    const drawing = JSON.stringify([state.icon, state.text, state.action?.label]);
    if (drawing === this.#drawn) return;
    this.#drawn = drawing;
    this.#redraw(() => {
      this.#list.show([]);
      this.#below.empty();
      this.#offerNoMore();
      showEmptyState(this.#below, state);
    });
  }

  #redraw(draw: () => void): void {
    const hadFocus = this.hasFocus;
    draw();
    if (hadFocus && !this.hasFocus) this.focus();
  }

  /** Whether the focus is on a card, or on what stands below the cards. */
  get hasFocus(): boolean {
    return this.#body.contains(this.#body.doc.activeElement);
  }
}
