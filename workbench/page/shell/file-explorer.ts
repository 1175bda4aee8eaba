import { debounce } from '../base/debounce';
import { setIcon } from '../dom/icons';
import { Keymap } from '../base/keymap';
import { Menu } from '../ui/menu';
import { TFile, TFolder, type TAbstractFile } from '../vault/files';
import { ItemView } from '../workspace/view';

const OPEN_FOLDERS = 'file-explorer-unfold';

/** Folders first, then by name with numbers in their order. */
function compare(a: TAbstractFile, b: TAbstractFile): number {
	if (a instanceof TFolder !== b instanceof TFolder) return a instanceof TFolder ? -1 : 1;
	return a.name.localeCompare(b.name, undefined, { numeric: true, sensitivity: 'base' });
}

/** The tree of folders and notes. */
export class FileExplorerView extends ItemView {
	override icon = 'folder-closed';
	private treeEl!: HTMLElement;
	private readonly unfolded = new Set<string>();
	private readonly redraw = debounce(() => this.draw(), 30, true);

	getViewType(): string {
		return 'file-explorer';
	}

	getDisplayText(): string {
		return 'Files';
	}

	protected override async onOpen(): Promise<void> {
		for (const path of (this.app.loadLocalStorage(OPEN_FOLDERS) as string[] | null) ?? []) this.unfolded.add(path);
		this.headerEl.remove();
		this.addButtons();
		this.treeEl = this.contentEl.createDiv({ cls: 'nav-files-container node-insert-event', attr: { role: 'tree' } });
		for (const name of ['create', 'delete', 'rename']) this.registerEvent(this.app.vault.on(name, () => this.redraw()));
		this.registerEvent(this.app.workspace.on('file-open', (file: TFile | null) => this.reveal(file)));
		this.treeEl.addEventListener('contextmenu', (event) => {
			if (event.target === this.treeEl) this.showMenu(this.app.vault.getRoot(), event);
		});
		this.draw();
	}

	/** Shows the open note in the tree. */
	private reveal(file: TFile | null): void {
		for (let folder = file?.parent ?? null; folder && !folder.isRoot(); folder = folder.parent) this.unfolded.add(folder.path);
		this.draw();
		this.treeEl.querySelector('.nav-file-title.is-active')?.scrollIntoView({ block: 'nearest' });
	}

	private addButtons(): void {
		const header = this.contentEl.createDiv({ cls: 'nav-header' }).createDiv({ cls: 'nav-buttons-container' });
		const add = (icon: string, label: string, run: () => unknown): void => {
			const el = header.createDiv({ cls: 'clickable-icon nav-action-button', attr: { 'aria-label': label, role: 'button', tabindex: '0' } });
			setIcon(el, icon);
			el.addEventListener('click', run);
		};
		add('square-pen', 'New note', () => this.app.commands.executeCommandById('file-explorer:new-file'));
		add('folder-plus', 'New folder', () => this.newFolder(this.app.vault.getRoot()));
		add('chevrons-down-up', 'Collapse all', () => {
			this.unfolded.clear();
			this.draw();
		});
	}

	private draw(): void {
		const scroll = this.treeEl.scrollTop;
		const fresh = createDiv();
		for (const child of [...this.app.vault.getRoot().children].sort(compare)) this.drawItem(fresh, child, 0);
		this.treeEl.replaceChildren(...fresh.childNodes);
		this.treeEl.scrollTop = scroll;
		this.app.saveLocalStorage(OPEN_FOLDERS, [...this.unfolded]);
	}

	private drawItem(parent: HTMLElement, item: TAbstractFile, depth: number): void {
		const folder = item instanceof TFolder;
		const kind = folder ? 'folder' : 'file';
		const el = parent.createDiv({ cls: `tree-item nav-${kind}` });
		const title = el.createDiv({ cls: `tree-item-self nav-${kind}-title tappable is-clickable`, attr: { 'data-path': item.path, draggable: true, role: 'treeitem', tabindex: '-1' } });
		title.setCssProps({ '--depth': String(depth) });
		title.addEventListener('contextmenu', (event) => this.showMenu(item, event));
		if (folder) this.drawFolder(el, title, item, depth);
		else if (item instanceof TFile) this.drawFile(title, item);
		this.makeMovable(title, item);
	}

