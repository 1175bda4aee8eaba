import type { Page } from 'playwright-core';

/** What code of the plugin has started in the page and nobody has ended yet, each with the place that started it. */
export interface Traces {
  readonly timers: readonly string[];
  readonly frames: readonly string[];
  readonly listeners: readonly string[];
  readonly observers: readonly string[];
  readonly workers: readonly string[];
  readonly objectUrls: readonly string[];
}

declare global {
  interface Window {
    pluginTraces: () => Promise<Traces>;
    /** Every plugin object there was; what is gone was kept by nobody. */
    pluginsSeen: WeakRef<object>[];
  }
}

/** From the next load on, writes down what the plugin's code starts: by the stack, so the host's own work is left out. */
export async function tracePlugin(page: Page, id: string): Promise<void> {
  await page.addInitScript(startTracing, id);
}

// Runs in the page, before anything else does.
function startTracing(id: string): void {
  const starter = (): string | undefined => {
    const frames = (new Error().stack ?? '').split('\n');
    return frames.find((frame) => frame.includes(`plugin:${id}`))?.trim();
  };
  const timers = new Map<number, string>();
  const frames = new Map<number, string>();
  // Held weakly: the trace itself must not be what keeps something alive.
  interface Held {
    readonly held: WeakRef<object>;
    readonly by: string;
  }
  let observers: Held[] = [];
  let workers: Held[] = [];
  const objectUrls = new Map<string, string>();
  let listeners: (Held & { type: string; listener: WeakRef<object> })[] = [];

  const timersOf = window as unknown as Record<string, (...args: unknown[]) => unknown>;
  const follow = (start: string, stop: string, repeats: boolean, kept: Map<number, string>): void => {
    const [begin, end] = [timersOf[start], timersOf[stop]];
    if (!begin || !end) return;
    timersOf[start] = (handler: unknown, ...rest: unknown[]) => {
      const by = starter();
      if (by === undefined || typeof handler !== 'function') return begin.call(window, handler, ...rest);
      const key = begin.call(window, (...args: unknown[]) => {
        if (!repeats) kept.delete(key);
        return Reflect.apply(handler, window, args) as unknown;
      }, ...rest) as number;
      kept.set(key, by);
      return key;
    };
    timersOf[stop] = (key: unknown) => {
      kept.delete(key as number);
      return end.call(window, key);
    };
  };
  follow('setTimeout', 'clearTimeout', false, timers);
  follow('setInterval', 'clearInterval', true, timers);
  follow('requestAnimationFrame', 'cancelAnimationFrame', false, frames);

  const targets = EventTarget.prototype;
  const { addEventListener: add, removeEventListener: remove } = targets as Record<'addEventListener' | 'removeEventListener', (...args: unknown[]) => void>;
  targets.addEventListener = function (this: EventTarget | undefined, type, listener, options) {
    const target = this ?? window;
    const by = starter();
    if (by !== undefined && listener && !(typeof options === 'object' && options.once === true)) listeners.push({ held: new WeakRef(target), type, listener: new WeakRef(listener), by });
    return add.call(target, type, listener, options);
  };
  targets.removeEventListener = function (this: EventTarget | undefined, type, listener, options) {
    const target = this ?? window;
    listeners = listeners.filter((known) => known.held.deref() !== target || known.type !== type || known.listener.deref() !== listener);
    return remove.call(target, type, listener, options);
  };

  const followObserver = (name: 'MutationObserver' | 'ResizeObserver' | 'IntersectionObserver'): void => {
    const { prototype } = window[name] as { prototype: { observe: (...args: unknown[]) => void; disconnect: () => void } };
    const { observe, disconnect } = prototype;
    prototype.observe = function (this: object, ...args: unknown[]) {
      const by = starter();
      if (by !== undefined) observers.push({ held: new WeakRef(this), by });
      return observe.apply(this, args);
    };
    prototype.disconnect = function (this: object) {
      observers = observers.filter(({ held }) => held.deref() !== this);
      return disconnect.call(this);
    };
  };
  for (const name of ['MutationObserver', 'ResizeObserver', 'IntersectionObserver'] as const) followObserver(name);

  const { terminate, postMessage } = Worker.prototype as { terminate: () => void; postMessage: (...args: unknown[]) => void };
  Worker.prototype.postMessage = function (this: Worker, ...args: unknown[]) {
    const by = starter();
    if (by !== undefined) workers.push({ held: new WeakRef(this), by });
    return postMessage.apply(this, args);
  };
  Worker.prototype.terminate = function (this: Worker) {
    workers = workers.filter(({ held }) => held.deref() !== this);
    return terminate.call(this);
  };

  const createObjectUrl = URL.createObjectURL.bind(URL);
  URL.createObjectURL = (object) => {
    const url = createObjectUrl(object);
    const by = starter();
    if (by !== undefined) objectUrls.set(url, by);
    return url;
  };
  // A worker may take back the address that it was started from: only asking for it tells.
  const isThere = ([url]: [string, string]): Promise<boolean> => fetch(url).then(() => true, () => false);
  const urlsLeft = async (): Promise<string[]> => {
    const known = [...objectUrls];
    const there = await Promise.all(known.map(isThere));
    return known.filter((_url, at) => there[at]).map(([, by]) => by);
  };

  window.pluginsSeen = [];
  // A listener on an element that is out of the document goes with it.
  const lasts = (target: object | undefined): boolean => target !== undefined && !(target instanceof Worker) && (!(target instanceof Node) || target.isConnected);
  const placesOf = (all: readonly Held[]): string[] => all.filter(({ held }) => held.deref() !== undefined).map(({ by }) => by);
  window.pluginTraces = async () => ({
    timers: [...timers.values()],
    frames: [...frames.values()],
    listeners: listeners.filter(({ held }) => lasts(held.deref())).map(({ type, by }) => `${type} ${by}`),
    observers: placesOf(observers),
    workers: placesOf(workers),
    objectUrls: await urlsLeft(),
  });
}
