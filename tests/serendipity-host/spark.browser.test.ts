import { afterAll, beforeAll, expect, it } from 'vitest';
import { openWorkbench, type OpenWorkbench } from '../../workbench/driver';

// A spark in a vault that was opened just now, while the index is still being read.

const PATIENCE = { timeout: 15_000 };

let bench: OpenWorkbench;

beforeAll(async () => {
  bench = await openWorkbench();
});

afterAll(async () => {
  expect(bench.errors).toEqual([]);
  await bench.close();
});

const pair = (): Promise<string[]> => bench.page.locator('.sss-spark .sss-link-title').allTextContents();
const another = () => bench.page.getByRole('button', { name: 'Another' });
const modal = () => bench.page.locator('.sss-spark-modal');

it('shows a pair as soon as the index has one, and another one with each click, whose reasons name both notes', async () => {
  await bench.runCommand('seek-sense-share:serendipity-spark');
  await expect.poll(async () => (await pair()).length, PATIENCE).toBe(2);
  const pairs: string[] = [];
  const reasons: string[] = [];
  for (let click = 0; click <= 12; click++) {
    const shown = await pair();
    pairs.push([...shown].sort().join('\n'));
    reasons.push(...await bench.page.locator('.sss-spark-reasons .sss-reason').allTextContents());
    await another().click();
    await expect.poll(async () => [(await pair()).length, (await pair()).join() === shown.join()], PATIENCE).toEqual([2, false]);
  }
  expect(new Set(pairs).size).toBe(13);
  expect(reasons.length).toBeGreaterThan(13);
  expect(reasons.filter((reason) => /\bthis (note|folder)\b/.test(reason))).toEqual([]);
  await bench.page.keyboard.press('Escape');
});

it('says that nothing was read yet where the index is paused, and shows a pair by itself once it goes on', async () => {
  await bench.page.evaluate(async () => {
    const { app } = window.workbench;
    await app.plugins.disablePlugin('seek-sense-share');
    app.saveLocalStorage('seek-sense-share:index-paused', true);
    const kept = (await indexedDB.databases()).flatMap(({ name = '' }) => (name.startsWith('seek-sense-share-links-') ? [name] : []));
    await Promise.all(kept.map((name) => new Promise((resolve, reject) => {
      const request = indexedDB.deleteDatabase(name);
      request.onsuccess = resolve;
      request.onerror = reject;
    })));
    await app.plugins.enablePlugin('seek-sense-share');
  });
  const status = bench.page.locator('.sss-index-status');
  await expect.poll(() => status.textContent(), PATIENCE).toMatch(/^Indexing paused, [\d,]+ left$/);
  await bench.runCommand('seek-sense-share:serendipity-spark');
  await expect.poll(() => modal().textContent(), PATIENCE).toMatch(/No two notes turned up.*Indexing paused, [\d,]+ left$/);
  // The status bar lies below the window: a click of the mouse would not reach it.
  await status.dispatchEvent('click');
  await bench.page.locator('.menu-item', { hasText: 'Resume indexing' }).dispatchEvent('click');
  await expect.poll(async () => (await pair()).length, PATIENCE).toBe(2);
});
