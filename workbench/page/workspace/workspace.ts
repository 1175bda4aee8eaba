import type { OpenViewState, PaneType } from 'obsidian';
import type { App } from '../app';
import { debounce } from '../base/debounce';
import { Events } from '../base/events';
import { parseLinktext } from '../api/text';
import type { Editor } from '../editor/editor';
import { MarkdownView } from '../editor/markdown-view';
import type { Menu } from '../ui/menu';
import { TFile } from '../vault/files';
import { folderOf, joinPath } from '../vault/paths';
import { WorkspaceParent, WorkspaceRibbon, WorkspaceRoot, WorkspaceSidedock, WorkspaceSplit } from './items';
import { readLayout, restoreLayout, storeLayout } from './layout';
import { WorkspaceLeaf } from './leaf';
import { WorkspaceTabs } from './tabs';
import { FileView, type View } from './view';

type Constructor<T> = abstract new (...args: never[]) => T;

interface EditorInfo {
	editor?: Editor;
	file: TFile | null;
}

/** The window: what is open where, and what is active. */
export class Workspace extends Events {
	readonly containerEl: HTMLElement = createDiv({ cls: 'workspace' });
	readonly leftSplit: WorkspaceSidedock;
	readonly rightSplit: WorkspaceSidedock;
	readonly rootSplit: WorkspaceRoot;
	readonly leftRibbon: WorkspaceRibbon;
	readonly rightRibbon: WorkspaceRibbon;
	activeLeaf: WorkspaceLeaf | null = null;
	activeEditor: EditorInfo | null = null;
	layoutReady = false;
	requestSaveLayout = debounce(async () => storeLayout(this.app), 500, true);
	private readonly waiting: (() => unknown)[] = [];
	private readonly lastOpen: string[] = [];
	private shownFile: TFile | null = null;
	private sayLayoutChange = debounce(() => this.trigger('layout-change'), 20, true);

	constructor(readonly app: App, ribbonEl: HTMLElement) {
		super();
		this.leftRibbon = new WorkspaceRibbon(ribbonEl);
		this.rightRibbon = new WorkspaceRibbon(createDiv());
		this.leftSplit = new WorkspaceSidedock(app, 'left');
		this.rootSplit = new WorkspaceRoot(app);
		this.rightSplit = new WorkspaceSidedock(app, 'right');
	}

	/** Builds the empty layout; called once the app is complete. */
	build(): void {
		this.containerEl.append(this.leftRibbon.containerEl, this.leftSplit.containerEl, this.rootSplit.containerEl, this.rightSplit.containerEl);
		this.leftSplit.insertChild(0, new WorkspaceTabs(this.app, 'side'));
		this.rightSplit.insertChild(0, new WorkspaceTabs(this.app, 'side'));
		this.rootSplit.insertChild(0, new WorkspaceTabs(this.app, 'root'));
		this.activeLeaf = this.createLeafInParent(this.rootSplit, 0);
	}

	/** Tells everyone who waited that the layout stands. */
	becomeReady(): void {
		this.layoutReady = true;
		for (const callback of this.waiting.splice(0)) this.tryTrigger({ e: this, name: 'layout-ready', fn: callback, ctx: null }, []);
		this.trigger('layout-ready');
		this.onLayoutChange();
	}

	onLayoutReady(callback: () => unknown): void {
		if (this.layoutReady) setTimeout(callback, 0);
		else this.waiting.push(callback);
	}

	async changeLayout(layout: unknown): Promise<void> {
		await restoreLayout(this.app, layout);
	}

	getLayout(): Record<string, unknown> {
		return readLayout(this.app) as unknown as Record<string, unknown>;
	}

	// Leaves -----------------------------------------------------------------------------------------------------------

	createLeafInTabs(tabs: WorkspaceTabs, index = tabs.children.length): WorkspaceLeaf {
		const leaf = new WorkspaceLeaf(this.app);
		tabs.insertChild(index, leaf);
		this.onLayoutChange();
		return leaf;
	}

