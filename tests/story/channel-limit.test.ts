import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Locator } from 'playwright-core';
import { words } from '../../src/words';
import { openWorkbench, type OpenWorkbench } from '../../workbench/driver';
import { buildLimitedPlugin } from '../workbench/second-plugin/build';

// No way of the product has a limit yet; the share window is tried with one that carries 280 characters.

const LIMIT = 280;
/** What a message holds beside the take: the quote as plain text, and an empty line. */
const FRAME = [...'“Words of others.”\n\n'].length;
/** A take of so many characters, each of which a computer counts as more than one. */
const takeOf = (length: number): string => `My own words on it: ${'👩‍👩‍👧'.repeat(length - [...'My own words on it: '].length)}`;

let bench: OpenWorkbench;
let plugin: { id: string; folder: string };
const composer = (): Locator => bench.page.locator('.sss-composer');
const cta = (): Locator => composer().locator('.mod-cta');

beforeAll(async () => {
  plugin = await buildLimitedPlugin();
  bench = await openWorkbench({ vault: { 'Fits.md': takeOf(LIMIT - FRAME), 'Too long.md': takeOf(LIMIT - FRAME + 3) }, plugins: [plugin] });
  bench.page.setDefaultTimeout(10_000);
});

afterAll(async () => {
  expect(bench.errors).toEqual([]);
  await bench.close();
  await rm(plugin.folder, { recursive: true });
});

async function compose(note: string): Promise<void> {
  await bench.openNote(note);
  await bench.runCommand('limited-way:share');
  await expect.poll(() => composer().locator('.sss-preview').textContent()).toContain('My own words');
}

it('what is too long for a way is told by how much, and does not go; by another way it goes', async () => {
  await compose('Too long.md');
  expect(await composer().locator('.sss-count').textContent()).toBe(words.share.charactersOf(LIMIT + 3, LIMIT));
  expect(await composer().locator('.sss-problem').textContent()).toBe(words.share.tooLong(3));
  expect(await cta().isDisabled()).toBe(true);
  await bench.page.keyboard.press('Control+Enter');
  await composer().locator('.sss-channel select').selectOption('long');
  await expect.poll(() => composer().locator('.sss-problem').textContent()).toBe('');
  expect(await composer().locator('.sss-count').textContent()).toBe(words.share.characters(LIMIT + 3));
  expect(await bench.notices()).toEqual([]);
  await bench.page.keyboard.press('Control+Enter');
  await composer().waitFor({ state: 'detached' });
  expect(await bench.notices()).toEqual([expect.stringMatching(/^long: /)]);
});

it('what was shared before is told once it is known, and only of the way that is chosen: the preview does not wait', async () => {
  const told = (): Promise<string | null> => composer().locator('.sss-told').textContent();
  await compose('Fits.md');
  expect([await told(), await cta().textContent()]).toEqual(['', words.share.send]);
  await composer().locator('.sss-channel select').selectOption('long');
  await expect.poll(() => composer().locator('.sss-count').textContent()).toBe(words.share.characters(LIMIT));
  expect(await told()).toBe('');
  await bench.runCommand('limited-way:looked');
  await expect.poll(told).toBe('It went by "long" before.');
  expect(await cta().textContent()).toBe(words.share.updateThere);
  await composer().locator('.sss-channel select').selectOption('short');
  await expect.poll(() => cta().textContent()).toBe(words.share.send);
  await bench.runCommand('limited-way:not-looked');
  await expect.poll(told).toBe(words.share.notLookedUp('The disk is asleep'));
  expect(await cta().isDisabled()).toBe(false);
  await bench.page.keyboard.press('Escape');
  await composer().waitFor({ state: 'detached' });
});

it('what just fits goes, whole', async () => {
  await compose('Fits.md');
  expect(await composer().locator('.sss-count').textContent()).toBe(words.share.charactersOf(LIMIT, LIMIT));
  expect([await composer().locator('.sss-problem').textContent(), await cta().isDisabled()]).toEqual(['', false]);
  const shown = await composer().locator('.sss-preview').textContent();
  await bench.page.keyboard.press('Control+Enter');
  await composer().waitFor({ state: 'detached' });
  expect((await bench.notices()).at(-1)).toBe(`short: ${shown ?? ''}`);
});
