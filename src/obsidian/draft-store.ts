import type { App } from 'obsidian';
import { reasonOf } from '../base';
import { words } from '../words';

const PREFIX = 'seek-sense-share:draft:';

/**
 * Drafts of what is being typed, per device and vault. Written at once and synchronously, so that a closed window, a
 * reload or a crash keeps them.
 */
export class DraftStore {
  readonly #tooLong = new Set<string>();

  constructor(
    private readonly app: App,
    private readonly say: (sentence: string) => void,
  ) {}

  load(key: string): unknown {
    return this.app.loadLocalStorage(PREFIX + key) as unknown;
  }

  /** Keeps a draft; says so, once, when the device has no room for it. */
  save(key: string, draft: object): void {
    try {
      this.app.saveLocalStorage(PREFIX + key, draft);
      this.#tooLong.delete(key);
    } catch (error) {
      if (!this.#tooLong.has(key)) this.say(words.settings.draftNotKept(reasonOf(error)));
      this.#tooLong.add(key);
    }
  }

  clear(key: string): void {
    this.app.saveLocalStorage(PREFIX + key, null);
  }
}
