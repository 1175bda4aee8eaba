import type { OpenViewState, ViewState } from 'obsidian';
import type { App } from '../app';
import { TFile } from '../vault/files';
import type { HoverPopover } from '../ui/hover-popover';
import { EmptyView, MissingView } from './empty-view';
import { WorkspaceItem, WorkspaceParent } from './items';
import { WorkspaceTabs } from './tabs';
import type { View } from './view';

/** A place of the layout that shows one view at a time. */
export class WorkspaceLeaf extends WorkspaceItem {
	parent: WorkspaceParent | null = null;
	view: View;
	hoverPopover: HoverPopover | null = null;
	tabHeaderEl: HTMLElement | null = null;
	activeTime = 0;
	pinned = false;
	group: string | null = null;
	private past: ViewState[] = [];
	private future: ViewState[] = [];
	private stepping = false;

	constructor(app: App) {
		super(app);
		this.containerEl.addClass('workspace-leaf');
		this.containerEl.addEventListener('focusin', () => this.onFocus());
		this.containerEl.addEventListener('mousedown', () => this.onFocus(), { capture: true });
		this.view = new EmptyView(this);
		void this.view.open(this.containerEl);
	}

	get isDeferred(): boolean {
		return false;
	}

	async loadIfDeferred(): Promise<void> {
		// Leaves are never deferred here.
	}

	async openFile(file: TFile, openState: OpenViewState = {}): Promise<void> {
		const type = this.app.viewRegistry.getTypeByExtension(file.extension) ?? 'unsupported';
		const active = openState.active ?? true;
		await this.setViewState({ type, state: { ...openState.state, file: file.path }, active }, openState.eState);
	}

	async open(view: View): Promise<View> {
		await this.show(view);
		return view;
	}

	getViewState(): ViewState {
		return { type: this.view.getViewType(), state: this.view.getState(), pinned: this.pinned };
	}

	async setViewState(viewState: ViewState, eState?: unknown): Promise<void> {
		this.remember(viewState);
		if (this.view.getViewType() !== viewState.type) await this.show(this.createView(viewState.type));
		const result = { history: false };
		await this.view.setState(viewState.state ?? {}, result);
		if (eState) this.view.setEphemeralState(eState);
		this.updateHeader();
		if (viewState.active) this.app.workspace.setActiveLeaf(this, { focus: true });
		this.app.workspace.onLeafChanged(this);
	}

	getEphemeralState(): unknown {
		return this.view.getEphemeralState();
	}

	setEphemeralState(state: unknown): void {
		this.view.setEphemeralState(state);
	}

	/** Steps through what this leaf has shown. */
	async go(back: boolean): Promise<void> {
		const [from, to] = back ? [this.past, this.future] : [this.future, this.past];
		const state = from.pop();
		if (!state) return;
		to.push(this.getViewState());
		this.stepping = true;
		await this.setViewState({ ...state, active: true });
	}

	togglePinned(): void {
		this.setPinned(!this.pinned);
	}

	setPinned(pinned: boolean): void {
		this.pinned = pinned;
		this.trigger('pinned-change', pinned);
	}

	setGroupMember(other: WorkspaceLeaf): void {
		this.setGroup(other.group ?? other.id);
		other.setGroup(this.group ?? other.id);
	}

	setGroup(group: string): void {
		this.group = group;
		this.trigger('group-change', group);
	}

	detach(): void {
		const { parent } = this;
		if (!parent) return;
		void this.view.close();
		parent.removeChild(this);
		this.app.workspace.onLeafDetached(this, parent);
	}

	/** The last leaf of the main area stays, empty. */
	detachOrEmpty(): void {
		const { workspace } = this.app;
		const last = workspace.rootSplit.leaves().length === 1 && this.getRoot() === workspace.rootSplit;
		if (!last) return this.detach();
		void this.setViewState({ type: 'empty' }).then(() => workspace.onActiveFileMayChange());
	}

	getIcon(): string {
		return this.view.getIcon();
	}

	getDisplayText(): string {
		return this.view.getDisplayText();
	}

	onResize(): void {
		this.view.onResize();
	}

	updateHeader(): void {
		if (this.parent instanceof WorkspaceTabs) this.parent.fillHeader(this);
	}

	private createView(type: string): View {
		const creator = this.app.viewRegistry.viewByType[type];
		return creator ? creator(this) : new MissingView(this, type);
	}

	private async show(view: View): Promise<void> {
		const old = this.view;
		this.view = view;
		await old.close();
		await view.open(this.containerEl);
		this.updateHeader();
	}

	/** Keeps what is shown now, if something else is to come. */
	private remember(next: ViewState): void {
		const { file } = this.view.getState();
		// Steps through the history do not lengthen it.
		if (this.stepping) return void (this.stepping = false);
		if (file === undefined || file === next.state?.['file']) return;
		this.past.push(this.getViewState());
		this.future = [];
	}

	private onFocus(): void {
		const { workspace } = this.app;
		if (workspace.activeLeaf !== this && this.parent) workspace.setActiveLeaf(this);
	}
}
