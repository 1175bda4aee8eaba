import axe from 'axe-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Locator } from 'playwright-core';
import { dayAfter, dayOf } from '../../src/base';
import type { OpenWorkbench } from '../../workbench/driver';
import { closeAll, notesOnDisk, openSampleWith, PLUGIN, setSettings } from './moves';

// The queue takes notes of other programs as they are: each quote waits by itself, and is gone through by keyboard.

const ZOTERO = '---\ntitle: The Sound of Sense\nauthor: Ada Quill\n---\n# Annotations\n\n> "Every storm is written down before anybody sleeps." [(p. 12)](zotero://open-pdf/x)\n\n> "Oil is dearer than paper." [(p. 13)](zotero://open-pdf/y)\n\nMine: the oil.\n';
const HIDDEN = '> This one is in a folder that nobody may read for quotes.\n';
const SWIFT = '---\nauthor: Ada Quill\ntitle: Swifts\n---\n## Highlights\nThe first of them. ([Location 1](https://readwise.io/1))\n\n- The second came late. ([Location 2](https://readwise.io/2))\n\n> The third of the swifts.\n';
const TAKE = 'Our own ward has a book like that, and nobody has ever thought of reading it aloud in the morning.';

const PLAIN = '# A day at the lighthouse\n\nWhat I wrote myself.\n\n> The lamp is lit before anybody asks.\n> It goes out after everybody sleeps.\n\nMine again.\n\n> A log tells what the keeper saw.\n> — Ada Quill\n';

let bench: OpenWorkbench;
const tab = (): Locator => bench.page.locator('.sss-tab-sense');
const rows = (): Locator => tab().locator('.sss-row');
const status = (): Promise<string | null> => tab().locator('[role=status]').textContent();
const day = (days = 0): string => dayAfter(dayOf(new Date()), days);
const settle = (sense: object = {}): Promise<void> => setSettings(bench, { sense: { quoteFolders: ['Reading'], excludedFolders: ['Reading/Private'], ...sense } });

beforeAll(async () => {
  bench = await openSampleWith({ 'Reading/Zotero - The Sound of Sense.md': ZOTERO, 'Reading/Private/Diary.md': HIDDEN, 'Swift/Kindle - Swift.md': SWIFT, 'Plain/Lighthouse.md': PLAIN, 'Elsewhere/Loose.md': '> A quote outside of the chosen folders.\n' });
  bench.page.setDefaultTimeout(10_000);
  await settle();
  await bench.runCommand(`${PLUGIN}:open-sidebar`);
  await bench.page.locator('.sss-tab-button[data-tab=sense]').click();
  await tab().locator('[role=status]', { hasText: 'for your take' }).waitFor();
});

afterEach(async () => {
  await closeAll(bench);
  expect(bench.errors).toEqual([]);
});

afterAll(() => bench.close());

async function waitingCount(): Promise<number> {
  return Number(/\d+/.exec((await status()) ?? '')?.[0]);
}

async function filter(words: string): Promise<string[]> {
  await tab().locator('input[type=search]').fill(words);
  await expect.poll(() => tab().locator('[data-filter]').getAttribute('data-filter')).toBe(words);
  return rows().locator('.sss-row-title').allTextContents();
}

