import { dayOf, fail, ok, type Day, type Result } from '../../base';
import { withProperties } from '../../note';
import type { DraftStore } from '../../obsidian/draft-store';
import type { Edge } from '../../obsidian/edge';
import { words } from '../../words';
import { ARCHIVED, contactName, nameKey, planInteraction, planReminder, readContactForm, readInteractionForm, withDraft, type Contact, type ContactForm, type Direction, type Interaction, type InteractionForm, type Introduction, type Mention, type Reminder } from '..';
import { ContactModal } from './contact-modal';
import { InteractionModal } from './interaction-modal';
import { ReminderModal } from './reminder-modal';
import type { ShelfDirectory } from './shelf-directory';
import { TieModal } from './tie-modal';
import type { TiesBook } from './ties-book';

/** What is known of a new contact before the modal opens. */
export interface ContactPrefill {
  readonly name?: string;
  /** Whether the user is in the middle of a note, which then stays in front. */
  readonly stays?: boolean;
}

/** What is known of an interaction before the modal opens. */
export interface InteractionPrefill {
  readonly path?: string;
}

/** Opens the modals about people, and does what they ask for. */
export class TiesDesk {
  constructor(
    private readonly edge: Edge,
    private readonly directory: ShelfDirectory,
    private readonly book: TiesBook,
    private readonly drafts: DraftStore,
  ) {}

  openAddContact({ name = '', stays = false }: ContactPrefill = {}): void {
    const { cadence } = this.edge.settings().ties;
    const begun = contactName(name);
    const key = `contact:${nameKey(begun)}`;
    const empty: ContactForm = { name: begun, space: 'network', communities: '', topics: '', cadence: cadence > 0 ? String(cadence) : '', email: '', url: '' };
    new ContactModal(this.edge.app, withDraft(empty, this.drafts.load(key)), {
      directory: this.directory,
      keepDraft: (form) => this.drafts.save(key, form),
      open: (path) => void this.edge.open(path),
      submit: async (form) => {
        const added = await this.#addContact(form, stays);
        if (added.ok) this.drafts.clear(key);
        return added.ok ? undefined : added.problem;
      },
    }).open();
  }

  openLogInteraction({ path }: InteractionPrefill = {}): void {
    const who = path === undefined ? undefined : this.directory.at(path);
    const key = `interaction:${who?.path ?? ''}`;
    const empty: InteractionForm = { who: who?.name ?? '', direction: 'received', day: this.#today(), what: '' };
    new InteractionModal(this.edge.app, withDraft(empty, this.drafts.load(key)), {
      directory: this.directory,
      keepDraft: (form) => this.drafts.save(key, form),
      submit: async (form) => {
        const logged = await this.#logInteraction(form, who);
        if (logged.ok) this.drafts.clear(key);
        return logged.ok ? undefined : logged.problem;
      },
    }).open();
  }

  /** Asks when to be reminded of somebody. */
  openReminder(contact: Contact): void {
    new ReminderModal(this.edge.app, contact, (reminder) => void this.#remind(contact, reminder)).open();
  }

  /** Explains how close a tie is. */
  explainTie(contact: Contact): void {
    const today = this.#today();
    new TieModal(this.edge.app, {
      standing: this.book.standing(contact, today),
      exchanges: this.book.exchanges(contact, today),
      contacts: this.directory.all(),
      acquaintance: this.book.acquaintance(),
      today,
      open: (path) => void this.edge.open(path),
    }).open();
  }

  /** Writes into the contact's list what until now was only a link in a note of a day. */
  async confirmMention({ contact, path, day }: Mention, direction: Direction): Promise<void> {
    const written = await this.#write(contact, { day, direction, what: this.edge.notes.linkTo(path, contact.path) });
    this.edge.say(written.ok ? words.ties.interactionLogged(contact.name) : written.problem);
  }

  /** Writes into both notes that the user introduced the two. */
  async logIntroduction({ one, other }: Introduction): Promise<void> {
    for (const [contact, met] of [[one, other], [other, one]] as const) {
      const written = await this.#write(contact, { day: this.#today(), direction: 'gave', what: words.ties.introducedTo(this.edge.notes.linkTo(met.path, contact.path)) });
      if (!written.ok) return this.edge.say(written.problem);
    }
    this.edge.say(words.ties.introductionLogged(one.name, other.name));
  }

  /** Puts a contact into the archive, or brings one back. */
  async toggleArchived(contact: Contact): Promise<void> {
    const isBack = contact.archived === true;
    const changed = await this.edge.notes.change(contact.path, (text) => withProperties(text, { [ARCHIVED]: isBack ? undefined : this.#today() }));
    this.edge.say(!changed.ok ? changed.problem : isBack ? words.ties.unarchived(contact.name) : words.ties.archived(contact.name));
  }

  /** Takes somebody of the network for one of the trusted circle. */
  async moveToCommunity(contact: Contact): Promise<void> {
    const moved = await this.edge.notes.change(contact.path, (text) => withProperties(text, { [this.edge.settings().properties.space]: 'community' }));
    this.edge.say(moved.ok ? words.ties.closerDone(contact.name) : moved.problem);
  }

  #write(contact: Contact, interaction: Interaction): Promise<Result<string>> {
    const settings = this.edge.settings();
    return this.edge.notes.change(contact.path, (text) => planInteraction(text, interaction, { names: settings.properties, ...settings.ties }));
  }

  async #remind(contact: Contact, reminder: Reminder): Promise<void> {
    const changed = await this.edge.notes.change(contact.path, (text) => planReminder(text, reminder, this.#today(), this.edge.settings().properties));
    this.edge.say(changed.ok ? words.ties.reminderKept(contact.name) : changed.problem);
  }

  async #addContact(form: ContactForm, stays: boolean): Promise<Result<string>> {
    const contact = readContactForm(form, this.#today());
    if (!contact.ok) return contact;
    await this.directory.ready();
    const known = this.directory.find(contact.value.name);
    const path = known === undefined ? await this.directory.create(contact.value) : ok(known.path);
    if (!path.ok) return path;
    this.edge.say(known === undefined ? words.ties.contactAdded(contact.value.name) : words.ties.contactKnown(known.name));
    if (known !== undefined || !stays) await this.edge.open(path.value);
    return path;
  }

  // Two people may have one name: as long as the name stays, the contact that the modal was opened for is meant.
  async #logInteraction(form: InteractionForm, opened: Contact | undefined): Promise<Result<Interaction>> {
    if (form.who.trim() === '') return fail(words.ties.whoMissing);
    await this.directory.ready();
    const contact = opened !== undefined && form.who.trim() === opened.name ? opened : this.directory.find(form.who);
    if (contact === undefined) return fail(words.ties.noSuchContact(form.who.trim()));
    const interaction = readInteractionForm(form, this.#today());
    if (!interaction.ok) return interaction;
    const settings = this.edge.settings();
    let isNew = true;
    const written = await this.edge.notes.change(contact.path, (text) => {
      const planned = planInteraction(text, interaction.value, { names: settings.properties, ...settings.ties });
      isNew = !planned.ok || planned.value !== text;
      return planned;
    });
    if (!written.ok) return written;
    this.edge.say(isNew ? words.ties.interactionLogged(contact.name) : words.ties.interactionKnown(contact.name));
    return interaction;
  }

  #today(): Day {
    return dayOf(this.edge.clock());
  }
}
