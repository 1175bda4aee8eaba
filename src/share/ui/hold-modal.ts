import { Modal, type App } from 'obsidian';
import { readDay } from '../../base';
import { drawField } from '../../obsidian/parts/field';
import { drawFormFoot } from '../../obsidian/parts/form-foot';
import type { KeptForm } from '../../obsidian/parts/keep-typed';
import { nameModal } from '../../obsidian/parts/modal-name';
import type { ContactDirectory } from '../../ties';
import { words } from '../../words';
import { AUDIENCES, type Audience, type HeldBack, type Recipient } from '..';
import { RecipientField } from './recipient-field';

const [ADDED, REMOVED] = ['+', '-'];

/** What the window needs from around it. */
export interface HoldHooks {
  readonly directory: ContactDirectory;
  /** Gives back a sentence when nothing was written. */
  save(form: HeldBack): Promise<string | undefined>;
  keep(form: HTMLElement): KeptForm;
}

/** Not yet, or not for them: until a day, until something happens, or kept from some audiences and people. */
export class HoldModal extends Modal {
  constructor(
    app: App,
    private readonly present: HeldBack,
    private readonly hooks: HoldHooks,
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
    const people = this.#drawPeople();
    const kept = this.hooks.keep(this.contentEl);
    people.field.draw();
    const texts = { submit: words.share.holdSave, cancel: words.share.cancel, restored: words.share.draftKept };
    drawFormFoot(this, texts, async () => {
      people.field.takeTyped();
      const day = readDay(until.value);
      const form = { notFor: AUDIENCES.filter((audience) => boxes.get(audience)?.checked === true), people: people.named() };
      if (until.value.trim() !== '' && day === undefined) return words.share.notADay;
      const isEmpty = [form, this.present].every(({ notFor, people: named }) => notFor.length + named.length === 0);
      if (day === undefined && event.value.trim() === '' && isEmpty) return words.share.holdNothing;
      return this.hooks.save({ ...form, ...(day === undefined ? {} : { until: day }), ...(event.value.trim() === '' ? {} : { event: event.value }) });
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

  // Who was added and who was taken out stands in a field that nobody sees, one a line with a sign before the name: so it is kept
  // with all that is typed into the form, and put back onto whoever the note is kept from by then.
  #drawPeople(): { field: RecipientField; named: () => Recipient[] } {
    const store = this.contentEl.createEl('input', { type: 'hidden' });
    const { directory } = this.hooks;
    const { people } = this.present;
    const recipientOf = (name: string): Recipient => {
      const known = directory.findCommunity(name) ?? directory.find(name);
      return known?.path === undefined ? { name } : { name, path: known.path };
    };
    const named = (): Recipient[] => {
      const changes = store.value.split('\n');
      const added = changes.filter((line) => line.startsWith(ADDED)).map((line) => line.slice(ADDED.length));
      const stays = people.filter(({ name }) => !changes.includes(REMOVED + name));
      return [...stays, ...added.filter((name) => !stays.some((one) => one.name === name)).map(recipientOf)];
    };
    const field = new RecipientField(this.contentEl, {
      app: this.app, directory, label: words.share.holdPeople, hint: words.share.holdPeopleHint, current: named,
      change: (recipients) => {
        const added = recipients.filter(({ name }) => !people.some((one) => one.name === name));
        const removed = people.filter(({ name }) => !recipients.some((one) => one.name === name));
        store.value = [...added.map(({ name }) => ADDED + name), ...removed.map(({ name }) => REMOVED + name)].join('\n');
        store.dispatchEvent(new Event('change'));
      },
    });
    return { field, named };
  }
}
