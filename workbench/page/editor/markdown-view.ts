import { Compartment, EditorState, Text } from '@codemirror/state';
import { EditorView, type ViewUpdate } from '@codemirror/view';
import { openSearchPanel } from '@codemirror/search';
import type { MarkdownViewModeType } from 'obsidian';
import { setIcon } from '../dom/icons';
import { getFrontMatterInfo } from '../api/text';
import { resolveSubpath } from '../metadata/references';
import { TextFileView } from '../workspace/text-file-view';
import type { WorkspaceLeaf } from '../workspace/leaf';
import type { TFile } from '../vault/files';
import type { HoverPopover } from '../ui/hover-popover';
import type { Menu } from '../ui/menu';
import { Editor } from './editor';
import { baseExtensions } from './extensions';
import { announceEditor, setLivePreview } from './fields';
import { fillEditorMenu } from './editor-menu';
import { changesOnto } from './merge';
import { MarkdownPreviewView } from './preview-view';
import { redrawBlocks } from './rendered-blocks';
import { addInlineTitle } from './inline-title';

/** What the two ways to see a note have in common. */
interface MarkdownSubView {
	getScroll(): number;
	applyScroll(scroll: number): void;
	get(): string;
	set(data: string, clear: boolean): void;
}

/** A note, to be written or to be read. */
export class MarkdownView extends TextFileView {
	override icon = 'file-text';
	readonly editor: Editor;
	readonly previewMode: MarkdownPreviewView;
	readonly editMode: MarkdownSubView;
	currentMode: MarkdownSubView;
	hoverPopover: HoverPopover | null = null;
	livePreviewOn: boolean;
	readonly sourceEl: HTMLElement;
	readonly #extra = new Compartment();
	readonly #cm: EditorView;
	#mode: MarkdownViewModeType = 'source';
	readonly #modeButton: HTMLElement;
	readonly #inlineTitle: { update(): void };

