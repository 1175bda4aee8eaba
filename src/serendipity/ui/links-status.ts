import type { IndexStatus } from '../../obsidian/index-status';
import { words } from '../../words';
import { soFarOf } from './progress';

/**
 * The line above the list: how many links there are, and of how much of the vault. A list that was found in a part of it says so until
 * another one is there: the index may be complete some moments earlier.
 */
export class LinksStatus {
  readonly #line: HTMLElement;
  #soFar = '';

  constructor(container: HTMLElement, private readonly index: () => IndexStatus) {
    this.#line = container.createDiv({ cls: 'sss-links-status', attr: { role: 'status' } });
  }

  /** Says how many links are shown, none for 0, and whether they are of a part of the vault only. */
  say(count: number, isOfPart: boolean): void {
    const now = soFarOf(this.index());
    if (now !== '') this.#soFar = now;
    const soFar = now === '' && isOfPart && count > 0 ? this.#soFar : now;
    const sentence = count === 0 ? '' : words.serendipity.count(count);
    this.#show([sentence, soFar].filter((part) => part !== '').join(' · '));
  }

  /** Says that the list is paused; `isThere` is false as long as the first one has yet to come. */
  sayPaused(isThere: boolean): void {
    this.#show(isThere ? words.serendipity.paused : words.serendipity.pausedSoon);
  }

  #show(text: string): void {
    if (this.#line.textContent !== text) this.#line.setText(text);
  }
}
