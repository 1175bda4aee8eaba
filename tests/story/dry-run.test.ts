import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Locator } from 'playwright-core';
import { AUDIENCES } from '../../src/share';
import type { OpenWorkbench } from '../../workbench/driver';
import { readAll } from './crash-vault';
import { openSampleWith, PLUGIN } from './moves';

// A look at what would leave changes nothing: no byte of the vault, hidden files included, and nothing on the clipboard.

const NOTE = 'Quotes/Dry.md';
const TAKE = 'On our ward the handover shows it every morning: everything is written down, and **nobody** can say what it means.';
const TEXT = `---\ntype: quote\nauthor: Ada Quill\ncaptured: 2026-11-01T09:12\nsensed: 2026-11-02T10:00\n---\n> [!quote] Storms\n> Keepers remember storms.\n> — Ada Quill\n\n## My take\n${TAKE}\n`;
const SENTINEL = 'What was on the clipboard before.';

let bench: OpenWorkbench;
const composer = (): Locator => bench.page.locator('.sss-composer');
const preview = (): Promise<string | null> => composer().locator('.sss-preview').textContent();

beforeAll(async () => {
  bench = await openSampleWith({ [NOTE]: TEXT });
  await bench.openNote(NOTE);
  await bench.settle();
});

afterAll(async () => {
  expect(bench.errors).toEqual([]);
  await bench.close();
});

it('by the command line and in the share window, by every way and for everybody', async () => {
  await bench.writeClipboard(SENTINEL);
  const before = await readAll(bench.vaultPath);
  for (const path of [NOTE, 'Notes/Bees/A swarm decides by dancing.md', 'Nowhere.md']) await bench.page.evaluate((of) => window.workbench.runCli('seek-sense-share:share-preview', { path: of }), path);
  await bench.runCommand(`${PLUGIN}:share-quote`);
  const ways = await composer().locator('.sss-channel option').evaluateAll((options) => options.map((option) => (option as HTMLOptionElement).value));
  expect(ways).toEqual(expect.arrayContaining(['clipboard', 'e-mail', 'feed', 'commons']));
  const seen = new Set<string | null>();
  for (const way of ways) {
    await composer().locator('.sss-channel select').selectOption(way);
    for (const audience of AUDIENCES) {
      await composer().locator(`.sss-audience input[value=${audience}]`).check();
      await expect.poll(preview).toContain(way === 'commons' ? `audience: ${audience}` : 'On our ward');
      seen.add(await preview());
    }
  }
  expect(seen.size).toBeGreaterThanOrEqual(ways.length);
  await bench.page.keyboard.press('Escape');
  await composer().waitFor({ state: 'detached' });
  await bench.settle();
  expect(await readAll(bench.vaultPath)).toEqual(before);
  expect(await bench.readClipboard()).toBe(SENTINEL);
});

it('as rich text, what is copied stands on the clipboard as HTML and as plain text', async () => {
  await bench.runCommand(`${PLUGIN}:share-quote`);
  await composer().locator('.sss-channel select').selectOption('clipboard');
  await composer().locator('.sss-format select').selectOption('html');
  await expect.poll(preview).toContain('<strong>nobody</strong>');
  const shown = await preview();
  await bench.page.keyboard.press('Control+Enter');
  await composer().waitFor({ state: 'detached' });
  const copied = await bench.page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    return Object.fromEntries(await Promise.all((item?.types ?? []).map(async (type) => [type, await (await item?.getType(type))?.text()] as const)));
  });
  expect(Object.keys(copied).sort()).toEqual(['text/html', 'text/plain']);
  expect(copied['text/html']).toContain(shown);
  expect(copied['text/plain']).toContain('everything is written down, and');
  expect(copied['text/plain']).not.toMatch(/<\/?\w+>/);
});
