import type { App } from '../app';
import { Events } from '../base/events';
import type { WorkspaceLeaf } from './leaf';

/** A part of the window's layout. */
export abstract class WorkspaceItem extends Events {
	readonly id = Math.random().toString(36).slice(2, 10);
	containerEl: HTMLElement = createDiv();
	abstract parent: WorkspaceParent | null;

	constructor(readonly app: App) {
		super();
	}

	getRoot(): WorkspaceItem {
		return this.parent ? this.parent.getRoot() : this;
	}

	getContainer(): WorkspaceItem {
		return this.getRoot();
	}
}

export abstract class WorkspaceParent extends WorkspaceItem {
	children: WorkspaceItem[] = [];
	parent: WorkspaceParent | null = null;

	/** All leaves below, from left to right. */
	leaves(): WorkspaceLeaf[] {
		return this.children.flatMap((child) => (child instanceof WorkspaceParent ? child.leaves() : [child as WorkspaceLeaf]));
	}

	insertChild(index: number, child: WorkspaceItem): void {
		child.parent = this;
		this.children.splice(index, 0, child);
		this.redraw();
	}

	removeChild(child: WorkspaceItem): void {
		this.children = this.children.filter((item) => item !== child);
		child.parent = null;
		child.containerEl.remove();
		this.redraw();
	}

	/** Puts the children's elements in order. */
	redraw(): void {
		for (const child of this.children) this.containerEl.append(child.containerEl);
	}
}

/** Parts beside or below each other. */
export class WorkspaceSplit extends WorkspaceParent {
	constructor(app: App, readonly direction: 'vertical' | 'horizontal' = 'vertical') {
		super(app);
		this.containerEl.addClass('workspace-split', `mod-${direction}`);
	}
}

export abstract class WorkspaceContainer extends WorkspaceSplit {
	win = window;
	doc = document;
}

export class WorkspaceRoot extends WorkspaceContainer {
	constructor(app: App) {
		super(app);
		this.containerEl.addClass('mod-root');
	}
}

export class WorkspaceFloating extends WorkspaceParent {}

export class WorkspaceWindow extends WorkspaceContainer {}

/** A sidebar. On phones it is a drawer over the page. */
export class WorkspaceSidedock extends WorkspaceSplit {
	collapsed = true;

	constructor(app: App, readonly side: 'left' | 'right') {
		super(app, 'horizontal');
		this.containerEl.addClass('mod-sidedock', `mod-${side}-split`, 'is-sidedock-collapsed');
	}

	toggle(): void {
		if (this.collapsed) this.expand();
		else this.collapse();
	}

	collapse(): void {
		this.setCollapsed(true);
	}

	expand(): void {
		this.setCollapsed(false);
	}

	private setCollapsed(collapsed: boolean): void {
		if (this.collapsed === collapsed) return;
		this.collapsed = collapsed;
		this.containerEl.toggleClass('is-sidedock-collapsed', collapsed);
		document.body.toggleClass(`is-${this.side}-sidedock-open`, !collapsed);
		this.app.workspace.onLayoutChange();
		this.app.workspace.trigger('resize');
	}
}

export class WorkspaceMobileDrawer extends WorkspaceSidedock {}

export class WorkspaceRibbon {
	constructor(readonly containerEl: HTMLElement) {}
}
