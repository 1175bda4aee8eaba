import { Modal, type App } from 'obsidian';
import { reasonOf, type Result } from '../../base';
import type { KeptForm } from '../../obsidian/parts/keep-typed';
import { drawField } from '../../obsidian/parts/field';
import type { ContactDirectory } from '../../ties';
import { nameModal } from '../../obsidian/parts/modal-name';
import { words } from '../../words';
import { AUDIENCES, SHARE_FORMATS, fittingOf, type Audience, type ShareChannel, type ShareChoice, type ShareFormat, type SharePlan } from '..';
import { EarlyPanel } from './early-panel';
import { RecipientField } from './recipient-field';
import type { SharedBefore } from './shared-before';

/** A plan with what the user should know before it is carried out. */
export interface Composed {
  readonly plan: SharePlan;
  /** What leaves, to the letter. */
  readonly preview: string;
  /** The most characters that the text may have on its way. */
  readonly limit?: number;
  /** Whether it would name who gives it, and the settings tell no name. */
  readonly isNameless: boolean;
  /** Sentences about the note, such as that it is held back. */
  readonly told: readonly string[];
  /** Looks whether it was shared before, which may take a while; it stops once the answer `isWanted` no more. */
  readonly before: (isWanted: () => boolean) => Promise<SharedBefore | undefined>;
  /** Whether to ask before it goes to the network. */
  readonly isEarly: boolean;
}

/** Why nothing was shared, and what would leave now, where it was planned anew. */
export interface Unsent {
  readonly problem: string;
  readonly composed?: Result<Composed>;
}

/** What the composer needs: a plan for every choice, and somebody to carry the chosen one out. */
export interface ComposerHooks {
  readonly directory: ContactDirectory;
  readonly channels: readonly ShareChannel[];
  /** The form in which a way is proposed. */
  formatFor(channel: ShareChannel): ShareFormat;
  /** Changes nothing: called on every change of the choice. */
  plan(choice: ShareChoice): Promise<Result<Composed>>;
  /** Shares what was shown; gives back why not, when nothing was shared. */
  share(plan: SharePlan): Promise<Unsent | undefined>;
  /** Opens the settings, where the user's name stands. */
  openSettings(): void;
  /** Keeps what is typed into a part of the window. */
  keep(form: HTMLElement): KeptForm;
  /** Tells something when the window is gone. */
  say(sentence: string): void;
}

/** To whom, in which form, and exactly what leaves. Nothing happens before the button is pressed. */
export class ComposerModal extends Modal {
  #choice: ShareChoice;
  #formats!: HTMLSelectElement;
  #told!: HTMLElement;
  #nameless!: HTMLElement;
  #early!: EarlyPanel;
  #count!: HTMLElement;
  #turn = 0;
  #preview!: HTMLElement;
  #withheld!: HTMLElement;
  #problem!: HTMLElement;
  #copy!: HTMLButtonElement;
  #busy = false;
  #isOpen = false;
  /** What the preview shows, once it does. */
  #shown: Promise<Composed | undefined> = Promise.resolve(undefined);

  constructor(
    app: App,
    choice: ShareChoice,
    private readonly hooks: ComposerHooks,
  ) {
    super(app);
    this.#choice = choice;
  }

  override onOpen(): void {
    this.#isOpen = true;
    this.setTitle(words.share.modalTitle);
    this.modalEl.addClass('sss-modal', 'sss-composer');
    nameModal(this);
    this.#drawAudiences();
    this.#drawRecipients();
    this.#drawChannel();
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
    this.#isOpen = false;
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
    new RecipientField(this.contentEl, {
      app: this.app, directory: this.hooks.directory, label: words.share.recipientsLabel, hint: words.share.recipientsHint,
      current: () => this.#choice.recipients,
      change: (recipients) => this.#update({ recipients }),
    });
  }

