import { Notice, type Plugin } from 'obsidian';
import type { NoteEvent } from '../note';
import { words } from '../words';
import type { Edge, SaidAction } from './edge';
import { followNotes } from './note-feed';
import type { SettingsStore } from './settings-store';
import { VaultNotes } from './vault-notes';
import { whenReady } from './when-ready';

// Milliseconds; a button needs a hand, too.
const [READING_TIME, ACTING_TIME] = [6000, 12_000];

/** Shows a sentence as a notice that stays long enough to be read, and for a button to be reached. */
export function say(sentence: string, action?: SaidAction): void {
  if (action === undefined) {
    new Notice(sentence, READING_TIME);
    return;
  }
  const content = createFragment((fragment) => {
    fragment.createSpan({ text: `${sentence} ` });
    fragment.createEl('button', { cls: 'sss-notice-button', text: action.label, attr: { type: 'button' } }).addEventListener('click', action.run);
  });
  new Notice(content, ACTING_TIME);
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
      if (file === null) return say(words.notes.missing(path));
      await app.workspace.getLeaf(newTab ? 'tab' : false).openFile(file);
    },
  };
}
