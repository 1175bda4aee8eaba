import { Modal, type App } from 'obsidian';
import { nameModal } from './modal-name';

/** A question with the answers that it takes, each on a button of its own. */
interface Question<Answer extends string> {
  readonly title: string;
  readonly question: string;
  /** In their order; one that takes something away may say so by its class. */
  readonly answers: readonly { readonly answer: Answer; readonly text: string; readonly cls?: string }[];
  /** What the last button says, which has the focus and does nothing. */
  readonly cancel: string;
}

/** Asks, and gives the answer back; undefined when the window was closed without one. */
export function askQuestion<Answer extends string>(app: App, question: Question<Answer>): Promise<Answer | undefined> {
  return new Promise((resolve) => new QuestionModal(app, question, resolve).open());
}

class QuestionModal<Answer extends string> extends Modal {
  #answer: Answer | undefined;

  constructor(app: App, private readonly asked: Question<Answer>, private readonly answered: (answer: Answer | undefined) => void) {
    super(app);
  }

  override onOpen(): void {
    const { title, question, answers, cancel } = this.asked;
    this.setTitle(title);
    this.modalEl.addClass('sss-modal', 'sss-question');
    nameModal(this);
    const said = this.contentEl.createEl('p', { text: question, attr: { id: 'sss-question-text' } });
    this.modalEl.setAttr('aria-describedby', said.id);
    const row = this.contentEl.createDiv({ cls: 'modal-button-container' });
    for (const { answer, text, cls = '' } of answers) {
      row.createEl('button', { text, cls, attr: { type: 'button' } }).addEventListener('click', () => {
        this.#answer = answer;
        this.close();
      });
    }
    const no = row.createEl('button', { text: cancel, attr: { type: 'button' } });
    no.addEventListener('click', () => this.close());
    no.focus();
  }

  override onClose(): void {
    this.contentEl.empty();
    this.answered(this.#answer);
  }
}
