import type { Plugin } from 'obsidian';
import { reasonOf } from '../base';
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
  // One change after the other: each begins with what the one before has stored.
  #latest: Promise<void> = Promise.resolve();
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

  /** Stores one value. When that fails, a sentence says so and everything stays as it was. */
  change(path: string, value: unknown): Promise<void> {
    return this.update(path, () => value);
  }

  /** Stores at `path` what `make` makes of the settings as they are once all earlier changes are stored. */
  update(path: string, make: (now: Settings) => unknown): Promise<void> {
    this.#latest = this.#latest.then(() => this.#store(path, make));
    return this.#latest;
  }

  async #store(path: string, make: (now: Settings) => unknown): Promise<void> {
    const stored = await this.#stored();
    if (!this.#readable) return;
    const changed = withSetting(stored, path, make(readSettings(stored)));
    try {
      await this.plugin.saveData(changed);
    } catch (error) {
      this.say(words.settings.notSaved(reasonOf(error)));
      return;
    }
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
      this.say(words.settings.unreadable(reasonOf(error)));
      return undefined;
    }
  }
}