	createLeafInParent(parent: WorkspaceSplit, index: number): WorkspaceLeaf {
		const tabs = parent.children.find((child) => child instanceof WorkspaceTabs);
		if (!tabs) throw new Error('This part of the layout has no tabs to put a leaf into.');
		return this.createLeafInTabs(tabs, Math.min(index, tabs.children.length));
	}

	createLeafBySplit(leaf: WorkspaceLeaf, direction: 'vertical' | 'horizontal' = 'vertical', before = false): WorkspaceLeaf {
		const tabs = leaf.parent;
		const parent = tabs?.parent;
		if (!(parent instanceof WorkspaceSplit) || !tabs) throw new Error('Only a leaf of the main area can be split.');
		const fresh = new WorkspaceTabs(this.app, 'root');
		if (direction === parent.direction) parent.insertChild(parent.children.indexOf(tabs) + (before ? 0 : 1), fresh);
		else this.nest(parent, tabs, fresh, direction, before);
		return this.createLeafInTabs(fresh);
	}

	splitActiveLeaf(direction?: 'vertical' | 'horizontal'): WorkspaceLeaf {
		return this.createLeafBySplit(this.getMainLeaf(), direction);
	}

	async duplicateLeaf(leaf: WorkspaceLeaf, leafType: PaneType | boolean | 'vertical' | 'horizontal' = true): Promise<WorkspaceLeaf> {
		const split = leafType === 'vertical' || leafType === 'horizontal';
		const copy = split ? this.createLeafBySplit(leaf, leafType) : this.getLeaf(leafType);
		await copy.setViewState(leaf.getViewState());
		return copy;
	}

	getLeaf(newLeaf: PaneType | boolean = false, direction?: 'vertical' | 'horizontal'): WorkspaceLeaf {
		if (newLeaf === false) return this.getUnpinnedLeaf();
		if (newLeaf === 'split') return this.createLeafBySplit(this.getMainLeaf(), direction);
		const tabs = this.getMainLeaf().parent;
		if (!(tabs instanceof WorkspaceTabs)) throw new Error('The main area has no tabs.');
		return this.createLeafInTabs(tabs, tabs.currentTab + 1);
	}

	getUnpinnedLeaf(): WorkspaceLeaf {
		const leaf = this.getMainLeaf();
		if (!leaf.pinned && (leaf.view.navigation || leaf.view.getViewType() === 'empty')) return leaf;
		return this.getLeaf('tab');
	}

	openPopoutLeaf(): WorkspaceLeaf {
		return this.getLeaf('tab');
	}

	moveLeafToPopout(): never {
		throw new Error('The workbench has one window; a leaf cannot be moved to another.');
	}

	getLeftLeaf(split: boolean): WorkspaceLeaf | null {
		return this.sideLeaf(this.leftSplit, split);
	}

	getRightLeaf(split: boolean): WorkspaceLeaf | null {
		return this.sideLeaf(this.rightSplit, split);
	}

	async ensureSideLeaf(type: string, side: 'left' | 'right', options: { active?: boolean; split?: boolean; reveal?: boolean; state?: unknown } = {}): Promise<WorkspaceLeaf> {
		const { active = true, reveal = true, state } = options;
		const dock = side === 'left' ? this.leftSplit : this.rightSplit;
		const leaf = this.getLeavesOfType(type)[0] ?? this.sideLeaf(dock, false);
		if (state !== undefined || leaf.view.getViewType() !== type) await leaf.setViewState({ type, state: (state ?? {}) as Record<string, unknown> });
		if (reveal) await this.revealLeaf(leaf);
		if (active) this.setActiveLeaf(leaf, { focus: true });
		return leaf;
	}

	getLeafById(id: string): WorkspaceLeaf | null {
		return this.allLeaves().find((leaf) => leaf.id === id) ?? null;
	}

