import type { App } from 'obsidian';
import { fail, ok, reasonOf, type Result } from '../base';
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

  /** Keeps a draft; says so, once, when the device has no room for it, and gives back whether it had. */
  save(key: string, draft: object): boolean {
    const kept = this.keep(key, draft);
    if (kept.ok) this.#tooLong.delete(key);
    else {
      if (!this.#tooLong.has(key)) this.say(words.settings.draftNotKept(kept.problem));
      this.#tooLong.add(key);
    }
    return kept.ok;
  }

  /** Keeps something without which no work may begin, such as the way back; fails with the reason when the device has no room for it. */
  keep<T extends object>(key: string, what: T): Result<T> {
    try {
      this.app.saveLocalStorage(PREFIX + key, what);
      return ok(what);
    } catch (error) {
      return fail(reasonOf(error));
    }
  }

  clear(key: string): void {
    this.app.saveLocalStorage(PREFIX + key, null);
  }
}
