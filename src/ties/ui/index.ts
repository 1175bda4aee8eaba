import type { Component } from 'obsidian';
import { nameOf } from '../../note';
import type { DraftStore } from '../../obsidian/draft-store';
import type { Edge } from '../../obsidian/edge';
import type { SidebarTab } from '../../obsidian/sidebar-tab';
import { systemClipboard } from '../../obsidian/system-clipboard';
import { whenReady } from '../../obsidian/when-ready';
import { showView } from '../../obsidian/show-view';
import { words } from '../../words';
import { SPACES_VIEW, contactInText, giveAndReceive, type Contact, type Space } from '..';
import { makeBases } from './base-desk';
import { CommunityDesk } from './community-desk';
import { EarlierNames } from './earlier-names';
import { ImportDesk } from './import-desk';
import { addTiesMenus, selectedName } from './menus';
import { MergeDesk } from './merge-desk';
import { NoteDays } from './note-days';
import { NoteTopics } from './note-topics';
import { ShelfDirectory } from './shelf-directory';
import { registerSpacesBase } from './spaces-base';
import type { SpacesNeeds } from './spaces-people';
import { drawSpaces } from './spaces-picture';
import { SpacesView } from './spaces-view';
import { type BookSources } from './found-exchanges';
import { TiesBook } from './ties-book';
import { TiesDesk, type ContactPrefill, type InteractionPrefill } from './ties-desk';
import { tiesTab } from './ties-tab';
import { ValueDesk } from './value-desk';
import { ValueModal } from './value-modal';
import { WhoKnowsModal, prepareWhoKnows } from './who-knows-modal';

export { tiesSettingDefinitions } from './settings';

/** What other rooms may ask of the people behind the ideas. */
export interface Ties {
  readonly directory: ShelfDirectory;
  /** Works out in slices how each tie stands, so that who is due or dormant is answered at once. */
  prepared(): Promise<void>;
  readonly tab: SidebarTab;
  /** From then on counts what the other rooms know of exchanges, too. */
  connect(sources: BookSources): void;
  /** Makes the ready bases; gives back the paths of those that were made. */
  makeBases(): Promise<readonly string[]>;
  /** Draws the three spaces, with at most so many people; the promise is that they are drawn. */
  drawSpaces(container: HTMLElement, life: Component, limit: number): Promise<void>;
  /** How often something went each way between the user and each contact. */
  giving(): readonly { readonly path: string; readonly name: string; readonly space: Space; readonly gave: number; readonly received: number }[];
  openAddContact(prefill?: ContactPrefill): void;
  openLogInteraction(prefill?: InteractionPrefill): void;
  /** Opens the modal for a new contact, filled from an `obsidian://` link's parameters. */
  openFromParameters(parameters: Readonly<Record<string, string | undefined>>): void;
}

/** Registers what serves keeping in touch: commands, menus, the Ties tab. Notes are read once the layout is ready. */
export function furnishTies(edge: Edge, drafts: DraftStore): Ties {
  const { app, plugin } = edge;
  const directory = new ShelfDirectory(edge);
  const days = new NoteDays(edge);
  const book = new TiesBook(edge, directory, days, drafts);
  const topics = new NoteTopics(edge, directory, days);
  const desk = new TiesDesk(edge, directory, book, drafts, new CommunityDesk(edge, directory, drafts));
  plugin.addCommand({
    id: 'ties-add-contact',
    name: words.ties.addContact,
    callback: () => {
      const name = selectedName(app.workspace.activeEditor?.editor);
      desk.openAddContact(name === undefined ? {} : { name, stays: true });
    },
  });
  plugin.addCommand({
    id: 'ties-log-interaction',
    name: words.ties.logInteraction,
    callback: () => {
      const path = app.workspace.getActiveFile()?.path;
      desk.openLogInteraction(path === undefined ? {} : { path });
    },
  });
  const value = new ValueDesk(edge, directory, book);
  addAskingCommands(edge, directory, book, value);
  const imports = new ImportDesk(edge, directory, drafts);
  addImportCommands(edge, imports);
  plugin.addCommand({ id: 'ties-add-from-clipboard', name: words.ties.addFromClipboard, callback: () => void addFromClipboard(edge, desk, imports) });
  plugin.addCommand({
    id: 'ties-log-practice-change',
    name: words.ties.logChange,
    callback: () => desk.openPracticeChange({ path: app.workspace.getActiveFile()?.path ?? '' }),
  });
  const merging = new MergeDesk(edge, directory, drafts);
  const hasBases = addSpaces({ edge, directory, book });
  addContactCommands(edge, directory, desk, merging);
  addTiesMenus(edge, directory, desk, merging);
  whenReady(plugin, () => void directory.ready());
  return {
    directory,
    prepared: () => book.prepareStandings(book.today()),
    tab: tiesTab({ edge, directory, book, topics, desk, value }),
    connect(sources) {
      book.connect(sources);
      topics.connect((path) => sources.mayBeGiven(path));
      new EarlierNames(edge, directory, sources, drafts);
    },
    makeBases: () => makeBases(edge, hasBases),
    drawSpaces: (container, life, limit) => drawSpaces(container, life, { edge, directory, book }, { most: () => limit }).firstDrawn,
    giving: () => directory.all().map((contact) => ({ path: contact.path, name: contact.name, space: contact.space, ...giveAndReceive(book.exchanges(contact, book.today())) })),
    openAddContact: (prefill) => desk.openAddContact(prefill),
    openLogInteraction: (prefill) => desk.openLogInteraction(prefill),
    openFromParameters({ name = '' }) {
      if (name.trim() === '') edge.say(words.ties.uriMissingName);
      desk.openAddContact({ name });
    },
  };
}

