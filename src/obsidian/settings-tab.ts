import { PluginSettingTab, type App, type Plugin, type SettingDefinitionItem } from 'obsidian';
import type { SettingsStore } from './settings-store';

/** The settings tab: each room gives its definitions; lists of texts are edited one a line. */
export class SeekSenseShareSettingTab extends PluginSettingTab {
  constructor(
    app: App,
    plugin: Plugin,
    private readonly store: SettingsStore,
    private readonly definitions: () => SettingDefinitionItem[],
  ) {
    super(app, plugin);
  }

  override getSettingDefinitions(): SettingDefinitionItem[] {
    return this.definitions();
  }

  override getControlValue(key: string): unknown {
    const value = this.store.value(key);
    return Array.isArray(value) ? value.join('\n') : value;
  }

  override async setControlValue(key: string, value: unknown): Promise<void> {
    const isList = Array.isArray(this.store.value(key));
    await this.store.change(key, isList && typeof value === 'string' ? linesOf(value) : value);
  }
}

function linesOf(text: string): string[] {
  return text.split('\n').map((line) => line.trim()).filter((line) => line !== '');
}
