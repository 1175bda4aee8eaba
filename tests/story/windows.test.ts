import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Locator } from 'playwright-core';
import { dayOf } from '../../src/base';
import type { OpenWorkbench } from '../../workbench/driver';
import { findings } from './findings';
import { closeAll, openSampleWith, PLUGIN, setSettings } from './moves';

// The windows of sense-making and sharing: by keys alone, named for a screen reader, and what was typed is kept when one is left.

const TODAY = dayOf(new Date());
const NOTE = 'Quotes/Ada Quill - Logbooks.md';
const BARE = 'Quotes/Ada Quill - Bare.md';
const KEPT = 'Quotes/Ada Quill - Kept.md';
const quote = (rest: string, shared = ''): string => `---\ntype: quote\nauthor: Ada Quill\ncaptured: 2026-10-01T09:00\n${shared}---\n> [!quote]\n> Keepers remember storms because of the logbook.\n> — Ada Quill\n${rest}`;
const TAKES = '\n## My take\nOur own logbook works because somebody has to write a whole sentence at the end of every night.\n\n### 2026-11-02\nOur own logbook works because somebody reads a whole sentence aloud at the beginning of every day.\n';
const LEDGER = '\n## Shared\n- 2026-10-14 team · [feed](Feeds/team.xml#abcdefghijk12)\n- 2026-10-15 community · [feed](Feeds/community.xml#abcdefghijk34)\n';

let bench: OpenWorkbench;
const press = (key: string): Promise<void> => bench.page.keyboard.press(key);
const type = (words: string): Promise<void> => bench.page.keyboard.insertText(words);
const run = (id: string): Promise<void> => bench.runCommand(`${PLUGIN}:${id}`);
const focused = (): Promise<string> => bench.page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.querySelector(`label[for="${CSS.escape(document.activeElement?.id ?? '')}"]`)?.textContent ?? document.activeElement?.textContent ?? '');

/** Goes on by Tab until the focus is on what is called so. */
async function tabTo(name: string): Promise<void> {
  for (let stops = 0; stops < 30; stops++) {
    if ((await focused()).startsWith(name)) return;
    await press('Tab');
  }
  throw new Error(`"${name}" is not reached by Tab.`);
}

/** Opens a window over a note, and waits for it. */
async function opened(path: string, id: string, window: string): Promise<Locator> {
  await bench.openNote(path, 'source');
  await run(id);
  const modal = bench.page.locator(window);
  await modal.waitFor();
  return modal;
}

async function left(window: string): Promise<void> {
  await press('Escape');
  await bench.page.locator(window).waitFor({ state: 'detached' });
}

beforeAll(async () => {
  bench = await openSampleWith({ [NOTE]: quote(`${TAKES}${LEDGER}`, 'shared: [team, community]\n'), [BARE]: quote('\n## My take\nYes.\n'), [KEPT]: quote(TAKES) });
  bench.page.setDefaultTimeout(10_000);
  await setSettings(bench, { sense: { mayOverride: true } });
});

afterEach(async () => {
  await closeAll(bench);
  expect(bench.errors).toEqual([]);
});

afterAll(() => bench.close());

