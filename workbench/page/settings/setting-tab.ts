import type { SettingDefinitionItem, SettingDefinitionPage } from 'obsidian';
import type { App } from '../app';
import type { Plugin } from '../plugins/plugin';
import { setIcon } from '../dom/icons';
import { drawDefinitions, type DrawnDefinitions } from './definitions';
import { SettingPage } from './setting-page';

/** One tab of the settings window: drawn from definitions, or by `display()` where there are none. */
export abstract class SettingTab {
	icon = 'settings';
	id = '';
	name = '';
	navEl: HTMLElement | null = null;
	containerEl: HTMLElement = createDiv({ cls: 'vertical-tab-content' });
	settingItems: SettingDefinitionItem[] = [];
	#drawn: DrawnDefinitions | null = null;
	#openedPage: SettingPage | null = null;
	#trail: SettingDefinitionPage[] = [];

	constructor(readonly app: App) {}

	getSettingDefinitions(): SettingDefinitionItem[] {
		return [];
	}

	getControlValue(key: string): unknown {
		return this.app.vault.getConfig(key);
	}

	setControlValue(key: string, value: unknown): void | Promise<void> {
		this.app.vault.setConfig(key, value);
	}

	/** Asks for the definitions again, and draws them if the tab is open. */
	update(): void {
		this.settingItems = this.getSettingDefinitions();
		if (this.containerEl.isConnected && this.settingItems.length > 0) this.#draw();
	}

	refreshDomState(): void {
		this.#drawn?.refresh();
	}

	display(): void {
		// Tabs with definitions have nothing to do here.
	}

	hide(): void {
		this.#clearDrawn();
		this.#trail = [];
		this.containerEl.empty();
	}

	/** Called by the settings window. */
	showInWindow(): void {
		this.settingItems = this.getSettingDefinitions();
		if (this.settingItems.length > 0) this.#draw();
		else this.display();
	}

	#draw(): void {
		const scroll = this.containerEl.scrollTop;
		this.#clearDrawn();
		this.containerEl.empty();
		const page = this.#currentPage();
		if (page) this.#drawPage(page);
		else this.#drawItems(this.settingItems);
		this.containerEl.scrollTop = scroll;
	}

	/** The page of the trail as it is defined now. */
	#currentPage(): SettingDefinitionPage | null {
		let items = this.settingItems;
		let page: SettingDefinitionPage | null = null;
		for (const { name } of this.#trail) {
			const inside = items.flatMap((item) => ('type' in item && item.type !== 'page' ? (item.items ?? []) : [item]));
			page = inside.find((item): item is SettingDefinitionPage => 'type' in item && item.type === 'page' && item.name === name) ?? null;
			items = page?.items ?? [];
		}
		return page;
	}

	#drawPage(page: SettingDefinitionPage): void {
		const titlebar = this.containerEl.createDiv({ cls: 'setting-page-titlebar' });
		const back = titlebar.createDiv({ cls: 'clickable-icon', attr: { 'aria-label': 'Back', role: 'button', tabindex: '0' } });
		setIcon(back, 'arrow-left');
		back.addEventListener('click', () => {
			this.#trail.pop();
			this.#draw();
		});
		titlebar.createDiv({ cls: 'setting-page-title', text: page.name });
		if (!page.page) return this.#drawItems(page.items ?? []);
		const opened = page.page();
		this.#openedPage = opened;
		this.containerEl.append(opened.containerEl);
		opened.display();
	}

	#drawItems(items: readonly SettingDefinitionItem[]): void {
		this.#drawn = drawDefinitions(this.containerEl, items, {
			app: this.app,
			read: (key) => this.getControlValue(key),
			write: async (key, value) => {
				await this.setControlValue(key, value);
				this.refreshDomState();
			},
			openPage: (page) => {
				this.#trail.push(page);
				this.#draw();
			},
		});
	}

	#clearDrawn(): void {
		this.#drawn?.clear();
		this.#drawn = null;
		this.#openedPage?.hide();
		this.#openedPage = null;
	}
}

/** A plugin's tab; its controls read and write `plugin.settings`. */
export abstract class PluginSettingTab extends SettingTab {
	constructor(app: App, readonly plugin: Plugin) {
		super(app);
		this.id = plugin.manifest.id;
		this.name = plugin.manifest.name;
		this.icon = 'puzzle';
	}

	override getControlValue(key: string): unknown {
		return (this.plugin.settings as Record<string, unknown> | undefined)?.[key];
	}

	override async setControlValue(key: string, value: unknown): Promise<void> {
		const settings = (this.plugin.settings ?? {}) as Record<string, unknown>;
		settings[key] = value;
		this.plugin.settings = settings;
		await this.plugin.saveData(settings);
	}
}
