import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorkbench, type OpenWorkbench } from '../../workbench/driver';
import { watchReads } from './start-reads';
import { readYardstick, traceStart, type StartCost } from './start-trace';

// The plugin must not be felt when the app starts: measured by the browser's own tracing on fresh loads of the sample vault.

const PLUGIN = 'seek-sense-share';
const LOADS = 7;
/** Milliseconds: what a person begins to feel. */
const FELT = 50;
/** Milliseconds that the yardstick takes on a machine with nothing else to do, on which the start takes some 37. */
const CALM = 42;

let bench: OpenWorkbench;

beforeAll(async () => {
  bench = await openWorkbench({ pluginsOff: true });
});

afterAll(async () => {
  await bench.close();
});

describe('the start', () => {
  it(`blocks the main thread for less than ${String(FELT)} ms before the layout is ready`, async () => {
    const costs: (StartCost & { evaluated: number; onload: number })[] = [];
    for (let load = 0; load < LOADS; load++) costs.push(await freshLoad());
    console.table(costs);
    const median = (figure: keyof StartCost): number => costs.map((cost) => cost[figure]).sort((left, right) => left - right)[Math.floor(LOADS / 2)] ?? Infinity;
    console.log(`median of the longest task: ${String(median('longest'))} ms, on the processor ${String(median('longestCpu'))} ms`);
    // A machine with other things to do stretches the time on the wall, and neighbours on the same processor both: as much as the yardstick.
    const slower = Math.max(1, median('yardstick') / CALM);
    expect(median('longestCpu')).toBeLessThan(FELT * slower);
    expect(Math.min(...costs.map(({ longest }) => longest))).toBeLessThan(FELT * slower);
  });

  it('reads nothing of the vault, and starts no worker, before the layout is ready', async () => {
    const page = await bench.context.newPage();
    await watchReads(page, PLUGIN);
    await page.goto(withPlugins());
    await ready(page);
    await page.waitForFunction(() => window.pluginAsked.some(({ what, wasReady }) => wasReady && what === 'new Worker'));
    await page.waitForFunction(() => window.pluginAsked.some(({ what, wasReady }) => wasReady && what === 'vault.cachedRead'));
    const early = await page.evaluate(() => window.pluginAsked.filter(({ wasReady }) => !wasReady));
    await page.close();
    const ownSettings = `.obsidian/plugins/${PLUGIN}/data.json`;
    expect(early.filter(({ path }) => path !== ownSettings)).toEqual([]);
  });
});

type FreshPage = OpenWorkbench['page'];

async function ready(page: FreshPage): Promise<void> {
  await page.waitForFunction(() => 'workbench' in window && window.workbench !== undefined);
  await page.evaluate(() => window.workbench.ready);
}

function withPlugins(): string {
  const address = new URL(bench.url);
  address.searchParams.delete('plugins');
  return address.href;
}

/** A load in a profile of its own: no cache of code, no index, no layout from before. */
async function freshLoad(): Promise<StartCost & { evaluated: number; onload: number }> {
  const context = await bench.browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  const cost = await traceStart(bench.browser, page, async () => {
    await page.goto(withPlugins());
    await ready(page);
    await page.waitForTimeout(1000);
    await page.evaluate(readYardstick);
  });
  const [load] = await page.evaluate(() => window.workbench.pluginLoads());
  await context.close();
  const rounded = (value = 0): number => Math.round(value * 10) / 10;
  return { ...cost, evaluated: rounded(load?.evaluated), onload: rounded(load?.onload) };
}
