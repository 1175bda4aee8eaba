import type { Component } from 'obsidian';
import { reasonOf } from '../../base';
import { bodyOf, nameOf, type NoteEvent } from '../../note';
import type { EmptyState } from '../../obsidian/parts/empty-state';
import { words } from '../../words';
import { pairKey, type Shown } from '..';
import { CardActions } from './card-actions';
import { noneLeft, nothingFound, nothingToAsk, unavailable, type EmptyListActions } from './empty-list';
import { FilterBar } from './filter-bar';
import type { FindOptions, FoundLink } from './link-finder';
import { LinksBody } from './links-body';
import { LinksHead } from './links-head';
import type { LinksParts } from './links-parts';
import { LinksStatus } from './links-status';
import { MissedNoteModal } from './missed-note-modal';
import { explainMissing } from './missing-link';
import { PassingMessage } from './passing-message';
import { onSelectionRest, selectedPassage } from './selected-passage';
import { hasPairs, inSmallVault } from './small-vault';

/** Milliseconds after the last key, after switching notes, and between looks while the index grows. */
const AFTER_TYPING = 400;
const AFTER_TYPING_SPARING = 1500;
const AFTER_SWITCHING = 150;
const WHILE_INDEXING = 3000;
/** Milliseconds in sight and unmoved after which a list was seen. */
const TO_BE_SEEN = 5000;
/** The list grows by what the settings say, up to this: so many notes get a close look. */
const MOST_LINKS = 120;

/**
 * The Links tab at work. It looks for links when the active note, its text, the index or the settings changed, always after
 * a pause and only while it can be seen; nothing is computed per keystroke.
 */
export class LinksPanel {
  readonly #head: LinksHead;
  readonly #status: LinksStatus;
  readonly #message: PassingMessage;
  readonly #filterBar: FilterBar;
  readonly #body: LinksBody;
  #subject: string | undefined;
  /** What is selected in the note and stands for it; '' when the whole note asks. */
  #passage = '';
  #limit = 0;
  /** Called when the links that were asked for by "Show more" are there, whichever look brings them. */
  #onMore: (() => void) | undefined;
  #pinned: string | undefined;
  #isPaused = false;
  #isStale = true;
  #timer: number | undefined;
  #seeing: number | undefined;
  #turn = 0;
  #wasAnswering = false;

