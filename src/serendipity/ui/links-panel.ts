import type { Component, HoverParent, HoverPopover } from 'obsidian';
import { bodyOf, nameOf, type NoteEvent } from '../../note';
import type { Edge } from '../../obsidian/edge';
import type { LinkIndex } from '../../obsidian/link-index';
import { showEmptyState, type EmptyState } from '../../obsidian/parts/empty-state';
import { words } from '../../words';
import { absenceText } from './absence-text';
import { addSeeAlso } from './add-see-also';
import { dragLink } from './drag-link';
import { FilterBar } from './filter-bar';
import type { Hidden } from './hidden';
import { insertLink } from './insert-link';
import type { FindOptions, FoundLink, LinkFinder } from './link-finder';
import { drawLinkList, focusCard, focusedCard, type LinkActions } from './link-list';
import type { LinksFilter } from './links-filter';
import { LinksHead } from './links-head';
import { MissedNoteModal } from './missed-note-modal';
import { PassingMessage, type MessageAction } from './passing-message';
import { progressOf } from './progress';
import { onSelectionRest, selectedPassage } from './selected-passage';

export const HOVER_SOURCE = 'seek-sense-share-links';

/** Milliseconds after the last key, after switching notes, and between looks while the index grows. */
const AFTER_TYPING = 400;
const AFTER_TYPING_SPARING = 1500;
const AFTER_SWITCHING = 150;
const WHILE_INDEXING = 3000;
/** The list grows by what the settings say, up to this. */
const MOST_LINKS = 50;

/** What the Links tab works with. */
export interface LinksParts {
  readonly edge: Edge;
  readonly index: LinkIndex;
  readonly finder: LinkFinder;
  readonly hidden: Hidden;
  readonly filter: LinksFilter;
  /** Changes one of the room's settings. */
  setSetting(key: 'surprise' | 'enabled' | 'excludedFolders', value: unknown): Promise<void>;
  openSpark(): void;
  /** Opens what is to be known about the index. */
  showIndex(): void;
}

/**
 * The Links tab at work. It looks for links when the active note, its text, the index or the settings changed, always after
 * a pause and only while it can be seen; nothing is computed per keystroke.
 */
