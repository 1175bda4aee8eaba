import type { IndexStatus } from '../../obsidian/index-status';
import { words } from '../../words';
import { isOfPart, soFarOf } from './progress';

/**
 * The line above the list: how many links there are, and of how much of the vault. A list that was found in a part of it says so until
 * another one is there: the index may be complete some moments earlier.
 */
export class LinksStatus {
  readonly #line: HTMLElement;
  #isOfPart = false;
  #soFar = '';

  constructor(container: HTMLElement, private readonly index: () => IndexStatus) {
    this.#line = container.createDiv({ cls: 'sss-links-status', attr: { role: 'status' } });
  }

  /** To be called before links are asked for; what it gives, when they are shown. */
  asking(): () => void {
    const wasOfPart = isOfPart(this.index());
    return () => (this.#isOfPart = wasOfPart);
  }

  /** Says how many links are shown, none for 0; or that the list is paused. */
  say(count: number, isPaused: boolean): void {
    const now = soFarOf(this.index());
    if (now !== '') this.#soFar = now;
    const soFar = now === '' && this.#isOfPart && count > 0 ? this.#soFar : now;
    const sentence = count === 0 ? '' : words.serendipity.count(count);
    const text = isPaused ? words.serendipity.paused : [sentence, soFar].filter((part) => part !== '').join(' · ');
    if (this.#line.textContent !== text) this.#line.setText(text);
  }
}
