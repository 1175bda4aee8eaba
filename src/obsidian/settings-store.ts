import type { Plugin } from 'obsidian';
import { words } from '../words';
import { readSettings, settingAt, withSetting, type Settings } from './settings';

/**
 * The settings as they are now. Every save reads what is stored, changes one value and writes the rest back as it was,
 * so that a change that came by sync is not undone; after a failed read nothing is ever written.
 */
export class SettingsStore {
  #settings: Settings = readSettings(undefined);
  #readable = true;
  #isKept = false;
  readonly #listeners = new Set<() => void>();

  constructor(
    private readonly plugin: Plugin,
    private readonly say: (sentence: string) => void,
  ) {}

  /** Whether anything was ever stored in this vault. */
  get isKept(): boolean {
    return this.#isKept;
  }

  get current(): Settings {
    return this.#settings;
  }

  /** Reads the stored settings; with the defaults in force when that fails. */
  async load(): Promise<void> {
    const stored = await this.#stored();
    this.#settings = readSettings(stored);
    for (const listener of this.#listeners) listener();
  }

  value(path: string): unknown {
    return settingAt(this.#settings, path);
  }

  async change(path: string, value: unknown): Promise<void> {
    const stored = await this.#stored();
    if (!this.#readable) return;
    const changed = withSetting(stored, path, value);
    await this.plugin.saveData(changed);
    this.#settings = readSettings(changed);
    for (const listener of this.#listeners) listener();
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async #stored(): Promise<unknown> {
    try {
      const stored: unknown = await this.plugin.loadData();
      this.#readable = true;
      this.#isKept ||= stored !== null && stored !== undefined;
      return stored;
    } catch (error) {
      this.#readable = false;
      this.say(words.settings.unreadable(error instanceof Error ? error.message : String(error)));
      return undefined;
    }
  }
}
