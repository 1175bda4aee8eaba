import { Modal, Platform, type App } from 'obsidian';
import { reasonOf } from '../../base';
import { folderOf } from '../../note';
import type { Edge } from '../../obsidian/edge';
import { showEmptyState } from '../../obsidian/parts/empty-state';
import { nameModal } from '../../obsidian/parts/modal-name';
import { words } from '../../words';
import { linkToEachOther } from './add-see-also';
import type { Hidden } from './hidden';
import type { FoundSpark, LinkFinder, SparkSide } from './link-finder';
import { drawExcerpt } from './link-card';
import { reasonText } from './reason-text';

const DRAWN_AT_ONCE = 6;

/** Two notes of the whole vault that should meet, and why; "another" goes on to the next pair. */
export class SparkModal extends Modal {
  #sparks: readonly FoundSpark[] = [];
  #at = 0;
  #turn = 0;

  constructor(
    app: App,
    private readonly edge: Edge,
    private readonly finder: LinkFinder,
    private readonly hidden: Hidden,
    private seed: number,
  ) {
    super(app);
  }

  override onOpen(): void {
    this.modalEl.addClass('sss-modal', 'sss-spark-modal');
    this.titleEl.setText(words.serendipity.sparkTitle);
    nameModal(this);
    void this.#drawPairs();
  }

  override onClose(): void {
    this.#turn++;
    this.contentEl.empty();
  }

  async #drawPairs(): Promise<void> {
    const turn = ++this.#turn;
    this.contentEl.empty();
    this.contentEl.createEl('p', { cls: 'sss-head-text', text: words.serendipity.sparkLooking, attr: { role: 'status' } });
    try {
      this.#sparks = await this.finder.sparks(DRAWN_AT_ONCE, this.seed);
    } catch (error) {
      if (turn === this.#turn) this.#showProblem(reasonOf(error));
      return;
    }
    if (turn !== this.#turn) return;
    this.#at = 0;
    this.#show();
  }

  #show(): void {
    const spark = this.#sparks[this.#at];
    if (spark === undefined) return this.#showProblem(this.edge.notes.list().length < 2 ? words.serendipity.sparkNeedsNotes : words.serendipity.noSpark);
    this.contentEl.empty();
    const pair = this.contentEl.createDiv({ cls: 'sss-spark' });
    this.#drawSide(pair, spark.here);
    const between = pair.createEl('ul', { cls: 'sss-link-reasons sss-spark-reasons', attr: { 'aria-label': words.serendipity.sparkReasons } });
    for (const reason of spark.reasons) between.createEl('li', { cls: `sss-reason sss-reason-${reason.kind}`, text: reasonText(reason) });
    this.#drawSide(pair, spark.there);
    const buttons = this.contentEl.createDiv({ cls: 'modal-button-container' });
    const button = (text: string, cls: string, run: () => void): HTMLElement => {
      const element = buttons.createEl('button', { text, cls, attr: { type: 'button' } });
      element.addEventListener('click', run);
      return element;
    };
    button(words.serendipity.openBoth, 'mod-cta', () => void this.#openBoth(spark));
    button(words.serendipity.another, '', () => this.#next()).focus();
    button(words.serendipity.keepSpark, '', () => void this.#keep(spark));
    button(words.serendipity.hideSpark, '', () => {
      this.hidden.hidePair(spark.here.path, spark.there.path);
      this.#next();
    });
  }

  #drawSide(container: HTMLElement, { path, title, excerpt }: SparkSide): void {
    const side = container.createDiv({ cls: 'sss-link sss-spark-side' });
    const open = side.createEl('button', { cls: 'sss-link-title', text: title, attr: { type: 'button', dir: 'auto' } });
    open.addEventListener('click', () => {
      this.close();
      void this.edge.open(path);
    });
    const folder = folderOf(path);
    if (folder !== '') side.createDiv({ cls: 'sss-link-folder', text: folder, attr: { dir: 'auto' } });
    if (excerpt.text !== '') drawExcerpt(side, excerpt);
  }

  #next(): void {
    this.#at++;
    if (this.#at < this.#sparks.length) return this.#show();
    this.seed++;
    void this.#drawPairs();
  }

  #showProblem(sentence: string): void {
    this.contentEl.empty();
    showEmptyState(this.contentEl, { icon: 'sparkles', text: sentence });
  }

  // Kept: each note says "See also" the other, or neither does. What is linked is no spark any more, so it does not come back.
  async #keep({ here, there }: FoundSpark): Promise<void> {
    const linked = await linkToEachOther(this.edge.notes, here.path, there.path);
    if (!linked.ok) return this.edge.say(linked.problem);
    this.edge.say(words.serendipity.sparkKept(here.title, there.title));
    this.#next();
  }

  async #openBoth({ here, there }: FoundSpark): Promise<void> {
    this.close();
    await this.edge.open(here.path);
    const file = this.app.vault.getFileByPath(there.path);
    if (file !== null) await this.app.workspace.getLeaf(Platform.isPhone ? 'tab' : 'split').openFile(file);
  }
}