  #drawChannel(): void {
    const hintOf = (id: string): string => words.share.channelHints[id] ?? '';
    const select = drawField(this.contentEl, 'select', { label: words.share.channelLabel, hint: hintOf(this.#choice.channel), cls: 'sss-channel' });
    select.addClass('dropdown');
    for (const { id } of this.hooks.channels) select.createEl('option', { value: id, text: words.share.channels[id] ?? id });
    select.value = this.#choice.channel;
    select.addEventListener('change', () => {
      const channel = this.hooks.channels.find(({ id }) => id === select.value);
      if (channel === undefined) return;
      this.contentEl.find('.sss-channel .sss-field-hint').setText(hintOf(channel.id));
      this.#update({ channel: channel.id, format: this.hooks.formatFor(channel) });
    });
  }

  #drawFormat(): void {
    this.#formats = drawField(this.contentEl, 'select', { label: words.share.formatLabel, cls: 'sss-format' });
    this.#formats.addClass('dropdown');
    this.#formats.addEventListener('change', () => this.#update({ format: SHARE_FORMATS.find((format) => format === this.#formats.value) ?? this.#choice.format }));
  }

  // A way that takes one form only asks for none.
  #drawFormats(): void {
    const formats = this.hooks.channels.find(({ id }) => id === this.#choice.channel)?.formats ?? [];
    this.#formats.empty();
    for (const format of SHARE_FORMATS.filter((one) => formats.includes(one))) this.#formats.createEl('option', { value: format, text: words.share.formats[format] });
    this.#formats.value = this.#choice.format;
    this.#formats.parentElement?.toggle(formats.length > 1);
  }

  #drawPreview(): void {
    this.#told = this.contentEl.createDiv({ cls: 'sss-told', attr: { role: 'status' } });
    this.#drawNameless();
    const head = this.contentEl.createDiv({ cls: 'sss-preview-head' });
    head.createDiv({ cls: 'sss-field-label', text: words.share.previewLabel, attr: { id: 'sss-preview-label' } });
    this.#count = head.createDiv({ cls: 'sss-row-detail sss-count' });
    this.#preview = this.contentEl.createEl('pre', { cls: 'sss-preview', attr: { tabindex: '0', role: 'region', 'aria-labelledby': 'sss-preview-label', dir: 'auto' } });
    this.#withheld = this.contentEl.createEl('details', { cls: 'sss-withheld' });
    this.#early = new EarlyPanel(this.contentEl, () => {
      const community = this.contentEl.find('.sss-audience input[value=community]') as HTMLInputElement;
      community.checked = true;
      community.focus();
      this.#update({ audience: 'community' });
    }, (form) => this.hooks.keep(form));
    this.#problem = this.contentEl.createDiv({ cls: 'sss-problem', attr: { role: 'alert' } });
  }

  #drawNameless(): void {
    this.#nameless = this.contentEl.createDiv({ cls: 'sss-nameless' });
    this.#nameless.createSpan({ text: `${words.share.nameless} `, attr: { role: 'status' } });
    const button = this.#nameless.createEl('button', { text: words.share.namelessDo, attr: { type: 'button' } });
    button.addEventListener('click', () => {
      this.hooks.openSettings();
      // Whoever comes back may have told their name there.
      this.contentEl.addEventListener('focusin', () => this.#update({}), { once: true });
    });
    this.#nameless.hide();
  }

  #drawButtons(): void {
    const row = this.contentEl.createDiv({ cls: 'modal-button-container' });
    this.#copy = row.createEl('button', { text: words.share.copy, cls: 'mod-cta', attr: { type: 'button' } });
    this.#copy.addEventListener('click', () => void this.#share());
    row.createEl('button', { text: words.share.cancel, attr: { type: 'button' } }).addEventListener('click', () => this.close());
  }

  #update(part: Partial<ShareChoice>): void {
    this.#choice = { ...this.#choice, ...part };
    const turn = (this.#turn += 1);
    this.#drawFormats();
    this.#shown = this.hooks.plan(this.#choice).then((composed) => {
      // While a long text was prepared, the user chose something else.
      if (turn !== this.#turn) return this.#shown;
      this.#show(composed);
      return composed.ok ? composed.value : undefined;
    });
  }

  #show(composed: Result<Composed>): void {
    const limit = composed.ok ? composed.value.limit : undefined;
    // Where the way has a limit, its text is counted; otherwise all that leaves.
    const counted = !composed.ok ? '' : limit === undefined ? composed.value.preview : composed.value.plan.outgoing.text;
    const { characters, over } = fittingOf(counted, limit);
    this.#copy.disabled = !composed.ok || over > 0;
    this.#copy.setText(this.#choice.channel === 'clipboard' ? words.share.copy : words.share.send);
    this.#problem.setText(composed.ok ? (over > 0 ? words.share.tooLong(over) : '') : composed.problem);
    this.#preview.setText(composed.ok ? composed.value.preview : '');
    this.#count.setText(!composed.ok ? '' : limit === undefined ? words.share.characters(characters) : words.share.charactersOf(characters, limit));
    this.#told.setText(composed.ok ? composed.value.told.join(' ') : '');
    this.#nameless.toggle(composed.ok && composed.value.isNameless);
    this.#drawWithheld(composed.ok ? composed.value.plan.redactions : []);
    if (!composed.ok || !composed.value.isEarly) this.#early.hide();
    if (composed.ok) void this.#tellBefore(composed.value);
  }

  // The preview does not wait for it.
  async #tellBefore({ told, before }: Composed): Promise<void> {
    const turn = this.#turn;
    const isWanted = (): boolean => this.#isOpen && turn === this.#turn;
    const known = await before(isWanted).catch((error: unknown) => ({ sentence: words.share.notLookedUp(reasonOf(error)), isUpdate: false }));
    if (known === undefined || !isWanted()) return;
    this.#told.setText([known.sentence, ...told].join(' '));
    if (known.isUpdate) this.#copy.setText(words.share.updateThere);
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

  async #share(): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    try {
      await this.#shareNow();
    } finally {
      this.#busy = false;
    }
  }

  async #shareNow(): Promise<void> {
    const composed = await this.#shown;
    if (composed === undefined || this.#copy.disabled) return;
    if (composed.isEarly && !this.#early.wasAsked) return this.#early.ask();
    const unsent = await this.hooks.share(composed.isEarly ? { ...composed.plan, early: this.#early.reason } : composed.plan);
    if (unsent === undefined) {
      this.#early.forget();
      if (this.#isOpen) this.close();
    } else if (this.#isOpen) this.#tell(unsent);
    // A window that was closed meanwhile tells nothing any more.
    else this.hooks.say(unsent.problem);
  }

  #tell({ problem, composed }: Unsent): void {
    if (composed !== undefined) {
      this.#turn += 1;
      this.#shown = Promise.resolve(composed.ok ? composed.value : undefined);
      this.#show(composed);
    }
    this.#problem.setText(problem);
  }
}
