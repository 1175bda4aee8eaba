import { readdir } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Locator } from 'playwright-core';
import { openWorkbench, type OpenWorkbench } from '../../workbench/driver';

// The practice without a mouse: everything below is reached and done by keys alone, from the command palette on.

const NOTE = 'Notes/Bees/A swarm decides by dancing.md';
const UNSENSED = 'Quotes/Confucius - Learning without thought.md';
const SENSED = 'Quotes/Seneca - We should follow the example of the bees.md';
const TAKE = 'We learn a great deal on the ward and hardly ever sit down to think about what it should change.';

let bench: OpenWorkbench;

const modal = (): Locator => bench.page.locator('.modal');
const press = (...keys: readonly string[]): Promise<void> => keys.reduce((before, key) => before.then(() => bench.page.keyboard.press(key)), Promise.resolve());
const type = (text: string): Promise<void> => bench.page.keyboard.insertText(text);
const closed = (): Promise<void> => modal().waitFor({ state: 'detached' });

beforeAll(async () => {
  bench = await openWorkbench();
  bench.page.setDefaultTimeout(8000);
});

afterAll(async () => {
  expect(bench.errors).toEqual([]);
  await bench.close();
});

beforeEach(async () => {
  await bench.openNote(NOTE);
  await bench.page.locator('.mod-root .cm-content').first().focus();
});

// What one path left open is not in the way of the next.
afterEach(async () => {
  for (let presses = 0; presses < 4 && (await bench.page.locator('.modal, .prompt').count()) > 0; presses++) await press('Escape');
});

/** Runs a command as a person does who knows its name. */
async function palette(name: string): Promise<void> {
  await press('Control+P');
  await bench.page.locator('.prompt input').waitFor();
  await bench.page.keyboard.type(name);
  await bench.page.locator('.suggestion-item.is-selected', { hasText: name }).waitFor();
  await press('Enter');
}

/** What the focus is on, as a screen reader would name it. */
function focused(): Promise<string> {
  return bench.page.evaluate(() => {
    const at = document.activeElement;
    if (!(at instanceof HTMLElement)) return '';
    if (at.closest('.cm-content')) return 'the editor';
    const label = at.id === '' ? null : document.querySelector(`label[for="${CSS.escape(at.id)}"]`);
    return (at.getAttribute('aria-label') ?? label?.textContent ?? at.textContent).trim();
  });
}

const value = (): Promise<string> => bench.page.evaluate(() => (document.activeElement as HTMLInputElement | HTMLTextAreaElement).value);

