import { Modal, type App } from 'obsidian';
import { drawField } from '../../obsidian/parts/field';
import { drawFormFoot } from '../../obsidian/parts/form-foot';
import type { ContactDirectory } from '../../ties';
import { nameModal } from '../../obsidian/parts/modal-name';
import { words } from '../../words';
import { FORM_FIELDS, type CaptureForm } from './capture-form';
import { ViaSuggest } from './via-suggest';

/** What the modal needs from around it. */
interface CaptureModalHooks {
  readonly directory: ContactDirectory;
  /** Keeps what is typed, so that nothing is lost when the modal closes. */
  keepDraft(form: CaptureForm): void;
  /** Captures; gives back a sentence to show when it cannot. */
  capture(form: CaptureForm): Promise<string | undefined>;
}

/** One modal for every way a quote comes in: quote, where it comes from, who led there and, right there, the take. */
export class CaptureModal extends Modal {
  readonly #controls = new Map<string, HTMLInputElement | HTMLTextAreaElement>();

  constructor(
    app: App,
    private readonly form: CaptureForm,
    private readonly hooks: CaptureModalHooks,
    private readonly hint?: string,
  ) {
    super(app);
  }

  override onOpen(): void {
    this.setTitle(words.seek.modalTitle);
    this.modalEl.addClass('sss-modal', 'sss-capture');
    nameModal(this);
    this.#drawFields();
    const foot = drawFormFoot(this, { submit: words.seek.capture, cancel: words.seek.cancel }, () => this.hooks.capture(this.form));
    if (this.hint !== undefined) foot.tell(this.hint);
    const first = this.form.text.trim() === '' ? 'text' : 'take';
    this.#controls.get(first)?.focus();
  }

  override onClose(): void {
    this.contentEl.empty();
  }

  #drawFields(): void {
    const labels = { text: words.seek.quote, author: words.seek.author, source: words.seek.source, title: words.seek.title, via: words.seek.viaLabel, take: words.seek.take };
    const hints: Partial<Record<string, string>> = { source: words.seek.sourceHint, via: words.seek.viaHint, take: words.seek.takeHint };
    for (const field of FORM_FIELDS) {
      const tag = field === 'text' || field === 'take' ? 'textarea' : 'input';
      const hint = hints[field];
      const control = drawField(this.contentEl, tag, { label: labels[field], cls: `sss-capture-${field}`, ...(hint === undefined ? {} : { hint }) });
      if (control.instanceOf(HTMLTextAreaElement)) control.rows = 4;
      else control.type = 'text';
      control.value = this.form[field];
      control.dir = 'auto';
      control.addEventListener('input', () => this.#typed(field, control.value));
      this.#controls.set(field, control);
    }
    const via = this.#controls.get('via');
    if (via?.instanceOf(HTMLInputElement) !== true) return;
    new ViaSuggest(this.app, via, this.hooks.directory, ({ name, isNew }) => {
      Object.assign(this.form, { via: name, viaIsNew: isNew });
      this.hooks.keepDraft(this.form);
    });
  }

  #typed(field: (typeof FORM_FIELDS)[number], value: string): void {
    this.form[field] = value;
    if (field === 'via') this.form.viaIsNew = false;
    this.hooks.keepDraft(this.form);
  }
}