export class LinksPanel implements LinkActions, HoverParent {
  hoverPopover: HoverPopover | null = null;
  readonly #head: LinksHead;
  readonly #status: HTMLElement;
  readonly #message: PassingMessage;
  readonly #filterBar: FilterBar;
  readonly #body: HTMLElement;
  readonly #shown = new Map<string, number>();
  #links: readonly FoundLink[] = [];
  #subject: string | undefined;
  /** What is selected in the note and stands for it; '' when the whole note asks. */
  #passage = '';
  #limit = 0;
  #pinned: string | undefined;
  #isPaused = false;
  #isStale = true;
  #timer: number | undefined;
  #turn = 0;
  #drawn = '';
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
    this.#filterBar = new FilterBar(container, life, parts.edge.notes, parts.filter, {
      changed: () => {
        this.#message.outdate();
        void this.#look();
      },
      askWhy: () => new MissedNoteModal(parts.edge.app, parts.edge.notes.list(), (path) => void this.#explain(path)).open(),
      showIndex: () => parts.showIndex(),
    });
    this.#status = container.createDiv({ cls: 'sss-links-status', attr: { role: 'status' } });
    this.#message = new PassingMessage(container, life);
    this.#body = container.createDiv({ cls: 'sss-links-body' });
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
    life.register(hidden.onChange(() => this.lookSoon(0)));
    life.register(() => {
      this.#turn++;
      window.clearTimeout(this.#timer);
    });
    void this.#look();
  }

  insert(link: FoundLink): void {
    const { edge } = this.parts;
    if (this.#subject === undefined) return;
    if (insertLink(edge.app, edge.notes, this.#subject, link.path)) this.#message.show(words.serendipity.inserted(link.title));
    else edge.say(words.serendipity.noEditor(nameOf(this.#subject)));
  }

  seeAlso(link: FoundLink): void {
    if (this.#subject !== undefined) void this.#addSeeAlso(this.#subject, link);
  }

  open(link: FoundLink, newTab: boolean): void {
    void this.parts.edge.open(link.path, newTab);
  }

  hidePair(link: FoundLink): void {
    if (this.#subject === undefined) return;
    this.#message.show(words.serendipity.pairHidden(link.title), [undo(this.parts.hidden.hidePair(this.#subject, link.path))]);
  }

  hideNote(link: FoundLink): void {
    this.#message.show(words.serendipity.noteHidden(link.title), [undo(this.parts.hidden.hideNote(link.path))]);
  }

  excludeFolder({ folder }: FoundLink): void {
    const before = this.parts.edge.settings().serendipity.excludedFolders;
    void this.parts.setSetting('excludedFolders', [...before, folder]);
    this.#message.show(words.serendipity.folderExcluded(folder), [undo(() => void this.parts.setSetting('excludedFolders', before))]);
  }

  drag(link: FoundLink, event: DragEvent): void {
    const { app, notes } = this.parts.edge;
    dragLink(app, event, link.path, notes.linkTo(link.path, this.#subject ?? ''));
  }

  hover(link: FoundLink, event: MouseEvent, targetEl: HTMLElement): void {
    this.parts.edge.app.workspace.trigger('hover-link', {
      event, source: HOVER_SOURCE, hoverParent: this, targetEl, linktext: link.path, sourcePath: this.#subject ?? '',
    });
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
    const subject = this.#pinned ?? this.#activeNote();
    if (subject !== this.#subject) {
      this.#limit = 0;
      this.#message.outdate();
    }
    this.#subject = subject;
    this.#passage = subject === undefined ? '' : selectedPassage(edge.app, subject);
    this.#showHead();
    const { phase } = index.status;
    if (phase === 'off' || phase === 'failed') return this.#showEmpty(this.#unavailable());
    if (subject === undefined) return this.#showEmpty({ icon: 'file-search', text: words.serendipity.noNoteOpen, ...this.#sparkAction() });
    if (index.isExcluded(subject)) return this.#showEmpty({ icon: 'eye-off', text: words.serendipity.noteExcluded, ...this.#sparkAction() });
    try {
      const text = await this.#textOf(subject);
      if (turn !== this.#turn) return;
      if (bodyOf(text).trim() === '') return this.#showEmpty({ icon: 'pencil', text: words.serendipity.noteEmpty, ...this.#sparkAction() });
      if (!index.isAnswering) return this.#showEmpty({ icon: 'loader', text: words.serendipity.stillOpening });
      const links = await finder.find({ path: subject, text }, this.#options(subject));
      if (turn === this.#turn) this.#showLinks(links);
    } catch (error) {
      if (turn === this.#turn) this.#showEmpty({ icon: 'alert-triangle', text: error instanceof Error ? error.message : String(error), action: { label: words.serendipity.retry, run: () => void index.rebuild() } });
    }
  }

  async #textOf(subject: string): Promise<string> {
    return this.#passage === '' ? this.parts.edge.notes.read(subject) : this.#passage;
  }

  #options(subject: string): FindOptions & { readonly limit: number } {
    const limit = Math.max(this.#limit, this.parts.edge.settings().serendipity.limit);
    return { limit, shown: this.#shownFor(subject), filter: this.parts.filter.filter, isPassage: this.#passage !== '' };
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

  // What is drawn already stays as it is, so that hovering, focus and scrolling are not disturbed for nothing.
  #showLinks(links: readonly FoundLink[]): void {
    this.#links = links;
    if (links.length === 0) return this.#showEmpty(this.#nothingFound());
    this.#say(words.serendipity.count(links.length));
    const drawing = JSON.stringify([this.#subject, links]);
    if (drawing === this.#drawn) return;
    this.#drawn = drawing;
    const focused = focusedCard(this.#body);
    this.#body.empty();
    drawLinkList(this.#body, links, this);
    this.#drawMore(links.length);
    if (focused >= 0) focusCard(this.#body, focused);
  }

  #drawMore(count: number): void {
    if (this.#subject === undefined || count < this.#options(this.#subject).limit || count >= MOST_LINKS) return;
    const more = this.#body.createEl('button', { cls: 'sss-more', text: words.serendipity.showMore, attr: { type: 'button' } });
    more.addEventListener('click', () => void this.#showMore(count));
  }

  async #showMore(count: number): Promise<void> {
    this.#limit = Math.min(MOST_LINKS, count + this.parts.edge.settings().serendipity.limit);
    await this.#look();
    focusCard(this.#body, count);
  }

  #showEmpty(state: EmptyState): void {
    this.#links = [];
    const drawing = JSON.stringify([state.icon, state.text]);
    this.#say('');
    if (drawing === this.#drawn) return;
    this.#drawn = drawing;
    this.#body.empty();
    showEmptyState(this.#body, state);
  }

  #say(sentence: string): void {
    const progress = progressOf(this.parts.index.status);
    const soFar = progress === undefined ? '' : words.serendipity.soFar(progress.done, progress.total);
    const text = this.#isPaused ? words.serendipity.paused : [sentence, soFar].filter((part) => part !== '').join(' · ');
    if (this.#status.textContent !== text) this.#status.setText(text);
  }

  #unavailable(): EmptyState {
    const { problem } = this.parts.index.status;
    return problem === undefined
      ? { icon: 'power', text: words.serendipity.indexIsOff, action: { label: words.serendipity.switchOn, run: () => void this.parts.setSetting('enabled', true) } }
      : { icon: 'alert-triangle', text: problem, action: { label: words.serendipity.retry, run: () => void this.parts.index.rebuild() } };
  }

  #nothingFound(): EmptyState {
    if (this.parts.index.status.phase !== 'ready') return { icon: 'loader', text: words.serendipity.nothingFoundYet };
    const showAll = { label: words.serendipity.filterClear, run: () => this.#clearFilter() };
    if (this.parts.filter.filter !== undefined) return { icon: 'filter-x', text: words.serendipity.nothingPasses, action: showAll };
    const { surprise } = this.parts.edge.settings().serendipity;
    const closer = { label: words.serendipity.lookCloser, run: () => void this.parts.setSetting('surprise', Math.max(0, surprise - 0.25)) };
    return { icon: 'search-x', text: words.serendipity.nothingFound, ...(surprise > 0 ? { action: closer } : this.#sparkAction()) };
  }

  #sparkAction(): Pick<EmptyState, 'action'> {
    return { action: { label: words.serendipity.spark, run: () => this.parts.openSpark() } };
  }

  #shownFor(subject: string): ReadonlyMap<string, number> {
    const prefix = `${subject}\n`;
    return new Map([...this.#shown].filter(([key]) => key.startsWith(prefix)).map(([key, times]) => [key.slice(prefix.length), times]));
  }

  // Asking for others says that these were seen enough: they count as shown once more, and repeats decay.
  #showOthers(): void {
    for (const { path } of this.#links) {
      const key = `${this.#subject ?? ''}\n${path}`;
      this.#shown.set(key, (this.#shown.get(key) ?? 0) + 1);
    }
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
      this.#turn++;
    }
    this.#showHead();
    this.#say(words.serendipity.count(this.#links.length));
    if (!this.#isPaused) this.lookSoon(0);
  }

  #onIndex(): void {
    const { status, isAnswering } = this.parts.index;
    const beginsToAnswer = isAnswering && !this.#wasAnswering;
    this.#wasAnswering = isAnswering;
    if (beginsToAnswer || !isAnswering) return this.lookSoon(0);
    if (this.#links.length > 0) this.#say(words.serendipity.count(this.#links.length));
    // The index takes every saved edit in: what that changes can wait until the typing rests.
    if (status.phase !== 'reading') this.lookSoon(AFTER_TYPING);
    else if (this.#timer === undefined) this.lookSoon(WHILE_INDEXING);
  }

  /** Follows one change of the vault. */
  follow(event: NoteEvent): void {
    if (event.kind === 'changed') return;
    const path = event.kind === 'removed' ? event.path : event.from;
    if (this.#pinned === path) this.#pinned = event.kind === 'renamed' ? event.note.path : undefined;
    if (this.#subject === path || this.#links.some((link) => link.path === path)) this.lookSoon(AFTER_SWITCHING);
  }

  #clearFilter(): void {
    this.parts.filter.clear();
    this.#filterBar.refresh();
    void this.#look();
  }

  async #addSeeAlso(subject: string, link: FoundLink): Promise<void> {
    const { edge } = this.parts;
    const added = await addSeeAlso(edge.notes, subject, link.path);
    if (!added.ok) return edge.say(added.problem);
    const takeBack = async (): Promise<void> => {
      const taken = await added.value();
      if (!taken.ok) edge.say(taken.problem);
    };
    this.#message.show(words.serendipity.seeAlsoAdded(link.title), [undo(() => void takeBack())]);
  }

  async #explain(path: string): Promise<void> {
    const { finder, hidden, index, edge } = this.parts;
    const subject = this.#subject;
    if (subject === undefined) return;
    const title = nameOf(path);
    if (index.isExcluded(path)) return this.#answer(words.serendipity.whyAnswer(title, [words.serendipity.absences.excluded]));
    try {
      const absences = await finder.explainAbsence(path, { path: subject, text: await this.#textOf(subject) }, this.#options(subject));
      const remedies: Partial<Record<string, MessageAction>> = {
        hiddenNote: { label: words.serendipity.showAgain, run: () => hidden.showNote(path) },
        hiddenPair: { label: words.serendipity.showAgain, run: () => hidden.showPair(subject, path) },
        filtered: { label: words.serendipity.filterClear, run: () => this.#clearFilter() },
      };
      this.#answer(absenceText(title, absences), absences.flatMap(({ kind }) => remedies[kind] ?? []));
    } catch (error) {
      edge.say(error instanceof Error ? error.message : String(error));
    }
  }

  #answer(sentence: string, remedies: readonly MessageAction[] = []): void {
    this.#message.show(sentence, [...remedies, { label: words.serendipity.dismiss, run: () => undefined }], true);
  }
}

function undo(run: () => void): MessageAction {
  return { label: words.serendipity.undo, run };
}
