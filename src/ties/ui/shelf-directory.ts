import { dayOf, fail, ok, type Day, type Result } from '../../base';
import { Shelf, freePath, nameOf, pathIn, readWikilink, wikilink } from '../../note';
import { breathing } from '../../obsidian/breathe';
import type { Edge } from '../../obsidian/edge';
import { words } from '../../words';
import {
  Roster, contactName, dormantTies, dueTies, isCommunityNote, latestDay, isContactNote, nameKey, readCommunity, readContact, withLastContact, writeCommunity, writeContact,
  type Community, type Contact, type ContactDirectory, type ContactFormat, type DormantTie, type DueTie, type LatestOf, type NewContact,
} from '..';

/** The directory over the notes of the vault, parsed once and kept in step. */
export class ShelfDirectory implements ContactDirectory {
  readonly #contacts: Shelf<Contact>;
  readonly #communities: Shelf<Community>;
  readonly #making = new Map<string, Promise<Result<string>>>();
  #filling: Promise<void> | undefined;
  readonly #people = new Roster<Contact>(({ space, topics, communities, archived }) => [space, topics, communities, archived]);
  readonly #groups = new Roster<Community>(({ topics }) => topics);
  #unarchived: readonly Contact[] = [];
  #isCurrent = false;
  #latestOf: LatestOf = latestDay;

