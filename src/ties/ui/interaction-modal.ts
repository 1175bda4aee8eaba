import type { App } from 'obsidian';
import { drawField } from '../../obsidian/parts/field';
import { words } from '../../words';
import { WAYS, isIntroduction, type ContactDirectory, type InteractionForm, type Named } from '..';
import { FormModal, type FormHooks } from './form-modal';
import { NameSuggest } from './name-suggest';

/** What the modal needs from around it. */
interface InteractionModalHooks extends FormHooks<InteractionForm> {
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
    const who = this.drawInput('who', words.ties.who, { placeholder: words.ties.whoPlaceholder });
    new NameSuggest(this.app, who, { names: () => directory.all(), several: false, changed: (value) => this.typed('who', value) });
    const direction = drawField(this.contentEl, 'select', { label: words.ties.direction });
    direction.addClass('dropdown');
    for (const one of WAYS) direction.createEl('option', { value: one, text: words.ties.directions[one] });
    this.connect(direction, 'direction', () => tellWhat());
    this.drawInput('day', words.ties.day, { type: 'date' });
    const what = this.drawInput('what', words.ties.what);
    // The same field asks for the second person of an introduction.
    const others = (): readonly Named[] => (isIntroduction(this.form) ? directory.all() : []);
    new NameSuggest(this.app, what, { names: others, several: false, changed: (value) => this.typed('what', value) });
    const label = what.parentElement?.find('label');
    const tellWhat = (): void => {
      label?.setText(isIntroduction(this.form) ? words.ties.toWhom : words.ties.what);
      what.placeholder = isIntroduction(this.form) ? words.ties.whoPlaceholder : words.ties.whatPlaceholder;
    };
    tellWhat();
    what.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && !event.isComposing) void this.submit();
    });
    (this.form.who === '' ? who : what).focus();
  }
}
