import { Modal, setIcon, type App } from 'obsidian';
import { onOneLine, type Result } from '../../base';
import { drawField } from '../../obsidian/parts/field';
import type { ContactDirectory } from '../../ties';
import { nameModal } from '../../obsidian/parts/modal-name';
import { words } from '../../words';
import { AUDIENCES, SHARE_FORMATS, type Audience, type Recipient, type ShareChoice, type ShareFormat, type SharePlan } from '..';
import { RecipientSuggest } from './recipient-suggest';

/** What the composer needs: a plan for every choice, and somebody to carry the chosen one out. */
export interface ComposerHooks {
  readonly directory: ContactDirectory;
  /** Pure: called on every change of the choice. */
  plan(choice: ShareChoice): Result<SharePlan>;
  /** Gives back a sentence when nothing was shared. */
  share(plan: SharePlan): Promise<string | undefined>;
}

/** To whom, in which form, and exactly what leaves. Nothing happens before the button is pressed. */
export class ComposerModal extends Modal {
  #choice: ShareChoice;
  #recipients!: HTMLElement;
  #preview!: HTMLElement;
  #withheld!: HTMLElement;
  #problem!: HTMLElement;
  #copy!: HTMLButtonElement;
  #busy = false;

  constructor(
    app: App,
    choice: ShareChoice,
    private readonly hooks: ComposerHooks,
  ) {
    super(app);
    this.#choice = choice;
  }

  override onOpen(): void {
    this.setTitle(words.share.modalTitle);
    this.modalEl.addClass('sss-modal', 'sss-composer');
    nameModal(this);
    this.#drawAudiences();
    this.#drawRecipients();
    this.#drawFormat();
    this.#drawPreview();
    this.#drawButtons();
    this.scope.register(['Mod'], 'Enter', () => {
      void this.#share();
      return false;
    });
    this.#update({});
    this.contentEl.find('.sss-audience input:checked').focus();
  }

  override onClose(): void {
    this.contentEl.empty();
  }

  #drawAudiences(): void {
    const group = this.contentEl.createEl('fieldset', { cls: 'sss-audiences' });
    group.createEl('legend', { text: words.share.audienceLabel, cls: 'sss-field-label' });
    for (const audience of AUDIENCES) this.#drawAudience(group, audience);
  }

  #drawAudience(group: HTMLElement, audience: Audience): void {
    const label = group.createEl('label', { cls: 'sss-audience' });
    const radio = label.createEl('input', { type: 'radio', value: audience, attr: { name: 'sss-audience' } });
    radio.checked = audience === this.#choice.audience;
    const text = label.createSpan();
    text.createSpan({ cls: 'sss-row-title', text: words.share.audiences[audience] });
    text.createSpan({ cls: 'sss-row-detail', text: words.share.audienceHints[audience] });
    radio.addEventListener('change', () => this.#update({ audience }));
  }

  #drawRecipients(): void {
    const input = drawField(this.contentEl, 'input', { label: words.share.recipientsLabel, hint: words.share.recipientsHint, cls: 'sss-recipients' });
    input.type = 'text';
    input.placeholder = words.share.addRecipient;
    this.#recipients = createDiv({ cls: 'sss-chips' });
    input.before(this.#recipients);
    new RecipientSuggest(this.app, input, this.hooks.directory, (recipient) => this.#add(recipient));
    input.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.defaultPrevented || onOneLine(input.value) === '') return;
      event.preventDefault();
      this.#add(this.#named(onOneLine(input.value)));
      input.value = '';
    });
  }

  #named(name: string): Recipient {
    const known = this.hooks.directory.findCommunity(name) ?? this.hooks.directory.find(name);
    return known === undefined ? { name } : { name: known.name, path: known.path };
  }

  #add(recipient: Recipient): void {
    const others = this.#choice.recipients.filter(({ name }) => name !== recipient.name);
    this.#update({ recipients: [...others, recipient] });
  }

  #drawFormat(): void {
    const select = drawField(this.contentEl, 'select', { label: words.share.formatLabel });
    select.addClass('dropdown');
    for (const format of SHARE_FORMATS) select.createEl('option', { value: format, text: words.share.formats[format] });
    select.value = this.#choice.format;
    select.addEventListener('change', () => this.#update({ format: SHARE_FORMATS.find((format) => format === select.value) ?? this.#choice.format }));
  }

  #drawPreview(): void {
    this.contentEl.createDiv({ cls: 'sss-field-label', text: words.share.previewLabel, attr: { id: 'sss-preview-label' } });
    this.#preview = this.contentEl.createEl('pre', { cls: 'sss-preview', attr: { tabindex: '0', role: 'region', 'aria-labelledby': 'sss-preview-label', dir: 'auto' } });
    this.#withheld = this.contentEl.createEl('details', { cls: 'sss-withheld' });
    this.#problem = this.contentEl.createDiv({ cls: 'sss-problem', attr: { role: 'alert' } });
  }

  #drawButtons(): void {
    const row = this.contentEl.createDiv({ cls: 'modal-button-container' });
    this.#copy = row.createEl('button', { text: words.share.copy, cls: 'mod-cta', attr: { type: 'button' } });
    this.#copy.addEventListener('click', () => void this.#share());
    row.createEl('button', { text: words.share.cancel, attr: { type: 'button' } }).addEventListener('click', () => this.close());
  }

  #update(part: Partial<ShareChoice>): void {
    this.#choice = { ...this.#choice, ...part };
    const plan = this.hooks.plan(this.#choice);
    this.#copy.disabled = !plan.ok;
    this.#problem.setText(plan.ok ? '' : plan.problem);
    this.#preview.setText(plan.ok ? leaving(plan.value, this.#choice.format) : '');
    this.#drawWithheld(plan.ok ? plan.value.redactions : []);
    this.#drawChips();
  }

  #drawWithheld(redactions: SharePlan['redactions']): void {
    this.#withheld.empty();
    this.#withheld.toggle(redactions.length > 0);
    this.#withheld.createEl('summary', { text: words.share.withheld(redactions.length) });
    const list = this.#withheld.createEl('ul');
    for (const { kind, shown } of redactions) {
      const item = list.createEl('li');
      item.createSpan({ cls: 'sss-row-title', text: words.share.withheldKinds[kind] });
      item.createSpan({ cls: 'sss-row-detail', text: shown, attr: { dir: 'auto' } });
    }
  }

  #drawChips(): void {
    this.#recipients.empty();
    for (const { name } of this.#choice.recipients) {
      const chip = this.#recipients.createEl('button', { cls: 'sss-chip', attr: { type: 'button', 'aria-label': words.share.removeRecipient(name) } });
      chip.createSpan({ text: name });
      setIcon(chip.createSpan({ attr: { 'aria-hidden': 'true' } }), 'x');
      chip.addEventListener('click', () => this.#update({ recipients: this.#choice.recipients.filter((recipient) => recipient.name !== name) }));
    }
  }

  async #share(): Promise<void> {
    const plan = this.hooks.plan(this.#choice);
    if (this.#busy || !plan.ok) return;
    this.#busy = true;
    const problem = await this.hooks.share(plan.value);
    this.#busy = false;
    if (problem === undefined) this.close();
    else this.#problem.setText(problem);
  }
}

// The preview is what the other side receives: the HTML where that is what leaves, not the text beside it.
function leaving({ outgoing }: SharePlan, format: ShareFormat): string {
  return format === 'html' ? (outgoing.html ?? outgoing.text) : outgoing.text;
}
