import type { Component } from 'obsidian';

const TIME = 10_000;

/** A button beside a message. */
export interface MessageAction {
  readonly label: string;
  readonly run: () => void;
}

/** One line above the list that says what was just done, with what can be done about it; read out by screen readers. */
export class PassingMessage {
  readonly #box: HTMLElement;
  readonly #text: HTMLElement;
  readonly #buttons: HTMLElement;
  #timer: number | undefined;
  #stays = false;
  /** What had the focus when the message came. */
  #from: HTMLElement | undefined;

  /** `takeFocus` is called when a button that has the focus goes away, and what had it before is gone, too, or was a card of the list. */
  constructor(private readonly container: HTMLElement, life: Component, private readonly takeFocus: () => void) {
    this.#box = container.createDiv({ cls: 'sss-links-message' });
    this.#text = this.#box.createSpan({ attr: { role: 'status' } });
    this.#buttons = this.#box.createDiv({ cls: 'sss-links-message-buttons' });
    life.register(() => window.clearTimeout(this.#timer));
  }

  /** Shows a sentence for ten seconds; with `stays` until it is cleared. Any of the buttons clears it. */
  show(sentence: string, actions: readonly MessageAction[] = [], stays = false): void {
    this.clear();
    this.#stays = stays;
    this.#from = focusedIn(this.container);
    this.#box.addClass('is-shown');
    this.#text.setText(sentence);
    for (const { label, run } of actions) {
      const button = this.#buttons.createEl('button', { text: label, attr: { type: 'button' } });
      button.addEventListener('click', () => this.clear(run));
    }
    if (!stays) this.#timer = window.setTimeout(() => this.clear(), TIME);
  }

  /** Clears a message that would stay, because what it says may not hold any more. */
  outdate(): void {
    if (this.#stays) this.clear();
  }

  /** Takes the message away, and does what `run` does before the focus goes back. */
  clear(run?: () => void): void {
    const hadFocus = focusedIn(this.#box) !== undefined;
    window.clearTimeout(this.#timer);
    this.#box.removeClass('is-shown');
    this.#text.setText('');
    this.#buttons.empty();
    this.#stays = false;
    run?.();
    if (!hadFocus || focusedIn(this.container) !== undefined) return;
    // A card need not be the one any more that somebody worked at: the list knows where it stands.
    if (this.#from?.isShown() === true && this.#from.closest('.sss-link') === null) this.#from.focus();
    else this.takeFocus();
  }
}

function focusedIn(container: HTMLElement): HTMLElement | undefined {
  const { activeElement } = container.doc;
  return activeElement !== null && container.contains(activeElement) ? (activeElement as HTMLElement) : undefined;
}