  constructor(
    private readonly parts: LinksParts,
    private readonly container: HTMLElement,
    private readonly life: Component,
  ) {
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
      askWhy: () => this.#askWhy(),
      showIndex: () => parts.showIndex(),
    });
    this.#status = new LinksStatus(container, () => parts.index.status);
    this.#message = new PassingMessage(container, life, () => this.#body.focus());
    const { edge, hidden } = parts;
    const actions = new CardActions({
      edge, hidden, message: this.#message, subject: () => this.#subject, excludeFolders: (folders) => parts.setSetting('excludedFolders', folders),
    });
    this.#body = new LinksBody(container, life, {
      actions, mayShow: ({ path }) => this.#mayShow(path), noneLeft: () => noneLeft(this.#isPaused ? () => this.#togglePause() : undefined),
    });
  }

  start(): void {
    const { life, parts: { edge, index, hidden } } = this;
    const { workspace } = edge.app;
    life.registerEvent(workspace.on('file-open', () => this.lookSoon(AFTER_SWITCHING)));
    life.registerEvent(workspace.on('editor-change', (_, { file }) => {
      if (file?.path === this.#subject) this.lookSoon(index.isSparing ? AFTER_TYPING_SPARING : AFTER_TYPING);
    }));
    onSelectionRest(edge.app, life, this.container.doc, () => {
      if (this.#subject !== undefined && selectedPassage(edge.app, this.#subject) !== this.#passage) this.lookSoon(0);
    });
    const lookIfStale = (): void => {
      if (this.#isStale && this.#timer === undefined) this.lookSoon(AFTER_SWITCHING);
    };
    life.registerEvent(workspace.on('layout-change', lookIfStale));
    life.registerEvent(workspace.on('resize', lookIfStale));
    this.#wasAnswering = index.isAnswering;
    life.register(index.onStatus(() => this.#onIndex()));
    life.register(hidden.onChange(() => this.refit()));
    life.register(() => {
      this.#turn++;
      window.clearTimeout(this.#timer);
      window.clearTimeout(this.#seeing);
    });
    life.registerDomEvent(this.container.doc, 'scroll', () => this.#noteSeenSoon(), { capture: true, passive: true });
    void this.#look();
  }

  /** Something was hidden, left out or shown again: the list follows at once, paused or not. */
  refit(): void {
    if (this.#body.weed()) this.#sayCount();
    this.lookSoon(0);
  }

  #mayShow(path: string): boolean {
    const { hidden, index } = this.parts;
    return !hidden.notes.has(path) && !hidden.pairs.has(pairKey(this.#subject ?? '', path)) && !index.isExcluded(path);
  }

  /** Looks again after a pause, which starts anew with every call. */
  lookSoon(delay: number): void {
    this.#isStale = true;
    if (this.#isPaused || !this.container.isShown()) return;
    window.clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => {
      this.#timer = undefined;
      void this.#look();
    }, delay);
  }

  // Answers may come back out of order: only the latest question's answer is drawn.
  async #look(): Promise<void> {
    const { edge, index, finder } = this.parts;
    const turn = ++this.#turn;
    this.#isStale = false;
    const kept = this.#kept();
    const subject = kept ?? this.#pinned ?? this.#activeNote();
    if (subject !== this.#subject) {
      this.#limit = 0;
      this.#onMore = undefined;
      this.#message.outdate();
    }
    this.#subject = subject;
    if (kept === undefined) this.#passage = subject === undefined ? '' : selectedPassage(edge.app, subject);
    this.#showHead();
    const { phase } = index.status;
    if (phase === 'off' || phase === 'failed') return this.#showEmpty(unavailable(index.status.problem, this.#remedies));
    if (subject === undefined) return this.#showEmpty(nothingToAsk(edge.notes.list().length === 0 ? 'noNotes' : 'noNoteOpen', this.#remedies));
    if (index.isExcluded(subject)) return this.#showEmpty(nothingToAsk('noteExcluded', this.#remedies));
    try {
      const text = await this.#textOf(subject);
      if (turn !== this.#turn) return;
      if (bodyOf(text).trim() === '') return this.#showEmpty(nothingToAsk('noteEmpty', this.#remedies));
      if (!index.isAnswering) return this.#showEmpty({ icon: 'loader', text: words.serendipity.stillOpening });
      const answered = this.#status.asking();
      const links = await finder.find({ path: subject, text }, this.#options(subject));
      const empty = links.length > 0 ? undefined : await this.#nothingFound({ path: subject, text });
      if (turn !== this.#turn) return;
      answered();
      this.#showLinks(links, empty);
    } catch (error) {
      if (turn === this.#turn) this.#showEmpty(unavailable(reasonOf(error), this.#remedies));
    }
  }

  /** The note that the list stays with, and its passage with it, while it is paused; undefined once that note is gone. */
  #kept(): string | undefined {
    return this.#isPaused && this.#subject !== undefined ? this.parts.edge.notes.find(this.#subject)?.path : undefined;
  }

  async #textOf(subject: string): Promise<string> {
    return this.#passage === '' ? this.parts.edge.notes.read(subject) : this.#passage;
  }

  #options(subject: string): FindOptions & { readonly limit: number } {
    const limit = Math.max(this.#limit, this.parts.edge.settings().serendipity.limit);
    return { limit, shown: this.parts.seen.for(subject), filter: this.parts.filter.filter, isPassage: this.#passage !== '' };
  }

  #activeNote(): string | undefined {
    const file = this.parts.edge.app.workspace.getActiveFile();
    return file?.extension === 'md' ? file.path : undefined;
  }

  #showHead(): void {
    this.#head.show({
      title: this.#subject === undefined ? undefined : nameOf(this.#subject),
      isPassage: this.#passage !== '',
      isPinned: this.#pinned !== undefined,
      isPaused: this.#isPaused,
      isFilterOpen: this.#filterBar.isOpen,
      isFiltered: this.parts.filter.filter !== undefined,
      surprise: this.parts.edge.settings().serendipity.surprise,
    });
  }

  #showLinks(links: readonly FoundLink[], empty: EmptyState | undefined): void {
    if (empty !== undefined) return this.#showEmpty(empty);
    this.#body.show(this.#subject, links);
    this.#noteSeenSoon();
    this.#sayCount();
    // The same links may have been all that there are: then nothing more is offered.
    const mayBeMore = this.#subject !== undefined && links.length >= this.#options(this.#subject).limit && links.length < MOST_LINKS;
    this.#body.offerMore(mayBeMore, () => this.#showMore());
    this.#onMore?.();
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

  #showEmpty(state: EmptyState): void {
    this.#onMore = undefined;
    this.#body.showEmpty(state);
    this.#sayCount();
  }

  #sayCount(): void {
    this.#status.say(this.#body.links.length, this.#isPaused);
  }

  async #nothingFound(here: Shown): Promise<EmptyState> {
    const { index, filter, edge } = this.parts;
    const isWhole = index.status.phase === 'ready' && filter.filter === undefined;
    const small = isWhole ? await inSmallVault(here, this.#options(here.path), this.parts) : undefined;
    return small ?? nothingFound(index.status.phase, filter.filter !== undefined, edge.settings().serendipity.surprise, this.#remedies);
  }

  get #remedies(): EmptyListActions {
    const { edge, index, setSetting, openSpark } = this.parts;
    return {
      switchOn: () => void setSetting('enabled', true),
      rebuild: () => void index.rebuild(),
      spark: hasPairs(this.parts) ? openSpark : undefined,
      showAll: () => this.#clearFilter(),
      lookCloser: () => void setSetting('surprise', Math.max(0, edge.settings().serendipity.surprise - 0.25)),
    };
  }

  // A list counts as seen when it has been before somebody's eyes for some seconds, beside its note.
  #noteSeenSoon(): void {
    window.clearTimeout(this.#seeing);
    this.#seeing = window.setTimeout(() => {
      const subject = this.#subject;
      if (this.container.doc.hidden || !this.container.isShown() || subject === undefined || subject !== this.#activeNote() || this.#passage !== '') return;
      this.parts.seen.see(subject, this.#body.inSight.map(({ path }) => path));
    }, TO_BE_SEEN);
  }

  // Asking for others says that these were seen enough: repeats decay.
  #showOthers(): void {
    if (this.#subject !== undefined) this.parts.seen.pass(this.#subject, this.#body.links.map(({ path }) => path));
    void this.#look();
  }

  #togglePin(): void {
    this.#pinned = this.#pinned === undefined ? this.#subject : undefined;
    void this.#look();
  }

  #togglePause(): void {
    this.#isPaused = !this.#isPaused;
    // What is under way must not replace the list any more.
    if (this.#isPaused) {
      window.clearTimeout(this.#timer);
      this.#timer = undefined;
      this.#onMore = undefined;
      this.#turn++;
    }
    this.#showHead();
    this.#sayCount();
    if (!this.#isPaused) this.lookSoon(0);
  }

  #onIndex(): void {
    const { status, isAnswering } = this.parts.index;
    const beginsToAnswer = isAnswering && !this.#wasAnswering;
    this.#wasAnswering = isAnswering;
    if (beginsToAnswer || !isAnswering) return this.lookSoon(0);
    if (this.#body.weed() || this.#body.links.length > 0) this.#sayCount();
    // The index takes every saved edit in: what that changes can wait until the typing rests.
    if (status.phase !== 'reading') this.lookSoon(AFTER_TYPING);
    else if (this.#timer === undefined) this.lookSoon(WHILE_INDEXING);
  }

  /** Follows one change of the vault. */
  follow(event: NoteEvent): void {
    if (event.kind === 'changed') return;
    const path = event.kind === 'removed' ? event.path : event.from;
    const moved = event.kind === 'renamed' ? event.note.path : undefined;
    if (this.#pinned === path) this.#pinned = moved;
    if (this.#isPaused && this.#subject === path && moved !== undefined) {
      this.#subject = moved;
      this.#showHead();
    } else if (this.#subject === path || this.#body.links.some((link) => link.path === path)) this.lookSoon(AFTER_SWITCHING);
  }

  #clearFilter(): void {
    this.parts.filter.clear();
    this.#filterBar.refresh();
    void this.#look();
  }

  #askWhy(): void {
    const { edge } = this.parts;
    if (this.#subject === undefined) return this.#message.show(words.serendipity.noNoteOpen);
    new MissedNoteModal(edge.app, edge.notes.list(), (path) => void this.#explain(path)).open();
  }

  async #explain(path: string): Promise<void> {
    const subject = this.#subject;
    if (subject === undefined) return this.#message.show(words.serendipity.noNoteOpen);
    const here = async (): Promise<Shown> => ({ path: subject, text: await this.#textOf(subject) });
    await explainMissing(path, { here, options: this.#options(subject), clearFilter: () => this.#clearFilter() }, this.parts, this.#message);
  }
}