  constructor(private readonly edge: Edge) {
    const { notes } = edge;
    this.#contacts = new Shelf<Contact>(notes, {
      belongs: (path) => isContactNote(path, notes.properties(path), (tag) => notes.hasTag(path, tag), { names: edge.settings().properties, ...edge.settings().ties }),
      read: ({ path }, text) => readContact(path, notes.properties(path), text, this.#format()),
    });
    this.#communities = new Shelf<Community>(notes, {
      belongs: (path) => isCommunityNote(notes.properties(path), edge.settings().properties),
      read: ({ path, ctime }, text) => readCommunity(path, notes.properties(path), text, { names: edge.settings().properties, heading: edge.settings().ties.practiceChangesSection, made: dayOf(new Date(ctime)) }),
    });
    const forget = (): void => void (this.#isCurrent = false);
    this.#contacts.onChange(forget);
    this.#communities.onChange(forget);
    edge.onNote((event) => {
      void this.#contacts.follow(event);
      void this.#communities.follow(event);
    });
    edge.onSettings(() => {
      if (this.#filling !== undefined) this.#filling = this.#fill();
    });
  }

  /** Reads all notes about people; called once the layout is ready, and by whoever cannot wait for that. */
  ready(): Promise<void> {
    this.#filling ??= this.edge.layoutReady().then(() => this.#fill());
    return this.#filling;
  }

  get isReady(): boolean {
    return this.#contacts.isFilled && this.#communities.isFilled;
  }

  all(): readonly Contact[] {
    this.#bringUpToDate();
    return this.#unarchived;
  }

  /** All contacts, also those in the archive. */
  everyone(): readonly Contact[] {
    this.#bringUpToDate();
    return this.#people.inOrder;
  }

  communities(): readonly Community[] {
    this.#bringUpToDate();
    return this.#groups.inOrder;
  }

  at(path: string): Contact | undefined {
    return this.#contacts.get(path);
  }

  find(name: string): Contact | undefined {
    const linked = this.#linked(name);
    this.#bringUpToDate();
    return (linked === undefined ? undefined : this.#contacts.get(linked)) ?? named(name, (key) => this.#people.find(key));
  }

  findCommunity(name: string): Community | undefined {
    const linked = this.#linked(name);
    this.#bringUpToDate();
    return (linked === undefined ? undefined : this.#communities.get(linked)) ?? named(name, (key) => this.#groups.find(key));
  }

  /** Counts up when a contact came or went, or goes by another name. */
  get namesVersion(): number {
    this.#bringUpToDate();
    return this.#people.namesVersion;
  }

  /** Counts up with the names, and when a contact's space, topics, communities or archive changed. */
  get shapeVersion(): number {
    this.#bringUpToDate();
    return this.#people.shapeVersion;
  }

  isCommunity(path: string): boolean {
    return this.#communities.get(path) !== undefined;
  }

  /** From now on counts contact that is not written in the contact's note, too. */
  countAlso(latestOf: LatestOf): void {
    this.#latestOf = latestOf;
  }

  due(today: Day): readonly DueTie[] {
    return dueTies(this.all(), today, this.#latestOf);
  }

  dormant(today: Day): readonly DormantTie[] {
    return dormantTies(this.all(), today, this.edge.settings().ties.dormantDays, this.#latestOf);
  }

  async wasInTouch(who: string, day: Day): Promise<void> {
    const { ties, properties } = this.edge.settings();
    await this.ready();
    const contact = this.at(who) ?? this.find(who);
    if (!ties.keepLastContact || contact === undefined) return;
    const written = await this.edge.notes.change(contact.path, (text) => withLastContact(text, day, properties.lastContact));
    if (!written.ok) this.edge.say(written.problem);
  }

  onChange(listener: () => void): () => void {
    const ends = [this.#contacts.onChange(listener), this.#communities.onChange(listener)];
    return () => ends.forEach((end) => end());
  }

  // Two wishes for one new name make one note, also before the vault has told of the first.
  async create(contact: NewContact): Promise<Result<string>> {
    const name = contactName(contact.name);
    if (name === '') return fail(words.ties.nameMissing);
    await this.ready();
    const known = this.find(contact.name);
    if (known !== undefined) return ok(known.path);
    const key = nameKey(name);
    const making = this.#makeUnlessMade(this.#making.get(key), { ...contact, name });
    this.#making.set(key, making);
    return making;
  }

  async #makeUnlessMade(earlier: Promise<Result<string>> | undefined, contact: NewContact): Promise<Result<string>> {
    const begun = await earlier;
    return begun?.ok === true && this.edge.notes.find(begun.value) !== undefined ? begun : this.#make(contact);
  }

  async #make(contact: NewContact): Promise<Result<string>> {
    const { notes } = this.edge;
    const communities: string[] = [];
    for (const name of contact.communities ?? []) {
      const link = await this.communityLink(name);
      if (!link.ok) return link;
      communities.push(link.value);
    }
    const { fileName, text } = writeContact({ ...contact, communities }, this.#format(), words.ties.unnamedPerson);
    return notes.create(freePath(pathIn(this.edge.settings().ties.folder, fileName), (path) => notes.isTaken(path)), text);
  }

  /** A link to a community's note, which is made when there is none. */
  async communityLink(name: string): Promise<Result<string>> {
    const { notes } = this.edge;
    const known = this.findCommunity(name)?.path ?? this.#linked(name);
    if (known !== undefined) return ok(wikilink(notes.linkName(known, '')));
    const { fileName, text } = writeCommunity(name, this.edge.settings().properties, words.ties.unnamedCommunity);
    const path = pathIn(this.edge.settings().ties.communityFolder, fileName);
    // A note that just now got there is the community itself, made for another contact a moment ago.
    if (notes.isTaken(path)) return ok(wikilink(notes.linkName(path, '')));
    const created = await notes.create(path, text);
    return created.ok ? ok(wikilink(notes.linkName(created.value, ''))) : created;
  }

  #linked(text: string): string | undefined {
    const link = readWikilink(text);
    return link === undefined ? undefined : this.edge.notes.resolve(link.target, '');
  }

  #format(): ContactFormat {
    return { names: this.edge.settings().properties, interactionsSection: this.edge.settings().ties.interactionsSection };
  }

  async #fill(): Promise<void> {
    const breathe = breathing();
    await this.#contacts.fill(breathe);
    await this.#communities.fill(breathe);
  }

  #bringUpToDate(): void {
    if (this.#isCurrent) return;
    this.#isCurrent = true;
    this.#people.update(this.#contacts.all());
    this.#groups.update(this.#communities.all());
    this.#unarchived = this.#people.inOrder.filter(({ archived }) => archived !== true);
  }
}

// By the name that is shown; a link that leads nowhere (any more), also by the name of the note that it means.
function named<T>(name: string, find: (key: string) => T | undefined): T | undefined {
  const link = readWikilink(name);
  return find(nameKey(contactName(name))) ?? (link === undefined ? undefined : find(nameKey(nameOf(link.target))));
}
