import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CDPSession } from 'playwright-core';
import { openWorkbench, type OpenWorkbench } from '../../workbench/driver';
import { tracePlugin, type Traces } from './plugin-traces';
import { moveOn, useEverything, useHost } from './use-everything';

// Switched on, used with everything it has, and switched off again: the page is then as if the plugin had never been
// there. Counted by the host, by the browser, and by a trace of every timer, listener and observer that plugin code starts.

const PLUGIN = 'seek-sense-share';
const ROUNDS = 5;
/** Nodes and listeners per round that are the browser's own. */
const SLACK = 15;
const NOTHING: Traces = { timers: [], frames: [], listeners: [], observers: [], workers: [], objectUrls: [] };

let bench: OpenWorkbench;
let session: CDPSession;

beforeAll(async () => {
  bench = await openWorkbench({ pluginsOff: true });
  await tracePlugin(bench.page, PLUGIN);
  session = await bench.context.newCDPSession(bench.page);
  // The traces ask for the addresses of blobs, which the page's policy forbids.
  await session.send('Page.setBypassCSP', { enabled: true });
  await bench.reload();
});

afterAll(async () => {
  await bench.close();
});

const enable = (): Promise<void> => bench.page.evaluate(async (id) => {
  await window.workbench.enable(id);
  const plugin = window.workbench.app.plugins.plugins[id];
  if (plugin) window.pluginsSeen.push(new WeakRef(plugin));
}, PLUGIN);
const disable = (): Promise<void> => bench.page.evaluate((id) => window.workbench.disable(id), PLUGIN);

describe('a plugin that was switched off', () => {
  it('leaves nothing behind, five times over', async () => {
    await useHost(bench);
    const before = await registered();
    const rounds = [await figures()];
    for (let round = 1; round <= ROUNDS; round++) {
      await enable();
      await useEverything(bench);
      const inUse = await registered();
      expect(inUse.workers, 'the index runs in a worker').toBe(before.workers + 1);
      expect(inUse.commands.length, 'its commands are there').toBeGreaterThan(before.commands.length + 10);
      expect(await traces(), 'what runs is seen').not.toEqual(NOTHING);
      await disable();
      await calm();
      expect(await registered(), `after round ${String(round)}`).toEqual(before);
      expect(await traces(), `after round ${String(round)}`).toEqual(NOTHING);
      await moveOn(bench);
      rounds.push(await figures());
    }
    console.table(rounds);
    const [first, second, last] = [rounds[0], rounds[2], rounds.at(-1)];
    for (const figure of ['listeners', 'eventRefs', 'pluginsAlive'] as const) expect(last?.[figure], figure).toBe(first?.[figure]);
    // The browser's own bookkeeping moves a little; a leak would come again with every round (one modal has about 60 nodes).
    for (const figure of ['documents', 'elements', 'nodes', 'jsEventListeners'] as const) expect(last?.[figure], figure).toBeLessThan((second?.[figure] ?? 0) + 3 * SLACK);
    expect(errors()).toEqual([]);
  }, 300_000);

  it('leaves nothing behind when it goes in the middle of its start', async () => {
    const before = await registered();
    for (const delay of [0, 0, 10, 40, 120, 300]) {
      await enable();
      await bench.page.waitForTimeout(delay);
      await disable();
      await calm();
      await bench.page.waitForTimeout(300);
      expect(await registered(), `switched off after ${String(delay)} ms`).toEqual(before);
      expect(await traces(), `switched off after ${String(delay)} ms`).toEqual(NOTHING);
    }
    await moveOn(bench);
    expect((await figures())['pluginsAlive'], 'plugin objects that somebody keeps').toBe(0);
    expect(errors()).toEqual([]);
  }, 120_000);

  it.each(['while it loads', 'before the layout is ready'])('leaves nothing behind when it goes %s', async (moment) => {
    const before = await registered();
    const page = await bench.context.newPage();
    const own = await bench.context.newCDPSession(page);
    await own.send('Page.setBypassCSP', { enabled: true });
    await tracePlugin(page, PLUGIN);
    await page.addInitScript(switchOffEarly, { id: PLUGIN, atOnce: moment === 'while it loads' });
    const address = new URL(bench.url);
    address.searchParams.delete('plugins');
    await page.goto(address.href);
    await page.waitForFunction(() => 'workbench' in window);
    await page.evaluate(() => window.workbench.ready);
    await page.waitForTimeout(500);
    expect(await page.evaluate((id) => id in window.workbench.app.plugins.plugins, PLUGIN)).toBe(false);
    expect(await page.evaluate(() => window.pluginTraces())).toEqual(NOTHING);
    expect(await registered(page)).toEqual(before);
    await page.close();
  });
});

