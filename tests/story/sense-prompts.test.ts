import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Locator } from 'playwright-core';
import type { OpenWorkbench } from '../../workbench/driver';
import { words } from '../../src/words';
import { closeAll, openSampleWith, PLUGIN, setSettings } from './moves';

// The questions that help to begin: chosen, edited, moved, switched off, or kept in a note.

const QUOTE = 'Quotes/Confucius - Learning without thought.md';
const CLAIM = '---\ntype: quote\nauthor: Ada Quill\ncaptured: 2026-11-01T09:00\n---\n> [!quote]\n> Lighthouse keepers remember storms because the logbook of the lighthouse demands a written sentence every night.\n> — Ada Quill\n\n## My take\n';
const OTHER = '# Storms\nIn forty years on the island, the lighthouse logbook never made keepers remember storms; the smell of the oil did. Keepers wrote a sentence every night and forgot it.\n';

let bench: OpenWorkbench;
const question = (): Locator => bench.page.locator('.sss-take-question p');

beforeAll(async () => {
  bench = await openSampleWith({
    'Quotes/Ada Quill - Lighthouse keepers.md': CLAIM,
    'Notes/Island/Storms and logbooks.md': OTHER,
    'Notes/My questions.md': '# Mine\n- What would my grandmother say?\n- apply: Who tries it with me?\n',
  });
  bench.page.setDefaultTimeout(10_000);
});

afterEach(async () => {
  await closeAll(bench);
  expect(bench.errors).toEqual([]);
});

afterAll(() => bench.close());

async function openTake(note: string): Promise<void> {
  await bench.page.evaluate(([id, at]) => window.workbench.fireProtocol(id, { action: 'take', path: at }), [PLUGIN, note] as const);
  await question().waitFor();
}

async function storedPrompts(): Promise<{ id: string; question?: string; off?: boolean }[]> {
  const data = JSON.parse(await readFile(path.join(bench.vaultPath, '.obsidian/plugins', PLUGIN, 'data.json'), 'utf8')) as { sense: { prompts: { id: string }[] } };
  return data.sense.prompts;
}

describe('the questions', () => {
  it('change with each wish for another, never the same twice in a row', async () => {
    await openTake(QUOTE);
    const asked = [await question().textContent()];
    for (let time = 0; time < 8; time++) {
      await bench.page.keyboard.press('Alt+q');
      asked.push(await question().textContent());
    }
    expect(asked.filter((each, at) => each === asked[at - 1])).toEqual([]);
    expect(new Set(asked).size).toBeGreaterThan(5);
  });

  it('ask for the contradiction where a note might say otherwise, and name it', async () => {
    await expect.poll(() => bench.page.locator('.sss-index-status').filter({ hasText: 'Indexing' }).count(), { timeout: 30_000 }).toBe(0);
    await openTake('Quotes/Ada Quill - Lighthouse keepers.md');
    await bench.page.locator('.sss-offer', { hasText: 'Storms and logbooks' }).waitFor({ timeout: 30_000 });
    await expect.poll(() => bench.page.locator('.sss-take-question').textContent()).toBe('Which of your notes cannot be true if this is?"Storms and logbooks" might say otherwise.');
  });

  it('leave the one for the contradiction where it stands already, and name the note beside it', async () => {
    const on = ['filter', 'contradiction'];
    await setSettings(bench, { sense: { prompts: Object.keys(words.sense.prompts).map((id) => (on.includes(id) ? { id } : { id, off: true })) } });
    // Of two questions the other one is asked next.
    await openTake(QUOTE);
    if ((await question().textContent()) !== words.sense.prompts.filter) await bench.page.keyboard.press('Alt+q');
    expect(await question().textContent()).toBe(words.sense.prompts.filter);
    await closeAll(bench);
    await openTake('Quotes/Ada Quill - Lighthouse keepers.md');
    expect(await question().textContent()).toBe(words.sense.prompts.contradiction);
    await bench.page.locator('.sss-take-question', { hasText: words.sense.mightContradict('Storms and logbooks') }).waitFor({ timeout: 30_000 });
    expect(await question().textContent()).toBe(words.sense.prompts.contradiction);
    await closeAll(bench);
    // Where that question is switched off, no other one is put in its place.
    await setSettings(bench, { sense: { prompts: Object.keys(words.sense.prompts).map((id) => (id === 'contradiction' ? { id, off: true } : { id })) } });
    await openTake('Quotes/Ada Quill - Lighthouse keepers.md');
    const asked = await question().textContent();
    await bench.page.locator('.sss-offer', { hasText: 'Storms and logbooks' }).waitFor({ timeout: 30_000 });
    expect(await bench.page.locator('.sss-take-question').textContent()).toBe(asked);
    await setSettings(bench, {});
  });

  it('are edited, added, moved and switched off by keyboard, and then asked like that', async () => {
    await bench.runCommand('app:open-settings');
    await bench.page.locator('.vertical-tab-nav-item', { hasText: 'Seek Sense Share' }).last().click();
    await bench.page.locator('.setting-item.mod-page', { hasText: 'Questions' }).press('Enter');
    const row = (id: string): Locator => bench.page.locator(`.sss-prompt-row[data-prompt=${id}]`);
    await row('filter').locator('textarea').fill('What is missing here?');
    await row('validate').locator('[data-action=up]').press('Enter');
    await expect.poll(() => bench.page.locator('.sss-prompt-row').first().getAttribute('data-prompt')).toBe('validate');
    // At the top there is no way further up: the focus goes to the way down.
    await expect.poll(() => bench.page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toContain('Move down: Who would know');
    await row('value').locator('[data-action=toggle] input').press('Space');
    expect(await bench.page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toContain('Ask this question: If you added nothing');
    await expect.poll(async () => (await storedPrompts()).find(({ id }) => id === 'value')).toEqual({ id: 'value', off: true });
    await bench.page.locator('.setting-item.mod-clickable', { hasText: 'Add a question' }).press('Enter');
    await row('own-20').locator('textarea').fill('And what would Noor say?');
    await expect.poll(async () => (await storedPrompts()).at(-1)).toEqual({ id: 'own-20', question: 'And what would Noor say?' });
    const stored = await storedPrompts();
    expect(stored.slice(0, 2)).toEqual([{ id: 'validate' }, { id: 'filter', question: 'What is missing here?' }]);
    await row('own-20').locator('[data-action=remove]').press('Enter');
    await expect.poll(async () => (await storedPrompts()).some(({ id }) => id === 'own-20')).toBe(false);
  });

  it('come from a note, where one is named', async () => {
    await setSettings(bench, { sense: { promptNote: 'Notes/My questions.md' } });
    await expect.poll(async () => {
      await closeAll(bench);
      await openTake(QUOTE);
      return question().textContent();
    }).toMatch(/grandmother|Who tries it with me/);
    await bench.writeFile('Notes/My questions.md', '- Only this one?\n');
    await expect.poll(async () => {
      await bench.page.keyboard.press('Alt+q');
      return question().textContent();
    }).toBe('Only this one?');
    await setSettings(bench, {});
  });
});
