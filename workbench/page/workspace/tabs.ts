import type { App } from '../app';
import { setIcon } from '../dom/icons';
import { Menu } from '../ui/menu';
import { WorkspaceParent } from './items';
import type { WorkspaceLeaf } from './leaf';

/** Leaves of which one is seen, with a tab for each. */
export class WorkspaceTabs extends WorkspaceParent {
	declare children: WorkspaceLeaf[];
	currentTab = 0;
	readonly tabHeaderContainerEl: HTMLElement;
	readonly tabsInnerEl: HTMLElement;
	readonly tabsContainerEl: HTMLElement;
	private readonly headers = new Map<WorkspaceLeaf, HTMLElement>();

	constructor(app: App, private readonly kind: 'root' | 'side') {
		super(app);
		this.containerEl.addClass('workspace-tabs', 'mod-top');
		this.tabHeaderContainerEl = this.containerEl.createDiv({ cls: 'workspace-tab-header-container' });
		this.tabsInnerEl = this.tabHeaderContainerEl.createDiv({ cls: 'workspace-tab-header-container-inner', attr: { role: 'tablist' } });
		this.tabsContainerEl = this.containerEl.createDiv({ cls: 'workspace-tab-container' });
		if (kind === 'root') this.addNewTabButton();
		this.tabHeaderContainerEl.createDiv({ cls: 'workspace-tab-header-spacer' });
	}

	selectTab(leaf: WorkspaceLeaf): void {
		this.currentTab = Math.max(0, this.children.indexOf(leaf));
		this.redraw();
	}

	get currentLeaf(): WorkspaceLeaf | null {
		return this.children[this.currentTab] ?? null;
	}

	override removeChild(child: WorkspaceLeaf): void {
		const index = this.children.indexOf(child);
		this.headers.get(child)?.remove();
		this.headers.delete(child);
		if (index < this.currentTab || this.currentTab >= this.children.length - 1) this.currentTab = Math.max(0, this.currentTab - 1);
		super.removeChild(child);
	}

	override redraw(): void {
		for (const [index, leaf] of this.children.entries()) {
			const current = index === this.currentTab;
			putAt(this.tabsContainerEl, leaf.containerEl, index);
			leaf.containerEl.toggle(current);
			const header = this.headers.get(leaf) ?? this.makeHeader(leaf);
			putAt(this.tabsInnerEl, header, index);
			header.toggleClass('is-active', current);
			header.setAttr('aria-selected', current);
			this.fillHeader(leaf);
		}
	}

	/** Draws the tab of a leaf again, after its view or title changed. */
	fillHeader(leaf: WorkspaceLeaf): void {
		const header = this.headers.get(leaf);
		if (!header) return;
		const text = leaf.getDisplayText();
		header.dataset['type'] = leaf.view.getViewType();
		header.setAttr('aria-label', text);
		const icon = header.querySelector<HTMLElement>('.workspace-tab-header-inner-icon');
		if (icon) setIcon(icon, leaf.getIcon());
		header.querySelector('.workspace-tab-header-inner-title')?.setText(text);
		header.toggleClass('mod-active', this.app.workspace.activeLeaf === leaf);
	}

	private makeHeader(leaf: WorkspaceLeaf): HTMLElement {
		const header = createDiv({ cls: 'workspace-tab-header tappable', attr: { role: 'tab', 'data-tooltip-position': 'bottom' } });
		const inner = header.createDiv({ cls: 'workspace-tab-header-inner' });
		inner.createDiv({ cls: 'workspace-tab-header-inner-icon' });
		inner.createDiv({ cls: 'workspace-tab-header-inner-title' });
		const close = inner.createDiv({ cls: 'workspace-tab-header-inner-close-button', attr: { 'aria-label': 'Close' } });
		setIcon(close, 'x');
		close.addEventListener('click', (event) => {
			event.stopPropagation();
			leaf.detachOrEmpty();
		});
		header.addEventListener('click', () => void this.app.workspace.setActiveLeaf(leaf, { focus: this.kind === 'root' }));
		header.addEventListener('auxclick', (event) => event.button === 1 && leaf.detachOrEmpty());
		header.addEventListener('contextmenu', (event) => this.showMenu(leaf, event));
		this.headers.set(leaf, header);
		leaf.tabHeaderEl = header;
		return header;
	}

	private showMenu(leaf: WorkspaceLeaf, event: MouseEvent): void {
		const menu = new Menu();
		menu.addItem((item) => item.setSection('close').setTitle('Close').setIcon('x').onClick(() => leaf.detachOrEmpty()));
		menu.addItem((item) =>
			item.setSection('close').setTitle('Close others').onClick(() => {
				for (const other of [...this.children]) if (other !== leaf) other.detach();
			}),
		);
		leaf.view.onPaneMenu(menu, 'tab-header');
		menu.showAtMouseEvent(event);
	}

	private addNewTabButton(): void {
		const button = this.tabHeaderContainerEl.createDiv({ cls: 'workspace-tab-header-new-tab' });
		const icon = button.createDiv({ cls: 'clickable-icon', attr: { 'aria-label': 'New tab', role: 'button' } });
		setIcon(icon, 'plus');
		icon.addEventListener('click', () => this.app.workspace.setActiveLeaf(this.app.workspace.createLeafInTabs(this)));
	}
}

/** Moves an element only when it is not in its place: an element that is moved loses its focus and the click it is in. */
function putAt(parent: HTMLElement, child: HTMLElement, index: number): void {
	const present = parent.children[index] ?? null;
	if (present !== child) parent.insertBefore(child, present);
}
