import type { App } from '../app';
import { setIcon } from '../dom/icons';
import { Platform } from '../base/platform';
import type { SettingTab } from '../settings/setting-tab';
import { Modal } from '../ui/modal';

/** The window with all settings: the workbench's own and one tab for each plugin. */
export class SettingsWindow extends Modal {
	readonly settingTabs: SettingTab[] = [];
	readonly pluginTabs: SettingTab[] = [];
	activeTab: SettingTab | null = null;
	lastTabId = '';
	private readonly navEl: HTMLElement;
	private readonly tabEl: HTMLElement;
	private shown = false;

	constructor(app: App) {
		super(app);
		this.modalEl.addClass('mod-settings', 'mod-sidebar-layout');
		this.contentEl.addClass('vertical-tabs-container');
		this.navEl = this.contentEl.createDiv({ cls: 'vertical-tab-header', attr: { role: 'tablist', tabindex: '-1' } });
		this.tabEl = this.contentEl.createDiv({ cls: 'vertical-tab-content-container' });
		this.titleEl.setText('Settings');
		this.headerEl.prepend(this.makeBackButton());
	}

	addSettingTab(tab: SettingTab, own = false): void {
		(own ? this.settingTabs : this.pluginTabs).push(tab);
		tab.update();
		if (this.shown) this.drawNav();
	}

	removeSettingTab(tab: SettingTab): void {
		const index = this.pluginTabs.indexOf(tab);
		if (index < 0) return;
		this.pluginTabs.splice(index, 1);
		if (this.activeTab === tab) this.closeActiveTab();
		if (this.shown) this.drawNav();
	}

	override onOpen(): void {
		this.shown = true;
		// The focus is in the window, but on no control: nothing looks chosen that is not.
		this.navEl.focus({ preventScroll: true });
		this.drawNav();
		if (!Platform.isPhone) this.openTabById(this.lastTabId || (this.settingTabs[0]?.id ?? ''));
	}

	override onClose(): void {
		this.shown = false;
		this.closeActiveTab();
	}

	/** Shows a tab; the window has to be open. */
	openTabById(id: string): SettingTab | null {
		const tab = [...this.settingTabs, ...this.pluginTabs].find((item) => item.id === id) ?? this.settingTabs[0] ?? null;
		if (tab) this.openTab(tab);
		return tab;
	}

	openTab(tab: SettingTab): void {
		if (this.activeTab === tab) return;
		this.closeActiveTab();
		this.activeTab = tab;
		this.lastTabId = tab.id;
		this.tabEl.append(tab.containerEl);
		this.modalEl.addClass('has-open-tab');
		this.titleEl.setText(Platform.isPhone ? tab.name : 'Settings');
		for (const el of this.navEl.findAll('.vertical-tab-nav-item')) el.toggleClass('is-active', el.dataset['settingId'] === tab.id);
		tab.showInWindow();
	}

	private closeActiveTab(): void {
		this.activeTab?.hide();
		this.activeTab?.containerEl.remove();
		this.activeTab = null;
		this.modalEl.removeClass('has-open-tab');
		this.titleEl.setText('Settings');
	}

	private drawNav(): void {
		this.navEl.empty();
		this.drawGroup('Options', this.settingTabs);
		this.drawGroup('Community plugins', this.pluginTabs);
	}

	private drawGroup(title: string, tabs: readonly SettingTab[]): void {
		if (tabs.length === 0) return;
		const group = this.navEl.createDiv({ cls: 'vertical-tab-header-group' });
		group.createDiv({ cls: 'vertical-tab-header-group-title', text: title });
		const items = group.createDiv({ cls: 'vertical-tab-header-group-items' });
		for (const tab of tabs) {
			const el = items.createDiv({ cls: 'vertical-tab-nav-item tappable', attr: { 'data-setting-id': tab.id, role: 'tab', tabindex: '0' } });
			setIcon(el.createDiv({ cls: 'vertical-tab-nav-item-icon' }), tab.icon);
			el.createDiv({ cls: 'vertical-tab-nav-item-title', text: tab.name });
			el.toggleClass('is-active', tab === this.activeTab);
			el.addEventListener('click', () => this.openTab(tab));
			el.addEventListener('keydown', (event) => event.key === 'Enter' && this.openTab(tab));
		}
	}

	private makeBackButton(): HTMLElement {
		const back = createDiv({ cls: 'modal-setting-back-button clickable-icon', attr: { 'aria-label': 'Back', role: 'button' } });
		setIcon(back, 'chevron-left');
		back.addEventListener('click', () => this.closeActiveTab());
		return back;
	}
}
