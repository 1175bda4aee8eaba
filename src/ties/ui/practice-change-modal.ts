import type { App } from 'obsidian';
import { words } from '../../words';
import type { ContactDirectory, PracticeChangeForm } from '..';
import { FormModal, type FormHooks } from './form-modal';
import { NameSuggest } from './name-suggest';

/** What the modal needs from around it. */
interface PracticeChangeHooks extends FormHooks<PracticeChangeForm> {
  readonly directory: ContactDirectory;
}

/** Asks how a community changed the user's practice. */
export class PracticeChangeModal extends FormModal<PracticeChangeForm> {
  constructor(app: App, form: PracticeChangeForm, private readonly changeHooks: PracticeChangeHooks) {
    super(app, form, changeHooks, { title: words.ties.logChangeShort, submit: words.ties.log, cancel: words.ties.cancel });
  }

  protected override drawFields(): void {
    this.modalEl.addClass('sss-practice-change');
    const community = this.drawInput('community', words.ties.whichCommunity, { placeholder: words.ties.whichCommunityPlaceholder });
    new NameSuggest(this.app, community, { names: () => this.changeHooks.directory.communities(), several: false, changed: (value) => this.typed('community', value) });
    this.drawInput('day', words.ties.day, { type: 'date' });
    const text = this.drawInput('text', words.ties.whatChanged, { placeholder: words.ties.whatChangedPlaceholder });
    text.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && !event.isComposing) void this.submit();
    });
    (this.form.community === '' ? community : text).focus();
  }
}
