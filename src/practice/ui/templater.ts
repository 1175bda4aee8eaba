import type { App, Events, Plugin } from 'obsidian';
import { fieldOf, textFieldOf } from '../../obsidian/read-field';

const PLUGIN = ['plugins', 'plugins', 'templater-obsidian'];
const REWRITTEN = ['templater:overwrite-file', 'templater:new-note-from-template'];
const ON_CREATE = 'trigger_on_file_creation';

/** Whether Templater runs and rewrites every new note. Newer versions keep the switch per device, older ones in their settings. */
export function rewritesOnCreate(app: App): boolean {
  const plugin = fieldOf(app, ...PLUGIN);
  if (plugin === undefined) return false;
  const local: unknown = app.loadLocalStorage('templater-local-settings');
  return fieldOf(local, ON_CREATE) === true || fieldOf(plugin, 'settings', ON_CREATE) === true;
}

/** Whether Templater is at work on a note right now. */
export function isAtWorkOn(app: App, path: string): boolean {
  const pending = fieldOf(app, ...PLUGIN, 'templater', 'files_with_pending_templates');
  return pending instanceof Set && pending.has(path);
}

/** Calls `listener` with the path of every note into which Templater put a template at the cursor, and with the text that it put there. */
export function onAppended(app: App, plugin: Plugin, listener: (path: string, text: string) => void): void {
  const events: Events = app.workspace;
  plugin.registerEvent(events.on('templater:template-appended', (told: unknown) => {
    const [path, text] = [textFieldOf(told, 'view', 'file', 'path'), fieldOf(told, 'content')];
    if (path !== undefined && typeof text === 'string') listener(path, text);
  }));
}

/** Calls `listener` with the path of every note that Templater has written. */
export function onRewritten(app: App, plugin: Plugin, listener: (path: string) => void): void {
  const events: Events = app.workspace;
  for (const name of REWRITTEN) {
    plugin.registerEvent(events.on(name, (told: unknown) => {
      const path = textFieldOf(told, 'file', 'path') ?? textFieldOf(told, 'path');
      if (path !== undefined) listener(path);
    }));
  }
}
