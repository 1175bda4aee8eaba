import type { App, Events, Plugin } from 'obsidian';

/** What the user wrote into Obsidian's "Excluded files"; it has no public interface, so anything unexpected counts as nothing. */
export function excludedFilesOf(app: App): readonly string[] {
  const vault: { getConfig?: (key: string) => unknown } = app.vault as App['vault'] & { getConfig?: (key: string) => unknown };
  const filters = vault.getConfig?.('userIgnoreFilters');
  return Array.isArray(filters) ? filters.filter((filter): filter is string => typeof filter === 'string') : [];
}

/** Calls `listener` when the vault's configuration changed; ends with the plugin. */
export function onExcludedFiles(app: App, plugin: Plugin, listener: () => void): void {
  const events: Events = app.vault;
  plugin.registerEvent(events.on('config-changed', listener));
}