describe('what was typed is kept, by keys alone', () => {
  it.each([
    ['where it was tried', 'sense-log-application', '.sss-apply', [['What happened?', 'the ward tried it on Tuesday']], `- ${TODAY} tried · the ward tried it on Tuesday\n`],
    ['a hold', 'share-hold', '.sss-hold', [['Until what happens?', 'once Joan has read it']], 'hold-for: once Joan has read it\n'],
    ['an answer', 'share-log-response', '.sss-response', [['In a few words', 'come and tell us'], ['From whom?', 'Sam Whitlock']], `  - ${TODAY} reply · [[Sam Whitlock]] · come and tell us\n`],
  ])('%s', async (_, id, window, answers, written) => {
    const modal = await opened(NOTE, id, window);
    expect(await findings(bench, window)).toEqual([]);
    for (const [name = '', answer = ''] of answers) {
      await tabTo(name);
      await type(answer);
      if (name !== 'From whom?') continue;
      await bench.page.locator('.suggestion-item').first().waitFor();
      await press('Escape');
      await bench.page.locator('.suggestion-item').first().waitFor({ state: 'detached' });
    }
    const shown = await modal.locator('input, textarea').evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value));
    expect(shown).toEqual(expect.arrayContaining(answers.map(([, answer]) => answer)));
    await left(window);
    await run(id);
    await modal.waitFor();
    expect(await modal.locator('input, textarea').evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value))).toEqual(shown);
    expect(await modal.locator('.sss-problem').textContent()).toMatch(/kept/);
    await press('Control+Enter');
    await modal.waitFor({ state: 'detached' });
    await expect.poll(() => bench.readFile(NOTE)).toContain(written);
    await run(id);
    await modal.waitFor();
    expect(await modal.locator('.sss-problem').textContent()).toBe('');
  });

  it('the reason for going without a take', async () => {
    const gate = await opened(BARE, 'share-quote', '.sss-gate');
    expect(await findings(bench, '.sss-gate')).toEqual([]);
    await press('Shift+Tab');
    expect(await focused()).toContain('Why without a take?');
    await type('the wording is asked for');
    await left('.sss-gate');
    await run('share-quote');
    await gate.waitFor();
    expect(await gate.locator('input').inputValue()).toBe('the wording is asked for');
    expect(await gate.locator('.sss-problem').last().textContent()).toMatch(/kept/);
  });

  it('the reason for going straight to the network', async () => {
    const composer = await opened(KEPT, 'share-quote', '.sss-composer');
    const ask = async (): Promise<void> => {
      await press('ArrowDown');
      await expect.poll(() => composer.locator('.sss-audience input[value=network]').isChecked()).toBe(true);
      await expect.poll(() => composer.locator('.sss-preview').textContent()).toContain('logbook');
      await press('Control+Enter');
      await composer.locator('.sss-early input').waitFor();
    };
    await ask();
    expect(await focused()).toContain('Why straight to the network?');
    expect(await findings(bench, '.sss-composer')).toEqual([]);
    // In a narrow window nothing is cut off.
    const size = bench.page.viewportSize();
    await bench.page.setViewportSize({ width: 390, height: 800 });
    expect(await composer.evaluate((modal) => [...modal.querySelectorAll('.sss-audience')].every((one) => one.getBoundingClientRect().right <= modal.getBoundingClientRect().right))).toBe(true);
    if (size !== null) await bench.page.setViewportSize(size);
    await type('everybody asks');
    await left('.sss-composer');
    await run('share-quote');
    await composer.waitFor();
    await ask();
    expect(await composer.locator('.sss-early input').inputValue()).toBe('everybody asks');
  });
});

describe('by keys alone', () => {
  it('one of several shares is chosen, and taking it back is asked', async () => {
    const chooser = await opened(NOTE, 'share-withdraw', '.prompt');
    await chooser.locator('.suggestion-item').nth(1).waitFor();
    expect(await findings(bench, '.prompt')).toEqual([]);
    await press('ArrowDown');
    await press('Enter');
    await bench.page.locator('.sss-question').waitFor();
    expect(await focused()).toBe('Cancel');
    expect(await bench.page.locator('.sss-question').textContent()).toContain('Community');
    await left('.sss-question');
    expect(await bench.readFile(NOTE)).not.toContain('withdrawn');
  });

  it('takes so far and co-authors open and close', async () => {
    const take = await opened(NOTE, 'sense-write-take', '.sss-take');
    for (const part of ['.sss-past', '.sss-co-authors']) {
      await take.locator(`${part} summary`).focus();
      await press('Enter');
      await expect.poll(() => take.locator(part).getAttribute('open')).not.toBeNull();
    }
    expect(await findings(bench, '.sss-take')).toEqual([]);
  });

  it.each([['preview', '.markdown-reading-view'], ['source', '.markdown-source-view']] as const)('the mark of a quote is reached and opens the take: %s', async (mode, view) => {
    await bench.openNote(NOTE, mode);
    const mark = bench.page.locator(`.mod-root ${view} .sss-quote-mark`).first();
    await mark.waitFor();
    expect(await mark.evaluate((button: HTMLElement) => button.tabIndex)).toBe(0);
    expect(await findings(bench, `.mod-root ${view} .callout`)).toEqual([]);
    await mark.focus();
    expect(await focused()).toMatch(/^With your take, shared\. /);
    await press('Enter');
    await bench.page.locator('.sss-take').waitFor();
  });

  it('the share history is filtered and opened', async () => {
    await run('share-search-history');
    const view = bench.page.locator('.sss-history');
    await view.locator('.sss-row').first().waitFor();
    expect(await findings(bench, '.sss-history')).toEqual([]);
    await view.getByLabel('Words').focus();
    await type('Logbooks');
    await expect.poll(() => view.locator('ul[aria-label="What went where"] .sss-row').count()).toBe(2);
    await view.locator('ul[aria-label="What went where"] .sss-row-main').first().focus();
    await press('Enter');
    await expect.poll(() => bench.page.evaluate(() => window.workbench.app.workspace.getActiveFile()?.path)).toBe(NOTE);
  });
});
