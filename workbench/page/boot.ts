import { connectRequests } from './api/request';
import { App } from './app';
import { Platform } from './base/platform';
import { inSlices, nextTask } from './base/slices';
import { watchTooltips } from './dom/tooltip';
import { MarkdownView } from './editor/markdown-view';
import { connectRenderer } from './render/markdown-renderer';
import { followLinks } from './render/links';
import { DailyNotes, Templates } from './shell/daily-notes';
import { FileExplorerView } from './shell/file-explorer';
import { addMobileBar } from './shell/mobile-bar';
import { BacklinksView, OutlineView } from './shell/note-views';
import { AttachmentView } from './shell/attachment-view';
import { addOwnCommands } from './shell/own-commands';
import { DailyNotesTab, GeneralTab, HotkeysTab, PluginsTab } from './shell/own-settings';
import { watchHovers } from './shell/page-preview';
import { addVaultInfo } from './shell/vault-info';
import { connectMenus } from './ui/menu';
import { Notice } from './ui/notice';
import { WebAdapter } from './vault/adapter';
import { VaultClient } from './vault/client';
import { Vault } from './vault/vault';
import { makeWorkbenchApi } from './workbench-api';
import { EmptyView } from './workspace/empty-view';
import { restoreLayout, storedLayout } from './workspace/layout';

/** How long the layout waits for the notes' metadata, in ms; a big vault goes on being read behind it. */
const METADATA_PATIENCE_MS = 3000;

/** Opens the vault in the page. */
export async function boot(): Promise<void> {
	const query = new URLSearchParams(location.search);
	const client = new VaultClient(query.get('token') ?? '');
	try {
		const { name, entries } = await client.tree();
		const adapter = new WebAdapter(client, name);
		const vault = new Vault(adapter, client);
		await vault.config.load();
		vault.load(entries);
		const app = new App(vault, client);
		const ready = start(app, client, query);
		window.workbench = makeWorkbenchApi(app, ready);
		Object.assign(window, { app });
		await ready;
	} catch (error) {
		showFailure(error);
		throw error;
	}
}

async function start(app: App, client: VaultClient, query: URLSearchParams): Promise<void> {
	connect(app, client);
	build(app);
	await nextTask();
	const metadata = app.metadataCache.initialize();
	await app.internalPlugins.load();
	await app.plugins.readManifests();
	if (query.get('plugins') !== 'off') await loadPlugins(app);
	await openLayout(app, query);
	await Promise.race([metadata, new Promise((resolve) => setTimeout(resolve, METADATA_PATIENCE_MS))]);
	// As in Obsidian, who listens before the layout is ready hears of every file that is there.
	await inSlices(app.vault.getAllLoadedFiles(), (item) => item.path !== '/' && app.vault.trigger('create', item));
	client.watch((change) => app.vault.takeIn(change));
	performance.mark('layout-ready');
	app.workspace.becomeReady();
	await metadata;
	performance.mark('metadata-ready');
}

async function loadPlugins(app: App): Promise<void> {
	performance.mark('plugins-start');
	for (const id of Object.keys(app.plugins.manifests)) {
		try {
			await app.plugins.enablePlugin(id);
		} catch (error) {
			console.error(error);
			new Notice(error instanceof Error ? error.message : String(error), 0);
		}
	}
	performance.mark('plugins-loaded');
}

function connect(app: App, client: VaultClient): void {
	connectRequests(client);
	connectRenderer(app);
	connectMenus(app.keymap);
	watchTooltips();
	followLinks(app);
	watchHovers(app);
	document.addEventListener('visibilitychange', () => {
		if (document.visibilityState === 'hidden') void app.saveAll();
	});
	window.addEventListener('beforeunload', () => app.quit());
	window.addEventListener('resize', () => app.workspace.onResize());
	document.addEventListener('contextmenu', (event) => {
		const target = event.target instanceof Element ? event.target : null;
		if (!target?.closest('input, textarea, [contenteditable="true"]')) event.preventDefault();
	});
}

