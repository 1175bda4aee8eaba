import type { Hotkey } from 'obsidian';
import type { App } from '../app';
import { MarkdownView } from '../editor/markdown-view';
import { CommandPalette } from './palette';
import { QuickSwitcher } from './switcher';

/** The commands that people know from Obsidian and that the workbench has. */
export function addOwnCommands(app: App): void {
	const { workspace, fileManager } = app;
	const add = (id: string, name: string, run: () => unknown, ...hotkeys: Hotkey[]): void => app.commands.addCommand({ id, name, callback: run, hotkeys });
	const view = (): MarkdownView | null => workspace.getActiveFileView() as MarkdownView | null;
	const withView = (id: string, name: string, run: (view: MarkdownView) => unknown, ...hotkeys: Hotkey[]): void =>
		app.commands.addCommand({
			id,
			name,
			hotkeys,
			checkCallback: (checking) => {
				const current = view();
				if (!(current instanceof MarkdownView) || !current.file) return false;
				if (!checking) run(current);
				return true;
			},
		});
	add('command-palette:open', 'Command palette: Open command palette', () => new CommandPalette(app).open(), { modifiers: ['Mod'], key: 'P' });
	add('switcher:open', 'Quick switcher: Open quick switcher', () => new QuickSwitcher(app).open(), { modifiers: ['Mod'], key: 'O' });
	add('app:open-settings', 'Open settings', () => app.setting.open(), { modifiers: ['Mod'], key: ',' });
	add('file-explorer:new-file', 'Create new note', async () => {
		const file = await fileManager.createNewMarkdownFile(fileManager.getNewFileParent(workspace.getActiveFile()?.path ?? ''));
		await workspace.getLeaf().openFile(file, { state: { mode: 'source' } });
	}, { modifiers: ['Alt'], key: 'N' });
	add('theme:toggle-light-dark', 'Toggle light/dark mode', () => app.setTheme(app.isDarkMode() ? 'moonstone' : 'obsidian'));
	add('app:toggle-left-sidebar', 'Toggle left sidebar', () => workspace.leftSplit.toggle());
	add('app:toggle-right-sidebar', 'Toggle right sidebar', () => workspace.rightSplit.toggle());
	add('app:reload', 'Reload app without saving', () => location.reload());
	add('app:go-back', 'Navigate back', () => workspace.getMostRecentLeaf()?.go(true), { modifiers: ['Mod', 'Alt'], key: 'ArrowLeft' });
	add('app:go-forward', 'Navigate forward', () => workspace.getMostRecentLeaf()?.go(false), { modifiers: ['Mod', 'Alt'], key: 'ArrowRight' });
	add('workspace:new-tab', 'New tab', () => workspace.setActiveLeaf(workspace.getLeaf('tab')));
	add('workspace:close', 'Close current tab', () => workspace.getMostRecentLeaf()?.detachOrEmpty());
	add('workspace:split-vertical', 'Split right', () => workspace.duplicateLeaf(workspace.getLeaf(), 'vertical'));
	withView('markdown:toggle-preview', 'Toggle reading view', (current) => current.toggleMode(), { modifiers: ['Mod'], key: 'E' });
	withView('editor:toggle-source', 'Toggle Live Preview/Source mode', (current) => current.setLive(!current.livePreviewOn));
	withView('editor:save-file', 'Save current file', (current) => current.save(), { modifiers: ['Mod'], key: 'S' });
	withView('app:delete-file', 'Delete current file', (current) => current.file && fileManager.promptForDeletion(current.file));
	withView('outline:open', 'Outline: Show outline', () => workspace.ensureSideLeaf('outline', 'right'));
	withView('backlink:open', 'Backlinks: Show backlinks', () => workspace.ensureSideLeaf('backlink', 'right'));
}