	getGroupLeaves(group: string): WorkspaceLeaf[] {
		return this.allLeaves().filter((leaf) => leaf.group === group);
	}

	getMostRecentLeaf(root: WorkspaceParent = this.rootSplit): WorkspaceLeaf | null {
		return [...root.leaves()].sort((a, b) => b.activeTime - a.activeTime)[0] ?? null;
	}

	iterateRootLeaves(callback: (leaf: WorkspaceLeaf) => unknown): void {
		this.rootSplit.leaves().forEach((leaf) => callback(leaf));
	}

	iterateAllLeaves(callback: (leaf: WorkspaceLeaf) => unknown): void {
		this.allLeaves().forEach((leaf) => callback(leaf));
	}

	getLeavesOfType(type: string): WorkspaceLeaf[] {
		return this.allLeaves().filter((leaf) => leaf.view.getViewType() === type);
	}

	detachLeavesOfType(type: string): void {
		for (const leaf of this.getLeavesOfType(type)) leaf.detachOrEmpty();
	}

	async revealLeaf(leaf: WorkspaceLeaf): Promise<void> {
		const root = leaf.getRoot();
		if (root instanceof WorkspaceSidedock) root.expand();
		if (leaf.parent instanceof WorkspaceTabs) leaf.parent.selectTab(leaf);
		this.onLayoutChange();
	}

	// What is active ---------------------------------------------------------------------------------------------------

	setActiveLeaf(leaf: WorkspaceLeaf, params?: { focus?: boolean } | boolean, focusArgument?: boolean): void {
		const focus = typeof params === 'object' ? (params.focus ?? false) : (focusArgument ?? false);
		if (leaf.parent instanceof WorkspaceTabs) leaf.parent.selectTab(leaf);
		const before = this.activeLeaf;
		leaf.activeTime = Date.now() + performance.now() / 1e6;
		this.activeLeaf = leaf;
		for (const other of this.allLeaves()) {
			other.containerEl.toggleClass('mod-active', other === leaf);
			other.tabHeaderEl?.toggleClass('mod-active', other === leaf);
		}
		if (focus && leaf.view instanceof MarkdownView) leaf.view.focus();
		if (before !== leaf) this.trigger('active-leaf-change', leaf);
		this.onActiveFileMayChange();
		this.onLayoutChange();
	}

	getActiveViewOfType<T extends View>(type: Constructor<T>): T | null {
		const view = this.activeLeaf?.view;
		return view instanceof type ? view : null;
	}

	getActiveFileView(): FileView | null {
		const active = this.activeLeaf?.view;
		if (active instanceof FileView && active.file) return active;
		const recent = this.getMostRecentLeaf()?.view;
		return recent instanceof FileView ? recent : null;
	}

	getActiveFile(): TFile | null {
		return this.getActiveFileView()?.file ?? null;
	}

	getLastOpenFiles(): string[] {
		return [...this.lastOpen];
	}

	/** Tells the listeners if another file is in front now. */
	onActiveFileMayChange(): void {
		const view = this.getActiveFileView();
		this.activeEditor = view instanceof MarkdownView && view.file ? view : null;
		const file = view?.file ?? null;
		if (file === this.shownFile) return;
		this.shownFile = file;
		if (file) this.lastOpen.splice(0, this.lastOpen.length, file.path, ...this.lastOpen.filter((path) => path !== file.path).slice(0, 9));
		this.trigger('file-open', file);
	}

	onLeafChanged(leaf: WorkspaceLeaf): void {
		if (leaf === this.activeLeaf || leaf === this.getMostRecentLeaf()) this.onActiveFileMayChange();
		this.onLayoutChange();
	}

