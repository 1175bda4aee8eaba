import { Modal, type App } from 'obsidian';
import { drawField } from '../../obsidian/parts/field';
import { drawFormFoot, type FormFoot } from '../../obsidian/parts/form-foot';
import { nameModal } from '../../obsidian/parts/modal-name';

/** What a form needs from around it. */
export interface FormHooks<Form> {
  /** Keeps what is typed, so that nothing is lost when the modal closes. */
  keepDraft(form: Form): void;
  /** Does what the form is for; gives back a sentence to show when it cannot. */
  submit(form: Form): Promise<string | undefined>;
}

/** How an input looks besides its label. */
interface InputLook {
  readonly hint?: string;
  readonly type?: 'text' | 'date';
  readonly placeholder?: string;
}

/** A modal with a form: a sentence says what is wrong, Mod+Enter submits, closing keeps what was typed. */
export abstract class FormModal<Form extends object> extends Modal {
  #foot: FormFoot | undefined;

  constructor(
    app: App,
    protected readonly form: Form,
    private readonly hooks: FormHooks<Form>,
    private readonly texts: { title: string; submit: string; cancel: string },
  ) {
    super(app);
  }

  protected abstract drawFields(): void;

  override onOpen(): void {
    this.setTitle(this.texts.title);
    this.modalEl.addClass('sss-modal');
    nameModal(this);
    this.drawFields();
    this.#foot = drawFormFoot(this, this.texts, () => this.hooks.submit(this.form));
  }

  override onClose(): void {
    this.contentEl.empty();
  }

  /** Draws a labelled input for a field of the form. */
  protected drawInput(field: keyof Form & string, label: string, { hint, type = 'text', placeholder = '' }: InputLook = {}): HTMLInputElement {
    const input = drawField(this.contentEl, 'input', { label, ...(hint === undefined ? {} : { hint }) });
    input.type = type;
    input.placeholder = placeholder;
    this.connect(input, field);
    return input;
  }

  /** Connects a control with a field of the form. */
  protected connect(control: HTMLInputElement | HTMLSelectElement, field: keyof Form & string, changed: () => void = () => undefined): void {
    control.value = String(this.form[field]);
    control.dir = 'auto';
    control.addEventListener('input', () => {
      this.typed(field, control.value);
      changed();
    });
  }

  /** Notes a field's new value; the draft is kept at once. */
  protected typed(field: keyof Form & string, value: string): void {
    Object.assign(this.form, { [field]: value });
    this.hooks.keepDraft(this.form);
  }

  protected async submit(): Promise<void> {
    await this.#foot?.submit();
  }
}