	private drawFolder(el: HTMLElement, title: HTMLElement, folder: TFolder, depth: number): void {
		const opened = this.unfolded.has(folder.path);
		title.addClass('mod-collapsible');
		el.toggleClass('is-collapsed', !opened);
		setIcon(title.createDiv({ cls: `tree-item-icon collapse-icon nav-folder-collapse-indicator${opened ? '' : ' is-collapsed'}` }), 'chevron-right');
		title.createDiv({ cls: 'tree-item-inner nav-folder-title-content', text: folder.name });
		title.addEventListener('click', () => {
			if (opened) this.unfolded.delete(folder.path);
			else this.unfolded.add(folder.path);
			this.draw();
		});
		if (!opened) return;
		const children = el.createDiv({ cls: 'tree-item-children nav-folder-children' });
		for (const child of [...folder.children].sort(compare)) this.drawItem(children, child, depth + 1);
	}

	private drawFile(title: HTMLElement, file: TFile): void {
		title.toggleClass('is-active', this.app.workspace.getActiveFile() === file);
		title.createDiv({ cls: 'tree-item-inner nav-file-title-content', text: file.extension === 'md' ? file.basename : file.name });
		if (file.extension !== 'md') title.createDiv({ cls: 'nav-file-tag', text: file.extension });
		const open = (event: MouseEvent): void => {
			void this.app.workspace.getLeaf(Keymap.isModEvent(event)).openFile(file);
			if (this.app.isMobile) this.app.workspace.leftSplit.collapse();
		};
		title.addEventListener('click', open);
		title.addEventListener('auxclick', (event) => event.button === 1 && open(event));
	}

	private makeMovable(title: HTMLElement, item: TAbstractFile): void {
		title.addEventListener('dragstart', (event) => {
			event.dataTransfer?.setData('application/x-vault-path', item.path);
			if (item instanceof TFile) event.dataTransfer?.setData('text/plain', this.app.fileManager.generateMarkdownLink(item, ''));
		});
		if (!(item instanceof TFolder)) return;
		title.addEventListener('dragover', (event) => event.preventDefault());
		title.addEventListener('drop', (event) => {
			event.preventDefault();
			const moved = this.app.vault.getAbstractFileByPath(event.dataTransfer?.getData('application/x-vault-path') ?? '');
			if (moved && moved !== item && moved.parent !== item) void this.app.fileManager.renameFile(moved, item.getParentPrefix() + moved.name);
		});
	}

	private showMenu(item: TAbstractFile, event: MouseEvent): void {
		event.stopPropagation();
		const menu = new Menu();
		if (item instanceof TFolder) {
			menu.addItem((entry) => entry.setSection('action-primary').setTitle('New note').setIcon('square-pen').onClick(() => this.newNote(item)));
			menu.addItem((entry) => entry.setSection('action-primary').setTitle('New folder').setIcon('folder-plus').onClick(() => this.newFolder(item)));
		}
		this.app.addFileMenuItems(menu, item, 'file-explorer-context-menu', this.leaf);
		menu.showAtMouseEvent(event);
	}

	private async newNote(folder: TFolder): Promise<void> {
		this.unfolded.add(folder.path);
		const file = await this.app.fileManager.createNewMarkdownFile(folder);
		await this.app.workspace.getLeaf().openFile(file);
	}

	private async newFolder(parent: TFolder): Promise<void> {
		if (!parent.isRoot()) this.unfolded.add(parent.path);
		await this.app.vault.createFolder(this.app.vault.getAvailablePath(`${parent.getParentPrefix()}Untitled`, ''));
	}
}
