import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Locator } from 'playwright-core';
import type { OpenWorkbench } from '../../workbench/driver';
import { closeAll, openSampleWith, PLUGIN, setSettings } from './moves';

// A quote shows by a small mark how it stands, in reading view and in Live Preview, and the mark opens the take.

const PATH = 'Quotes/Ada Quill - Storms.md';
const TAKE = 'Our own ward has a book like that, and nobody has ever thought of reading it aloud in the morning.';
const NOTE = `---\ntype: quote\nauthor: Ada Quill\ncaptured: 2026-10-01T09:00\n---\n> [!quote]\n> Every storm is written down before anybody sleeps.\n> — Ada Quill\n\n## My take\n\n> A quotation in the take.\n`;
const READING = 'Reading/Highlights - Walden.md';
const CLIP = 'Reading/Clip.md';
const CLIPPED = '---\ntitle: On logbooks\nsource: https://example.org/logbooks\ntags:\n  - clippings\n---\nA page of the web. ==Keepers remember storms.== And ==nobody asks them at breakfast.== So it goes on.\n\n> Oil is dearer than paper.\n';
const CROSSED = 'Reading/Crossed.md';
const CROSSED_TEXT = '---\nsource: https://example.org/storms\ntags: [clippings]\n---\n“Every storm is written down.” ([Quill, 2010, p. 12](zotero://select/library/items/AB)) and ==mine== it is not\n\nSo is ==every calm== and ==every fog== in my eyes\n';
const NOTED = 'Reading/Noted.md';
const NOTED_TEXT = '---\nauthor: Ada Quill\n---\n## Highlights\n- Mine alone, above.\n- Keepers [remember](https://example.org) *storms* well. ([Location 1](https://readwise.example/1))\n    - Note: do they?\n- Mine alone, between.\n- Oil is dearer than paper. ([Location 2](https://readwise.example/2))\n';
const LONG = 'Reading/Long.md';
const LONG_TEXT = `---\ntitle: Long\nauthor: Ada Quill\n---\n## Highlights\n${Array.from({ length: 3000 }, (_, at) => `- Keeper ${at} writes every storm down before going to sleep. ([Location ${at}](https://readwise.example/${at}))`).join('\n')}\n`;

let bench: OpenWorkbench;
const read = (): Locator => bench.page.locator('.markdown-reading-view .sss-quote-mark');
const edited = (): Locator => bench.page.locator('.markdown-source-view .sss-quote-mark');

beforeAll(async () => {
  bench = await openSampleWith({ [PATH]: NOTE, [CLIP]: CLIPPED, [CROSSED]: CROSSED_TEXT, [NOTED]: NOTED_TEXT, [LONG]: LONG_TEXT });
  bench.page.setDefaultTimeout(10_000);
  await setSettings(bench, { sense: { quoteFolders: ['Reading'] } });
});

afterAll(async () => {
  expect(bench.errors).toEqual([]);
  await bench.close();
});

describe('the mark of a quote', () => {
  it('stands at the quote of a quote note only, opens the take, and changes with it', async () => {
    await bench.openNote(PATH, 'preview');
    await read().first().waitFor();
    expect(await read().count()).toBe(1);
    expect(await read().getAttribute('aria-label')).toBe('No take yet, not shared. Open your take');
    await read().press('Enter');
    await bench.page.locator('.sss-take textarea').fill(TAKE);
    await bench.page.keyboard.press('Control+Enter');
    await bench.page.locator('.sss-take').waitFor({ state: 'detached' });
    await expect.poll(() => read().first().getAttribute('aria-label')).toBe('With your take, not shared. Open your take');
    await bench.runCommand(`${PLUGIN}:share-quote`);
    await bench.page.getByRole('button', { name: 'Copy and record' }).click();
    await expect.poll(() => read().first().getAttribute('aria-label')).toBe('With your take, shared. Open your take');
    await closeAll(bench);
  });

  it('stands at every quote that waits in a note of another program, and at no other note', async () => {
    await bench.openNote(READING, 'preview');
    await expect.poll(() => read().count()).toBe(4);
    // Beside the words, above what the reader noted below them.
    expect(await read().first().evaluate((mark) => mark.nextElementSibling?.tagName)).toBe('UL');
    await read().nth(1).click();
    await expect.poll(() => bench.page.locator('.sss-take-quote').textContent()).toContain('How many a man has dated');
    await closeAll(bench);
    await bench.openNote('Home.md', 'preview');
    expect(await read().count()).toBe(0);
  });

  it('stands at no point of a list that its reader noted among highlights', async () => {
    await bench.openNote(NOTED, 'preview');
    await expect.poll(() => read().count()).toBe(2);
    expect(await read().evaluateAll((marks) => marks.map((mark) => mark.closest('li')?.textContent ?? ''))).toEqual([expect.stringMatching(/^Keepers remember/), expect.stringMatching(/^Oil is/)]);
    await bench.openNote(NOTED, 'source');
    await expect.poll(() => edited().count()).toBe(2);
    await edited().first().press('Enter');
    await expect.poll(() => bench.page.locator('.sss-take-quote').textContent()).toContain('Keepers remember storms well.');
    expect(await bench.page.locator('.sss-take-quote').textContent()).not.toMatch(/do they|Mine/);
    await closeAll(bench);
  });

  it('stands beside words that were marked in a clipped page, and opens a take on them', async () => {
    await bench.openNote(CLIP, 'preview');
    await expect.poll(() => read().count()).toBe(3);
    expect(await read().evaluateAll((marks) => marks.map((mark) => mark.previousElementSibling?.textContent ?? ''))).toEqual(['Keepers remember storms.', 'nobody asks them at breakfast.', expect.stringContaining('Oil is dearer')]);
    await bench.openNote(CLIP, 'source');
    await expect.poll(() => edited().count()).toBe(3);
    await edited().nth(1).press('Enter');
    await expect.poll(() => bench.page.locator('.sss-take-quote').textContent()).toContain('nobody asks them at breakfast.');
    await bench.page.locator('.sss-take textarea').fill(TAKE);
    await bench.page.keyboard.press('Control+Enter');
    await bench.page.locator('.sss-take').waitFor({ state: 'detached' });
    await expect.poll(() => bench.readFile(CLIP)).toMatch(/And ==nobody asks them at breakfast\.== \[\[[^\]]+\|❞\]\] So it goes on\./);
    await expect.poll(() => edited().nth(1).getAttribute('aria-label')).toMatch(/^With your take/);
  });

  it('stands at each of the marked words of one line, and not at those in a remark behind an annotation', async () => {
    await bench.openNote(CROSSED, 'source');
    await expect.poll(() => edited().count()).toBe(3);
    await bench.openNote(CROSSED, 'preview');
    await expect.poll(() => read().count()).toBe(3);
  });

  it('comes to thousands of quotes in one note, which is read in slices', async () => {
    for (const [mode, marks] of [['preview', read], ['source', edited]] as const) {
      await bench.openNote(LONG, mode);
      await marks().first().waitFor();
      expect(await marks().first().getAttribute('aria-label')).toMatch(/^No take yet/);
    }
    await edited().first().press('Enter');
    await expect.poll(() => bench.page.locator('.sss-take-quote').textContent()).toContain('Keeper 0 writes every storm down');
    await closeAll(bench);
  });

  it('stands in Live Preview, moves along while somebody types, and is no part of the text', async () => {
    await bench.openNote(READING, 'source');
    await expect.poll(() => edited().count()).toBe(4);
    const before = await bench.editorText();
    await bench.page.locator('.mod-root .cm-content').first().focus();
    await bench.page.keyboard.press('Control+Home');
    await bench.page.keyboard.type('x');
    await bench.page.keyboard.press('Backspace');
    expect(await edited().count()).toBe(4);
    expect(await bench.editorText()).toBe(before);
    await edited().first().click();
    await expect.poll(() => bench.page.locator('.sss-take-quote').textContent()).toContain('Our life is frittered away');
    await closeAll(bench);
  });

  it('comes to a note that is opened before all quotes are known', async () => {
    for (const [mode, marks] of [['source', edited], ['preview', read]] as const) {
      await bench.reload();
      await bench.openNote(READING, mode);
      await expect.poll(() => marks().count(), { message: mode }).toBe(4);
    }
  });

  it('stands in no window in which the take is written', async () => {
    await bench.openNote(PATH, 'preview');
    await read().first().click();
    await bench.page.locator('.sss-take-quote').waitFor();
    await bench.page.locator('.sss-take-quote .sss-quote-mark').waitFor({ state: 'attached' });
    expect(await bench.page.locator('.modal .sss-quote-mark:visible').count()).toBe(0);
    await closeAll(bench);
  });

  it('goes with the plugin', async () => {
    await bench.openNote(READING, 'preview');
    await read().first().waitFor();
    await bench.page.evaluate((id) => window.workbench.disable(id), PLUGIN);
    await expect.poll(() => bench.page.locator('.sss-quote-mark').count()).toBe(0);
  });
});
