import type { App } from 'obsidian';

const PREFIX = 'seek-sense-share:draft:';

/**
 * Drafts of what is being typed, per device and vault. Written at once and synchronously, so that a closed window, a
 * reload or a crash keeps them.
 */
export class DraftStore {
  constructor(private readonly app: App) {}

  load(key: string): unknown {
    return this.app.loadLocalStorage(PREFIX + key) as unknown;
  }

  save(key: string, draft: object): void {
    this.app.saveLocalStorage(PREFIX + key, draft);
  }

  clear(key: string): void {
    this.app.saveLocalStorage(PREFIX + key, null);
  }
}
