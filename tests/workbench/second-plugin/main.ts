import { FuzzySuggestModal, ItemView, Menu, Modal, Notice, Plugin, PluginSettingTab, Setting, TFile, type App, type FuzzyMatch, type WorkspaceLeaf } from 'obsidian';

interface ReadingSettings {
	greeting: string;
	loud: boolean;
	opened: number;
}

const defaults: ReadingSettings = { greeting: 'Read', loud: false, opened: 0 };
const VIEW = 'reading-list-view';

/** Chooses a note to read next. */
class NextModal extends FuzzySuggestModal<TFile> {
	constructor(app: App, private readonly plugin: ReadingListPlugin) {
		super(app);
		this.setPlaceholder('What do you read next?');
	}

	getItems(): TFile[] {
		return this.app.vault.getMarkdownFiles();
	}

	getItemText(file: TFile): string {
		return file.basename;
	}

	override renderSuggestion(match: FuzzyMatch<TFile>, el: HTMLElement): void {
		super.renderSuggestion(match, el);
		el.createEl('small', { text: match.item.parent?.path ?? '' });
	}

	onChooseItem(file: TFile): void {
		void this.plugin.markRead(file);
	}
}

/** Its methods have names that a host may use inside: they must not meet. */
class ReadingView extends ItemView {
	private drawn = 0;

	getViewType(): string {
		return VIEW;
	}

	getDisplayText(): string {
		return 'Reading list';
	}

	protected override async onOpen(): Promise<void> {
		this.registerEvent(this.app.metadataCache.on('changed', () => this.draw()));
		this.draw();
	}

	private draw(): void {
		this.drawn += 1;
		this.contentEl.empty();
		const list = this.contentEl.createEl('ul', { cls: 'reading-list' });
		for (const file of this.app.vault.getMarkdownFiles()) {
			const read = this.app.metadataCache.getFileCache(file)?.frontmatter?.['read'] === true;
			if (read) list.createEl('li', { text: file.basename });
		}
		this.contentEl.dataset['drawn'] = String(this.drawn);
	}
}

class AskModal extends Modal {
	override onOpen(): void {
		this.setTitle('How was it?');
		const input = this.contentEl.createEl('input', { type: 'text' });
		new Setting(this.contentEl).addButton((button) => button.setButtonText('Keep').setCta().onClick(() => this.close()));
		this.scope.register(['Mod'], 'Enter', () => {
			new Notice(`You said: ${input.value}`);
			this.close();
			return false;
		});
	}
}

/** Drawn by hand, as plugins did before version 1.13. */
class ReadingTab extends PluginSettingTab {
	private shown = 0;

	constructor(app: App, private readonly reading: ReadingListPlugin) {
		super(app, reading);
	}

	// The older way of drawing settings is what this plugin is for.
	override display(): void {
		this.shown += 1;
		this.containerEl.empty();
		new Setting(this.containerEl).setName('Greeting').addText((text) =>
			text.setValue(this.reading.settings.greeting).onChange(async (value) => {
				this.reading.settings.greeting = value;
				await this.reading.saveData(this.reading.settings);
			}),
		);
		new Setting(this.containerEl).setName('Loud').addToggle((toggle) =>
			toggle.setValue(this.reading.settings.loud).onChange(async (value) => {
				this.reading.settings.loud = value;
				await this.reading.saveData(this.reading.settings);
			}),
		);
	}
}

/** A plugin that has nothing to do with ours and uses the API in other ways. */
export default class ReadingListPlugin extends Plugin {
	declare settings: ReadingSettings;
	ticks = 0;
	renames: string[] = [];
	external = 0;

	override async onload(): Promise<void> {
		this.settings = { ...defaults, ...((await this.loadData()) as Partial<ReadingSettings> | null) };
		const status = this.addStatusBarItem();
		status.setText(this.settings.greeting);
		this.registerInterval(window.setInterval(() => (this.ticks += 1), 50));
		this.registerEvent(this.app.vault.on('rename', (file, oldPath) => this.renames.push(`${oldPath} → ${file.path}`)));
		this.registerDomEvent(document, 'click', () => undefined);
		this.registerDomEvent(window, 'blur', () => undefined);
		this.registerView(VIEW, (leaf: WorkspaceLeaf) => new ReadingView(leaf));
		this.addRibbonIcon('book-open', 'Reading list', () => void this.openView());
		this.addCommand({ id: 'next', name: 'Choose what to read next', hotkeys: [{ modifiers: ['Mod', 'Shift'], key: 'k' }], callback: () => new NextModal(this.app, this).open() });
		this.addCommand({ id: 'ask', name: 'Ask how it was', callback: () => new AskModal(this.app).open() });
		this.addCommand({ id: 'open', name: 'Open reading list', callback: () => this.openView() });
		this.addCommand({ id: 'shout', name: 'Shout the selection', editorCallback: (editor) => editor.replaceSelection(editor.getSelection().toUpperCase()) });
		this.addCommand({ id: 'only-empty', name: 'Only where nothing is selected', editorCheckCallback: (checking, editor) => {
			if (editor.somethingSelected()) return false;
			if (!checking) editor.replaceSelection('!');
			return true;
		} });
		this.addCommand({ id: 'menu', name: 'Show a menu', callback: () => this.showMenu() });
		this.addCommand({ id: 'fails', name: 'Fail', callback: () => Promise.reject(new Error('The shelf is empty.')) });
		this.registerMarkdownCodeBlockProcessor('reading', (source, el, ctx) => {
			el.createDiv({ cls: 'reading-list-block', text: `${this.settings.greeting}: ${source.trim()} (${ctx.sourcePath})` });
		});
		this.registerMarkdownPostProcessor((el) => {
			for (const link of el.querySelectorAll('a.external-link')) link.setAttribute('data-seen', 'yes');
		});
		this.registerEvent(this.app.workspace.on('editor-menu', (menu) => menu.addItem((item) => item.setTitle('Read later').onClick(() => new Notice('Later.')))));
		this.registerEvent(this.app.workspace.on('file-menu', (menu, file) => {
			if (file instanceof TFile) menu.addItem((item) => item.setTitle('Mark as read').onClick(() => this.markRead(file)));
		}));
		this.registerObsidianProtocolHandler('reading-list', (params) => new Notice(`Asked for ${params['title'] ?? 'nothing'}`));
		this.addSettingTab(new ReadingTab(this.app, this));
	}

	override onExternalSettingsChange(): void {
		this.external += 1;
	}

	async markRead(file: TFile): Promise<void> {
		await this.app.fileManager.processFrontMatter(file, (properties: Record<string, unknown>) => {
			properties['read'] = true;
		});
		this.settings.opened += 1;
		await this.saveData(this.settings);
		new Notice(`${this.settings.greeting}: ${file.basename}`);
	}

	private async openView(): Promise<void> {
		const leaf = this.app.workspace.getRightLeaf(false);
		await leaf?.setViewState({ type: VIEW, active: true });
		if (leaf) await this.app.workspace.revealLeaf(leaf);
	}

	private showMenu(): void {
		const menu = new Menu();
		menu.addItem((item) => item.setTitle('First').setIcon('star').onClick(() => new Notice('First chosen')));
		menu.addSeparator();
		menu.addItem((item) => item.setTitle('Second').onClick(() => new Notice('Second chosen')));
		menu.showAtPosition({ x: 300, y: 200 });
	}
}
