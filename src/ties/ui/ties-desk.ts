import { dayOf, fail, ok, type Day, reasonOf, type Result } from '../../base';
import { fileNameFor, folderOf, pathIn, withProperties } from '../../note';
import { draftAbout, type DraftStore } from '../../obsidian/draft-store';
import type { Edge } from '../../obsidian/edge';
import { words } from '../../words';
import { ARCHIVED, contactName, draftOf, formOf, isIntroduction, nameKey, planContactEdit, planInteraction, planReminder, readContactForm, readInteractionForm, withDraft, type Contact, type ContactForm, type Direction, type Interaction, type InteractionForm, type Introduction, type Mention, type Reminder } from '..';
import type { CommunityDesk } from './community-desk';
import { ContactModal } from './contact-modal';
import { InteractionModal } from './interaction-modal';
import { ReminderModal } from './reminder-modal';
import type { ShelfDirectory } from './shelf-directory';
import { TieModal } from './tie-modal';
import type { TiesBook } from './ties-book';

/** What is known of a new contact before the modal opens. */
export interface ContactPrefill {
  readonly name?: string;
  readonly email?: string;
  readonly url?: string;
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
    private readonly communities: CommunityDesk,
  ) {}

  openAddContact({ name = '', email = '', url = '', stays = false }: ContactPrefill = {}): void {
    const { cadence } = this.edge.settings().ties;
    const begun = contactName(name);
    const key = `contact:${nameKey(begun)}`;
    const empty: ContactForm = { name: begun, space: 'network', communities: '', topics: '', cadence: cadence > 0 ? String(cadence) : '', email, url };
    new ContactModal(this.edge.app, withDraft(empty, this.drafts.load(key)), {
      directory: this.directory,
      keepDraft: (form) => this.drafts.save(key, draftOf(form, empty)),
      open: (path) => void this.edge.open(path),
      submit: async (form) => {
        const added = await this.#addContact(form, stays);
        if (added.ok) this.drafts.clear(key);
        return added.ok ? undefined : added.problem;
      },
    }).open();
  }

  /** Shows what a contact's note says in a form, to be changed. */
  openEditContact(contact: Contact): void {
    const key = draftAbout('edit-contact', contact.path);
    new ContactModal(this.edge.app, withDraft(formOf(contact), this.drafts.load(key)), {
      directory: this.directory,
      editing: contact.path,
      keepDraft: (form) => this.drafts.save(key, draftOf(form, formOf(contact))),
      open: (path) => void this.edge.open(path),
      submit: async (form) => {
        const saved = await this.#editContact(contact, form);
        if (saved.ok) this.drafts.clear(key);
        return saved.ok ? undefined : saved.problem;
      },
    }).open();
  }

  /** Asks how a community changed the user's practice. */
  openPracticeChange({ path }: { readonly path?: string } = {}): void {
    this.communities.open(path);
  }

  openLogInteraction({ path }: InteractionPrefill = {}): void {
    const who = path === undefined ? undefined : this.directory.at(path);
    const key = draftAbout('interaction', who?.path ?? '');
    const empty: InteractionForm = { who: who?.name ?? '', direction: 'received', day: this.#today(), what: '' };
    new InteractionModal(this.edge.app, withDraft(empty, this.drafts.load(key)), {
      directory: this.directory,
      keepDraft: (form) => this.drafts.save(key, draftOf(form, empty)),
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
      communityPlaces: this.book.communityPlaces(),
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
    const written = await this.#introduce(one, other, this.#today());
    if (!written.ok) this.edge.say(written.problem);
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

  // Where the second note cannot be written, trying again does not write the first one's line twice.
  async #introduce(one: Contact, other: Contact, day: Day): Promise<Result<string>> {
    for (const [contact, met] of [[one, other], [other, one]] as const) {
      const written = await this.#write(contact, { day, direction: 'gave', introduced: true, what: this.edge.notes.linkTo(met.path, contact.path) });
      if (!written.ok) return written;
    }
    this.edge.say(words.ties.introductionLogged(one.name, other.name));
    return ok('');
  }

  #write(contact: Contact, interaction: Interaction): Promise<Result<string>> {
    const settings = this.edge.settings();
    return this.edge.notes.change(contact.path, (text) => planInteraction(text, interaction, { names: settings.properties, ...settings.ties }));
  }

  async #remind(contact: Contact, reminder: Reminder): Promise<void> {
    const changed = await this.edge.notes.change(contact.path, (text) => planReminder(text, reminder, this.#today(), this.edge.settings().properties));
    this.edge.say(changed.ok ? words.ties.reminderKept(contact.name) : changed.problem);
  }

  // First the note, then its name: where the name cannot be had, nothing else is changed either.
  async #editContact(contact: Contact, form: ContactForm): Promise<Result<string>> {
    const edited = readContactForm(form, this.#today());
    if (!edited.ok) return edited;
    const { fileManager, vault } = this.edge.app;
    const isRenamed = nameKey(edited.value.name) !== nameKey(contact.name) || edited.value.name !== contact.name;
    const path = pathIn(folderOf(contact.path), fileNameFor(edited.value.name, contact.name));
    if (isRenamed && path.toLowerCase() !== contact.path.toLowerCase() && this.edge.notes.isTaken(path)) return fail(words.ties.nameTaken(path));
    const communities: string[] = [];
    for (const name of edited.value.communities ?? []) {
      const link = await this.directory.communityLink(name);
      if (!link.ok) return link;
      communities.push(link.value);
    }
    const written = await this.edge.notes.change(contact.path, (text) => planContactEdit(text, { ...edited.value, communities }, contact, this.edge.settings().properties));
    const file = vault.getFileByPath(contact.path);
    if (!written.ok || file === null) return written;
    if (isRenamed && path !== contact.path) {
      try {
        await fileManager.renameFile(file, path);
      } catch (error) {
        return fail(words.notes.notChanged(contact.path, reasonOf(error)));
      }
    }
    this.edge.say(words.ties.contactSaved(edited.value.name));
    return written;
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
  async #logInteraction(form: InteractionForm, opened: Contact | undefined): Promise<Result<unknown>> {
    if (form.who.trim() === '') return fail(words.ties.whoMissing);
    await this.directory.ready();
    const contact = opened !== undefined && form.who.trim() === opened.name ? opened : this.directory.find(form.who);
    if (contact === undefined) return fail(words.ties.noSuchContact(form.who.trim()));
    const interaction = readInteractionForm(form, this.#today());
    if (!interaction.ok) return interaction;
    if (isIntroduction(form)) return this.#logIntroductionTo(contact, interaction.value);
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

  #logIntroductionTo(contact: Contact, { day, what }: Interaction): Promise<Result<string>> {
    const other = this.directory.find(what);
    if (other === undefined || other.path === contact.path) return Promise.resolve(fail(other === undefined ? words.ties.noSuchContact(what) : words.ties.introducedToWhom));
    return this.#introduce(contact, other, day);
  }

  #today(): Day {
    return dayOf(this.edge.clock());
  }
}
