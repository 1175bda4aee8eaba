import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Locator } from 'playwright-core';
import { dayOf } from '../../src/base';
import { words } from '../../src/words';
import type { OpenWorkbench } from '../../workbench/driver';
import { closeAll, isOffered, notesOnDisk, openSampleWith, PLUGIN } from './moves';

// A take over time: another one follows, nothing is lost, others are credited, a note grows of it.

const PATH = 'Quotes/Ada Quill - Logbooks.md';
const FIRST = 'The logbook of our ward works because somebody has to write a whole sentence at the end of every single night.';
const SECOND = 'The logbook of our ward works because somebody reads a whole sentence at the beginning of every single day.';
const WARD = 'Quotes/Ward.md';
const HOUSE = 'Quotes/House.md';
const DEEP = 'Quotes/Deep.md';
const OTHER = 'By now the night shift draws what it saw, and nobody misses any long sentences.';
const NOTE = `---\ntype: quote\nauthor: Ada Quill\ncaptured: 2026-10-01T09:00\nsensed: 2026-10-02T10:00\nsense: [filter]\n---\n> [!quote]\n> Keepers remember storms because of the logbook.\n> — Ada Quill\n\n## My take\n${FIRST}\n`;

let bench: OpenWorkbench;
const modal = (): Locator => bench.page.locator('.sss-take');
const today = (): string => dayOf(new Date());

beforeAll(async () => {
  bench = await openSampleWith({ [PATH]: NOTE, [WARD]: NOTE.replace('Keepers', 'Nurses'), [HOUSE]: NOTE.replace('Keepers', 'Wardens'), [DEEP]: NOTE.replace('Keepers', 'Matrons').replace('## My take', '###### My take') });
  bench.page.setDefaultTimeout(10_000);
});

afterEach(async () => {
  await closeAll(bench);
  expect(bench.errors).toEqual([]);
});

afterAll(() => bench.close());

async function openTake(path = PATH): Promise<void> {
  await bench.openNote(path, 'source');
  await bench.runCommand(`${PLUGIN}:sense-write-take`);
  await modal().waitFor();
}

describe('a change of mind', () => {
  it('keeps the first take, shows what changes, and survives being left', async () => {
    await openTake();
    expect(await modal().locator('textarea').inputValue()).toBe(FIRST);
    await modal().getByRole('button', { name: 'I changed my mind' }).press('Enter');
    expect(await modal().locator('textarea').inputValue()).toBe(FIRST);
    await bench.page.keyboard.insertText(SECOND);
    await expect.poll(() => modal().locator('.sss-what-changed ins').allTextContents()).toEqual(expect.arrayContaining([expect.stringContaining('reads')]));
    expect((await modal().locator('.sss-what-changed del').allTextContents()).join(' ')).toContain('end');
    await bench.page.keyboard.press('Escape');
    await modal().waitFor({ state: 'detached' });
    await openTake();
    expect(await modal().getByRole('button', { name: 'I changed my mind' }).getAttribute('aria-pressed')).toBe('true');
    expect(await modal().locator('textarea').inputValue()).toBe(SECOND);
    await modal().locator('.sss-chip', { hasText: 'Validate' }).click();
    await bench.page.keyboard.press('Control+Enter');
    await modal().waitFor({ state: 'detached' });
    const note = await bench.readFile(PATH);
    expect(note).toContain(`## My take\n${FIRST}\n\n### ${today()} · validate\n${SECOND}\n`);
    expect(note).toContain('sensed: 2026-10-02T10:00\nsense: [filter, validate]\n');
  });

  it('is told from take to take, and the latest is what leaves', async () => {
    await openTake();
    await modal().locator('.sss-past summary').press('Enter');
    expect(await modal().locator('.sss-past summary').textContent()).toBe('Your 2 takes so far, and what changed');
    expect(await modal().locator('.sss-past .sss-field-label').allTextContents()).toEqual(['2026-10-02', today()]);
    expect(await modal().locator('.sss-past ins').count()).toBeGreaterThan(0);
    await closeAll(bench);
    await bench.runCommand(`${PLUGIN}:share-quote`);
    await bench.page.locator('.sss-preview').waitFor();
    const shown = (await bench.page.locator('.sss-preview').textContent()) ?? '';
    expect(shown).toContain(SECOND);
    expect(shown).not.toContain('has to write');
    expect(shown).not.toContain(today());
  });
});

