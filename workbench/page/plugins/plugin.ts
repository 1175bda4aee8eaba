import type { CliFlags, Command, HoverLinkSource, PluginManifest } from 'obsidian';
import type { Extension } from '@codemirror/state';
import type { App } from '../app';
import { Component } from '../base/component';
import type { BasesViewRegistration } from '../bases';
import type { MarkdownPostProcessor, CodeBlockHandler } from '../render/processors';
import type { PluginSettingTab } from '../settings/setting-tab';
import type { EditorSuggest } from '../ui/editor-suggest';
import type { ViewCreator } from '../workspace/view-registry';

export type ProtocolHandler = (params: Record<string, string>) => unknown;
export type CliHandler = (params: Record<string, string>) => string | Promise<string>;

/** What a plugin extends. Everything that it registers goes when it is unloaded. */
export abstract class Plugin extends Component {
	settings?: unknown;
	/** Set by a plugin that wants to know when its settings file was changed by others. */
	onExternalSettingsChange?(): unknown;

	constructor(readonly app: App, readonly manifest: PluginManifest) {
		super();
	}

	onUserEnable(): void {
		// For subclasses.
	}

	addRibbonIcon(icon: string, title: string, callback: (event: MouseEvent) => unknown): HTMLElement {
		const el = this.app.ribbon.add(icon, title, callback);
		this.register(() => el.remove());
		return el;
	}

	addStatusBarItem(): HTMLElement {
		const el = this.app.statusBar.addItem(`plugin-${this.manifest.id}`);
		this.register(() => el.remove());
		return el;
	}

	addCommand(command: Command): Command {
		const full = { ...command, id: `${this.manifest.id}:${command.id}`, name: `${this.manifest.name}: ${command.name}` };
		// As in Obsidian the plugin's own object gets the full id and name.
		Object.assign(command, { id: full.id, name: full.name });
		this.app.commands.addCommand(command);
		this.register(() => this.app.commands.removeCommand(full.id));
		return command;
	}

	removeCommand(commandId: string): void {
		this.app.commands.removeCommand(commandId.includes(':') ? commandId : `${this.manifest.id}:${commandId}`);
	}

	addSettingTab(tab: PluginSettingTab): void {
		this.app.setting.addSettingTab(tab);
		this.register(() => this.app.setting.removeSettingTab(tab));
	}

	registerView(type: string, creator: ViewCreator): void {
		this.app.viewRegistry.registerView(type, creator);
		this.register(() => {
			this.app.viewRegistry.unregisterView(type);
			this.app.workspace.detachLeavesOfType(type);
		});
	}

	registerHoverLinkSource(id: string, info: HoverLinkSource): void {
		this.app.hoverLinkSources.set(id, info);
		this.register(() => this.app.hoverLinkSources.delete(id));
	}

	registerExtensions(extensions: string[], viewType: string): void {
		this.app.viewRegistry.registerExtensions(extensions, viewType);
		this.register(() => this.app.viewRegistry.unregisterExtensions(extensions));
	}

	registerMarkdownPostProcessor(postProcessor: MarkdownPostProcessor, sortOrder?: number): MarkdownPostProcessor {
		this.app.processors.add(postProcessor, sortOrder);
		this.register(() => this.app.processors.remove(postProcessor));
		return postProcessor;
	}

	registerMarkdownCodeBlockProcessor(language: string, handler: CodeBlockHandler, sortOrder?: number): MarkdownPostProcessor {
		const processor = this.app.processors.addCodeBlock(language, handler, sortOrder);
		this.register(() => this.app.processors.removeCodeBlock(language, processor));
		return processor;
	}

	/** False when Bases are switched off in this vault. */
	registerBasesView(viewId: string, registration: BasesViewRegistration): boolean {
		const { bases } = this.app;
		if (!bases.enabled) return false;
		bases.views.register(viewId, registration);
		this.register(() => bases.views.unregister(viewId));
		return true;
	}

	registerEditorExtension(extension: Extension): void {
		this.app.editorExtensions.push(extension);
		this.app.workspace.updateOptions();
		this.register(() => {
			this.app.editorExtensions = this.app.editorExtensions.filter((item) => item !== extension);
			this.app.workspace.updateOptions();
		});
	}

	registerEditorSuggest(suggest: EditorSuggest<unknown>): void {
		this.app.editorSuggests.push(suggest);
		this.register(() => {
			suggest.close();
			this.app.editorSuggests = this.app.editorSuggests.filter((item) => item !== suggest);
		});
	}

	registerObsidianProtocolHandler(action: string, handler: ProtocolHandler): void {
		this.app.protocolHandlers.set(action, handler);
		this.register(() => this.app.protocolHandlers.delete(action));
	}

	registerCliHandler(command: string, description: string, flags: CliFlags | null, handler: CliHandler): void {
		this.app.cliHandlers.set(command, { description, flags, handler });
		this.register(() => this.app.cliHandlers.delete(command));
	}

	/** The content of `data.json`, null when there is none. @throws when it is not JSON */
	async loadData(): Promise<unknown> {
		const { adapter } = this.app.vault;
		if (!(await adapter.exists(this.#dataPath()))) return null;
		const text = await adapter.read(this.#dataPath());
		return text.trim() === '' ? null : (JSON.parse(text) as unknown);
	}

	async saveData(data: unknown): Promise<void> {
		await this.app.vault.adapter.mkdir(this.#folder());
		await this.app.vault.adapter.write(this.#dataPath(), JSON.stringify(data, null, 2));
	}

	#folder(): string {
		return this.manifest.dir ?? `${this.app.vault.configDir}/plugins/${this.manifest.id}`;
	}

	#dataPath(): string {
		return `${this.#folder()}/data.json`;
	}
}
