import type { Page } from 'playwright-core';

/** One thing that plugin code asked of the app or the browser, and whether the layout was ready by then. */
interface Asked {
  readonly what: string;
  readonly path: string;
  readonly wasReady: boolean;
}

declare global {
  interface Window {
    pluginAsked: Asked[];
  }
}

/** From the next load on, writes down whatever of the vault plugin code reads or writes, and each worker and database. */
export async function watchReads(page: Page, id: string): Promise<void> {
  await page.addInitScript(startWatching, id);
}

// Runs in the page, before anything else does.
function startWatching(id: string): void {
  const asked: Asked[] = [];
  window.pluginAsked = asked;
  let isReady = (): boolean => false;
  const isPlugin = (): boolean => (new Error().stack ?? '').includes(`plugin:${id}`);
  const note = (what: string, path: unknown): void => {
    if (!isPlugin()) return;
    const named = typeof path === 'string' ? path : ((path as { path?: string } | undefined)?.path ?? '');
    asked.push({ what, path: named, wasReady: isReady() });
  };
  const watch = (owner: object, label: string, names: readonly string[]): void => {
    const methods = owner as Record<string, unknown>;
    for (const name of names) {
      const method = methods[name];
      if (typeof method !== 'function') continue;
      methods[name] = function (this: unknown, ...args: unknown[]): unknown {
        note(`${label}.${name}`, args[0]);
        return Reflect.apply(method, this, args) as unknown;
      };
    }
  };
  // The app is there before any plugin is loaded: as soon as it is, its doors are watched.
  let workbench: Window['workbench'] | undefined;
  Object.defineProperty(window, 'workbench', {
    configurable: true,
    enumerable: true,
    get: () => workbench,
    set(given: Window['workbench']) {
      workbench = given;
      const { app } = given;
      isReady = () => app.workspace.layoutReady;
      watch(app.vault, 'vault', ['read', 'cachedRead', 'readBinary', 'process', 'modify', 'create', 'append', 'getMarkdownFiles', 'getFiles', 'getAllLoadedFiles']);
      watch(app.vault.adapter, 'adapter', ['read', 'readBinary', 'write', 'writeBinary', 'append', 'process', 'list', 'stat', 'exists']);
      watch(app.metadataCache, 'metadataCache', ['getFileCache', 'getCache']);
    },
  });
  watch(IDBFactory.prototype, 'indexedDB', ['open']);
  watch(window, 'window', ['fetch']);
  const Original = window.Worker;
  window.Worker = class extends Original {
    constructor(address: string | URL, options?: WorkerOptions) {
      super(address, options);
      note('new Worker', options?.name);
    }
  };
}