describe('a take that is changed in its place', () => {
  const question = (): Locator => bench.page.locator('.sss-question');
  const typeOver = async (path: string): Promise<void> => {
    await openTake(path);
    await modal().locator('textarea').focus();
    await bench.page.keyboard.press('Control+A');
    await bench.page.keyboard.insertText(OTHER);
    await bench.page.keyboard.press('Control+Enter');
    await question().waitFor();
  };

  it('is called what it is: the promise to keep it is made only where it is kept', async () => {
    await openTake(WARD);
    const hint = modal().locator('.sss-changed-mind .sss-field-hint');
    expect(await hint.textContent()).toBe(words.sense.changingTake('2026-10-02'));
    const button = modal().getByRole('button', { name: words.sense.changedMind });
    await button.press('Enter');
    expect(await hint.textContent()).toBe(words.sense.changedMindHint);
    await button.press('Enter');
    expect(await hint.textContent()).toBe(words.sense.changingTake('2026-10-02'));
    expect(await button.getAttribute('aria-pressed')).toBe('false');
  });

  it('is asked about before it goes; whoever goes on writing loses nothing', async () => {
    const before = await bench.readFile(WARD);
    await typeOver(WARD);
    expect(await question().getAttribute('aria-labelledby')).not.toBe(null);
    expect(await question().textContent()).toContain(words.sense.replaceWhy('2026-10-02'));
    await bench.page.keyboard.press('Escape');
    await question().waitFor({ state: 'detached' });
    expect(await bench.readFile(WARD)).toBe(before);
    expect(await modal().locator('textarea').inputValue()).toBe(OTHER);
    await expect.poll(() => bench.page.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA');
  });

  it('stays beside the new one, or gives way, as the answer says', async () => {
    await typeOver(WARD);
    await question().getByRole('button', { name: words.sense.keepBoth }).press('Enter');
    await modal().waitFor({ state: 'detached' });
    expect(await bench.readFile(WARD)).toContain(`## My take\n${FIRST}\n\n### ${today()}\n${OTHER}\n`);
    await typeOver(HOUSE);
    await question().getByRole('button', { name: words.sense.replaceTake }).press('Enter');
    await modal().waitFor({ state: 'detached' });
    expect(await bench.readFile(HOUSE)).toContain(`## My take\n${OTHER}\n`);
    expect(await bench.readFile(HOUSE)).not.toContain(FIRST);
  });

  it('is to stay, and the new one could not be written: its ways are shown as it would have them', async () => {
    const before = await bench.readFile(DEEP);
    await typeOver(DEEP);
    const way = modal().getByRole('button', { name: words.sense.ways.filter, exact: true });
    expect(await way.getAttribute('aria-pressed')).toBe('true');
    await question().getByRole('button', { name: words.sense.keepBoth }).press('Enter');
    await expect.poll(() => modal().locator('.sss-problem').textContent()).toBe(words.sense.sectionTooDeep('My take'));
    expect([await way.getAttribute('aria-pressed'), await modal().locator('textarea').inputValue(), await bench.readFile(DEEP)]).toEqual(['false', OTHER, before]);
  });
});

describe('co-authors', () => {
  it('are added by keyboard, kept in the note, and credited in what leaves; private people are not', async () => {
    await openTake();
    await modal().locator('.sss-co-authors summary').press('Enter');
    const field = modal().getByLabel('Co-authors');
    await field.focus();
    await bench.page.keyboard.insertText('Joan');
    await bench.page.locator('.suggestion-item', { hasText: 'Joan Petrie' }).waitFor();
    await bench.page.keyboard.press('Enter');
    await modal().getByRole('button', { name: 'Remove Joan Petrie' }).waitFor();
    await bench.page.keyboard.insertText('Sam of the night shift');
    await field.press('Enter');
    await modal().getByRole('button', { name: 'Remove Sam of the night shift' }).waitFor();
    await bench.page.keyboard.press('Control+Enter');
    await modal().waitFor({ state: 'detached' });
    expect(await bench.readFile(PATH)).toContain('co-authors: ["[[Joan Petrie]]", Sam of the night shift]\n');
    await bench.runCommand(`${PLUGIN}:share-quote`);
    await bench.page.locator('.sss-preview').waitFor();
    expect(await bench.page.locator('.sss-preview').textContent()).toContain('written with Joan Petrie, Sam of the night shift');
  });
});

describe('a note of its own', () => {
  it('grows of a take: linked both ways, the take stays', async () => {
    await bench.openNote(PATH, 'source');
    const before = await bench.readFile(PATH);
    await bench.runCommand(`${PLUGIN}:sense-take-to-note`);
    await expect.poll(() => bench.readFile(PATH)).not.toBe(before);
    const note = await bench.readFile(PATH);
    expect(note).toContain(`${SECOND}\n\n→ [[The logbook of our ward works because somebody]]\n`);
    const grown = [...(await notesOnDisk(bench))].find(([name]) => name.endsWith('The logbook of our ward works because somebody.md'));
    expect(grown?.[1]).toBe(`${SECOND}\n\nFrom [[Ada Quill - Logbooks]]\n`);
    await expect.poll(() => bench.page.evaluate(() => window.workbench.app.workspace.getActiveFile()?.path)).toBe(grown?.[0]);
    expect(await isOffered(bench, `${PLUGIN}:sense-take-to-note`)).toBe(false);
  });
});
