import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { longestTask, startHostBrowser, type HostBrowser } from './host-browser';

// The index host with a real worker and a real IndexedDB. The browser's profile outlives a page, as a device outlives a session.

let host: HostBrowser;
let page: Page;

const NOTE = 'Folder 3/Note 3.md';
const PATIENT = { timeout: 15_000 };

beforeAll(async () => {
  host = await startHostBrowser();
});

afterAll(async () => {
  await host.close();
});

beforeEach(async () => {
  await host.forget();
  page = await host.open();
});

async function start(on: Page, notes: number, open: 'worker' | 'none' | 'broken' = 'worker'): Promise<void> {
  await on.evaluate((count) => window.hostPage.fill(count), notes);
  await on.evaluate(async (how) => {
    window.hostPage.start(how);
    await window.hostPage.whenReady();
  }, open);
}

async function restart(notes: number): Promise<void> {
  await page.evaluate(() => window.hostPage.save());
  await page.close();
  page = await host.open();
  await start(page, notes);
}

const reads = (): Promise<number> => page.evaluate(() => window.hostPage.reads.length);
const said = (): Promise<string[]> => page.evaluate(() => window.hostPage.said);
const notesKnown = (): Promise<number | undefined> => page.evaluate(() => window.hostPage.status()?.notes);
const suggested = (): Promise<string[]> => page.evaluate(async (path) => (await window.hostPage.suggest(path)).map((found) => found.path), NOTE);

