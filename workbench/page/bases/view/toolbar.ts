import type { App } from '../../app';
import { setIcon } from '../../dom/icons';
import { Menu } from '../../ui/menu';
import type { ViewEntry } from '../query/base-config';
import type { BasesViewConfig } from '../query/view-config';
import { OptionsModal } from './options-modal';
import type { BasesViewRegistration } from './registry';

/** What the bar above a base asks of it. */
interface ToolbarNeeds {
	views(): readonly ViewEntry[];
	current(): ViewEntry | undefined;
	registration(type: string): BasesViewRegistration | undefined;
	config(entry: ViewEntry): BasesViewConfig;
	choose(name: string): void;
	readonly canConfigure: boolean;
}

/** The bar above a base: which view is shown, and of how many files. */
export class Toolbar {
	readonly #buttonEl: HTMLButtonElement;
	readonly #countEl: HTMLElement;
	readonly #optionsEl: HTMLButtonElement;
	readonly #needs: ToolbarNeeds;

	constructor(containerEl: HTMLElement, private readonly app: App, needs: ToolbarNeeds) {
		this.#needs = needs;
		const bar = containerEl.createDiv({ cls: 'bases-header' }).createDiv({ cls: 'bases-toolbar' });
		this.#buttonEl = bar.createEl('button', { cls: 'bases-toolbar-views-menu', attr: { 'aria-haspopup': 'menu' } });
		this.#buttonEl.addEventListener('click', (event) => this.#openMenu(event));
		this.#countEl = bar.createDiv({ cls: 'bases-toolbar-results', attr: { role: 'status' } });
		this.#optionsEl = bar.createEl('button', { cls: 'clickable-icon bases-toolbar-options', attr: { 'aria-label': 'Configure view' } });
		setIcon(this.#optionsEl, 'settings-2');
		this.#optionsEl.addEventListener('click', () => this.#openOptions());
	}

	show({ name, type }: ViewEntry, registration: BasesViewRegistration | undefined, shown: number, count: number): void {
		this.#buttonEl.empty();
		setIcon(this.#buttonEl.createSpan({ cls: 'bases-toolbar-icon' }), registration?.icon ?? 'circle-help');
		this.#buttonEl.createSpan({ cls: 'bases-toolbar-name', text: name });
		setIcon(this.#buttonEl.createSpan({ cls: 'bases-toolbar-icon' }), 'chevrons-up-down');
		this.#buttonEl.setAttribute('aria-label', `View: ${name} (${registration?.name ?? type})`);
		this.#countEl.setText(registration ? `${shown === count ? '' : `${shown} of `}${count} ${count === 1 ? 'result' : 'results'}` : '');
		this.#optionsEl.toggle(this.#needs.canConfigure && registration?.options !== undefined);
	}

	#openMenu(event: MouseEvent): void {
		const menu = new Menu();
		const current = this.#needs.current();
		for (const entry of this.#needs.views()) {
			menu.addItem((item) => item.setTitle(entry.name).setIcon(this.#needs.registration(entry.type)?.icon ?? 'circle-help').setChecked(entry === current).onClick(() => this.#needs.choose(entry.name)));
		}
		const { left, bottom } = this.#buttonEl.getBoundingClientRect();
		if (event.detail === 0) menu.showAtPosition({ x: left, y: bottom });
		else menu.showAtMouseEvent(event);
	}

	#openOptions(): void {
		const entry = this.#needs.current();
		const registration = entry && this.#needs.registration(entry.type);
		if (entry && registration?.options) new OptionsModal(this.app, registration, () => this.#needs.config(this.#needs.current() ?? entry)).open();
	}
}
