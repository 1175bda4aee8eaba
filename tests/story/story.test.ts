import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dayOf } from '../../src/base';
import { openWorkbench, type OpenWorkbench } from '../../workbench/driver';

// The whole practice once, in a real browser, with the built plugin on a copy of the sample vault.

// Times of files are the disk's, so the page runs on the real clock too.
const TODAY = dayOf(new Date());
const QUOTED = 'The most important practical lesson that can be given to nurses is to teach them what to observe';
const TAKE = 'Observation is a skill that a team has to practise together, and our handover form gives nobody the time for it.';
const CLIPPING = 'Reading/Clipping - Notes on Nursing.md';

let bench: OpenWorkbench;
let quotePath = '';

const modal = (): ReturnType<OpenWorkbench['page']['locator']> => bench.page.locator('.modal');

beforeAll(async () => {
  bench = await openWorkbench();
});

afterAll(async () => {
  await bench.close();
});

describe('Seek, Sense, Share on the sample vault', () => {
  it('captures a selection with what the note tells of its source, and marks the place', async () => {
    await bench.openNote(CLIPPING);
    await select(QUOTED);
    await bench.runCommand('seek-sense-share:seek-capture-selection');
    const value = (field: string): Promise<string> => modal().locator(`.sss-capture-${field}`).locator('input, textarea').inputValue();
    expect(await value('text')).toBe(QUOTED);
    expect(await value('author')).toBe('Florence Nightingale');
    expect(await value('source')).toBe('https://www.gutenberg.org/ebooks/12439');
    await modal().locator('.sss-capture-via input').fill('joan');
    await bench.page.locator('.suggestion-item', { hasText: 'Joan Petrie' }).click();
    await modal().getByRole('button', { name: 'Capture', exact: true }).click();
    await modal().waitFor({ state: 'detached' });

    quotePath = 'Quotes/Florence Nightingale - The most important practical lesson that can be given.md';
    const quote = await bench.readFile(quotePath);
    expect(quote).toContain('author: Florence Nightingale\n');
    expect(quote).toContain('via: "[[Joan Petrie]]"\n');
    expect(quote).toContain(`captured: ${TODAY}T`);
    expect(quote).toContain(`> ${QUOTED}\n> — Florence Nightingale\n`);
    const place = await bench.readFile(CLIPPING);
    expect(place).toContain(`${QUOTED} [[Florence Nightingale - The most important practical lesson that can be given|❞]]—how to observe.`);
  });

  it('recognises the quote when it comes again', async () => {
    await bench.writeClipboard(QUOTED.replace('practical lesson', 'practical  lesson'));
    await bench.runCommand('seek-sense-share:seek-capture-clipboard');
    await modal().getByRole('button', { name: 'Capture', exact: true }).click();
    await modal().waitFor({ state: 'detached' });
    expect(await activePath()).toBe(quotePath);
    expect((await bench.notices()).at(-1)).toContain('You have this quote already');
  });

  it('stops a quote without a take at the gate, and keeps the draft over Escape and a reload', async () => {
    await bench.openNote(quotePath);
    await bench.runCommand('seek-sense-share:share-quote');
    await modal().getByText('There is no take of your own on this quote yet.').waitFor();
    await modal().locator('textarea').fill(TAKE.slice(0, 40));
    await bench.page.keyboard.press('Escape');
    await modal().waitFor({ state: 'detached' });
    await bench.reload();
    await bench.openNote(quotePath);
    await bench.runCommand('seek-sense-share:share-quote');
    await expect.poll(() => modal().locator('textarea').inputValue()).toBe(TAKE.slice(0, 40));
  });

  it('offers unexpected links while the take is written, and puts one in by key', async () => {
    await modal().locator('textarea').fill(TAKE);
    await expect.poll(() => modal().locator('.sss-offer').count(), { timeout: 15_000 }).toBeGreaterThan(0);
    const title = await modal().locator('.sss-offer-title').first().textContent();
    await modal().locator('textarea').press('Alt+1');
    await expect.poll(() => modal().locator('textarea').inputValue()).toContain(`[[${title ?? ''}`);
  });

  it('goes on to the composer once the take is saved', async () => {
    await modal().getByRole('button', { name: 'Synthesise' }).click();
    await modal().locator('textarea').press('Control+Enter');
    await bench.page.locator('.sss-composer').waitFor();
    const quote = await bench.readFile(quotePath);
    expect(quote).toContain(`## My take\n${TAKE}`);
    expect(quote).toContain('sense: [synthesise]\n');
    expect(quote).toMatch(/sensed: \d{4}-\d\d-\d\dT\d\d:\d\d\n/);
    expect(await bench.page.locator('.sss-audience input:checked').inputValue()).toBe('community');
  });

  it('copies exactly what the preview shows, and writes the ledger', async () => {
    const named = await firstCommunity();
    await bench.page.locator('.sss-recipients input').fill(named);
    await bench.page.locator('.suggestion-item', { hasText: named }).first().click();
    const preview = (await bench.page.locator('.sss-preview').textContent()) ?? '';
    await bench.page.getByRole('button', { name: 'Copy and record' }).click();
    await bench.page.locator('.sss-composer').waitFor({ state: 'detached' });
    expect(await bench.readClipboard()).toBe(preview);
    expect(preview).toContain(`> ${QUOTED}`);
    expect(preview).toContain('— Florence Nightingale, ');
    expect(preview).toContain('via Joan Petrie');
    expect(preview).toContain(TAKE);
    expect(preview).not.toContain('[[');
    const quote = await bench.readFile(quotePath);
    expect(quote).toContain(`## Shared\n- ${TODAY} community · [[${named}]] · clipboard\n`);
    expect(quote).toContain('shared: [community]\n');
  });

  it('shows unexpected links for the active note, each with a reason', async () => {
    await bench.openNote('Notes/Bees/A swarm decides by dancing.md');
    await bench.runCommand('seek-sense-share:serendipity-show');
    const first = bench.page.locator('.sss-tab-links [role=option], .sss-tab-links li').first();
    await first.waitFor({ timeout: 20_000 });
    expect(await first.textContent()).toMatch(/Shared ideas|Both speak of|shared ideas/i);
  });

  it('fills the daily note from its template, once', async () => {
    await bench.runCommand('daily-notes');
    await expect.poll(async () => bench.readFile(`Daily/${TODAY}.md`), { timeout: 20_000 }).not.toContain('{{');
    const daily = await bench.readFile(`Daily/${TODAY}.md`);
    expect(daily).toContain(`# ${TODAY}`);
    expect(daily).toMatch(/## Waiting for a word from me\n\n- \[\[/);
    expect(daily).toMatch(/## Something unexpected\n\n\[\[.+\]\] ↔ \[\[/);
    expect(daily).toMatch(/## Somebody might be glad to hear from me\n\n- \[\[/);
  });

  it('caused no error', () => {
    expect(bench.errors).toEqual([]);
  });
});

async function select(text: string): Promise<void> {
  await bench.page.evaluate((wanted) => {
    const { editor } = (window.workbench.app.workspace as unknown as { activeEditor: { editor: { getValue(): string; offsetToPos(offset: number): object; setSelection(from: object, to: object): void } } }).activeEditor;
    const from = editor.getValue().indexOf(wanted);
    editor.setSelection(editor.offsetToPos(from), editor.offsetToPos(from + wanted.length));
  }, text);
}

async function activePath(): Promise<string | undefined> {
  return bench.page.evaluate(() => window.workbench.app.workspace.getActiveFile()?.path);
}

async function firstCommunity(): Promise<string> {
  return bench.page.evaluate(() => {
    const file = window.workbench.app.vault.getMarkdownFiles().find(({ path }) => path.startsWith('Communities/'));
    return file?.basename ?? '';
  });
}