describe('the index of a vault', () => {
  it('is built in a worker, answers with passages, and comes back from the cache without reading a note', async () => {
    await start(page, 1500);
    expect(await reads()).toBe(1500);
    const before = await suggested();
    expect(before.length).toBeGreaterThan(3);
    const excerpts = await page.evaluate((path) => window.hostPage.excerpts(path), NOTE);
    expect(excerpts).toHaveLength(before.length);
    expect(excerpts.every((excerpt) => excerpt !== '')).toBe(true);

    await restart(1500);
    expect(await reads()).toBe(0);
    expect(await notesKnown()).toBe(1500);
    expect(await suggested()).toEqual(before);
    expect(await said()).toEqual([]);
  });

  it('reads only what changed while it was away', async () => {
    await start(page, 400);
    await page.evaluate(() => window.hostPage.save());
    await page.close();
    page = await host.open();
    await page.evaluate(() => window.hostPage.fill(402));
    await page.evaluate(async () => {
      window.hostPage.touch('Folder 1/Note 1.md');
      window.hostPage.drop('Folder 2/Note 2.md');
      window.hostPage.start();
      await window.hostPage.whenReady();
    });
    expect((await page.evaluate(() => window.hostPage.reads)).sort()).toEqual(['Folder 0/Note 400.md', 'Folder 1/Note 1.md', 'Folder 1/Note 401.md']);
    expect(await notesKnown()).toBe(401);
  });

  it('is mended where its cache is torn, and says so', async () => {
    await start(page, 1500);
    await page.evaluate(() => window.hostPage.save());
    await page.evaluate(() => window.hostPage.tear('segment/1'));
    await page.close();
    page = await host.open();
    await start(page, 1500);
    expect(await reads()).toBe(512);
    expect(await notesKnown()).toBe(1500);
    expect(await said()).toEqual([expect.stringContaining('The saved link index could not be used')]);
    await restart(1500);
    expect(await reads()).toBe(0);
    expect(await said()).toEqual([]);
  });

  it('takes up where it was killed', async () => {
    await page.evaluate(() => window.hostPage.fill(6000));
    await page.evaluate(() => window.hostPage.start());
    await expect.poll(() => page.evaluate(() => window.hostPage.recordCount()), { timeout: 30_000 }).toBeGreaterThan(3);
    await page.close();
    page = await host.open();
    await start(page, 6000);
    expect(await notesKnown()).toBe(6000);
    expect(await reads()).toBeLessThan(5000);
    const answering = (await page.evaluate(() => window.hostPage.statuses)).filter(({ phase }) => phase === 'reading');
    expect(answering[0]).toMatchObject({ total: 0, isCompared: false });
    expect(answering.find(({ isCompared }) => isCompared)?.total).toBeGreaterThan(1000);
    expect(await said()).toEqual([]);
  });

  it('never reads excluded folders, and forgets them when they become so', async () => {
    await page.evaluate(() => window.hostPage.set({ excludedFolders: ['Folder 5'] }));
    await start(page, 400);
    expect((await page.evaluate(() => window.hostPage.reads)).filter((path) => path.startsWith('Folder 5/'))).toEqual([]);
    expect(await notesKnown()).toBe(390);
    await page.evaluate(() => window.hostPage.set({ excludedFolders: ['Folder 5', 'Folder 7'] }));
    await expect.poll(notesKnown, PATIENT).toBe(380);
    await page.evaluate(() => window.hostPage.set({ excludedFolders: [] }));
    await expect.poll(notesKnown, PATIENT).toBe(400);
  });

  it('follows edits', async () => {
    await start(page, 100);
    await page.evaluate(() => window.hostPage.write('new.md', 'an octopus tends a lighthouse'));
    await expect.poll(notesKnown, PATIENT).toBe(101);
    await page.evaluate(() => window.hostPage.remove('new.md'));
    await expect.poll(notesKnown, PATIENT).toBe(100);
  });

  it('works on the main thread where no worker can be had', async () => {
    await start(page, 500);
    const inWorker = await suggested();
    for (const way of ['none', 'broken'] as const) {
      await page.close();
      await host.forget();
      page = await host.open();
      await start(page, 500, way);
      expect(await notesKnown()).toBe(500);
      expect(await suggested()).toEqual(inWorker);
      expect(await said()).toEqual([]);
    }
  });

  it('can be switched off and on, paused and rebuilt', async () => {
    await start(page, 300);
    await page.evaluate(() => window.hostPage.set({ enabled: false }));
    expect(await page.evaluate(() => window.hostPage.status()?.phase)).toBe('off');
    await expect(suggested()).rejects.toThrow('switched off');
    await page.evaluate(() => window.hostPage.set({ enabled: true }));
    await expect.poll(() => page.evaluate(() => window.hostPage.status()?.phase), PATIENT).toBe('ready');
    await page.evaluate(() => window.hostPage.set({ memoryCap: 32 }));
    await expect.poll(() => page.evaluate(() => window.hostPage.status()?.phase), PATIENT).toBe('ready');
    expect(page.workers()).toHaveLength(1);
    await page.evaluate(() => window.hostPage.pause());
    await page.evaluate(() => window.hostPage.write('new.md', 'an octopus'));
    await page.waitForTimeout(2000);
    expect(await notesKnown()).toBe(300);
    await page.evaluate(() => window.hostPage.resume());
    await expect.poll(notesKnown, PATIENT).toBe(301);
    const before = await reads();
    await page.evaluate(() => window.hostPage.rebuild());
    await page.evaluate(() => window.hostPage.whenReady());
    expect(await reads()).toBe(before + 301);
    expect(await said()).toEqual([]);
  });

  it('answers as before once a memory cap is lifted that made it forget words', async () => {
    await start(page, 1500);
    const before = await suggested();
    const thinned = (): Promise<number | undefined> => page.evaluate(async () => (await window.hostPage.size())?.thinnedTo);
    await page.evaluate(() => window.hostPage.set({ memoryCap: 1 }));
    await expect.poll(thinned, PATIENT).toBeGreaterThan(0);
    await page.evaluate(() => window.hostPage.set({ memoryCap: 0 }));
    await expect.poll(thinned, PATIENT).toBeUndefined();
    await page.evaluate(() => window.hostPage.whenReady());
    expect(await suggested()).toEqual(before);
  }, 60_000);

  it('stays paused over a restart, says so, and goes on when it is resumed', async () => {
    await start(page, 60);
    await page.evaluate(() => window.hostPage.pause());
    await restart(70);
    const state = (): Promise<readonly unknown[]> => page.evaluate(() => [window.hostPage.status()?.phase, (window.hostPage.status()?.total ?? 0) - (window.hostPage.status()?.done ?? 0)]);
    await expect.poll(state, PATIENT).toEqual(['paused', 10]);
    expect(await reads()).toBe(0);
    await page.evaluate(() => window.hostPage.resume());
    await expect.poll(notesKnown, PATIENT).toBe(70);
    await restart(70);
    expect(await state()).toEqual(['ready', 0]);
  });

  it('spares the device where it is told to: everything is read, in small steps', async () => {
    await page.evaluate(() => window.hostPage.set({ power: 'always' }));
    const begun = Date.now();
    await start(page, 100);
    expect(await notesKnown()).toBe(100);
    // Six pauses of 150 ms lie between seven batches of at most sixteen notes.
    expect(Date.now() - begun).toBeGreaterThan(6 * 150);
    expect(await page.evaluate(() => window.hostPage.status()?.isSparing)).toBe(true);
    await page.evaluate(() => window.hostPage.set({ power: 'never' }));
    expect(await page.evaluate(() => window.hostPage.status()?.isSparing)).toBe(false);
  });

  it('spares phones, and a device while it is on battery, unless told otherwise', async () => {
    const isSparing = (): Promise<boolean | undefined> => page.evaluate(() => window.hostPage.status()?.isSparing);
    await page.evaluate(() => window.hostPage.fill(20));
    await page.evaluate(() => window.hostPage.start('worker', true));
    await page.evaluate(() => window.hostPage.whenReady());
    expect(await isSparing()).toBe(true);
    await page.evaluate(() => window.hostPage.set({ power: 'never' }));
    expect(await isSparing()).toBe(false);

    await page.close();
    page = await host.open();
    await page.evaluate(() => {
      const battery = Object.assign(new EventTarget(), { charging: true });
      Object.defineProperty(navigator, 'getBattery', { value: () => Promise.resolve(battery) });
      Object.assign(window, { charge: (charging: boolean) => {
        battery.charging = charging;
        battery.dispatchEvent(new Event('chargingchange'));
      } });
    });
    const charge = (charging: boolean): Promise<void> => page.evaluate((is) => (window as unknown as { charge(charging: boolean): void }).charge(is), charging);
    await start(page, 20);
    expect(await isSparing()).toBe(false);
    await charge(false);
    expect(await isSparing()).toBe(true);
    await page.evaluate(() => window.hostPage.set({ power: 'never' }));
    expect(await isSparing()).toBe(false);
    await page.evaluate(() => window.hostPage.set({ power: 'auto' }));
    await charge(true);
    expect(await isSparing()).toBe(false);
  });

  it('leaves no worker behind', async () => {
    await start(page, 50);
    expect(page.workers()).toHaveLength(1);
    await page.evaluate(() => window.hostPage.unload());
    await expect.poll(() => page.workers().length).toBe(0);
    await expect(suggested()).rejects.toThrow();
  });
});