describe('where something was tried', () => {
  it.each(['Notes/Bees/A swarm decides by dancing.md', 'Quotes/Samuel Johnson - Knowledge is of two kinds.md'])('is logged in the note by keyboard, kept while it is typed, and counted apart: %s', async (note) => {
    await bench.openNote(note);
    const before = await bench.readFile(note);
    const dialog = bench.page.locator('.sss-apply');
    const log = async (text: string, how: string): Promise<void> => {
      await bench.runCommand(`${PLUGIN}:sense-log-application`);
      await bench.page.keyboard.insertText(text);
      await dialog.getByLabel('What came of it?').selectOption(how);
      await bench.page.keyboard.press('Control+Enter');
      await dialog.waitFor({ state: 'detached' });
    };
    await bench.runCommand(`${PLUGIN}:sense-log-application`);
    await bench.page.keyboard.press('Control+Enter');
    expect(await dialog.locator('.sss-problem').textContent()).toBe('Say in a few words what happened.');
    await bench.page.keyboard.insertText('At the handover');
    await bench.page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await log(' of Monday', 'tried');
    await log('Nobody had asked the newest one', 'insight');
    await log('The wrong drip', 'error-avoided');
    expect(await bench.readFile(note)).toContain(`## Applied\n- ${day()} tried · At the handover of Monday\n- ${day()} insight · Nobody had asked the newest one\n- ${day()} error-avoided · The wrong drip\n`);
    // Nothing else of the note changed, its quote and its take among it.
    expect((await bench.readFile(note)).replace(/\n*## Applied\n(?:- .*\n)+/, '\n')).toBe(before);
    await bench.runCommand(`${PLUGIN}:sense-log-application`);
    expect(await dialog.locator('.sss-field-hint').textContent()).toBe('So far: tried 1, insights gained 1, errors avoided 1.');
  });
});

describe('the queue', () => {
  it('lists every quote of notes of Readwise, Kindle, Zotero and Web Clipper, and no other', async () => {
    await expect.poll(() => filter('Reading/')).toHaveLength(11);
    const found = (await rows().allTextContents()).join('\n');
    for (const words of ['Our life is frittered away', 'Things do not change', 'If one advances confidently', 'Read not to contradict', 'Crafty men contemn', 'Every storm is written', 'Oil is dearer', 'Apprehension, uncertainty']) {
      expect(found).toContain(words);
    }
    expect(await filter('nobody may read')).toEqual([]);
    expect(await filter('outside of the chosen')).toEqual([]);
    expect(await filter('crafty bacon')).toHaveLength(1);
    await filter('');
  });

  it('is ordered and filtered, and remembers how', async () => {
    const order = tab().getByLabel('Order');
    const first = (): Promise<string | null> => rows().first().locator('.sss-row-title').textContent();
    const oldest = await first();
    for (const wish of ['newest', 'source', 'person', 'chance']) {
      await order.selectOption(wish);
      await expect.poll(first, { message: wish }).not.toBe(oldest);
    }
    await order.selectOption('oldest');
    await expect.poll(first).toBe(oldest);
    await tab().getByLabel('Kind of source').selectOption('person');
    await expect.poll(async () => (await rows().locator('.sss-row-detail').allTextContents()).every((detail) => detail.includes('via '))).toBe(true);
    await tab().getByLabel('Kind of source').selectOption('all');
  });

  it('is gone through by keyboard: later and when, let go, and the next one has the focus', async () => {
    await filter('Highlights - Walden');
    const before = await waitingCount();
    expect(before).toBe(4);
    await rows().first().locator('.sss-row-main').focus();
    const words = (await rows().first().locator('.sss-row-title').textContent()) ?? '';
    await bench.page.keyboard.press('l');
    await bench.page.locator('.prompt input').waitFor();
    await bench.page.keyboard.type('30');
    await bench.page.locator('.suggestion-item', { hasText: day(30) }).waitFor();
    await bench.page.keyboard.press('Enter');
    await expect.poll(waitingCount).toBe(3);
    expect(await rows().allTextContents()).not.toContainEqual(expect.stringContaining(words));
    await expect.poll(() => bench.page.evaluate(() => document.activeElement?.classList.contains('sss-row-main'))).toBe(true);
    await bench.page.keyboard.press('g');
    await expect.poll(waitingCount).toBe(2);
    await expect.poll(() => bench.page.evaluate(() => document.activeElement?.classList.contains('sss-row-main'))).toBe(true);
    await bench.page.keyboard.press('u');
    await expect.poll(waitingCount).toBe(3);
    await rows().first().locator('.sss-row-main').focus();
    await bench.page.keyboard.press('g');
    await expect.poll(waitingCount).toBe(2);
    const aside = await bench.readFile('Quotes/Set aside.md');
    expect(aside).toMatch(new RegExp(`^- ${day(30)} later · \\[\\[Highlights - Walden\\]\\] · ${words.slice(0, 20)}.* \\^quote-\\w+$`, 'm'));
    expect(aside).toMatch(new RegExp(`^- ${day()} let go · \\[\\[Highlights - Walden\\]\\] · .* \\^quote-\\w+$`, 'm'));
    expect([...(await notesOnDisk(bench)).keys()].filter((name) => name.includes('Thoreau - ')).length).toBe(1);
    // Whoever removes a line has the quote back.
    await bench.writeFile('Quotes/Set aside.md', '# Set aside\n');
    await expect.poll(waitingCount).toBe(4);
    await filter('');
  });

  it('makes a quote note when the take on a quote in another note is saved, not before', async () => {
    await filter('storm written sleeps');
    await rows().first().locator('.sss-row-main').focus();
    const notes = [...(await notesOnDisk(bench)).keys()].length;
    await bench.page.keyboard.press('Enter');
    await bench.page.locator('.sss-take textarea').waitFor();
    await bench.page.keyboard.insertText(TAKE.slice(0, 30));
    await bench.page.keyboard.press('Escape');
    await bench.page.locator('.sss-take').waitFor({ state: 'detached' });
    expect([...(await notesOnDisk(bench)).keys()].length).toBe(notes);
    await rows().first().locator('.sss-row-main').press('Enter');
    expect(await bench.page.locator('.sss-take textarea').inputValue()).toBe(TAKE.slice(0, 30));
    await bench.page.keyboard.insertText(TAKE.slice(30));
    await bench.page.keyboard.press('Control+Enter');
    await bench.page.locator('.sss-take').waitFor({ state: 'detached' });
    await expect.poll(waitingCount).toBe(0);
    const made = [...(await notesOnDisk(bench, 'Quotes'))].find(([, text]) => text.includes('Every storm is written'));
    expect(made?.[1]).toContain(`## My take\n${TAKE}\n`);
    expect(made?.[1]).toContain('found-in: "[[Zotero - The Sound of Sense]]"');
    expect(await bench.readFile('Reading/Zotero - The Sound of Sense.md')).toMatch(/zotero:\/\/open-pdf\/x\) \[\[[^\]]+\|❞\]\]\n\n> "Oil/);
    await filter('');
  });

  it('shows progress in a review, and asks when', async () => {
    await filter('Kindle');
    await bench.runCommand(`${PLUGIN}:sense-review-next`);
    const title = bench.page.locator('.modal-title');
    await expect.poll(() => title.textContent()).toBe('Your take · 1 of 3');
    await bench.page.keyboard.press('Alt+l');
    await expect.poll(() => title.textContent()).toBe('Your take · 2 of 3');
    await bench.page.keyboard.press('Alt+Shift+L');
    await bench.page.locator('.prompt input').waitFor();
    await bench.page.keyboard.type('tomorrow');
    await bench.page.keyboard.press('Enter');
    await expect.poll(() => title.textContent()).toBe('Your take · 3 of 3');
    await bench.page.keyboard.press('Alt+g');
    await bench.page.locator('.sss-take').waitFor({ state: 'detached' });
    await expect.poll(async () => (await bench.notices()).at(-1)).toMatch(/^That was the last one here\. \d+ quotes still wait for your take\.$/);
    expect((await bench.readFile('Quotes/Set aside.md')).match(/\^quote-/g)).toHaveLength(3);
    await filter('');
    expect(await tab().locator('progress').getAttribute('aria-label')).toMatch(/^\d+ of \d+ quotes have your take$/);
  });

  it('lists the quotes of a plain note one by one, each with its own lines, and nothing that is not quoted', async () => {
    await settle({ quoteFolders: ['Plain'] });
    await expect.poll(() => filter('Plain/')).toEqual(['The lamp is lit before anybody asks. It goes out after everybody sleeps.', 'A log tells what the keeper saw.']);
    expect(await rows().locator('.sss-row-detail').allTextContents()).toEqual([expect.stringContaining('in Lighthouse'), expect.stringMatching(/^Ada Quill · in Lighthouse/)]);
    expect(await filter('What I wrote myself')).toEqual([]);
    expect(await bench.readFile('Plain/Lighthouse.md')).toBe(PLAIN);
    await filter('');
  });

  it('marks each quote of one note at its own place, however fast they are gone through', async () => {
    await settle({ quoteFolders: ['Swift'] });
    await expect.poll(() => filter('Swift/')).toHaveLength(3);
    await bench.runCommand(`${PLUGIN}:sense-review-next`);
    for (const at of [1, 2, 3]) {
      await expect.poll(() => bench.page.locator('.modal-title').allTextContents()).toEqual([`Your take · ${at} of 3`]);
      await bench.page.keyboard.insertText(`${at}: ${TAKE}`);
      await bench.page.keyboard.press('Control+Enter');
    }
    await bench.page.locator('.sss-take').waitFor({ state: 'detached' });
    const marked = await bench.readFile('Swift/Kindle - Swift.md');
    expect(marked.replace(/ \[\[[^[\]]*\|❞\]\]/g, '')).toBe(SWIFT);
    expect(marked.match(/(?:\)|swifts\.) \[\[Ada Quill - [^[\]]*\|❞\]\]$/gm)).toHaveLength(3);
    await filter('');
    await settle();
  });

  it('invites to let go above the limit, and only then', async () => {
    expect(await tab().locator('.sss-invitation').count()).toBe(0);
    await settle({ queueLimit: 5 });
    await tab().getByLabel('Order').selectOption('newest');
    await tab().getByRole('button', { name: 'Look at the oldest' }).press('Enter');
    expect(await tab().getByLabel('Order').inputValue()).toBe('oldest');
    await expect.poll(() => bench.page.evaluate(() => document.activeElement?.className)).toContain('sss-row-main');
    await settle();
  });

  it('is the same in a live block', async () => {
    await bench.writeFile('Notes/Block.md', '```seek-sense-share\nshow: queue\nlimit: 50\nfolder: Reading\n```\n');
    await expect.poll(() => bench.page.evaluate(() => window.workbench.app.vault.getFileByPath('Notes/Block.md') !== null)).toBe(true);
    await bench.openNote('Notes/Block.md', 'preview');
    const block = bench.page.locator('.markdown-reading-view .sss-block-row');
    const listed = await filter('Reading/');
    await expect.poll(() => block.count()).toBe(listed.length);
    expect((await block.allTextContents()).join('\n')).toContain('Oil is dearer than paper.');
    await filter('');
  });

  it('has no serious finding of axe, in either theme, and fits a narrow sidebar', async () => {
    await bench.page.evaluate(axe.source);
    await settle({ queueLimit: 5 });
    await tab().locator('.sss-invitation').waitFor();
    for (const theme of ['light', 'dark']) {
      await bench.page.evaluate((name) => document.body.classList.replace(name === 'dark' ? 'theme-light' : 'theme-dark', `theme-${name}`), theme);
      const found = await bench.page.evaluate(async () => {
        const { axe: loaded } = window as unknown as { axe: typeof axe };
        const results = await loaded.run({ include: [['.sss-tab-sense']] }, { resultTypes: ['violations'] });
        return results.violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
      });
      expect(found, theme).toEqual([]);
    }
    expect(await tab().evaluate((one) => one.scrollWidth - one.clientWidth)).toBeLessThanOrEqual(0);
  });
});
