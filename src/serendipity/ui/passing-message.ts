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

  constructor(container: HTMLElement, life: Component) {
    this.#box = container.createDiv({ cls: 'sss-links-message' });
    this.#text = this.#box.createSpan({ attr: { role: 'status' } });
    this.#buttons = this.#box.createDiv({ cls: 'sss-links-message-buttons' });
    life.register(() => window.clearTimeout(this.#timer));
  }

  /** Shows a sentence for ten seconds; with `stays` until it is cleared. Any of the buttons clears it. */
  show(sentence: string, actions: readonly MessageAction[] = [], stays = false): void {
    this.clear();
    this.#stays = stays;
    this.#box.addClass('is-shown');
    this.#text.setText(sentence);
    for (const { label, run } of actions) {
      const button = this.#buttons.createEl('button', { text: label, attr: { type: 'button' } });
      button.addEventListener('click', () => {
        this.clear();
        run();
      });
    }
    if (!stays) this.#timer = window.setTimeout(() => this.clear(), TIME);
  }

  /** Clears a message that would stay, because what it says may not hold any more. */
  outdate(): void {
    if (this.#stays) this.clear();
  }

  clear(): void {
    window.clearTimeout(this.#timer);
    this.#box.removeClass('is-shown');
    this.#text.setText('');
    this.#buttons.empty();
    this.#stays = false;
  }
}
