import { Modal, Platform, type App } from 'obsidian';
import { reasonOf } from '../../base';
import { folderOf } from '../../note';
import type { Edge } from '../../obsidian/edge';
import type { IndexPhase } from '../../obsidian/index-status';
import type { LinkIndex } from '../../obsidian/link-index';
import { showEmptyState } from '../../obsidian/parts/empty-state';
import { nameModal } from '../../obsidian/parts/modal-name';
import { words } from '../../words';
import { linkToEachOther } from './add-see-also';
import type { Hidden } from './hidden';
import type { FoundSpark, LinkFinder, SparkSide } from './link-finder';
import { drawExcerpt, drawMarked } from './link-card';
import { soFarOf } from './progress';
import { whyNoSpark } from './no-spark';
import { reasonText } from './reason-text';
import { UnseenSparks } from './unseen-sparks';

const DRAWN_AT_ONCE = 6;
/** So many milliseconds a whole index is worth waiting for; then pairs are drawn from what is known so far. */
const PATIENCE = 5000;

/** Two notes of the whole vault that should meet, and why; "another" goes on to the next pair. */
export class SparkModal extends Modal {
  #sparks: readonly FoundSpark[] = [];
  #at = 0;
  #turn = 0;
  readonly #unseen: UnseenSparks;
  /** What the index was doing when it had no pair, unless it knew the whole vault. */
  #noneWhile: IndexPhase | undefined;
  /** The pairs at hand are of a part of the vault. */
  #isOfPart = false;
  #soFar: HTMLElement | undefined;
  #unfollow = (): void => undefined;

  constructor(
    app: App,
    private readonly edge: Edge,
    private readonly index: LinkIndex,
    private readonly finder: LinkFinder,
    private readonly hidden: Hidden,
    private seed: number,
  ) {
    super(app);
    this.#unseen = new UnseenSparks(finder);
  }

  override onOpen(): void {
    this.modalEl.addClass('sss-modal', 'sss-spark-modal');
    this.titleEl.setText(words.serendipity.sparkTitle);
    nameModal(this);
    this.#unfollow = this.index.onStatus(() => this.#followIndex());
    void this.#drawPairs(PATIENCE);
  }

  override onClose(): void {
    this.#turn++;
    this.#unfollow();
    this.contentEl.empty();
  }

  async #drawPairs(patience = 0): Promise<void> {
    const turn = ++this.#turn;
    this.#noneWhile = undefined;
    this.contentEl.empty();
    this.contentEl.createEl('p', { cls: 'sss-head-text', text: words.serendipity.sparkLooking, attr: { role: 'status' } });
    this.#addSoFar();
    try {
      if (patience > 0) await this.index.whenComplete(patience);
      if (turn !== this.#turn) return;
      const { phase } = this.index.status;
      if (phase === 'waiting' || phase === 'opening') return this.#showNone(words.serendipity.stillOpening);
      const sparks = await this.#unseen.draw(DRAWN_AT_ONCE, this.seed);
      if (turn !== this.#turn) return;
      if (sparks.length === 0 && phase !== this.index.status.phase) return this.#drawPairs();
      this.#sparks = sparks;
      this.#isOfPart = phase !== 'ready';
      if (sparks.length > 0) {
        this.#at = 0;
        return this.#show();
      }
      const why = await whyNoSpark({ edge: this.edge, index: this.index, finder: this.finder }, this.seed);
      if (turn === this.#turn) this.#showNone(why);
    } catch (error) {
      if (turn === this.#turn) this.#showProblem(reasonOf(error));
    }
  }

  #followIndex(): void {
    const { status } = this.index;
    if (this.#noneWhile !== undefined && this.#noneWhile !== status.phase) void this.#drawPairs();
    else this.#soFar?.setText(soFarOf(status));
  }

  /** How much of the vault is known, kept up to date; nothing where that is all. */
  #addSoFar(): void {
    this.#soFar = this.contentEl.createDiv({ cls: 'sss-links-status', text: soFarOf(this.index.status) });
  }

  #show(): void {
    const spark = this.#sparks[this.#at];
    if (spark === undefined) return;
    this.#unseen.see(spark);
    const pairOfTitles = { here: spark.here.title, there: spark.there.title };
    this.contentEl.empty();
    this.#addSoFar();
    const pair = this.contentEl.createDiv({ cls: 'sss-spark' });
    this.#drawSide(pair, spark.here);
    const between = pair.createEl('ul', { cls: 'sss-link-reasons sss-spark-reasons', attr: { 'aria-label': words.serendipity.sparkReasons } });
    for (const reason of spark.reasons) between.createEl('li', { cls: `sss-reason sss-reason-${reason.kind}`, text: reasonText(reason, pairOfTitles) });
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

  #drawSide(container: HTMLElement, { path, title, titleMarks, excerpt }: SparkSide): void {
    const side = container.createDiv({ cls: 'sss-link sss-spark-side' });
    const open = side.createEl('button', { cls: 'sss-link-title', attr: { type: 'button', dir: 'auto' } });
    drawMarked(open, { text: title, marks: titleMarks });
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
    const isOutdated = this.#isOfPart && this.index.status.phase === 'ready';
    if (this.#at < this.#sparks.length && !isOutdated) return this.#show();
    this.seed++;
    void this.#drawPairs();
  }

  /** No pair, and why; as long as not all notes are read, another answer may follow by itself. */
  #showNone(sentence: string): void {
    this.#showProblem(sentence);
    const { phase } = this.index.status;
    this.#noneWhile = phase === 'ready' ? undefined : phase;
    this.#addSoFar();
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
    if (file === null) return this.edge.say(words.notes.missing(there.path));
    await this.app.workspace.getLeaf(Platform.isPhone ? 'tab' : 'split').openFile(file);
  }
}
