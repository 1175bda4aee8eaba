import type { App } from 'obsidian';
import { drawField } from '../../obsidian/parts/field';
import { words } from '../../words';
import { CADENCES, SPACES, contactName, type ContactDirectory, type ContactForm } from '..';
import { FormModal, type FormHooks } from './form-modal';
import { NameSuggest } from './name-suggest';

/** What the modal needs from around it. */
interface ContactModalHooks extends FormHooks<ContactForm> {
  readonly directory: ContactDirectory;
  /** The path of the contact who is edited; absent for a new one. */
  readonly editing?: string;
  open(path: string): void;
}

const OTHER = 'other';

/** Asks for what makes a contact, a new one or one who is edited; a name that is known already is said so while it is typed. */
export class ContactModal extends FormModal<ContactForm> {
  constructor(app: App, form: ContactForm, private readonly contactHooks: ContactModalHooks) {
    const isNew = contactHooks.editing === undefined;
    super(app, form, contactHooks, { title: isNew ? words.ties.addContactShort : words.ties.editContactShort, submit: isNew ? words.ties.add : words.ties.save, cancel: words.ties.cancel });
  }

  protected override drawFields(): void {
    this.modalEl.addClass('sss-contact');
    const name = this.#drawName();
    const space = drawField(this.contentEl, 'select', { label: words.ties.space, hint: words.ties.spaceHint });
    space.addClass('dropdown');
    for (const one of SPACES) space.createEl('option', { value: one, text: words.ties.spaces[one] });
    this.connect(space, 'space');
    const communities = this.drawInput('communities', words.ties.communityField, { hint: words.ties.communityHint });
    const { directory } = this.contactHooks;
    new NameSuggest(this.app, communities, { names: () => directory.communities(), several: true, changed: (value) => this.typed('communities', value) });
    this.drawInput('topics', words.ties.topics, { hint: words.ties.topicsHint });
    this.#drawCadence();
    this.drawInput('email', words.ties.email).inputMode = 'email';
    this.drawInput('url', words.ties.url).inputMode = 'url';
    name.focus();
  }

  #drawName(): HTMLInputElement {
    const name = this.drawInput('name', words.ties.name, { placeholder: words.ties.namePlaceholder });
    const known = this.contentEl.createDiv({ cls: 'sss-known', attr: { role: 'status' } });
    const tell = (): void => {
      const contact = contactName(this.form.name) === '' ? undefined : this.contactHooks.directory.find(this.form.name);
      known.empty();
      if (contact === undefined || contact.path === this.contactHooks.editing) return;
      known.createSpan({ text: words.ties.knownAlready(contact.name) });
      const open = known.createEl('button', { text: words.ties.openNote, attr: { type: 'button' } });
      open.addEventListener('click', () => {
        this.close();
        this.contactHooks.open(contact.path);
      });
    };
    name.addEventListener('input', tell);
    tell();
    return name;
  }

  #drawCadence(): void {
    const presets = CADENCES.map(String);
    const choice = drawField(this.contentEl, 'select', { label: words.ties.cadence, hint: words.ties.cadenceHint });
    choice.addClass('dropdown');
    choice.createEl('option', { value: '', text: words.ties.noCadence });
    for (const days of CADENCES) choice.createEl('option', { value: String(days), text: words.ties.cadences[days] ?? String(days) });
    choice.createEl('option', { value: OTHER, text: words.ties.otherCadence });
    const days = this.drawInput('cadence', words.ties.cadenceDays);
    days.inputMode = 'numeric';
    choice.value = this.form.cadence === '' || presets.includes(this.form.cadence) ? this.form.cadence : OTHER;
    const showDays = (): void => days.parentElement?.toggle(choice.value === OTHER);
    choice.addEventListener('input', () => {
      showDays();
      if (choice.value === OTHER) days.focus();
      else {
        days.value = choice.value;
        this.typed('cadence', choice.value);
      }
    });
    showDays();
  }
}
