import type { Component, HoverParent, HoverPopover } from 'obsidian';
import { bodyOf, nameOf, type NoteEvent } from '../../note';
import type { Edge } from '../../obsidian/edge';
import type { LinkIndex } from '../../obsidian/link-index';
import { showEmptyState, type EmptyState } from '../../obsidian/parts/empty-state';
import { words } from '../../words';
import { dragLink } from './drag-link';
import type { Hidden } from './hidden';
import { insertLink } from './insert-link';
import type { FoundLink, LinkFinder } from './link-finder';
import { drawLinkList, focusCard, focusedCard, type LinkActions } from './link-list';
import { LinksHead } from './links-head';
import { progressOf } from './progress';

export const HOVER_SOURCE = 'seek-sense-share-links';

/** Milliseconds after the last key, after switching notes, and between looks while the index grows. */
const AFTER_TYPING = 400;
const AFTER_SWITCHING = 150;
const WHILE_INDEXING = 3000;
const UNDO_TIME = 10_000;

/** What the Links tab works with. */
export interface LinksParts {
  readonly edge: Edge;
  readonly index: LinkIndex;
  readonly finder: LinkFinder;
  readonly hidden: Hidden;
  /** Changes one of the room's settings. */
  setSetting(key: 'surprise' | 'enabled' | 'excludedFolders', value: unknown): Promise<void>;
  openSpark(): void;
}

/**
 * The Links tab at work. It looks for links when the active note, its text, the index or the settings changed, always after
 * a pause and only while it can be seen; nothing is computed per keystroke.
 */
export class LinksPanel implements LinkActions, HoverParent {
  hoverPopover: HoverPopover | null = null;
  readonly #head: LinksHead;
  readonly #status: HTMLElement;
  readonly #undo: HTMLElement;
  readonly #body: HTMLElement;
  readonly #shown = new Map<string, number>();
  #links: readonly FoundLink[] = [];
  #subject: string | undefined;
  #pinned: string | undefined;
  #isPaused = false;
  #isStale = true;
  #timer: number | undefined;
  #undoTimer: number | undefined;
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
      surprise: (value) => void this.parts.setSetting('surprise', value),
    });
    this.#status = container.createDiv({ cls: 'sss-links-status', attr: { role: 'status' } });
    this.#undo = container.createDiv({ cls: 'sss-links-undo' });
    this.#body = container.createDiv({ cls: 'sss-links-body' });
  }

  start(): void {
    const { life, parts: { edge, index, hidden } } = this;
    const { workspace } = edge.app;
    life.registerEvent(workspace.on('file-open', () => this.lookSoon(AFTER_SWITCHING)));
    life.registerEvent(workspace.on('editor-change', (_, { file }) => {
      if (file?.path === this.#subject) this.lookSoon(AFTER_TYPING);
    }));
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
      window.clearTimeout(this.#undoTimer);
    });
    void this.#look();
  }

  insert(link: FoundLink): void {
    const { edge } = this.parts;
    if (this.#subject === undefined) return;
    if (insertLink(edge.app, edge.notes, this.#subject, link.path)) this.#status.setText(words.serendipity.inserted(link.title));
    else edge.say(words.serendipity.noEditor(nameOf(this.#subject)));
  }

  open(link: FoundLink, newTab: boolean): void {
    void this.parts.edge.open(link.path, newTab);
  }

  hidePair(link: FoundLink): void {
    if (this.#subject === undefined) return;
    this.#offerUndo(words.serendipity.pairHidden(link.title), this.parts.hidden.hidePair(this.#subject, link.path));
  }

  hideNote(link: FoundLink): void {
    this.#offerUndo(words.serendipity.noteHidden(link.title), this.parts.hidden.hideNote(link.path));
  }

  excludeFolder({ folder }: FoundLink): void {
    const before = this.parts.edge.settings().serendipity.excludedFolders;
    void this.parts.setSetting('excludedFolders', [...before, folder]);
    this.#offerUndo(words.serendipity.folderExcluded(folder), () => void this.parts.setSetting('excludedFolders', before));
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
    this.#subject = this.#pinned ?? this.#activeNote();
    this.#showHead();
    const subject = this.#subject;
    const { phase } = index.status;
    if (phase === 'off' || phase === 'failed') return this.#showEmpty(this.#unavailable());
    if (subject === undefined) return this.#showEmpty({ icon: 'file-search', text: words.serendipity.noNoteOpen, ...this.#sparkAction() });
    if (index.isExcluded(subject)) return this.#showEmpty({ icon: 'eye-off', text: words.serendipity.noteExcluded, ...this.#sparkAction() });
    try {
      const text = await edge.notes.read(subject);
      if (turn !== this.#turn) return;
      if (bodyOf(text).trim() === '') return this.#showEmpty({ icon: 'pencil', text: words.serendipity.noteEmpty, ...this.#sparkAction() });
      if (!index.isAnswering) return this.#showEmpty({ icon: 'loader', text: words.serendipity.stillOpening });
      const links = await finder.find({ path: subject, text }, { shown: this.#shownFor(subject) });
      if (turn === this.#turn) this.#showLinks(links);
    } catch (error) {
      if (turn === this.#turn) this.#showEmpty({ icon: 'alert-triangle', text: error instanceof Error ? error.message : String(error), action: { label: words.serendipity.retry, run: () => void index.rebuild() } });
    }
  }

  #activeNote(): string | undefined {
    const file = this.parts.edge.app.workspace.getActiveFile();
    return file?.extension === 'md' ? file.path : undefined;
  }

  #showHead(): void {
    this.#head.show({
      title: this.#subject === undefined ? undefined : nameOf(this.#subject),
      isPinned: this.#pinned !== undefined,
      isPaused: this.#isPaused,
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
    if (focused >= 0) focusCard(this.#body, focused);
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

  #offerUndo(sentence: string, undo: () => void): void {
    const clear = (): void => this.#undo.empty();
    window.clearTimeout(this.#undoTimer);
    this.#undoTimer = window.setTimeout(clear, UNDO_TIME);
    clear();
    this.#undo.createSpan({ text: sentence, attr: { role: 'status' } });
    const button = this.#undo.createEl('button', { text: words.serendipity.undo, attr: { type: 'button' } });
    button.addEventListener('click', () => {
      clear();
      undo();
    });
  }
}
