import type { App } from 'obsidian';
import { drawField } from '../../obsidian/parts/field';
import { words } from '../../words';
import type { ContactDirectory, PracticeChangeForm } from '..';
import { FormModal, type FormHooks } from './form-modal';
import { NameSuggest } from './name-suggest';

/** What the modal needs from around it. */
export interface PracticeChangeHooks extends FormHooks<PracticeChangeForm> {
  readonly directory: ContactDirectory;
}

/** Asks how a community changed the user's practice. */
export class PracticeChangeModal extends FormModal<PracticeChangeForm> {
  constructor(app: App, form: PracticeChangeForm, private readonly changeHooks: PracticeChangeHooks) {
    super(app, form, changeHooks, { title: words.ties.logChangeShort, submit: words.ties.log, cancel: words.ties.cancel });
  }

  protected override drawFields(): void {
    this.modalEl.addClass('sss-practice-change');
    const community = this.#drawInput('community', 'text', words.ties.whichCommunity, words.ties.whichCommunityPlaceholder);
    new NameSuggest(this.app, community, { names: () => this.changeHooks.directory.communities(), several: false, changed: (value) => this.typed('community', value) });
    this.#drawInput('day', 'date', words.ties.day);
    const text = this.#drawInput('text', 'text', words.ties.whatChanged, words.ties.whatChangedPlaceholder);
    text.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && !event.isComposing) void this.submit();
    });
    (this.form.community === '' ? community : text).focus();
  }

  #drawInput(field: keyof PracticeChangeForm, type: string, label: string, placeholder = ''): HTMLInputElement {
    const input = drawField(this.contentEl, 'input', { label });
    input.type = type;
    input.placeholder = placeholder;
    this.connect(input, field);
    return input;
  }
}
