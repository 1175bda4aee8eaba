import type { ViewState } from 'obsidian';
import type { App } from '../app';
import type { WorkspaceSidedock } from './items';
import type { WorkspaceLeaf } from './leaf';
import { WorkspaceTabs } from './tabs';

interface DockLayout {
	collapsed: boolean;
	leaves: ViewState[];
	current: number;
}

/** What is open, in a form that can be stored. */
interface Layout {
	main: ViewState[];
	active: number;
	left: DockLayout;
	right: DockLayout;
}

const KEY = 'workspace-layout';

export function readLayout(app: App): Layout {
	const { rootSplit, leftSplit, rightSplit } = app.workspace;
	const leaves = rootSplit.leaves();
	const recent = app.workspace.getMostRecentLeaf();
	return {
		main: leaves.map((leaf) => leaf.getViewState()),
		active: Math.max(0, leaves.indexOf(recent as WorkspaceLeaf)),
		left: readDock(leftSplit),
		right: readDock(rightSplit),
	};
}

function readDock(dock: WorkspaceSidedock): DockLayout {
	const tabs = dock.children.find((child) => child instanceof WorkspaceTabs);
	return { collapsed: dock.collapsed, leaves: dock.leaves().map((leaf) => leaf.getViewState()), current: tabs?.currentTab ?? 0 };
}

export function storeLayout(app: App): void {
	app.saveLocalStorage(KEY, readLayout(app));
}

/** The layout of the last visit of this browser, null at the first. */
export function storedLayout(app: App): Layout | null {
	return app.loadLocalStorage(KEY) as Layout | null;
}

/** Opens what a layout names; views whose plugin is gone are left out. */
export async function restoreLayout(app: App, value: unknown): Promise<void> {
	const layout = value as Layout;
	const main = layout.main.filter((state) => canShow(app, state));
	for (const [index, state] of main.entries()) {
		const leaf = index === 0 ? app.workspace.rootSplit.leaves()[0] : app.workspace.getLeaf('tab');
		await leaf?.setViewState(state);
	}
	await restoreDock(app, app.workspace.leftSplit, layout.left);
	await restoreDock(app, app.workspace.rightSplit, layout.right);
	const active = app.workspace.rootSplit.leaves()[layout.active] ?? app.workspace.rootSplit.leaves()[0];
	if (active) app.workspace.setActiveLeaf(active, { focus: true });
}

async function restoreDock(app: App, dock: WorkspaceSidedock, layout: DockLayout): Promise<void> {
	const known = new Set(dock.leaves().map((leaf) => leaf.view.getViewType()));
	for (const state of layout.leaves) {
		if (known.has(state.type) || !app.viewRegistry.viewByType[state.type]) continue;
		await app.workspace.createLeafInParent(dock, dock.leaves().length).setViewState(state);
	}
	const current = dock.leaves()[layout.current];
	if (current?.parent instanceof WorkspaceTabs) current.parent.selectTab(current);
	if (layout.collapsed) dock.collapse();
	else dock.expand();
}

function canShow(app: App, state: ViewState): boolean {
	const path = (state.state as { file?: unknown } | undefined)?.file;
	if (typeof path === 'string') return app.vault.getFileByPath(path) !== null;
	return state.type !== 'empty' && app.viewRegistry.viewByType[state.type] !== undefined;
}
