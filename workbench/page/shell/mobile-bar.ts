import type { App } from '../app';
import { setIcon } from '../dom/icons';
import { Menu } from '../ui/menu';

/** The bar at the bottom of a phone. */
export function addMobileBar(app: App, parent: HTMLElement): void {
	const bar = parent.createDiv({ cls: 'mobile-navbar' }).createDiv({ cls: 'mobile-navbar-actions' });
	const add = (icon: string, label: string, run: (event: MouseEvent) => unknown): void => {
		const el = bar.createDiv({ cls: 'mobile-navbar-action clickable-icon', attr: { 'aria-label': label, role: 'button' } });
		setIcon(el, icon);
		el.addEventListener('click', run);
	};
	add('panel-left', 'Files', () => app.workspace.leftSplit.toggle());
	add('search', 'Go to file', () => app.commands.executeCommandById('switcher:open'));
	add('circle-plus', 'New note', () => app.commands.executeCommandById('file-explorer:new-file'));
	add('square-terminal', 'Run a command', () => app.commands.executeCommandById('command-palette:open'));
	add('menu', 'Menu', (event) => showRibbonMenu(app, event));
	add('panel-right', 'Sidebar', () => app.workspace.rightSplit.toggle());
	const shade = parent.createDiv({ cls: 'workspace-drawer-backdrop' });
	shade.addEventListener('click', () => {
		app.workspace.leftSplit.collapse();
		app.workspace.rightSplit.collapse();
	});
}

/** On phones the ribbon's actions are in a menu. */
function showRibbonMenu(app: App, event: MouseEvent): void {
	const menu = new Menu();
	for (const { title, el } of app.ribbon.actions()) {
		menu.addItem((item) => {
			item.setTitle(title).onClick(() => el.click());
			const icon = el.querySelector('svg')?.cloneNode(true);
			if (icon) item.iconEl.append(icon);
		});
	}
	menu.showAtMouseEvent(event);
}
