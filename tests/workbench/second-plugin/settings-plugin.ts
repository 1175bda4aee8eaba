import { EditorSuggest, htmlToMarkdown, Notice, Plugin, PluginSettingTab, requestUrl, SettingPage, type Editor, type EditorPosition, type EditorSuggestContext, type EditorSuggestTriggerInfo, type SettingDefinitionItem } from 'obsidian';

interface Values {
	name: string;
	count: number;
	on: boolean;
	kind: string;
	folder: string;
	words: string[];
}

class AboutPage extends SettingPage {
	override display(): void {
		this.containerEl.createEl('p', { text: 'Drawn by hand.' });
	}
}

/** Settings by definitions, with everything that they can hold. */
class DefinedTab extends PluginSettingTab {
	constructor(private readonly defined: DefinedPlugin) {
		super(defined.app, defined);
	}

	override getSettingDefinitions(): SettingDefinitionItem[] {
		const { settings } = this.defined;
		return [
			{ name: 'Name', desc: 'At least two letters.', control: { type: 'text', key: 'name', validate: (value) => (value.length < 2 ? 'Too short.' : undefined) } },
			{ name: 'Switch', control: { type: 'toggle', key: 'on' } },
			{
				type: 'group',
				heading: 'More',
				items: [
					{ name: 'Count', control: { type: 'number', key: 'count', defaultValue: 3 }, visible: () => settings.on },
					{ name: 'Kind', control: { type: 'dropdown', key: 'kind', options: { a: 'First', b: 'Second' } }, },
					{ name: 'Folder', control: { type: 'folder', key: 'folder' } },
					{ name: 'Press', action: () => new Notice('Pressed.') },
					{ name: 'Own', render: (setting) => void setting.addButton((button) => button.setButtonText('Own button').onClick(() => void new Notice('Own pressed.'))) },
				],
			},
			{
				type: 'list',
				heading: 'Words',
				emptyState: 'No words yet.',
				items: settings.words.map((word) => ({ name: word })),
				addItem: { name: 'Add word', action: () => void this.change([...settings.words, `word ${String(settings.words.length + 1)}`]) },
				onDelete: (index) => void this.change(settings.words.filter((_word, at) => at !== index)),
			},
			{ type: 'page', name: 'Inner page', displayValue: () => settings.kind, items: [{ name: 'Deep', control: { type: 'text', key: 'name' } }] },
			{ type: 'page', name: 'About', page: () => new AboutPage() },
		];
	}

	private async change(words: string[]): Promise<void> {
		this.defined.settings.words = words;
		await this.defined.saveData(this.defined.settings);
		this.update();
	}
}

/** Names after an `@`. */
class PeopleSuggest extends EditorSuggest<string> {
	override onTrigger(cursor: EditorPosition, editor: Editor): EditorSuggestTriggerInfo | null {
		const at = /@(\w*)$/.exec(editor.getLine(cursor.line).slice(0, cursor.ch));
		return at ? { start: { line: cursor.line, ch: at.index }, end: cursor, query: at[1] ?? '' } : null;
	}

	override getSuggestions({ query }: EditorSuggestContext): string[] {
		return ['Ann', 'Anton', 'Bea'].filter((name) => name.startsWith(query));
	}

	override renderSuggestion(name: string, el: HTMLElement): void {
		el.setText(name);
	}

	override selectSuggestion(name: string): void {
		if (this.context) this.context.editor.replaceRange(`[[${name}]]`, this.context.start, this.context.end);
		this.close();
	}
}

/** A plugin for the parts of the host that the reading list does not use. */
export default class DefinedPlugin extends Plugin {
	declare settings: Values;

	override async onload(): Promise<void> {
		this.settings = { name: 'Ann', count: 1, on: false, kind: 'a', folder: '', words: [], ...((await this.loadData()) as Partial<Values> | null) };
		this.addSettingTab(new DefinedTab(this));
		this.registerObsidianProtocolHandler('ask', (params) => this.ask(params['url'] ?? ''));
		this.registerObsidianProtocolHandler('to-markdown', (params) => htmlToMarkdown(params['html'] ?? ''));
		this.registerEditorSuggest(new PeopleSuggest(this.app));
	}

	private async ask(url: string): Promise<string> {
		const response = await requestUrl({ url, method: 'POST', body: 'hello', headers: { 'x-kind': 'test' } });
		return `${String(response.status)} ${response.headers['content-type'] ?? ''} ${(response.json as { got: string }).got}`;
	}
}
