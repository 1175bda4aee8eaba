import { Modal, type App } from 'obsidian';
import { readDay } from '../../base';
import { drawField } from '../../obsidian/parts/field';
import { drawFormFoot } from '../../obsidian/parts/form-foot';
import type { KeptForm } from '../../obsidian/parts/keep-typed';
import { nameModal } from '../../obsidian/parts/modal-name';
import { words } from '../../words';
import { AUDIENCES, type Audience, type Hold } from '..';

/** What is asked when a note is held back. */
export interface HoldForm extends Hold {
  readonly notFor: readonly Audience[];
}

/** Not yet, or not for them: until a day, until something happens, or kept from some audiences. */
export class HoldModal extends Modal {
  constructor(
    app: App,
    private readonly present: HoldForm,
    private readonly hooks: { save(form: HoldForm): Promise<string | undefined>; keep(form: HTMLElement): KeptForm },
  ) {
    super(app);
  }

  override onOpen(): void {
    this.setTitle(words.share.holdTitle);
    this.modalEl.addClass('sss-modal', 'sss-hold');
    nameModal(this);
    const until = drawField(this.contentEl, 'input', { label: words.share.holdUntil });
    until.type = 'date';
    until.value = this.present.until ?? '';
    const event = drawField(this.contentEl, 'input', { label: words.share.holdEvent, hint: words.share.holdEventHint });
    event.type = 'text';
    event.value = this.present.event ?? '';
    const boxes = this.#drawAudiences();
    const kept = this.hooks.keep(this.contentEl);
    const texts = { submit: words.share.holdSave, cancel: words.share.cancel, restored: words.share.draftKept };
    drawFormFoot(this, texts, async () => {
      const day = readDay(until.value);
      const notFor = AUDIENCES.filter((audience) => boxes.get(audience)?.checked === true);
      if (until.value.trim() !== '' && day === undefined) return words.share.notADay;
      if (day === undefined && event.value.trim() === '' && notFor.length === 0 && this.present.notFor.length === 0) return words.share.holdNothing;
      return this.hooks.save({ notFor, ...(day === undefined ? {} : { until: day }), ...(event.value.trim() === '' ? {} : { event: event.value }) });
    }, kept);
    until.focus();
  }

  override onClose(): void {
    this.contentEl.empty();
  }

  #drawAudiences(): Map<Audience, HTMLInputElement> {
    const group = this.contentEl.createEl('fieldset', { cls: 'sss-audiences' });
    group.createEl('legend', { text: words.share.holdNotFor, cls: 'sss-field-label' });
    return new Map(AUDIENCES.map((audience) => {
      const label = group.createEl('label', { cls: 'sss-audience' });
      const box = label.createEl('input', { type: 'checkbox', value: audience });
      box.checked = this.present.notFor.includes(audience);
      label.createSpan({ text: words.share.audiences[audience] });
      return [audience, box];
    }));
  }
}