describe('by keyboard alone', () => {
  it('captures from the clipboard: the take first, Tab through every field, saved from anywhere', async () => {
    await bench.writeClipboard('Hardly anybody writes down what went well on a quiet night.');
    await palette('Seek: capture quote from clipboard');
    await modal().waitFor();
    const order = [await focused()];
    for (let stop = 0; stop < 8; stop++) {
      await press('Tab');
      order.push(await focused());
    }
    expect(order).toEqual(['Your take (optional)', 'Capture', 'Cancel', 'Quote', 'Author', 'Source', 'Title of the source', 'Via', 'Your take (optional)']);
    await press('Shift+Tab', 'Shift+Tab', 'Shift+Tab', 'Shift+Tab');
    await type('Ward Keyboard');
    await press('Control+Enter');
    await closed();
    expect((await readdir(`${bench.vaultPath}/Quotes`)).filter((name) => name.startsWith('Ward Keyboard - '))).toHaveLength(1);
  });

  it('leaves a half-typed capture with Escape, and finds it again', async () => {
    await bench.writeClipboard('A second sentence that somebody else wrote.');
    await palette('Seek: capture quote from clipboard');
    await modal().waitFor();
    await type('half a thought');
    await press('Escape');
    await closed();
    expect(await focused()).toBe('the editor');
    await palette('Seek: capture quote from clipboard');
    await modal().waitFor();
    expect(await value()).toBe('half a thought');
    await press('Escape');
    await closed();
  });

  it('closes a list of suggestions with the first Escape and keeps the modal', async () => {
    await palette('Seek: capture quote from clipboard');
    await modal().waitFor();
    await press('Shift+Tab');
    await type('joan');
    await bench.page.locator('.suggestion-item', { hasText: 'Joan Petrie' }).waitFor();
    await press('Escape');
    await bench.page.locator('.suggestion-item').waitFor({ state: 'detached' });
    expect(await modal().count()).toBe(1);
    await type('i');
    await press('Backspace');
    await bench.page.locator('.suggestion-item', { hasText: 'Joan Petrie' }).waitFor();
    await press('Enter');
    expect(await value()).toBe('Joan Petrie');
    await press('Escape');
    await closed();
  });

  it('writes a take: another question, a way, saved with its key, back where one was', async () => {
    await bench.openNote(UNSENSED);
    await palette('Sense: write your take');
    await modal().waitFor();
    expect(await focused()).toBe('What do you make of it?');
    await type(TAKE.slice(0, 20));
    const question = modal().locator('.sss-take-prompt p');
    const asked = await question.textContent();
    await press('Alt+q');
    expect(await question.textContent()).not.toBe(asked);
    await press('Escape');
    await closed();
    expect(await focused()).toBe('the editor');
    await palette('Sense: write your take');
    await modal().waitFor();
    expect(await value()).toBe(TAKE.slice(0, 20));
    await type(TAKE.slice(20));
    await press('Tab', 'Space');
    expect(await modal().locator('.sss-chip[aria-pressed=true]').count()).toBe(1);
    await press('Control+Enter');
    await closed();
    expect(await focused()).toBe('the editor');
    expect(await bench.readFile(UNSENSED)).toContain(`## My take\n${TAKE}`);
  });

  it('walks the queue: later, let go, and out', async () => {
    await palette('Sense: review next unsensed quote');
    const shown = modal().locator('.sss-take-quote');
    const texts = new Set<string>();
    for (const key of ['Alt+l', 'Alt+g', 'Escape']) {
      await expect.poll(async () => texts.has((await shown.textContent().catch(() => null)) ?? '')).toBe(false);
      await expect.poll(async () => ((await shown.textContent()) ?? '').length).toBeGreaterThan(10);
      texts.add((await shown.textContent()) ?? '');
      expect(await focused()).toBe('What do you make of it?');
      await press(key);
    }
    await closed();
    expect(texts.size).toBe(3);
  });

  it('shares: arrows choose the audience, Enter takes a recipient, the key copies and records', async () => {
    await bench.openNote(SENSED);
    await palette('Share: reshare quote');
    await bench.page.locator('.sss-composer').waitFor();
    expect(await bench.page.locator('.sss-composer').evaluate((element) => element.contains(document.activeElement))).toBe(true);
    await tabTo(isRadio, 4);
    const before = await value();
    await press('ArrowDown');
    expect(await value()).not.toBe(before);
    await press('ArrowUp', 'Tab');
    expect(await focused()).toBe('People or communities (optional)');
    await type('KM Prac');
    await bench.page.locator('.suggestion-item', { hasText: 'KM Practitioners' }).waitFor();
    await press('Enter');
    expect(await bench.page.locator('.sss-composer .sss-chip').textContent()).toContain('KM Practitioners');
    await press('Control+Enter');
    await closed();
    expect(await bench.readFile(SENSED)).toMatch(/- \d{4}-\d\d-\d\d community · \[\[KM Practitioners\]\] · clipboard/);
  });

  it('holds back until a day and until something happens, not for some; and releases it in the tab', async () => {
    const before = await bench.readFile(NOTE);
    await palette('Share: hold back for now');
    await modal().waitFor();
    expect(await focused()).toBe('Until which day? (optional)');
    // The same day of the same month, whichever of the two comes first here.
    await bench.page.keyboard.type('12122090');
    expect(await value()).toBe('2090-12-12');
    await tabTo(async () => (await focused()) === 'Until what happens? (optional)', 4);
    await type('once Joan has read it');
    await tabTo(async () => (await value()) === 'network', 4);
    await press('Space', 'Tab');
    expect(await focused()).toBe('Nor for these people or communities (optional)');
    await type('Joan Pet');
    await bench.page.locator('.suggestion-item', { hasText: 'Joan Petrie' }).waitFor();
    await press('Enter');
    expect(await modal().locator('.sss-chip').textContent()).toContain('Joan Petrie');
    await press('Control+Enter');
    await closed();
    expect(await focused()).toBe('the editor');
    await expect.poll(() => bench.readFile(NOTE)).toMatch(/hold-until: 2090-12-12\nhold-for: once Joan has read it\nnot-for: \[network, "\[\[Joan Petrie\]\]"\]/);
    await palette('Share: open share history');
    const row = bench.page.locator('ul[aria-label="Held back for now"] .sss-row', { hasText: 'A swarm decides by dancing' });
    await row.waitFor();
    await bench.page.locator('.sss-tab-button[data-tab=share]').focus();
    await tabTo(() => row.getByRole('button', { name: 'Release' }).evaluate((button) => button === document.activeElement), 150);
    await press('Enter');
    await row.waitFor({ state: 'detached' });
    expect(await bench.readFile(NOTE)).toBe(before);
    expect(await bench.page.evaluate(() => document.activeElement?.closest('.sss-tab-share') !== null)).toBe(true);
  });

  it('adds a contact, and keeps what was typed on Escape', async () => {
    await palette('Ties: add contact');
    await modal().waitFor();
    expect(await focused()).toBe('Name');
    await type('Keyla Board');
    await press('Escape');
    await closed();
    await palette('Ties: add contact');
    await modal().waitFor();
    expect(await value()).toBe('Keyla Board');
    await press('Control+Enter');
    await closed();
    expect(bench.exists('People/Keyla Board.md')).toBe(true);
  });

  it('logs an interaction, and keeps what was typed on Escape', async () => {
    await palette('Ties: log interaction');
    await modal().waitFor();
    expect(await focused()).toBe('With whom');
    await type('Joan Pet');
    await bench.page.locator('.suggestion-item', { hasText: 'Joan Petrie' }).waitFor();
    await press('Enter', 'Tab', 'Tab');
    for (let stop = 0; stop < 4 && (await focused()) !== 'What it was'; stop++) await press('Tab');
    await type('a call by keyboard');
    await press('Escape');
    await closed();
    await palette('Ties: log interaction');
    await modal().waitFor();
    await press('Control+Enter');
    await closed();
    expect(await bench.readFile('People/Joan Petrie.md')).toContain('a call by keyboard');
  });

  it('moves through the sidebar with the arrows, as tabs do', async () => {
    await palette('Open sidebar');
    const tabs = bench.page.locator('.sss-tab-button');
    await tabs.first().waitFor();
    await tabs.and(bench.page.locator('[tabindex="0"]')).focus();
    const seen = new Set<string>();
    for (let step = 0; step < 4; step++) {
      seen.add((await bench.page.evaluate(() => document.activeElement?.getAttribute('data-tab'))) ?? '');
      await press('ArrowRight');
    }
    expect([...seen].sort()).toEqual(['links', 'sense', 'share', 'ties']);
    await press('ArrowLeft');
    expect(await bench.page.evaluate(() => document.activeElement?.getAttribute('aria-selected'))).toBe('true');
  });

  it('puts an unexpected link into the note', async () => {
    await palette('Serendipity: show unexpected links for this note');
    const titles = bench.page.locator('.sss-link-title');
    await titles.first().waitFor({ timeout: 30_000 });
    await bench.page.locator('.sss-tab-button[data-tab=links]').focus();
    await tabTo(isLinkTitle, 20);
    await press('ArrowDown');
    const name = await focused();
    expect(name).toBe(await titles.nth(1).textContent());
    await press('Alt+Enter');
    await expect.poll(() => bench.editorText()).toContain(`[[${name}`);
  });

  it('looks at sparks and leaves again', async () => {
    await palette('Serendipity: spark from the whole vault');
    await modal().locator('.sss-spark, button').first().waitFor();
    expect(await modal().evaluate((element) => element.contains(document.activeElement))).toBe(true);
    await press('Escape');
    await closed();
    expect(await focused()).toBe('the editor');
  });

  it('fills the daily note', async () => {
    await palette("Open today's daily note");
    await expect.poll(() => bench.editorText(), { timeout: 20_000 }).toMatch(/## Waiting for a word from me\n\n- \[\[/);
  });
});

/** Presses Tab until the focus is where it is looked for. */
async function tabTo(isThere: () => Promise<boolean>, most: number): Promise<void> {
  for (let stop = 0; stop < most && !(await isThere()); stop++) await press('Tab');
  expect(await isThere()).toBe(true);
}

const isRadio = (): Promise<boolean> => bench.page.evaluate(() => document.activeElement instanceof HTMLInputElement && document.activeElement.type === 'radio');
const isLinkTitle = (): Promise<boolean> => bench.page.evaluate(() => document.activeElement?.classList.contains('sss-link-title') === true);
