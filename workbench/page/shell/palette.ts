import type { Command, FuzzyMatch } from 'obsidian';
import type { App } from '../app';
import { FuzzySuggestModal } from '../ui/fuzzy-suggest-modal';
import { renderResults } from '../ui/search';

const RECENT = 'command-palette-recent';

/** All commands that can run now, the recent ones first. */
export class CommandPalette extends FuzzySuggestModal<Command> {
	constructor(app: App) {
		super(app);
		this.setPlaceholder('Select a command…');
		this.emptyStateText = 'No commands found.';
		this.setInstructions([
			{ command: '↑↓', purpose: 'to navigate' },
			{ command: '↵', purpose: 'to use' },
			{ command: 'esc', purpose: 'to dismiss' },
		]);
	}

	getItems(): Command[] {
		const recent = this.recent();
		const rank = (command: Command): number => (recent.includes(command.id) ? recent.indexOf(command.id) : recent.length);
		return this.app.commands.listCommands().sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name));
	}

	getItemText(command: Command): string {
		return command.name;
	}

	override renderSuggestion({ item, match }: FuzzyMatch<Command>, el: HTMLElement): void {
		el.addClass('mod-complex');
		el.dataset['command'] = item.id;
		renderResults(el.createDiv({ cls: 'suggestion-content' }).createDiv({ cls: 'suggestion-title' }), item.name, match);
		const keys = this.app.hotkeyManager.printHotkeyForCommand(item.id);
		if (keys) el.createDiv({ cls: 'suggestion-aux' }).createEl('kbd', { cls: 'suggestion-hotkey', text: keys });
	}

	onChooseItem(command: Command): void {
		this.app.saveLocalStorage(RECENT, [command.id, ...this.recent().filter((id) => id !== command.id)].slice(0, 8));
		this.app.commands.executeCommand(command);
	}

	private recent(): string[] {
		return (this.app.loadLocalStorage(RECENT) as string[] | null) ?? [];
	}
}
