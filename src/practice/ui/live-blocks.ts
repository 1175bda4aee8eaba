import { Keymap, MarkdownRenderChild, debounce, type Component } from 'obsidian';
import { dayOf, reasonOf } from '../../base';
import { inTurns } from '../../obsidian/breathe';
import type { Edge } from '../../obsidian/edge';
import { words } from '../../words';
import { computationSaid, readLiveBlock, type LiveBlock, type NoteEntry, type PracticeSources } from '..';
import { blockRows, emptyBlockText, type BlockPlace, type BlockRow } from './block-rows';
import { BlockSuggest } from './block-suggest';

const LANGUAGE = 'seek-sense-share';
const REDRAW_PAUSE = 300;

/** What other rooms draw into a live block by themselves. */
export interface BlockPictures {
  /** Draws the three spaces with at most so many people, and keeps them up to date until `life` ends; the promise is that they are drawn. */
  spaces(container: HTMLElement, life: Component, limit: number): Promise<void>;
}

/** Draws the live blocks of notes, in reading view and live preview. */
export function registerLiveBlocks(edge: Edge, sources: PracticeSources, pictures: BlockPictures): void {
  const drawn = new Set<LiveBlockChild>();
  const myTurn = inTurns();
  edge.plugin.registerMarkdownCodeBlockProcessor(LANGUAGE, (source, element, context) => {
    const child = new LiveBlockChild(element.createDiv(), { source, path: context.sourcePath, edge, sources, pictures, drawn, myTurn });
    context.addChild(child);
    // A print waits for it.
    return child.firstDrawn;
  });
  const folders = (): string[] => edge.app.vault.getAllFolders().map(({ path }) => path).sort((left, right) => left.localeCompare(right));
  edge.plugin.registerEditorSuggest(new BlockSuggest(edge.app, { folders, today: () => dayOf(edge.clock()) }));
  // The app leaves what is drawn in its place: without the plugin, open notes show each block as it was written.
  edge.plugin.register(() => {
    for (const child of [...drawn]) child.withdraw();
  });
}

interface BlockParts {
  readonly source: string;
  /** The note in which the block stands. */
  readonly path: string;
  readonly edge: Edge;
  readonly sources: PracticeSources;
  readonly pictures: BlockPictures;
  /** The blocks that can be seen now. */
  readonly drawn: Set<LiveBlockChild>;
  /** Shared by all blocks: where many are drawn at once, each is worked out in a task of its own. */
  readonly myTurn: () => Promise<void>;
}

/** One live block on the page; drawn anew only when what it shows has changed. */
class LiveBlockChild extends MarkdownRenderChild {
  /** Resolves once it shows what it was asked for, or why it cannot. */
  firstDrawn: Promise<void> = Promise.resolve();
  #turn = 0;
  /** The turn that is shown: what was begun earlier comes too late for it. */
  #shownTurn = 0;
  #shown = '';

  constructor(
    container: HTMLElement,
    private readonly parts: BlockParts,
  ) {
    super(container);
  }

  override onload(): void {
    const { source, sources, pictures, drawn } = this.parts;
    drawn.add(this);
    this.register(() => drawn.delete(this));
    this.containerEl.addClass('sss-block');
    const block = readLiveBlock(source);
    if (!block.ok) return showProblem(this.containerEl, block.problem);
    if (block.value.show === 'spaces') {
      this.firstDrawn = pictures.spaces(this.containerEl, this, block.value.limit).catch((error: unknown) => this.#fail(reasonOf(error)));
      return;
    }
    const redraw = debounce(() => void this.#draw(block.value), REDRAW_PAUSE);
    this.register(sources.onChange(redraw));
    this.register(() => {
      redraw.cancel();
      this.#shownTurn = Infinity;
    });
    this.containerEl.createDiv({ cls: 'sss-block-empty', text: words.practice.reading });
    this.firstDrawn = this.#draw(block.value);
  }

  /** Puts the source back, as it is shown where the plugin is not. */
  withdraw(): void {
    this.unload();
    this.containerEl.empty();
    this.containerEl.removeClass('sss-block');
    this.containerEl.createEl('pre').createEl('code', { cls: `language-${LANGUAGE}`, text: this.parts.source });
  }

  async #draw(block: LiveBlock): Promise<void> {
    const turn = (this.#turn += 1);
    try {
      const rows = await blockRows(block, this.parts.sources, this.#place());
      if (this.#mayShow(turn)) this.#show(block, rows);
    } catch (error) {
      if (this.#mayShow(turn)) this.#fail(reasonOf(error));
    }
  }

  #mayShow(turn: number): boolean {
    const isNewer = turn > this.#shownTurn;
    if (isNewer) this.#shownTurn = turn;
    return isNewer;
  }

  #place(): BlockPlace {
    const { edge, path } = this.parts;
    const { roles: weights, sense } = edge.settings();
    return { path, now: edge.clock(), myTurn: this.parts.myTurn, computation: (week) => computationSaid(week, { weights, leastOwnWords: sense.leastOwnWords }) };
  }

  #show(block: LiveBlock, rows: readonly BlockRow[]): void {
    const shown = JSON.stringify(rows);
    if (shown === this.#shown) return;
    this.#shown = shown;
    this.containerEl.empty();
    if (rows.length === 0) this.containerEl.createDiv({ cls: 'sss-block-empty', text: emptyBlockText(block) });
    else this.#drawList(block, rows);
  }

  #fail(problem: string): void {
    this.#shown = '';
    this.containerEl.empty();
    showProblem(this.containerEl, words.practice.blockProblem(problem));
  }

  #drawList(block: LiveBlock, rows: readonly BlockRow[]): void {
    const list = this.containerEl.createEl('ul', { cls: 'sss-block-list', attr: { 'aria-label': words.practice.blockLabel[block.show] } });
    for (const { notes, detail } of rows) {
      const item = list.createEl('li', { cls: 'sss-block-row' });
      notes.forEach((note, at) => {
        if (at > 0) item.appendText(' ↔ ');
        this.#drawLink(item, note);
      });
      // Also where no style sheet keeps them apart: read aloud, copied, in plain text.
      if (notes.length > 0 && detail !== '') item.appendText(' ');
      if (detail !== '') drawDetail(item.createSpan({ cls: notes.length === 0 ? 'sss-block-text' : 'sss-block-detail', attr: { dir: 'auto' } }), detail);
    }
  }

  #drawLink(item: HTMLElement, { path, title }: NoteEntry): void {
    const link = item.createEl('a', { cls: 'internal-link', text: title, href: path, attr: { 'data-href': path, dir: 'auto' } });
    const open = (event: MouseEvent, newTab: boolean): void => {
      // The view would follow the link as well, and open the note twice.
      event.preventDefault();
      event.stopPropagation();
      void this.parts.edge.open(path, newTab);
    };
    link.addEventListener('click', (event) => open(event, Keymap.isModEvent(event) !== false));
    link.addEventListener('auxclick', (event) => {
      if (event.button === 1) open(event, true);
    });
  }
}

/** Writes a text in which no day is broken over two lines. */
function drawDetail(span: HTMLElement, detail: string): void {
  detail.split(/(\d{4}-\d{2}-\d{2})/).forEach((part, at) => {
    // What stands between two others of the split is a day.
    if (at % 2 === 1) span.createSpan({ cls: 'sss-block-day', text: part });
    else span.appendText(part);
  });
}

function showProblem(container: HTMLElement, problem: string): void {
  container.createDiv({ cls: 'sss-block-problem', text: problem, attr: { role: 'note' } });
}
