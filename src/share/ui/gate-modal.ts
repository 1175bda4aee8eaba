import { Modal, type App } from 'obsidian';
import { drawField } from '../../obsidian/parts/field';
import type { KeptForm } from '../../obsidian/parts/keep-typed';
import { nameModal } from '../../obsidian/parts/modal-name';
import { words } from '../../words';

/** What the gate offers where it stays closed and an override is switched on. */
interface GateHooks {
  writeTake(): void;
  override(reason: string): string | undefined;
  keep(form: HTMLElement): KeptForm;
  /** Present where the gate only nudges: then no reason has to be given. */
  readonly goOn?: () => void;
}

/** Where the gate stays closed and something else is possible: write the take, give a reason for going without, or go on as it is. */
export class GateModal extends Modal {
  constructor(
    app: App,
    private readonly why: string,
    private readonly hooks: GateHooks,
  ) {
    super(app);
  }

  override onOpen(): void {
    this.setTitle(words.share.gateTitle);
    this.modalEl.addClass('sss-modal', 'sss-gate');
    nameModal(this);
    this.contentEl.createEl('p', { text: this.why });
    const { goOn } = this.hooks;
    const override = goOn === undefined ? this.#drawOverride() : (): void => this.#closeAnd(goOn);
    const row = this.contentEl.createDiv({ cls: 'modal-button-container' });
    const write = row.createEl('button', { text: words.share.gateWrite, cls: 'mod-cta', attr: { type: 'button' } });
    write.addEventListener('click', () => this.#closeAnd(() => this.hooks.writeTake()));
    row.createEl('button', { text: goOn === undefined ? words.share.gateOverride : words.share.gateGoOn, attr: { type: 'button' } }).addEventListener('click', override);
    write.focus();
  }

  #drawOverride(): () => void {
    const reason = drawField(this.contentEl, 'input', { label: words.share.gateReason, hint: words.share.gateReasonHint });
    reason.type = 'text';
    const kept = this.hooks.keep(this.contentEl);
    const problem = this.contentEl.createDiv({ cls: 'sss-problem', attr: { role: 'alert' } });
    if (kept.isRestored) problem.setText(words.share.draftKept);
    return () => {
      const refused = this.hooks.override(reason.value);
      if (refused === undefined) {
        kept.forget();
        this.close();
      } else problem.setText(refused);
    };
  }

  #closeAnd(run: () => void): void {
    this.close();
    run();
  }

  override onClose(): void {
    this.contentEl.empty();
  }
}
