import { Modal, type App } from 'obsidian';
import { nameModal } from '../../obsidian/parts/modal-name';
import { words } from '../../words';

/** A question that is answered by one of two buttons; closing the window says no. */
class QuestionModal extends Modal {
  #answer = false;

  constructor(app: App, private readonly texts: { title: string; question: string; yes: string }, private readonly answered: (answer: boolean) => void) {
    super(app);
  }

  override onOpen(): void {
    this.setTitle(this.texts.title);
    this.modalEl.addClass('sss-modal', 'sss-question');
    nameModal(this);
    this.contentEl.createEl('p', { text: this.texts.question });
    const row = this.contentEl.createDiv({ cls: 'modal-button-container' });
    row.createEl('button', { text: this.texts.yes, cls: 'mod-warning', attr: { type: 'button' } }).addEventListener('click', () => {
      this.#answer = true;
      this.close();
    });
    const no = row.createEl('button', { text: words.share.cancel, attr: { type: 'button' } });
    no.addEventListener('click', () => this.close());
    no.focus();
  }

  override onClose(): void {
    this.contentEl.empty();
    this.answered(this.#answer);
  }
}

/** Asks whether to write over what somebody else changed. */
export function asksToInsist(app: App, problem: string): Promise<boolean> {
  return asks(app, { title: words.share.insistTitle, question: problem, yes: words.share.insist });
}

/** Asks before something is taken back. */
export function asksToWithdraw(app: App, what: string): Promise<boolean> {
  return asks(app, { title: words.share.withdrawTitle, question: words.share.withdrawWhy(what), yes: words.share.withdrawDo });
}

function asks(app: App, texts: { title: string; question: string; yes: string }): Promise<boolean> {
  return new Promise((resolve) => new QuestionModal(app, texts, resolve).open());
}
