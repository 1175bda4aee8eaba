import { words } from '../../words';
import { CONTRADICTION_PROMPT, contradictionBetween, type Prompt } from '..';
import type { LinkOffer } from './link-offer';

/** Where the questions come from. */
export interface PromptHooks {
  /** A question; `suggested` is the id of one that something speaks for. */
  nextPrompt(suggested?: string): Prompt | undefined;
  /** Whether the question with this id is among those that are asked. */
  mayAsk(id: string): boolean;
}

/** The one question above a take, with a button for another. */
export class PromptRow {
  readonly #question: HTMLElement;
  readonly #occasion: HTMLElement;
  #asked: string | undefined;

  constructor(container: HTMLElement, private readonly hooks: PromptHooks) {
    const row = container.createDiv({ cls: 'sss-take-prompt' });
    const asked = row.createDiv({ cls: 'sss-take-question', attr: { 'aria-live': 'polite' } });
    this.#question = asked.createEl('p');
    this.#occasion = asked.createDiv({ cls: 'sss-field-hint', attr: { dir: 'auto' } });
    const another = row.createEl('button', { text: words.sense.anotherPrompt, attr: { type: 'button' } });
    another.addEventListener('click', () => this.ask());
    this.ask();
  }

  /** Asks another question. */
  ask(suggested?: string): void {
    const prompt = this.hooks.nextPrompt(suggested);
    this.#asked = prompt?.id;
    this.#question.setText(prompt?.question ?? '');
    this.#occasion.empty();
  }

  /** Asks about the first of the offered notes that might contradict a quote, where there is one, and names it. */
  askAboutContradiction(quote: string, offers: readonly LinkOffer[]): void {
    const other = offers.find(({ excerpt = '' }) => contradictionBetween(quote, excerpt).length > 0);
    if (other === undefined || !this.hooks.mayAsk(CONTRADICTION_PROMPT)) return;
    if (this.#asked !== CONTRADICTION_PROMPT) this.ask(CONTRADICTION_PROMPT);
    if (this.#asked === CONTRADICTION_PROMPT) this.#occasion.setText(words.sense.mightContradict(other.title));
  }
}