function build(app: App): void {
	const { body } = document;
	body.empty();
	body.addClass('app', 'is-ready', 'mod-workbench', 'show-inline-title', 'show-view-header');
	if (Platform.isMobile) body.addClass('is-mobile', 'is-phone');
	app.updateTheme();
	window.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => app.updateTheme());
	app.viewRegistry.registerView('empty', (leaf) => new EmptyView(leaf));
	app.viewRegistry.registerView('markdown', (leaf) => new MarkdownView(leaf));
	app.viewRegistry.registerView('unsupported', (leaf) => new AttachmentView(leaf));
	app.viewRegistry.registerView('file-explorer', (leaf) => new FileExplorerView(leaf));
	app.viewRegistry.registerView('outline', (leaf) => new OutlineView(leaf));
	app.viewRegistry.registerView('backlink', (leaf) => new BacklinksView(leaf));
	app.viewRegistry.registerExtensions(['md'], 'markdown');
	app.workspace.build();
	const container = body.createDiv({ cls: 'app-container' }).createDiv({ cls: 'horizontal-main-container' });
	container.append(app.workspace.containerEl);
	body.append(app.statusBar.containerEl);
	if (Platform.isPhone) addMobileBar(app, body);
	addOwnCommands(app);
	addVaultInfo(app);
	app.internalPlugins.add(new DailyNotes(app));
	app.internalPlugins.add(new Templates(app));
	app.internalPlugins.add(app.bases);
	addSettingTabs(app);
}

function addSettingTabs(app: App): void {
	const templates = new DailyNotesTab(app, 'templates', [
		{ key: 'folder', name: 'Template folder location', desc: 'Notes in this folder are offered as templates.', type: 'folder' },
		{ key: 'dateFormat', name: 'Date format', desc: 'For {{date}}.', type: 'text' },
		{ key: 'timeFormat', name: 'Time format', desc: 'For {{time}}.', type: 'text' },
	]);
	const daily = new DailyNotesTab(app, 'daily-notes', [
		{ key: 'format', name: 'Date format', desc: 'YYYY-MM-DD if empty.', type: 'text' },
		{ key: 'folder', name: 'New file location', desc: 'New daily notes are made here.', type: 'folder' },
		{ key: 'template', name: 'Template file location', desc: 'The note that new daily notes begin with.', type: 'file' },
	]);
	Object.assign(templates, { id: 'templates', name: 'Templates', icon: 'files' });
	for (const tab of [new GeneralTab(app), new HotkeysTab(app), daily, templates, new PluginsTab(app)]) app.setting.addSettingTab(tab, true);
}

async function openLayout(app: App, query: URLSearchParams): Promise<void> {
	const { workspace } = app;
	await workspace.createLeafInParent(workspace.leftSplit, 0).setViewState({ type: 'file-explorer' });
	for (const type of ['backlink', 'outline']) await workspace.createLeafInParent(workspace.rightSplit, 9).setViewState({ type });
	const stored = storedLayout(app);
	if (stored) await restoreLayout(app, stored);
	else if (!Platform.isPhone) workspace.leftSplit.expand();
	if (Platform.isPhone) for (const dock of [workspace.leftSplit, workspace.rightSplit]) dock.collapse();
	const asked = query.get('open');
	const first = asked ?? (stored ? null : findStartNote(app));
	const file = first ? app.vault.getFileByPath(first) : null;
	if (file) await workspace.getLeaf().openFile(file, { state: { mode: query.get('mode') ?? app.vault.getConfig('defaultViewMode') } });
	else if (!stored) {
		const [leaf] = workspace.rootSplit.leaves();
		if (leaf) workspace.setActiveLeaf(leaf);
	}
}

/** A vault's welcome note, by its usual names. */
function findStartNote(app: App): string | null {
	const names = ['start here.md', 'welcome.md', 'home.md', 'index.md', 'readme.md'];
	const rank = (name: string): number => names.indexOf(name.toLowerCase());
	const found = app.vault.getRoot().children.filter((item) => rank(item.name) >= 0);
	return found.sort((a, b) => rank(a.name) - rank(b.name))[0]?.path ?? null;
}

function showFailure(error: unknown): void {
	const box = document.body.createDiv({ cls: 'workbench-failure', attr: { role: 'alert' } });
	box.createEl('h1', { text: 'The workbench could not start' });
	box.createEl('p', { text: error instanceof Error ? error.message : String(error) });
}
