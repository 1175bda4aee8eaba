import type { SearchResult } from 'obsidian';
import type { App } from '../app';
import { Keymap } from '../base/keymap';
import { Notice } from '../ui/notice';
import { prepareFuzzySearch, renderResults } from '../ui/search';
import { SuggestModal } from '../ui/suggest-modal';
import type { TFile } from '../vault/files';

interface Found {
	file: TFile | null;
	text: string;
	match: SearchResult;
}

/** Opens a note by its name, or makes one. */
export class QuickSwitcher extends SuggestModal<Found> {
	constructor(app: App) {
		super(app);
		this.limit = 50;
		this.setPlaceholder('Find or create a note…');
		this.setInstructions([
			{ command: '↑↓', purpose: 'to navigate' },
			{ command: '↵', purpose: 'to open' },
			{ command: 'ctrl ↵', purpose: 'to open in new tab' },
			{ command: 'esc', purpose: 'to dismiss' },
		]);
	}

	getSuggestions(query: string): Found[] {
		const { vault, workspace } = this.app;
		if (query.trim() === '') {
			const recent = workspace.getLastOpenFiles().flatMap((path) => vault.getFileByPath(path) ?? []);
			return recent.map((file) => ({ file, text: file.path.replace(/\.md$/u, ''), match: { score: 0, matches: [] } }));
		}
		const match = prepareFuzzySearch(query);
		const found = vault.getMarkdownFiles().flatMap((file): Found[] => {
			const text = file.path.replace(/\.md$/u, '');
			const byName = match(file.basename);
			const offset = text.length - file.basename.length;
			const result = byName ? { score: byName.score + 20, matches: byName.matches.map(([from, to]): [number, number] => [from + offset, to + offset]) } : match(text);
			return result ? [{ file, text, match: result }] : [];
		});
		found.sort((a, b) => b.match.score - a.match.score);
		return found.length > 0 ? found : [{ file: null, text: query.trim(), match: { score: 0, matches: [] } }];
	}

	renderSuggestion({ file, text, match }: Found, el: HTMLElement): void {
		el.addClass('mod-complex');
		const title = el.createDiv({ cls: 'suggestion-content' }).createDiv({ cls: 'suggestion-title' });
		renderResults(title, text, match);
		if (!file) el.createDiv({ cls: 'suggestion-aux' }).createSpan({ cls: 'suggestion-hotkey', text: 'Enter to create' });
	}

	onChooseSuggestion({ file, text }: Found, event: MouseEvent | KeyboardEvent): void {
		void this.openOrCreate(file, text, event).catch((error: unknown) => new Notice(error instanceof Error ? error.message : String(error)));
	}

	private async openOrCreate(file: TFile | null, name: string, event: MouseEvent | KeyboardEvent): Promise<void> {
		if (file) return this.app.workspace.getLeaf(Keymap.isModEvent(event)).openFile(file);
		await this.app.workspace.openLinkText(name, '', Keymap.isModEvent(event));
	}
}
