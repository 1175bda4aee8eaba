import type { Extension } from '@codemirror/state';
import type { CliFlags, HoverLinkSource } from 'obsidian';
import { Tasks } from './api/tasks';
import { Keymap } from './base/keymap';
import { Platform } from './base/platform';
import { Scope } from './base/scope';
import { Bases } from './bases';
import { MarkdownView } from './editor/markdown-view';
import { FileManager } from './metadata/file-manager';
import { MetadataCache } from './metadata/cache';
import type { CliHandler, ProtocolHandler } from './plugins/plugin';
import { Plugins } from './plugins/plugins';
import { Processors } from './render/processors';
import { Commands, HotkeyManager } from './shell/commands';
import { DragManager } from './shell/drag';
import { addFileMenuItems } from './shell/file-menu';
import { InternalPlugins } from './shell/internal-plugins';
import { Ribbon, StatusBar } from './shell/ribbon';
import { SecretStorage } from './shell/secret-storage';
import { SettingsWindow } from './shell/settings-window';
import type { EditorSuggest } from './ui/editor-suggest';
import type { HoverPopover } from './ui/hover-popover';
import { Menu } from './ui/menu';
import type { VaultClient } from './vault/client';
import type { TAbstractFile } from './vault/files';
import type { Vault } from './vault/vault';
import type { WorkspaceLeaf } from './workspace/leaf';
import { TextFileView } from './workspace/text-file-view';
import type { View } from './workspace/view';
import { ViewRegistry } from './workspace/view-registry';
import { Workspace } from './workspace/workspace';

/** What plugins call `app`. */
export class App {
	readonly appId: string;
	readonly isMobile = Platform.isMobile;
	readonly scope = new Scope();
	readonly keymap: Keymap;
	readonly ribbon = new Ribbon();
	readonly statusBar = new StatusBar();
	readonly commands = new Commands(this);
	readonly hotkeyManager = new HotkeyManager(this);
	readonly viewRegistry = new ViewRegistry();
	readonly processors = new Processors(() => this.workspace.updateOptions());
	readonly internalPlugins = new InternalPlugins();
	readonly bases = new Bases(this, 'bases', 'Bases');
	readonly hoverLinkSources = new Map<string, HoverLinkSource>();
	readonly protocolHandlers = new Map<string, ProtocolHandler>();
	readonly cliHandlers = new Map<string, { description: string; flags: CliFlags | null; handler: CliHandler }>();
	readonly renderContext: { hoverPopover: HoverPopover | null } = { hoverPopover: null };
	readonly workspace: Workspace;
	readonly metadataCache: MetadataCache;
	readonly fileManager: FileManager;
	readonly secretStorage: SecretStorage;
	readonly setting: SettingsWindow;
	readonly plugins: Plugins;
	readonly dragManager: DragManager;
	editorExtensions: Extension[] = [];
	editorSuggests: EditorSuggest<unknown>[] = [];
	lastEvent: Event | null = null;

	constructor(readonly vault: Vault, client: VaultClient) {
		this.appId = vault.getName();
		this.keymap = new Keymap(() => this.activeScope());
		this.workspace = new Workspace(this, this.ribbon.containerEl);
		this.metadataCache = new MetadataCache(vault);
		this.fileManager = new FileManager(this);
		this.secretStorage = new SecretStorage(`${this.appId}-secret-`);
		this.setting = new SettingsWindow(this);
		this.plugins = new Plugins(this, client);
		this.dragManager = new DragManager(this);
		this.scope.register(null, null, (_event, context) => this.hotkeyManager.onTrigger(context));
		for (const type of ['mousedown', 'keydown', 'touchstart', 'click']) window.addEventListener(type, (event) => (this.lastEvent = event), { capture: true, passive: true });
	}

	isDarkMode(): boolean {
		return document.body.hasClass('theme-dark');
	}

	/** @param theme `moonstone` (light), `obsidian` (dark) or empty for the system's choice */
	setTheme(theme: string): void {
		this.vault.setConfig('theme', theme);
		this.updateTheme();
	}

	updateTheme(): void {
		const asked = new URLSearchParams(location.search).get('theme');
		const chosen = (this.vault.getConfig('theme') as string | undefined) || (asked === 'dark' ? 'obsidian' : asked === 'light' ? 'moonstone' : '');
		const dark = chosen ? chosen === 'obsidian' : window.matchMedia('(prefers-color-scheme: dark)').matches;
		document.body.toggleClass('theme-dark', dark);
		document.body.toggleClass('theme-light', !dark);
		this.workspace.trigger('css-change');
	}

	/** What was stored on this device for this vault. */
	loadLocalStorage(key: string): unknown {
		const text = localStorage.getItem(`${this.appId}-${key}`);
		return text === null ? null : (JSON.parse(text) as unknown);
	}

	saveLocalStorage(key: string, data: unknown): void {
		const name = `${this.appId}-${key}`;
		if (data === null || data === undefined) localStorage.removeItem(name);
		else localStorage.setItem(name, JSON.stringify(data));
	}

	addFileMenuItems(menu: Menu, file: TAbstractFile, source: string, leaf?: WorkspaceLeaf): void {
		addFileMenuItems(this, menu, file, source, leaf);
	}

	openPaneMenu(view: View, event: MouseEvent): void {
		const menu = new Menu();
		view.onPaneMenu(menu, 'more-options');
		menu.showAtMouseEvent(event);
	}

	openWithDefaultApp(path: string): void {
		window.open(this.vault.adapter.getResourcePath(path), '_blank', 'noopener');
	}

	/** Tells the plugins that the page closes, and sends off what is not saved yet. */
	quit(): void {
		this.workspace.trigger('quit', new Tasks());
		for (const leaf of this.workspace.allLeaves()) if (leaf.view instanceof TextFileView) leaf.view.saveOnExit();
	}

	/** Writes what is open and not saved yet. */
	async saveAll(): Promise<void> {
		for (const leaf of this.workspace.allLeaves()) if (leaf.view instanceof MarkdownView) await leaf.view.save();
	}

	private activeScope(): Scope {
		return this.workspace.activeLeaf?.view.scope ?? this.scope;
	}
}
