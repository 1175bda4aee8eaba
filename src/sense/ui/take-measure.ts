import { words } from '../../words';
import { qualityOf, reasonsAgainst, type QuoteEntry } from '..';
import type { TakeDraft } from './take-draft';
import { drawDifference } from './take-past';

/** What is said below a take as it grows: how many words are its own, what speaks against it, and what a later one changes. */
export class TakeMeasure {
  readonly #counter: HTMLElement;
  readonly #reasons: HTMLElement;
  readonly #difference: HTMLElement;

  constructor(container: HTMLElement, private readonly quote: QuoteEntry['quote'], private readonly leastOwnWords: number) {
    this.#counter = container.createDiv({ cls: 'sss-counter', attr: { 'aria-live': 'polite' } });
    this.#reasons = container.createEl('ul', { cls: 'sss-reasons', attr: { 'aria-live': 'polite' } });
    this.#difference = container.createDiv({ cls: 'sss-what-changed' });
  }

  show({ text, before, isLater }: TakeDraft): void {
    const quality = qualityOf(text, this.quote);
    this.#counter.setText(words.sense.ownWords(quality.own, this.leastOwnWords));
    // Before the first word there is nothing to say.
    const reasons = text.trim() === '' ? [] : reasonsAgainst(quality, this.leastOwnWords);
    this.#reasons.empty();
    for (const reason of reasons) this.#reasons.createEl('li', { text: reason });
    this.#difference.empty();
    if (isLater !== true || text === before) return;
    this.#difference.createDiv({ cls: 'sss-field-label', text: words.sense.whatChanged });
    drawDifference(this.#difference, before, text);
  }
}
