import type { SettingDefinitionItem } from 'obsidian';
import type { App } from '../app';
import { Setting } from '../settings/setting';
import { SettingTab } from '../settings/setting-tab';

/** Appearance and what concerns files and links. */
export class GeneralTab extends SettingTab {
	override id = 'general';
	override name = 'General';
	override icon = 'sliders-horizontal';

	override getSettingDefinitions(): SettingDefinitionItem[] {
		return [
			{ name: 'Color scheme', desc: 'Light, dark, or as the system says.', control: { type: 'dropdown', key: 'theme', options: { '': 'Adapt to system', moonstone: 'Light', obsidian: 'Dark' } } },
			{
				type: 'group',
				heading: 'Editor',
				items: [
					{ name: 'Live preview', desc: 'Show Markdown as it will look, except where the cursor is.', control: { type: 'toggle', key: 'livePreview' } },
					{ name: 'Default view for new tabs', control: { type: 'dropdown', key: 'defaultViewMode', options: { source: 'Editing view', preview: 'Reading view' } } },
				],
			},
			{
				type: 'group',
				heading: 'Files and links',
				items: [
					{ name: 'Automatically update internal links', desc: 'Links in other notes follow when a note is renamed.', control: { type: 'toggle', key: 'alwaysUpdateLinks' } },
					{ name: 'New link format', control: { type: 'dropdown', key: 'newLinkFormat', options: { shortest: 'Shortest path when possible', relative: 'Relative path to file', absolute: 'Absolute path in vault' } } },
					{ name: 'Use [[Wikilinks]]', control: { type: 'toggle', key: 'useWikilinks' } },
					{ name: 'Default location for new notes', control: { type: 'dropdown', key: 'newFileLocation', options: { root: 'Vault folder', current: 'Same folder as current file', folder: 'In the folder specified below' } } },
					{ name: 'Folder to create new notes in', control: { type: 'folder', key: 'newFileFolderPath', includeRoot: true }, visible: () => this.app.vault.getConfig('newFileLocation') === 'folder' },
				],
			},
		];
	}

	override getControlValue(key: string): unknown {
		return key === 'useWikilinks' ? this.app.vault.getConfig('useMarkdownLinks') !== true : super.getControlValue(key);
	}

	override setControlValue(key: string, value: unknown): void {
		if (key === 'useWikilinks') this.app.vault.setConfig('useMarkdownLinks', value !== true);
		else this.app.vault.setConfig(key, value);
		if (key === 'theme') this.app.updateTheme();
	}
}

/** Where daily notes and templates are. */
export class DailyNotesTab extends SettingTab {
	override id = 'daily-notes';
	override name = 'Daily notes';
	override icon = 'calendar';

	constructor(app: App, private readonly pluginId: string, private readonly fields: readonly { key: string; name: string; desc: string; type: 'text' | 'file' | 'folder' }[]) {
		super(app);
	}

	override getSettingDefinitions(): SettingDefinitionItem[] {
		return this.fields.map(({ key, name, desc, type }) => ({ name, desc, control: { type, key } }));
	}

	override getControlValue(key: string): unknown {
		return (this.app.internalPlugins.getPluginById(this.pluginId)?.options as Record<string, unknown> | undefined)?.[key];
	}

	override async setControlValue(key: string, value: unknown): Promise<void> {
		await this.app.internalPlugins.getPluginById(this.pluginId)?.saveOptions({ [key]: value });
	}
}

/** All commands with their keys. */
export class HotkeysTab extends SettingTab {
	override id = 'hotkeys';
	override name = 'Hotkeys';
	override icon = 'keyboard';

	override display(): void {
		this.containerEl.empty();
		const list = createDiv({ cls: 'hotkey-list-container' });
		new Setting(this.containerEl).setName('Search commands').addSearch((search) =>
			search.setPlaceholder('Filter…').onChange((query) => this.draw(list, query)),
		);
		this.containerEl.append(list);
		this.draw(list, '');
	}

	private draw(list: HTMLElement, query: string): void {
		list.empty();
		const wanted = query.toLowerCase();
		const commands = Object.values(this.app.commands.commands).filter((command) => command.name.toLowerCase().includes(wanted));
		for (const command of commands.sort((a, b) => a.name.localeCompare(b.name))) {
			const keys = this.app.hotkeyManager.printHotkeyForCommand(command.id);
			const row = new Setting(list).setName(command.name);
			row.controlEl.createSpan({ cls: keys ? 'setting-hotkey' : 'setting-hotkey mod-empty', text: keys || 'Blank' });
		}
	}
}

/** The plugins that the workbench serves, to switch on and off. */
export class PluginsTab extends SettingTab {
	override id = 'community-plugins';
	override name = 'Community plugins';
	override icon = 'puzzle';

	override display(): void {
		this.containerEl.empty();
		for (const manifest of Object.values(this.app.plugins.manifests)) {
			new Setting(this.containerEl)
				.setName(manifest.name)
				.setDesc(`Version ${manifest.version} · By ${manifest.author}\n${manifest.description}`)
				.addToggle((toggle) =>
					toggle.setValue(this.app.plugins.enabledPlugins.has(manifest.id)).onChange((on) => {
						void (on ? this.app.plugins.enablePlugin(manifest.id, true) : this.app.plugins.disablePlugin(manifest.id));
					}),
				);
		}
	}
}