describe('on the main thread, with 10,000 notes', () => {
  it('folding in, saving, loading and drawing sparks come in steps; questions are answered between them', async () => {
    await start(page, 10_000, 'none');
    await page.evaluate(() => window.hostPage.touchAll(300));
    const steps: Record<string, number> = {};
    for (const what of ['settle', 'save', 'sparks'] as const) steps[what] = await longestTask(page, () => page.evaluate((name) => window.hostPage.carryOut(name), what));
    expect(await suggested()).not.toEqual([]);
    await page.close();
    page = await host.open();
    await page.evaluate(() => window.hostPage.fill(10_000));
    steps['load'] = await longestTask(page, () => page.evaluate(async () => {
      window.hostPage.start('none');
      await window.hostPage.whenReady();
    }));
    process.stdout.write(`longest task on the main thread at 10,000 notes: ${Object.entries(steps).map(([what, time]) => `${what} ${time.toFixed(1)} ms`).join(', ')}\n`);
    expect(Math.max(...Object.values(steps))).toBeLessThan(50);
  });
});

describe('with 10,000 notes nothing of ours holds the main thread for 50 ms', () => {
  it('at the first start, while asking, and at the next start', async () => {
    await page.evaluate(() => window.hostPage.fill(10_000));
    const cold = await longestTask(page, () => page.evaluate(async () => {
      window.hostPage.start();
      await window.hostPage.whenReady();
    }));
    const asking = await longestTask(page, () => page.evaluate(async () => {
      for (let at = 0; at < 20; at++) await window.hostPage.excerpts(`Folder ${at}/Note ${at}.md`);
    }));
    await page.evaluate(() => window.hostPage.save());
    await page.close();
    page = await host.open();
    await page.evaluate(() => window.hostPage.fill(10_000));
    const warm = await longestTask(page, () => page.evaluate(async () => {
      window.hostPage.start();
      await window.hostPage.whenReady();
    }));
    expect(await reads()).toBe(0);
    process.stdout.write(`longest main-thread task at 10,000 notes: ${cold.toFixed(1)} ms cold, ${asking.toFixed(1)} ms asking, ${warm.toFixed(1)} ms warm\n`);
    expect(Math.max(cold, asking, warm)).toBeLessThan(50);
  });
});
