import { Modal, type App } from 'obsidian';
import type { IndexStatus } from '../../obsidian/index-status';
import type { LinkIndex } from '../../obsidian/link-index';
import { nameModal } from '../../obsidian/parts/modal-name';
import { words } from '../../words';
import type { EngineSize } from '..';

/** Of the notes that could not be read, so many are named. */
const MOST_UNREAD = 20;

/** What is to be known about the index, kept up to date while it is open, with pause and rebuild. */
export class IndexModal extends Modal {
  #size: EngineSize | undefined;
  #facts: HTMLElement | undefined;
  #unread: HTMLElement | undefined;
  #pause: HTMLButtonElement | undefined;
  #off: () => void = () => undefined;
  #asked = 0;

  constructor(
    app: App,
    private readonly index: LinkIndex,
  ) {
    super(app);
  }

  override onOpen(): void {
    const texts = words.serendipity;
    this.modalEl.addClass('sss-modal', 'sss-index-modal');
    this.titleEl.setText(texts.aboutIndex);
    nameModal(this);
    this.#facts = this.contentEl.createEl('dl', { cls: 'sss-facts' });
    this.#unread = this.contentEl.createDiv();
    const buttons = this.contentEl.createDiv({ cls: 'modal-button-container' });
    const button = (text: string, run: () => void): HTMLButtonElement => {
      const made = buttons.createEl('button', { text, attr: { type: 'button' } });
      made.addEventListener('click', run);
      return made;
    };
    this.#pause = button('', () => (this.index.status.phase === 'paused' ? this.index.resume() : this.index.pause()));
    button(texts.rebuild, () => void this.index.rebuild());
    this.#off = this.index.onStatus(() => void this.#measure());
    void this.#measure();
  }

  override onClose(): void {
    this.#off();
    this.#asked++;
    this.contentEl.empty();
  }

  // News may come faster than answers: the latest answer is drawn.
  async #measure(): Promise<void> {
    const asked = ++this.#asked;
    if (this.index.isAnswering) {
      try {
        this.#size = await this.index.ask('size');
      } catch {
        // The index was switched off meanwhile: its state says so.
        this.#size = undefined;
      }
    } else this.#size = undefined;
    if (asked === this.#asked) this.#draw(this.index.status);
  }

  #draw(status: IndexStatus): void {
    const texts = words.serendipity;
    const list = this.#facts;
    if (list === undefined) return;
    list.empty();
    for (const [name, value] of factsOf(status, this.#size, this.index.memoryCap)) {
      list.createEl('dt', { text: name });
      list.createEl('dd', { text: value });
    }
    const isOn = status.phase !== 'off' && status.phase !== 'failed' && status.phase !== 'waiting';
    this.#pause?.setText(status.phase === 'paused' ? texts.resumeIndexing : texts.pauseIndexing);
    this.#pause?.toggle(isOn);
    this.#drawUnread();
  }

  #drawUnread(): void {
    const { left } = this.index;
    this.#unread?.empty();
    if (left.size === 0) return;
    this.#unread?.createEl('p', { text: words.serendipity.indexUnread(left.size) });
    const list = this.#unread?.createEl('ul');
    for (const [path, reason] of [...left].slice(0, MOST_UNREAD)) list?.createEl('li', { text: words.serendipity.unreadNote(path, reason), attr: { dir: 'auto' } });
  }
}

function factsOf(status: IndexStatus, size: EngineSize | undefined, cap: number | undefined): (readonly [name: string, value: string])[] {
  const texts = words.serendipity;
  const facts: (readonly [string, string])[] = [[texts.indexState, stateOf(status)]];
  if (size !== undefined) {
    facts.push([texts.indexNotes, texts.counted(size.notes)], [texts.indexLinks, texts.counted(size.links)], [texts.indexWords, texts.counted(size.terms)], [texts.indexMemory, memoryText(size, cap)]);
  }
  facts.push([texts.indexUpdated, status.updatedAt === undefined ? texts.never : new Date(status.updatedAt).toLocaleString()]);
  if (status.place !== undefined) facts.push([texts.indexPlace, texts.indexPlaces[status.place]]);
  facts.push([texts.indexPace, status.isSparing ? texts.paceSparing : texts.paceFull]);
  return facts;
}

/** What the index takes of which bound; also what the bound costs, and where it cannot be kept. */
function memoryText({ bytes, thinnedTo, isThinnest }: EngineSize, cap: number | undefined): string {
  const texts = words.serendipity;
  if (cap === undefined) return texts.megabytes(bytes);
  if (thinnedTo === undefined) return texts.ofMegabytes(bytes, cap);
  return isThinnest && bytes > cap ? texts.overMegabytes(bytes, cap, thinnedTo) : texts.thinnedMegabytes(bytes, cap, thinnedTo);
}

function stateOf({ phase, done, total, problem }: IndexStatus): string {
  const texts = words.serendipity.indexStates;
  if (phase === 'reading') return texts.reading(done, total);
  if (phase === 'paused') return texts.paused(total - done);
  return problem ?? texts[phase];
}
