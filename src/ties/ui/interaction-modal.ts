import type { App } from 'obsidian';
import { drawField } from '../../obsidian/parts/field';
import { words } from '../../words';
import { DIRECTIONS, type ContactDirectory, type InteractionForm } from '..';
import { FormModal, type FormHooks } from './form-modal';
import { NameSuggest } from './name-suggest';

/** What the modal needs from around it. */
export interface InteractionModalHooks extends FormHooks<InteractionForm> {
  readonly directory: ContactDirectory;
}

/** Asks what happened between the user and a contact. */
export class InteractionModal extends FormModal<InteractionForm> {
  constructor(app: App, form: InteractionForm, private readonly interactionHooks: InteractionModalHooks) {
    super(app, form, interactionHooks, { title: words.ties.logInteractionShort, submit: words.ties.log, cancel: words.ties.cancel });
  }

  protected override drawFields(): void {
    this.modalEl.addClass('sss-interaction');
    const { directory } = this.interactionHooks;
    const who = drawField(this.contentEl, 'input', { label: words.ties.who });
    who.type = 'text';
    who.placeholder = words.ties.whoPlaceholder;
    this.connect(who, 'who');
    new NameSuggest(this.app, who, { names: () => directory.all(), several: false, changed: (value) => this.typed('who', value) });
    const direction = drawField(this.contentEl, 'select', { label: words.ties.direction });
    direction.addClass('dropdown');
    for (const one of DIRECTIONS) direction.createEl('option', { value: one, text: words.ties.directions[one] });
    this.connect(direction, 'direction');
    const day = drawField(this.contentEl, 'input', { label: words.ties.day });
    day.type = 'date';
    this.connect(day, 'day');
    const what = drawField(this.contentEl, 'input', { label: words.ties.what });
    what.type = 'text';
    what.placeholder = words.ties.whatPlaceholder;
    this.connect(what, 'what');
    what.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && !event.isComposing) void this.submit();
    });
    (this.form.who === '' ? who : what).focus();
  }
}
