import { TFile, type Editor } from 'obsidian';
import type { Edge } from '../../obsidian/edge';
import { words } from '../../words';
import { contactName } from '..';
import type { MergeDesk } from './merge-desk';
import type { ShelfDirectory } from './shelf-directory';
import type { TiesDesk } from './ties-desk';

const LONGEST_NAME = 60;

/** The name that is selected in an editor: short, on one line, with a letter in it; undefined for anything else. */
export function selectedName(editor: Editor | undefined): string | undefined {
  const selection = editor?.getSelection().trim() ?? '';
  if (selection.includes('\n')) return undefined;
  const name = contactName(selection);
  return name.length <= LONGEST_NAME && /\p{L}/u.test(name) ? name : undefined;
}

/** The verbs about people in the editor's and the file's menu. */
export function addTiesMenus(edge: Edge, directory: ShelfDirectory, desk: TiesDesk, merging: MergeDesk): void {
  const { app, plugin } = edge;
  plugin.registerEvent(app.workspace.on('editor-menu', (menu, editor, info) => {
    const name = selectedName(editor);
    if (name !== undefined && directory.find(name) === undefined) {
      menu.addItem((item) => item.setTitle(words.ties.addContactNamed(name)).setIcon('user-plus').setSection('selection').onClick(() => desk.openAddContact({ name, stays: true })));
    }
    const contact = info.file == null ? undefined : directory.at(info.file.path);
    if (contact !== undefined) {
      menu.addItem((item) => item.setTitle(words.ties.logInteractionShort).setIcon('message-circle-plus').setSection('action').onClick(() => desk.openLogInteraction({ path: contact.path })));
    }
  }));
  plugin.registerEvent(app.workspace.on('file-menu', (menu, file) => {
    if (file instanceof TFile && directory.isCommunity(file.path)) {
      menu.addItem((item) => item.setTitle(words.ties.logChangeShort).setIcon('sparkles').setSection('action').onClick(() => desk.openPracticeChange({ path: file.path })));
    }
    const contact = file instanceof TFile ? directory.at(file.path) : undefined;
    if (contact === undefined) return;
    menu.addItem((item) => item.setTitle(words.ties.editContactShort).setIcon('pencil').setSection('action').onClick(() => desk.openEditContact(contact)));
    menu.addItem((item) => item.setTitle(words.ties.howClose).setIcon('circle-help').setSection('action').onClick(() => desk.explainTie(contact)));
    menu.addItem((item) => item.setTitle(words.ties.mergeShort).setIcon('merge').setSection('action').onClick(() => merging.open(contact)));
    menu.addItem((item) => item.setTitle(contact.archived === true ? words.ties.unarchive : words.ties.archive).setIcon('archive').setSection('action').onClick(() => void desk.toggleArchived(contact)));
    menu.addItem((item) => item.setTitle(words.ties.reminder).setIcon('alarm-clock').setSection('action').onClick(() => desk.openReminder(contact)));
    menu.addItem((item) => item.setTitle(words.ties.logInteractionShort).setIcon('message-circle-plus').setSection('action').onClick(() => desk.openLogInteraction({ path: file.path })));
  }));
}
