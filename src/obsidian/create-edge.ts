import { Notice, type Plugin } from 'obsidian';
import type { NoteEvent } from '../note';
import type { Edge } from './edge';
import { followNotes } from './note-feed';
import type { SettingsStore } from './settings-store';
import { VaultNotes } from './vault-notes';
import { whenReady } from './when-ready';

const READING_TIME = 6000;

/** Shows a sentence as a notice that stays long enough to be read. */
export function say(sentence: string): void {
  new Notice(sentence, READING_TIME);
}

/** Builds the edge on the app. Notes are followed from when the layout is ready on, so that start-up costs nothing. */
export function createEdge(plugin: Plugin, settings: SettingsStore): Edge {
  const { app } = plugin;
  const listeners: ((event: NoteEvent) => void)[] = [];
  whenReady(plugin, () => {
    followNotes(app, plugin, (event) => {
      for (const listener of listeners) listener(event);
    });
  });
  return {
    app,
    plugin,
    notes: new VaultNotes(app),
    clock: () => new Date(),
    settings: () => settings.current,
    layoutReady: () => new Promise((resolve) => whenReady(plugin, resolve)),
    onNote: (listener) => void listeners.push(listener),
    onSettings: (listener) => plugin.register(settings.onChange(listener)),
    say,
    async open(path, newTab = false) {
      const file = app.vault.getFileByPath(path);
      if (file !== null) await app.workspace.getLeaf(newTab ? 'tab' : false).openFile(file);
    },
  };
}
