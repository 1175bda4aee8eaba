import { Modal, type App } from 'obsidian';
import { drawField } from '../../obsidian/parts/field';
import { nameModal } from '../../obsidian/parts/modal-name';
import { words } from '../../words';

/** Where the gate stays closed and an override is switched on: write the take, or give a reason for going without. */
export class GateModal extends Modal {
  constructor(
    app: App,
    private readonly why: string,
    private readonly hooks: { writeTake(): void; override(reason: string): string | undefined },
  ) {
    super(app);
  }

  override onOpen(): void {
    this.setTitle(words.share.gateTitle);
    this.modalEl.addClass('sss-modal', 'sss-gate');
    nameModal(this);
    this.contentEl.createEl('p', { text: this.why });
    const reason = drawField(this.contentEl, 'input', { label: words.share.gateReason, hint: words.share.gateReasonHint });
    reason.type = 'text';
    const problem = this.contentEl.createDiv({ cls: 'sss-problem', attr: { role: 'alert' } });
    const row = this.contentEl.createDiv({ cls: 'modal-button-container' });
    const write = row.createEl('button', { text: words.share.gateWrite, cls: 'mod-cta', attr: { type: 'button' } });
    write.addEventListener('click', () => {
      this.close();
      this.hooks.writeTake();
    });
    row.createEl('button', { text: words.share.gateOverride, attr: { type: 'button' } }).addEventListener('click', () => {
      const refused = this.hooks.override(reason.value);
      if (refused === undefined) this.close();
      else problem.setText(refused);
    });
    write.focus();
  }

  override onClose(): void {
    this.contentEl.empty();
  }
}
