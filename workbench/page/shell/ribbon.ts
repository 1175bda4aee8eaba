import { setIcon } from '../dom/icons';
import { setTooltip } from '../dom/tooltip';

/** The strip of icons on the left; on phones its actions are in the menu of the bar below. */
export class Ribbon {
	readonly containerEl: HTMLElement = createDiv({ cls: 'workspace-ribbon side-dock-ribbon mod-left' });
	readonly actionsEl: HTMLElement = this.containerEl.createDiv({ cls: 'side-dock-actions' });
	readonly settingsEl: HTMLElement = this.containerEl.createDiv({ cls: 'side-dock-settings' });

	add(icon: string, title: string, callback: (event: MouseEvent) => unknown): HTMLElement {
		return this.addTo(this.actionsEl, icon, title, callback);
	}

	addSetting(icon: string, title: string, callback: (event: MouseEvent) => unknown): HTMLElement {
		return this.addTo(this.settingsEl, icon, title, callback);
	}

	/** The actions as they stand, for the menu on phones. */
	actions(): { title: string; el: HTMLElement }[] {
		return this.containerEl.findAll('.side-dock-ribbon-action').map((el) => ({ title: el.getAttr('aria-label') ?? '', el }));
	}

	private addTo(parent: HTMLElement, icon: string, title: string, callback: (event: MouseEvent) => unknown): HTMLElement {
		const el = parent.createDiv({ cls: 'clickable-icon side-dock-ribbon-action', attr: { role: 'button', tabindex: '0' } });
		setTooltip(el, title, { placement: 'right' });
		setIcon(el, icon);
		el.addEventListener('click', callback);
		return el;
	}
}

/** The line at the bottom right. */
export class StatusBar {
	readonly containerEl: HTMLElement = createDiv({ cls: 'status-bar' });

	addItem(cls: string): HTMLElement {
		return this.containerEl.createDiv({ cls: `status-bar-item ${cls}` });
	}
}
