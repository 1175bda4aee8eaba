import type { App, Plugin } from 'obsidian';
import type { Clock } from '../base';
import type { NoteEvent, NoteStore } from '../note';
import type { Settings } from './settings';

/** What can be done about a sentence that was said. */
export interface SaidAction {
  readonly label: string;
  readonly run: () => void;
}

/** What every room's ui is handed: the app, the notes, the time and the settings as they are now. */
export interface Edge {
  readonly app: App;
  readonly plugin: Plugin;
  readonly notes: NoteStore;
  readonly clock: Clock;
  settings(): Settings;
  /** Resolves once the layout is ready: before that, the vault's notes and their properties are not all known. */
  layoutReady(): Promise<void>;
  /** Calls `listener` for every change of a Markdown note once its properties are known; ends with the plugin. */
  onNote(listener: (event: NoteEvent) => void): void;
  /** Calls `listener` whenever settings changed, from this window or by sync; ends with the plugin. */
  onSettings(listener: () => void): void;
  /** Shows a sentence to the user, as a notice; `action` puts a button behind it, such as one that takes back what it says. */
  say(sentence: string, action?: SaidAction): void;
  /** Opens a note, in a new tab when asked; says so where it is not there any more. */
  open(path: string, newTab?: boolean): Promise<void>;
}
