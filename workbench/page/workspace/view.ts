import { Component } from '../base/component';
import type { Scope } from '../base/scope';
import type { App } from '../app';
import { setIcon } from '../dom/icons';
import type { TFile } from '../vault/files';
import type { Menu } from '../ui/menu';
import type { WorkspaceLeaf } from './leaf';

/** What a leaf shows. */
export abstract class View extends Component {
	app: App;
	icon = 'file-text';
	navigation = false;
	containerEl: HTMLElement;
	scope: Scope | null = null;

	constructor(readonly leaf: WorkspaceLeaf) {
		super();
		this.app = leaf.app;
		this.containerEl = createDiv({ cls: 'workspace-leaf-content' });
	}

	/** Called by the leaf. */
	async open(parent: HTMLElement): Promise<void> {
		this.containerEl.dataset['type'] = this.getViewType();
		parent.append(this.containerEl);
		this.load();
		await this.onOpen();
	}

	/** Called by the leaf. */
	async close(): Promise<void> {
		await this.onClose();
		this.unload();
		this.containerEl.remove();
	}

	protected async onOpen(): Promise<void> {
		// For subclasses.
	}

	protected async onClose(): Promise<void> {
		// For subclasses.
	}

	abstract getViewType(): string;
	abstract getDisplayText(): string;

	getState(): Record<string, unknown> {
		return {};
	}

	async setState(_state: unknown, _result: { history: boolean }): Promise<void> {
		// For subclasses.
	}

	getEphemeralState(): Record<string, unknown> {
		return {};
	}

	setEphemeralState(_state: unknown): void {
		// For subclasses.
	}

	getIcon(): string {
		return this.icon;
	}

	onResize(): void {
		// For subclasses.
	}

	onPaneMenu(_menu: Menu, _source: string): void {
		// For subclasses.
	}
}

/** A view with a header and a place for its content. */
export abstract class ItemView extends View {
	headerEl: HTMLElement;
	titleContainerEl: HTMLElement;
	titleEl: HTMLElement;
	actionsEl: HTMLElement;
	contentEl: HTMLElement;

	constructor(leaf: WorkspaceLeaf) {
		super(leaf);
		this.headerEl = this.containerEl.createDiv({ cls: 'view-header' });
		this.titleContainerEl = this.headerEl.createDiv({ cls: 'view-header-title-container mod-at-start' });
		this.titleEl = this.titleContainerEl.createDiv({ cls: 'view-header-title' });
		this.actionsEl = this.headerEl.createDiv({ cls: 'view-actions' });
		this.contentEl = this.containerEl.createDiv({ cls: 'view-content' });
	}

	override async open(parent: HTMLElement): Promise<void> {
		this.titleEl.setText(this.getDisplayText());
		await super.open(parent);
	}

	addAction(icon: string, title: string, callback: (event: MouseEvent) => unknown): HTMLElement {
		const el = createEl('a', { cls: 'clickable-icon view-action', attr: { 'aria-label': title, role: 'button' } });
		setIcon(el, icon);
		el.addEventListener('click', callback);
		this.actionsEl.prepend(el);
		return el;
	}
}

/** A view of a file. */
export abstract class FileView extends ItemView {
	allowNoFile = false;
	file: TFile | null = null;
	override navigation = true;

	override getDisplayText(): string {
		return this.file?.basename ?? 'No file';
	}

	override getState(): Record<string, unknown> {
		return this.file ? { file: this.file.path } : {};
	}

	override async setState(state: unknown, result: { history: boolean }): Promise<void> {
		await super.setState(state, result);
		const path = (state as { file?: unknown } | null)?.file;
		if (typeof path === 'string') await this.loadFile(this.app.vault.getFileByPath(path));
	}

	override onload(): unknown {
		this.registerEvent(this.app.vault.on('delete', (file: TFile) => file === this.file && this.#onFileGone()));
		this.registerEvent(this.app.vault.on('rename', (file: TFile) => file === this.file && void this.onRename(file)));
		return undefined;
	}

	async loadFile(file: TFile | null): Promise<void> {
		if (file === this.file) return;
		if (this.file) await this.onUnloadFile(this.file);
		this.file = file;
		if (file) await this.onLoadFile(file);
		this.titleEl.setText(this.getDisplayText());
		this.leaf.updateHeader();
	}

	async onLoadFile(_file: TFile): Promise<void> {
		// For subclasses.
	}

	async onUnloadFile(_file: TFile): Promise<void> {
		// For subclasses.
	}

	async onRename(_file: TFile): Promise<void> {
		this.titleEl.setText(this.getDisplayText());
		this.leaf.updateHeader();
	}

	canAcceptExtension(_extension: string): boolean {
		return false;
	}

	protected override async onClose(): Promise<void> {
		if (this.file) await this.onUnloadFile(this.file);
		this.file = null;
	}

	#onFileGone(): void {
		this.file = null;
		this.leaf.detachOrEmpty();
	}
}

export abstract class EditableFileView extends FileView {}