	onLeafDetached(leaf: WorkspaceLeaf, parent: WorkspaceParent): void {
		if (parent.children.length === 0 && parent.parent === this.rootSplit && this.rootSplit.children.length > 1) this.rootSplit.removeChild(parent);
		if (this.rootSplit.leaves().length === 0) this.createLeafInParent(this.rootSplit, 0);
		const root = parent.getRoot();
		if (root instanceof WorkspaceSidedock && root.leaves().length === 0) root.collapse();
		if (leaf === this.activeLeaf) {
			const next = this.getMostRecentLeaf();
			if (next) this.setActiveLeaf(next);
		}
		this.onLayoutChange();
	}

	onResize(): void {
		for (const leaf of this.allLeaves()) leaf.onResize();
		this.trigger('resize');
	}

	onLayoutChange(): void {
		this.sayLayoutChange();
		if (this.layoutReady) this.requestSaveLayout();
	}

	// Links ------------------------------------------------------------------------------------------------------------

	async openLinkText(linktext: string, sourcePath: string, newLeaf: PaneType | boolean = false, openViewState: OpenViewState = {}): Promise<void> {
		const { path, subpath } = parseLinktext(linktext);
		const file = this.app.metadataCache.getFirstLinkpathDest(path, sourcePath) ?? (await this.createLinked(path, sourcePath));
		const eState = { ...openViewState.eState, ...(subpath ? { subpath } : {}) };
		await this.getLeaf(newLeaf).openFile(file, { ...openViewState, eState });
	}

	handleLinkContextMenu(menu: Menu, linktext: string, sourcePath: string): boolean {
		menu.addItem((item) => item.setSection('open').setTitle('Open link').setIcon('file').onClick(() => this.openLinkText(linktext, sourcePath)));
		menu.addItem((item) => item.setSection('open').setTitle('Open in new tab').setIcon('file-plus').onClick(() => this.openLinkText(linktext, sourcePath, 'tab')));
		const file = this.app.metadataCache.getFirstLinkpathDest(parseLinktext(linktext).path, sourcePath);
		if (file) this.trigger('file-menu', menu, file, 'link-context-menu');
		return true;
	}

	/** Gives every open editor the extensions of now. */
	updateOptions(): void {
		for (const leaf of this.allLeaves()) if (leaf.view instanceof MarkdownView) leaf.view.updateExtensions();
	}

	allLeaves(): WorkspaceLeaf[] {
		return [...this.leftSplit.leaves(), ...this.rootSplit.leaves(), ...this.rightSplit.leaves()];
	}

	private sideLeaf(dock: WorkspaceSidedock, split: boolean): WorkspaceLeaf {
		const tabs = new WorkspaceTabs(this.app, 'side');
		if (split) dock.insertChild(dock.children.length, tabs);
		return split ? this.createLeafInTabs(tabs) : this.createLeafInParent(dock, Number.MAX_SAFE_INTEGER);
	}

	private getMainLeaf(): WorkspaceLeaf {
		const active = this.activeLeaf;
		if (active && active.getRoot() === this.rootSplit) return active;
		return this.getMostRecentLeaf() ?? this.createLeafInParent(this.rootSplit, 0);
	}

	private nest(parent: WorkspaceSplit, tabs: WorkspaceParent, fresh: WorkspaceTabs, direction: 'vertical' | 'horizontal', before: boolean): void {
		const split = new WorkspaceSplit(this.app, direction);
		const index = parent.children.indexOf(tabs);
		parent.removeChild(tabs);
		parent.insertChild(index, split);
		split.insertChild(0, tabs);
		split.insertChild(before ? 0 : 1, fresh);
	}

	private async createLinked(path: string, sourcePath: string): Promise<TFile> {
		const { vault, fileManager } = this.app;
		const parent = path.includes('/') ? folderOf(path) : fileManager.getNewFileParent(sourcePath).path;
		if (parent !== '/' && !vault.getFolderByPath(parent)) await vault.createFolder(parent);
		const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.md$/u, '');
		return vault.create(`${joinPath(parent, name)}.md`, '');
	}
}