// Runs in the page: switches the plugin off as soon as it is there, or once it is loaded and the layout is not.
function switchOffEarly({ id, atOnce }: { id: string; atOnce: boolean }): void {
  const look = setInterval(() => {
    const { workbench } = window as { workbench?: Window['workbench'] };
    const isLoaded = performance.getEntriesByName('plugins-loaded').length > 0;
    if (workbench === undefined || !(id in workbench.app.plugins.plugins) || (!atOnce && !isLoaded)) return;
    clearInterval(look);
    void workbench.disable(id);
  }, 0);
}

/** That the address of a blob is gone is what the traces ask for. */
const errors = (): string[] => bench.errors.filter((error) => !error.includes('ERR_FILE_NOT_FOUND'));

interface Registered {
  readonly commands: readonly string[];
  readonly views: readonly string[];
  readonly basesViews: readonly string[];
  readonly protocols: readonly string[];
  readonly cli: readonly string[];
  readonly hoverSources: readonly string[];
  readonly settingTabs: readonly string[];
  readonly blockLanguages: readonly string[];
  readonly editorExtensions: number;
  readonly editorSuggests: number;
  readonly ribbon: readonly string[];
  readonly elements: readonly string[];
  readonly styles: number;
  readonly workers: number;
  readonly intervals: number;
  readonly globals: readonly string[];
}

/** What the host knows of. */
async function registered(page = bench.page): Promise<Registered> {
  return page.evaluate((id) => {
    const { app } = window.workbench;
    const { styles, workers, intervals } = window.workbench.resources();
    return {
      commands: window.workbench.commands().map((command) => command.id).sort(),
      views: Object.keys(app.viewRegistry.viewByType).sort(),
      basesViews: [...app.bases.views.byType.keys()].sort(),
      protocols: [...app.protocolHandlers.keys()].sort(),
      cli: [...app.cliHandlers.keys()].sort(),
      hoverSources: [...app.hoverLinkSources.keys()].sort(),
      settingTabs: app.setting.pluginTabs.map((tab) => tab.id).sort(),
      blockLanguages: [...app.processors.languages()].sort(),
      editorExtensions: app.editorExtensions.length,
      editorSuggests: app.editorSuggests.length,
      ribbon: app.ribbon.actions().map(({ title }) => title).sort(),
      elements: Array.from(document.querySelectorAll(`[class*="sss-"], .plugin-${id}, [data-plugin="${id}"]`), (element) => element.outerHTML.slice(0, 200)),
      styles,
      workers,
      intervals,
      globals: Object.keys(window).sort(),
    };
  }, PLUGIN);
}

const traces = (): Promise<Traces> => bench.page.evaluate(() => window.pluginTraces());

/** What the browser counts once the garbage is collected. */
async function figures(): Promise<Record<string, number>> {
  await session.send('HeapProfiler.enable');
  for (let round = 0; round < 3; round++) await session.send('HeapProfiler.collectGarbage');
  const { documents, nodes, jsEventListeners } = await session.send('Memory.getDOMCounters');
  const { listeners, eventRefs, elements } = await bench.page.evaluate(() => window.workbench.resources());
  const pluginsAlive = await bench.page.evaluate(() => window.pluginsSeen.filter((seen) => seen.deref() !== undefined).length);
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return { documents, nodes, jsEventListeners, listeners, eventRefs, elements, pluginsAlive, heapKB: Math.round(usedSize / 1024) };
}

/** Notices go by themselves; the rest of what is under way in the host settles. */
async function calm(): Promise<void> {
  await bench.page.evaluate(() => document.querySelectorAll<HTMLElement>('.notice').forEach((notice) => notice.click()));
  await bench.settle();
}
