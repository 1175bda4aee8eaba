import type { Component } from 'obsidian';
import { nameOf, type NoteEvent } from '../../note';
import { words } from '../../words';
import { pairKey } from '..';
import { CardActions } from './card-actions';
import { noneLeft } from './empty-list';
import { FilterBar } from './filter-bar';
import { keptAfter, keptFor, type KeptLinks, type Pause } from './kept-links';
import { LinksBody } from './links-body';
import { LinksHead } from './links-head';
import type { LinksParts } from './links-parts';
import { LinksSearch } from './links-search';
import { LinksStatus } from './links-status';
import { LookSoon } from './look-soon';
import { askWhyMissing, type MissedList } from './missing-link';
import { PassingMessage } from './passing-message';
import { SeenSoon } from './seen-soon';
import { selectedPassage } from './selected-passage';
import { isAskedSo, type ShownLinks, type Subject } from './shown-links';

/** The list grows by what the settings say, up to this: so many notes get a close look. */
const MOST_LINKS = 120;

/**
 * The Links tab at work: what it shows, for which note, and whether that stays. When it looks again is up to `LookSoon`; nothing is computed
 * per keystroke.
 */
export class LinksPanel {
  readonly #head: LinksHead;
  readonly #status: LinksStatus;
  readonly #message: PassingMessage;
  readonly #filterBar: FilterBar;
  readonly #body: LinksBody;
  readonly #search: LinksSearch;
  readonly #soon: LookSoon;
  readonly #seen: SeenSoon;
  /** What was asked for last; what is shown may still be for another note. */
  #asked: Subject | undefined;
  /** More links than the settings say were asked for, for the note that is shown. */
  #limit: number;
  /** Called when the links that were asked for by "Show more" are there, whichever look brings them. */
  #onMore: (() => void) | undefined;
  #pinned: string | undefined;
  #pause: Pause;

