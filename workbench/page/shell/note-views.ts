import { debounce } from '../base/debounce';
import { setIcon } from '../dom/icons';
import { Keymap } from '../base/keymap';
import type { TFile } from '../vault/files';
import { ItemView } from '../workspace/view';

/** A sidebar view about the note in front. */
abstract class NoteView extends ItemView {
	private readonly redraw = debounce(() => this.update(), 80, true);

	protected override async onOpen(): Promise<void> {
		this.headerEl.remove();
		this.registerEvent(this.app.workspace.on('file-open', () => this.redraw()));
		this.registerEvent(this.app.metadataCache.on('changed', () => this.redraw()));
		this.registerEvent(this.app.metadataCache.on('resolved', () => this.redraw()));
		this.update();
	}

	protected abstract draw(el: HTMLElement, file: TFile): boolean;
	protected abstract emptyText: string;

	protected addRow(el: HTMLElement, text: string, open: (event: MouseEvent) => unknown): HTMLElement {
		const row = el.createDiv({ cls: 'tree-item' }).createDiv({ cls: 'tree-item-self is-clickable', attr: { tabindex: '0' } });
		row.createDiv({ cls: 'tree-item-inner', text });
		row.addEventListener('click', open);
		return row;
	}

	private update(): void {
		this.contentEl.empty();
		const file = this.app.workspace.getActiveFile();
		const el = this.contentEl.createDiv({ cls: 'note-view-list' });
		if (!file || !this.draw(el, file)) el.createDiv({ cls: 'pane-empty', text: file ? this.emptyText : 'No note is open.' });
	}
}

/** The headings of the note. */
export class OutlineView extends NoteView {
	override icon = 'list';
	protected emptyText = 'No headings found.';

	getViewType(): string {
		return 'outline';
	}

	getDisplayText(): string {
		return 'Outline';
	}

	protected draw(el: HTMLElement, file: TFile): boolean {
		const headings = this.app.metadataCache.getFileCache(file)?.headings ?? [];
		const top = Math.min(...headings.map((heading) => heading.level));
		for (const { heading, level, position } of headings) {
			const row = this.addRow(el, heading, () => this.app.workspace.getActiveFileView()?.setEphemeralState({ line: position.start.line }));
			row.setCssProps({ '--depth': String(level - top) });
		}
		return headings.length > 0;
	}
}

/** The notes that link to the note. */
export class BacklinksView extends NoteView {
	override icon = 'links-coming-in';
	protected emptyText = 'No backlinks found.';

	getViewType(): string {
		return 'backlink';
	}

	getDisplayText(): string {
		return 'Backlinks';
	}

	override getIcon(): string {
		return 'corner-down-left';
	}

	protected draw(el: HTMLElement, file: TFile): boolean {
		const sources = [...this.app.metadataCache.getBacklinksForFile(file).data].filter(([path]) => path !== file.path);
		if (sources.length > 0) el.createDiv({ cls: 'tree-item-self note-view-heading', text: `Linked mentions · ${sources.length}` });
		for (const [path, refs] of sources.sort(([a], [b]) => a.localeCompare(b))) {
			const source = this.app.vault.getFileByPath(path);
			if (!source) continue;
			const row = this.addRow(el, source.basename, (event) => void this.app.workspace.getLeaf(Keymap.isModEvent(event)).openFile(source));
			setIcon(row.createDiv({ cls: 'tree-item-icon' }), 'file-text');
			row.prepend(row.lastElementChild as Element);
			row.createDiv({ cls: 'tree-item-flair-outer' }).createSpan({ cls: 'tree-item-flair', text: String(refs.length) });
		}
		return sources.length > 0;
	}
}