	constructor(leaf: WorkspaceLeaf) {
		super(leaf);
		this.livePreviewOn = this.app.vault.getConfig('livePreview') !== false;
		this.sourceEl = this.contentEl.createDiv({ cls: 'markdown-source-view cm-s-obsidian mod-cm6 is-live-preview' });
		this.#cm = new EditorView({ parent: this.sourceEl });
		this.editor = new Editor(this.#cm);
		this.editMode = this.#makeEditMode();
		this.previewMode = new MarkdownPreviewView(this);
		this.currentMode = this.editMode;
		this.contentEl.append(this.previewMode.containerEl);
		this.previewMode.containerEl.hide();
		this.#inlineTitle = addInlineTitle(this, this.#cm);
		this.addAction('ellipsis-vertical', 'More options', (event) => this.#showMoreMenu(event));
		this.#modeButton = this.addAction('book-open', 'Reading view', () => void this.toggleMode());
	}

	getViewType(): string {
		return 'markdown';
	}

	getMode(): MarkdownViewModeType {
		return this.#mode;
	}

	getViewData(): string {
		return this.file || this.#cm.state.doc.length > 0 ? this.#cm.state.sliceDoc() : '';
	}

	setViewData(data: string, clear: boolean): void {
		if (clear) this.#startOver(data);
		else this.#applyText(this.getViewData(), data);
		if (this.#mode === 'preview') void this.previewMode.refresh();
	}

	clear(): void {
		this.#startOver('');
	}

	override canAcceptExtension(extension: string): boolean {
		return extension === 'md';
	}

	override getState(): Record<string, unknown> {
		return { ...super.getState(), mode: this.#mode, source: !this.livePreviewOn };
	}

	override async setState(state: unknown, result: { history: boolean }): Promise<void> {
		await super.setState(state, result);
		const { mode, source } = state as { mode?: unknown; source?: unknown };
		if (typeof source === 'boolean') this.setLive(!source);
		if (mode === 'preview' || mode === 'source') await this.setMode(mode);
	}

	override getEphemeralState(): Record<string, unknown> {
		return { cursor: { from: this.editor.getCursor('from'), to: this.editor.getCursor('to') }, scroll: this.currentMode.getScroll() };
	}

	override setEphemeralState(state: unknown): void {
		const { line, subpath, cursor, focus } = state as { line?: number; subpath?: string; cursor?: { from: never; to: never }; focus?: boolean };
		const target = typeof subpath === 'string' ? this.#lineOf(subpath) : line;
		if (typeof target === 'number') this.#goToLine(target);
		if (cursor) this.editor.setSelection(cursor.from, cursor.to);
		if (focus) this.focus();
	}

	override async onLoadFile(file: TFile): Promise<void> {
		await super.onLoadFile(file);
		this.#inlineTitle.update();
		if (this.#mode === 'preview') await this.previewMode.refresh();
	}

	override async onRename(file: TFile): Promise<void> {
		await super.onRename(file);
		this.#inlineTitle.update();
	}

	override onPaneMenu(menu: Menu): void {
		const { file } = this;
		menu.addItem((item) => item.setSection('pane').setTitle(this.#mode === 'source' ? 'Reading view' : 'Editing view').setIcon('book-open').onClick(() => this.toggleMode()));
		menu.addItem((item) => item.setSection('pane').setTitle('Source mode').setIcon('code-2').setChecked(!this.livePreviewOn).onClick(() => this.setLive(!this.livePreviewOn)));
		if (file) this.app.addFileMenuItems(menu, file, 'more-options', this.leaf);
	}

	/** Puts the cursor into the text (or the page where it is read). */
	focus(): void {
		if (this.#mode === 'source') this.#cm.focus();
		else this.previewMode.containerEl.focus();
	}

	showSearch(): void {
		openSearchPanel(this.#cm);
	}

	async toggleMode(): Promise<void> {
		await this.setMode(this.#mode === 'source' ? 'preview' : 'source');
		this.focus();
	}

	async setMode(mode: MarkdownViewModeType): Promise<void> {
		if (this.#mode === mode) return;
		this.#mode = mode;
		this.sourceEl.toggle(mode === 'source');
		this.previewMode.containerEl.toggle(mode === 'preview');
		this.currentMode = mode === 'source' ? this.editMode : this.previewMode;
		setIcon(this.#modeButton, mode === 'source' ? 'book-open' : 'pencil');
		this.#modeButton.setAttr('aria-label', mode === 'source' ? 'Reading view' : 'Editing view');
		if (mode === 'preview') await this.previewMode.refresh();
		else this.#cm.requestMeasure();
		this.app.workspace.onLayoutChange();
	}

	setLive(on: boolean): void {
		this.livePreviewOn = on;
		this.sourceEl.toggleClass('is-live-preview', on);
		this.#cm.dispatch({ effects: setLivePreview.of(on) });
	}

	/** Takes over the extensions that plugins have registered. */
	updateExtensions(): void {
		this.#cm.dispatch({ effects: [this.#extra.reconfigure(this.app.editorExtensions), redrawBlocks.of(null)] });
		if (this.#mode === 'preview') void this.previewMode.refresh();
	}

	/** Called by the editor on every update. */
	onEditorUpdate(update: ViewUpdate): void {
		if (!update.docChanged || !this.file) return;
		this.data = this.getViewData();
		this.requestSave();
		this.app.workspace.trigger('editor-change', this.editor, this);
		this.app.workspace.trigger('quick-preview', this.file, this.data);
		this.#offerSuggestions();
	}

	showEditorMenu(event: MouseEvent): boolean {
		const menu = fillEditorMenu(this);
		this.app.workspace.trigger('editor-menu', menu, this.editor, this);
		menu.showAtMouseEvent(event);
		return true;
	}

	protected override mergeExternal(base: string, theirs: string): void {
		this.#applyText(base, theirs);
		if (this.#mode === 'preview') void this.previewMode.refresh();
	}

	protected override async onClose(): Promise<void> {
		await super.onClose();
		this.previewMode.unload();
		this.#cm.destroy();
	}

	/** Changes the text where it differs; the cursor and what was typed stay. */
	#applyText(base: string, theirs: string): void {
		const mine = this.getViewData();
		if (mine === theirs) return;
		this.#cm.dispatch({ changes: changesOnto(base, mine, theirs) });
	}

	/** A new document, with its own undo history. */
	#startOver(data: string): void {
		const doc = Text.of(data.split('\n'));
		// Behind the properties, which are shown as a table.
		const anchor = this.livePreviewOn ? getFrontMatterInfo(data).contentStart : 0;
		this.#cm.setState(EditorState.create({ doc, selection: { anchor }, extensions: [baseExtensions(this), this.#extra.of(this.app.editorExtensions)] }));
		announceEditor(this.#cm);
		if (!this.livePreviewOn) this.setLive(false);
	}

	#makeEditMode(): MarkdownSubView {
		return {
			getScroll: () => this.#cm.scrollDOM.scrollTop,
			applyScroll: (scroll) => void (this.#cm.scrollDOM.scrollTop = scroll),
			get: () => this.getViewData(),
			set: (data, clear) => this.setViewData(data, clear),
		};
	}

	#lineOf(subpath: string): number | undefined {
		const cache = this.file ? this.app.metadataCache.getFileCache(this.file) : null;
		return cache ? resolveSubpath(cache, subpath)?.start.line : undefined;
	}

	#goToLine(line: number): void {
		if (this.#mode === 'preview') return this.previewMode.scrollToLine(line);
		this.editor.setCursor(line, 0);
		const { from } = this.#cm.state.doc.line(Math.min(line + 1, this.#cm.state.doc.lines));
		this.#cm.dispatch({ effects: EditorView.scrollIntoView(from, { y: 'start', yMargin: 24 }) });
	}

	#showMoreMenu(event: MouseEvent): void {
		this.app.openPaneMenu(this, event);
	}

	#offerSuggestions(): void {
		for (const suggest of this.app.editorSuggests) if (suggest.trigger(this.editor, this.file)) return;
	}
}
