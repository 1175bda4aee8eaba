import { onOneLine } from '../../base';
import type { KeptForm } from '../../obsidian/parts/keep-typed';
import { drawField } from '../../obsidian/parts/field';
import { words } from '../../words';

/** Asks, once, whether an early idea should meet a community before the network. It is a question only: sharing again goes on. */
export class EarlyPanel {
  readonly #panel: HTMLElement;
  readonly #reason: HTMLInputElement;
  #wasAsked = false;
  readonly #kept: KeptForm;

  constructor(container: HTMLElement, communityFirst: () => void, keep: (form: HTMLElement) => KeptForm) {
    this.#panel = container.createDiv({ cls: 'sss-early', attr: { role: 'group', 'aria-label': words.share.earlyTitle } });
    this.#panel.createDiv({ cls: 'sss-row-title', text: words.share.earlyTitle });
    this.#panel.createDiv({ cls: 'sss-row-detail', text: words.share.earlyWhy });
    this.#reason = drawField(this.#panel, 'input', { label: words.share.earlyReason, hint: words.share.earlyReasonHint });
    this.#reason.type = 'text';
    this.#panel.createEl('button', { text: words.share.earlyCommunity, attr: { type: 'button' } }).addEventListener('click', communityFirst);
    this.#kept = keep(this.#panel);
    this.hide();
  }

  /** It was shared: the reason stands in the share history. */
  forget(): void {
    this.#kept.forget();
  }

  get wasAsked(): boolean {
    return this.#wasAsked;
  }

  /** What the user typed; empty when they gave no reason. */
  get reason(): string {
    return onOneLine(this.#reason.value);
  }

  ask(): void {
    this.#wasAsked = true;
    this.#panel.show();
    this.#reason.focus();
    this.#panel.scrollIntoView({ block: 'nearest' });
  }

  hide(): void {
    this.#panel.hide();
    this.#wasAsked = false;
  }
}
