import type { Component } from 'obsidian';
import { nameOf } from '../../note';
import type { DraftStore } from '../../obsidian/draft-store';
import type { Edge } from '../../obsidian/edge';
import type { SidebarTab } from '../../obsidian/sidebar-tab';
import { whenReady } from '../../obsidian/when-ready';
import { words } from '../../words';
import type { Contact } from '..';
import { makeBases } from './base-desk';
import { ImportDesk } from './import-desk';
import { addTiesMenus, selectedName } from './menus';
import { MergeDesk } from './merge-desk';
import { NoteTopics } from './note-topics';
import { ShelfDirectory } from './shelf-directory';
import { drawSpaces, type SpacesNeeds } from './spaces-picture';
import { SPACES_VIEW, SpacesBasesView, SpacesView } from './spaces-view';
import { TiesBook, type BookSources } from './ties-book';
import { TiesDesk, type ContactPrefill, type InteractionPrefill } from './ties-desk';
import { tiesTab } from './ties-tab';
import { ValueDesk } from './value-desk';
import { ValueModal } from './value-modal';
import { WhoKnowsModal } from './who-knows-modal';

export { tiesSettingDefinitions } from './settings';
export { type ShelfDirectory } from './shelf-directory';
export { type BookSources } from './ties-book';
export { type ContactPrefill, type InteractionPrefill } from './ties-desk';

/** What other rooms may ask of the people behind the ideas. */
export interface Ties {
  readonly directory: ShelfDirectory;
  readonly tab: SidebarTab;
  /** From then on counts what the other rooms know of exchanges, too. */
  connect(sources: BookSources): void;
  /** Draws the three spaces, with at most so many people. */
  drawSpaces(container: HTMLElement, life: Component, limit: number): void;
  openAddContact(prefill?: ContactPrefill): void;
  openLogInteraction(prefill?: InteractionPrefill): void;
  /** Opens the modal for a new contact, filled from an `obsidian://` link's parameters. */
  openFromParameters(parameters: Readonly<Record<string, string | undefined>>): void;
}

/** Registers what serves keeping in touch: commands, menus, the Ties tab. Notes are read once the layout is ready. */
export function furnishTies(edge: Edge, drafts: DraftStore): Ties {
  const { app, plugin } = edge;
  const directory = new ShelfDirectory(edge);
  const book = new TiesBook(edge, directory, drafts);
  const topics = new NoteTopics(edge, directory);
  const desk = new TiesDesk(edge, directory, book, drafts);
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
  addImportCommands(edge, new ImportDesk(edge, directory, drafts));
  const merging = new MergeDesk(edge, directory, drafts);
  addSpaces({ edge, directory, book });
  addContactCommands(edge, directory, desk, merging);
  addTiesMenus(edge, directory, desk, merging);
  whenReady(plugin, () => void directory.ready());
  return {
    directory,
    tab: tiesTab({ edge, directory, book, topics, desk, value }),
    connect: (sources) => book.connect(sources),
    drawSpaces: (container, life, limit) => void drawSpaces(container, life, { edge, directory, book }, { limit }),
    openAddContact: (prefill) => desk.openAddContact(prefill),
    openLogInteraction: (prefill) => desk.openLogInteraction(prefill),
    openFromParameters({ name = '' }) {
      if (name.trim() === '') edge.say(words.ties.uriMissingName);
      desk.openAddContact({ name });
    },
  };
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
    callback: () => void directory.ready().then(() => new WhoKnowsModal(app, directory, book, open).open()),
  });
}

function addContactCommands({ app, plugin }: Edge, directory: ShelfDirectory, desk: TiesDesk, merging: MergeDesk): void {
  const here = (run: (contact: Contact) => void) => (checking: boolean): boolean => {
    const contact = directory.at(app.workspace.getActiveFile()?.path ?? '');
    if (contact !== undefined && !checking) run(contact);
    return contact !== undefined;
  };
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

function addSpaces(needs: SpacesNeeds): void {
  const { app, plugin } = needs.edge;
  plugin.registerView(SPACES_VIEW, (leaf) => new SpacesView(leaf, needs));
  // Answers false where bases are switched off; nothing else depends on it.
  plugin.registerBasesView(SPACES_VIEW, { name: words.ties.spacesLabel, icon: 'target', factory: (controller, container) => new SpacesBasesView(controller, container, needs) });
  plugin.addCommand({
    id: 'ties-open-spaces',
    name: words.ties.openSpaces,
    callback: () => {
      const [open] = app.workspace.getLeavesOfType(SPACES_VIEW);
      const leaf = open ?? app.workspace.getLeaf('tab');
      void leaf.setViewState({ type: SPACES_VIEW, active: true }).then(() => app.workspace.revealLeaf(leaf));
    },
  });
  plugin.addCommand({ id: 'ties-make-bases', name: words.ties.makeBases, callback: () => void makeBases(needs.edge) });
}