async function addFromClipboard(edge: Edge, desk: TiesDesk, imports: ImportDesk): Promise<void> {
  const read = await systemClipboard.read();
  if (!read.ok) return edge.say(read.problem);
  const { plain } = read.value;
  if (/^\s*BEGIN:VCARD/im.test(plain)) return imports.preview(new File([plain], words.ties.clipboardFile));
  const told = contactInText(plain);
  if (told === undefined) return edge.say(words.ties.clipboardNobody);
  desk.openAddContact({ ...told, stays: true });
}

function addImportCommands({ plugin }: Edge, contacts: ImportDesk): void {
  plugin.addCommand({ id: 'ties-import', name: words.ties.importContacts, callback: () => contacts.chooseFile() });
  plugin.addCommand({ id: 'ties-export', name: words.ties.exportContacts, callback: () => void contacts.exportAll() });
  plugin.addCommand({
    id: 'ties-undo-import',
    name: words.ties.undoImport,
    checkCallback(checking) {
      if (!contacts.canUndo) return false;
      if (!checking) void contacts.undo();
      return true;
    },
  });
}

function addAskingCommands(edge: Edge, directory: ShelfDirectory, book: TiesBook, value: ValueDesk): void {
  const { app, plugin } = edge;
  const open = (path: string): void => void edge.open(path);
  plugin.addCommand({
    id: 'ties-who-might-value',
    name: words.ties.whoMightValue,
    checkCallback(checking) {
      const path = value.activePath();
      if (path === undefined) return false;
      if (!checking) void value.valuersOf(path).then((valuers) => new ValueModal(app, nameOf(path), valuers, open).open());
      return true;
    },
  });
  plugin.addCommand({
    id: 'ties-who-knows',
    name: words.ties.whoKnows,
    callback: () => void prepareWhoKnows(directory).then(() => new WhoKnowsModal(app, directory, book, open).open()),
  });
}

function addContactCommands({ app, plugin }: Edge, directory: ShelfDirectory, desk: TiesDesk, merging: MergeDesk): void {
  const here = (run: (contact: Contact) => void) => (checking: boolean): boolean => {
    const contact = directory.at(app.workspace.getActiveFile()?.path ?? '');
    if (contact !== undefined && !checking) run(contact);
    return contact !== undefined;
  };
  plugin.addCommand({ id: 'ties-edit-contact', name: words.ties.editContact, checkCallback: here((contact) => desk.openEditContact(contact)) });
  plugin.addCommand({ id: 'ties-merge', name: words.ties.merge, checkCallback: here((contact) => merging.open(contact)) });
  plugin.addCommand({ id: 'ties-archive', name: words.ties.archiveCommand, checkCallback: here((contact) => void desk.toggleArchived(contact)) });
  plugin.addCommand({
    id: 'ties-undo-merge',
    name: words.ties.undoMerge,
    checkCallback(checking) {
      if (!merging.canUndo) return false;
      if (!checking) void merging.undo();
      return true;
    },
  });
}

/** Answers whether there are bases that show the picture, too. */
function addSpaces(needs: SpacesNeeds): boolean {
  const { app, plugin } = needs.edge;
  plugin.registerView(SPACES_VIEW, (leaf) => new SpacesView(leaf, needs));
  const hasBases = registerSpacesBase(needs);
  plugin.addCommand({
    id: 'ties-open-spaces',
    name: words.ties.openSpaces,
    callback: () => void showView(app, SPACES_VIEW),
  });
  plugin.addCommand({ id: 'ties-make-bases', name: words.ties.makeBases, callback: () => void makeBases(needs.edge, hasBases) });
  return hasBases;
}