  constructor(
    private readonly parts: LinksParts,
    private readonly container: HTMLElement,
    private readonly life: Component,
    private readonly before: KeptLinks,
  ) {
    ({ pinned: this.#pinned, pause: this.#pause, limit: this.#limit } = before);
    this.#asked = before.shown.subject;
    container.addClass('sss-links');
    this.#head = new LinksHead(container, life, {
      pin: () => this.#togglePin(),
      pause: () => this.#togglePause(),
      others: () => this.#showOthers(),
      filter: () => {
        this.#filterBar.toggle();
        this.#showHead();
      },
      surprise: (value) => void this.parts.setSetting('surprise', value),
    });
    this.#filterBar = new FilterBar(container, life, parts.edge.notes, parts.filter, (path) => parts.index.isExcluded(path), {
      changed: () => {
        this.#message.outdate();
        void this.#look();
      },
      askWhy: () => askWhyMissing(() => this.#listNow, parts, this.#message),
      showIndex: () => parts.showIndex(),
    });
    this.#status = new LinksStatus(container, () => parts.index.status);
    this.#message = new PassingMessage(container, life, () => this.#body.focus());
    const { edge, hidden, index } = parts;
    const actions = new CardActions({
      edge, hidden, message: this.#message, subject: () => this.#body.shown.subject?.path, changeExcluded: parts.changeExcluded,
    });
    this.#body = new LinksBody(container, life, {
      actions,
      mayShow: ({ path }, subject) => this.#mayShow(path, subject),
      noneLeft: () => noneLeft(this.#pause === 'off' ? undefined : () => this.#togglePause()),
    }, before.shown);
    this.#search = new LinksSearch(parts, () => this.#clearFilter());
    this.#soon = new LookSoon(life, { edge, index, container, asked: () => this.#asked, rests: () => this.#rests, look: () => void this.#look() });
    this.#seen = new SeenSoon(container, life, () => this.#noteSeen());
  }

  start(): void {
    const { life, parts: { index, hidden } } = this;
    life.register(index.onStatus(() => {
      if (index.isAnswering && (this.#body.weed() || this.#body.links.length > 0)) this.#sayCount();
    }));
    life.register(hidden.onChange(() => this.refit()));
    life.register(() => this.#search.stop());
    this.#showHead();
    const { shown, gone } = this.before;
    if (gone !== undefined) this.#sayPauseEnded(gone);
    if (shown.links.length > 0) this.#show(shown);
    if (!this.#rests) void this.#look();
  }

  /** What is to be there again when the tab is. */
  get kept(): KeptLinks {
    const { shown } = this.#body;
    // What can be done where nothing was found belongs to the tab as it is drawn now: that is looked for anew.
    return { pinned: this.#pinned, pause: this.#pause, limit: this.#limit, shown: { ...shown, isAnswer: shown.links.length > 0 && shown.isAnswer }, gone: undefined };
  }

  /** Links for a note are asked for: a pin or a pause of another one ends. */
  turnTo(path: string): void {
    ({ pinned: this.#pinned, pause: this.#pause } = keptFor(this.kept, path));
    this.#showHead();
    this.#sayCount();
    this.#soon.now();
  }

  /** Something was hidden, left out or shown again, or a setting changed: the list follows at once, paused or not. */
  refit(): void {
    if (this.#body.weed()) this.#sayCount();
    this.#showHead();
    this.#soon.now();
  }

  #mayShow(path: string, subject: Subject | undefined): boolean {
    const { edge, hidden, index } = this.parts;
    return edge.notes.find(path) !== undefined && !hidden.notes.has(path) && !hidden.pairs.has(pairKey(subject?.path ?? '', path)) && !index.isExcluded(path);
  }

  /** Whether the list stays as it is: it is kept, and what the slider and the filter say. */
  get #rests(): boolean {
    const { edge, filter } = this.parts;
    const { shown } = this.#body;
    return this.#pause === 'keeps' && shown.isAnswer && isAskedSo(shown, edge.settings().serendipity.surprise, filter.filter);
  }

  async #look(): Promise<void> {
    this.#soon.begun();
    const { subject: before } = this.#body.shown;
    // A list that is kept stays with its note, and with the words selected in it.
    this.#asked = this.#pause === 'keeps' ? before : this.#subjectNow();
    const found = await this.#search.look(this.#asked, this.#asked?.path === before?.path ? this.#limit : 0);
    if (found !== undefined) this.#show(found);
  }

  #subjectNow(): Subject | undefined {
    const path = this.#pinned ?? this.#activeNote();
    return path === undefined ? undefined : { path, passage: selectedPassage(this.parts.edge.app, path) };
  }

  #activeNote(): string | undefined {
    const file = this.parts.edge.app.workspace.getActiveFile();
    return file?.extension === 'md' ? file.path : undefined;
  }

  #showHead(): void {
    const { subject } = this.#body.shown;
    this.#head.show({
      title: subject && nameOf(subject.path),
      isPassage: subject !== undefined && subject.passage !== '',
      isPinned: this.#pinned !== undefined,
      isPaused: this.#pause !== 'off',
      isFilterOpen: this.#filterBar.isOpen,
      isFiltered: this.parts.filter.filter !== undefined,
      surprise: this.parts.edge.settings().serendipity.surprise,
    });
  }

  #show(shown: ShownLinks): void {
    const { links, subject } = shown;
    if (subject?.path !== this.#body.shown.subject?.path) {
      this.#limit = 0;
      this.#onMore = undefined;
      this.#message.outdate();
    }
    if (this.#pause === 'waits' && shown.isAnswer) this.#pause = 'keeps';
    this.#body.show(shown);
    this.#showHead();
    this.#sayCount();
    if (links.length > 0) {
      this.#seen.again();
      // The same links may have been all that there are: then nothing more is offered.
      const mayBeMore = subject !== undefined && links.length >= shown.limit && links.length < MOST_LINKS;
      this.#body.offerMore(mayBeMore, () => this.#showMore());
      this.#onMore?.();
    }
    this.#onMore = undefined;
  }

  // The focus goes on to the first new card, unless somebody took it elsewhere meanwhile.
  #showMore(): void {
    const { doc } = this.container;
    const from = doc.activeElement;
    const count = this.#body.links.length;
    this.#limit = Math.min(MOST_LINKS, count + this.parts.edge.settings().serendipity.limit);
    this.#onMore = () => {
      if (this.#body.hasFocus || doc.activeElement === from || doc.activeElement === doc.body) this.#body.focus(count);
    };
    void this.#look();
  }

  #sayCount(): void {
    if (this.#pause === 'off') this.#status.say(this.#body.links.length, this.#body.shown.isOfPart);
    else this.#status.sayPaused(this.#pause === 'keeps');
  }

  // A list counts as seen beside its note only.
  #noteSeen(): void {
    const { subject } = this.#body.shown;
    if (subject?.passage === '' && subject.path === this.#activeNote()) this.parts.seen.see(subject.path, this.#body.inSight.map(({ path }) => path));
  }

  // Asking for others says that these were seen enough: repeats decay.
  #showOthers(): void {
    const { subject } = this.#body.shown;
    if (subject !== undefined) this.parts.seen.pass(subject.path, this.#body.links.map(({ path }) => path));
    void this.#look();
  }

  #togglePin(): void {
    this.#pinned = this.#pinned === undefined ? this.#body.shown.subject?.path : undefined;
    this.#showHead();
    this.#soon.now();
  }

  #togglePause(): void {
    if (this.#pause === 'off') this.#pause = this.#body.shown.isAnswer ? 'keeps' : 'waits';
    else this.#pause = 'off';
    // What is under way may be for another note, and must not replace the list any more.
    if (this.#pause === 'keeps') {
      this.#soon.cancel();
      this.#onMore = undefined;
      this.#search.stop();
      if (!this.#rests) void this.#look();
    }
    this.#showHead();
    this.#sayCount();
    if (this.#pause === 'off') this.#soon.now();
  }

  /** Follows one change of the vault. */
  follow(event: NoteEvent): void {
    if (event.kind === 'changed') return;
    const path = event.kind === 'removed' ? event.path : event.from;
    const isConcerned = [this.#body.shown.subject, this.#asked, ...this.#body.links].some((note) => note?.path === path);
    const kept = keptAfter(this.kept, event);
    ({ pinned: this.#pinned, pause: this.#pause } = kept);
    if (this.#asked?.path === path) {
      if (event.kind === 'renamed') this.#asked = { ...this.#asked, path: event.note.path };
      else this.#search.stop();
    }
    this.#search.follow(event);
    this.#body.follow(event);
    this.#body.weed();
    if (kept.gone !== undefined) this.#sayPauseEnded(kept.gone);
    if (!isConcerned) return;
    this.#showHead();
    this.#sayCount();
    this.#soon.afterSwitching();
  }

  #sayPauseEnded(gone: string): void {
    this.#message.show(words.serendipity.pauseEnded(nameOf(gone)));
  }

  #clearFilter(): void {
    this.parts.filter.clear();
    this.#filterBar.refresh();
    void this.#look();
  }

  get #listNow(): MissedList | undefined {
    const { subject, limit } = this.#body.shown;
    return subject && { here: () => this.#search.asking(subject), options: this.#search.options(subject, limit), clearFilter: () => this.#clearFilter() };
  }
}
