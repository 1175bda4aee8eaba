import type { App } from '../app';
import { Notice } from '../ui/notice';
import type { Menu } from '../ui/menu';
import { TFile, TFolder, type TAbstractFile } from '../vault/files';
import { folderOf, joinPath } from '../vault/paths';
import type { WorkspaceLeaf } from '../workspace/leaf';
import { askForText } from './confirm';

async function rename(app: App, file: TAbstractFile): Promise<void> {
	const before = file instanceof TFile ? file.basename : file.name;
	const name = await askForText(app, file instanceof TFolder ? 'Folder name' : 'File name', before);
	if (name === null || name.trim() === '' || name.trim() === before) return;
	const ending = file instanceof TFile && file.extension ? `.${file.extension}` : '';
	try {
		await app.fileManager.renameFile(file, joinPath(folderOf(file.path), name.trim() + ending));
	} catch (error) {
		new Notice(error instanceof Error ? error.message : String(error));
	}
}

/** What can be done with a file, with what plugins add to it. */
export function addFileMenuItems(app: App, menu: Menu, file: TAbstractFile, source: string, leaf?: WorkspaceLeaf): void {
	menu.addSections(['title', 'pane', 'open', 'action-primary', 'action', 'info', 'view', 'system', '', 'danger']);
	if (file instanceof TFile && source !== 'more-options') {
		menu.addItem((item) => item.setSection('open').setTitle('Open in new tab').setIcon('file-plus').onClick(() => app.workspace.getLeaf('tab').openFile(file)));
		menu.addItem((item) => item.setSection('open').setTitle('Open to the right').setIcon('separator-vertical').onClick(() => app.workspace.getLeaf('split').openFile(file)));
	}
	app.workspace.trigger('file-menu', menu, file, source, leaf);
	if (file instanceof TFolder && file.isRoot()) return;
	menu.addItem((item) => item.setSection('danger').setTitle('Rename…').setIcon('pencil').onClick(() => rename(app, file)));
	menu.addItem((item) => item.setSection('danger').setTitle('Delete').setIcon('trash-2').setWarning(true).onClick(() => app.fileManager.promptForDeletion(file)));
}
