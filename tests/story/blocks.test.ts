import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Locator } from 'playwright-core';
import { BLOCK_KINDS } from '../../src/practice';
import { words } from '../../src/words';
import type { OpenWorkbench } from '../../workbench/driver';
import { closeAll, openSampleWith, PLUGIN } from './moves';

// Every kind of live block, in the reading view and while it is written.

const KINDS = Object.keys(BLOCK_KINDS);
const block = (text: string): string => `\`\`\`seek-sense-share\n${text}\n\`\`\`\n`;
const TOUCHED = 'Quotes/Brand new.md';

/** The blocks that the docs show, each with its page. */
const DOCUMENTED = ['reference/live-blocks', 'guide/Daily notes and live blocks'].flatMap((page) => {
  const text = readFileSync(fileURLToPath(new URL(`../../docs/${page}.md`, import.meta.url)), 'utf8');
  return [...text.matchAll(/^````markdown\n([\s\S]*?)^````$/gm)].map(([, example = '']) => [page, example] as const);
});

let bench: OpenWorkbench;

beforeAll(async () => {
  bench = await openSampleWith({
    'Blocks/All.md': KINDS.map((show) => `# ${show}\n${block(`show: ${show}\nlimit: 3`.replace(/(week|roles)\nlimit: 3/, '$1'))}`).join('\n'),
    'Blocks/Wrong.md': ['show: quotes', 'show: week\nlimit: 3', 'limit: 3', 'show: week\ndate: soon'].map(block).join('\n'),
    'Blocks/Written.md': '\n',
    'Notes/Bees/Swarms and links.md': `Bees in a swarm choose a new nest by dancing; the scouts agree without any leader.\n\n${block('show: links')}`,
  });
});

afterEach(() => {
  expect(bench.errors).toEqual([]);
});

afterAll(async () => {
  await bench.close();
});

const shown = (show: string): Locator => bench.page.locator('.markdown-reading-view .sss-block').nth(KINDS.indexOf(show));

describe('live blocks', () => {
  // Before anything else is looked at: then nothing is read yet, and what renders a note has to wait.
  it('are whole once a note is rendered, as for a print, each kind', async () => {
    await bench.reload();
    const printed = await bench.page.evaluate(async (kinds) => Promise.all(kinds.map((show) => window.workbench.print(`\`\`\`seek-sense-share\nshow: ${show}\n\`\`\`\n`, 'Notes/Bees/Swarms and links.md'))), KINDS);
    for (const [at, show] of KINDS.entries()) {
      const html = printed[at] ?? '';
      for (const waiting of [words.practice.reading, words.ties.reading]) expect(html, show).not.toContain(waiting);
      expect(html, show).toMatch(show === 'spaces' ? /<circle class="sss-dot/ : /<li class="sss-block-row">|<div class="sss-block-empty">/);
    }
  });

  it('show what they are asked for, each kind', async () => {
    await bench.openNote('Blocks/All.md', 'preview');
    for (const show of ['queue', 'spark', 'ties-due', 'ties-dormant', 'ready', 'history', 'week', 'roles']) {
      await expect.poll(() => shown(show).locator('.sss-block-row, .sss-block-empty').first().textContent(), { timeout: 30_000, message: show }).not.toContain('Reading');
      expect(await shown(show).locator('.sss-block-problem').count(), show).toBe(0);
    }
    for (const show of ['queue', 'spark', 'ties-due', 'ready']) expect(await shown(show).locator('.sss-block-row a').count(), show).toBeGreaterThan(0);
    expect(await shown('queue').locator('.sss-block-row').allTextContents()).toEqual(['Confucius - Learning without thought 孔子 · 2026-10-18', 'Seneca - Men learn while they teach Seneca · 2026-10-20', expect.stringMatching(/^Alfred North Whitehead - .+ · 2026-10-23$/)]);
    expect(await shown('week').locator('.sss-block-row').count()).toBeGreaterThanOrEqual(5);
    expect(await shown('roles').locator('.sss-block-row').count()).toBeGreaterThanOrEqual(8);
    expect(await shown('spaces').locator('svg').count()).toBeGreaterThan(0);
    await bench.screenshot('blocks');
  });

  it('show the links of the note they stand in', async () => {
    await bench.openNote('Notes/Bees/Swarms and links.md', 'preview');
    await bench.page.locator('.markdown-reading-view .sss-block .sss-block-row a').first().waitFor({ timeout: 30_000 });
    expect(await bench.page.locator('.markdown-reading-view .sss-block .sss-block-detail').first().textContent()).not.toBe('');
  });

  it('are drawn anew only when what they show has changed', async () => {
    await bench.openNote('Blocks/All.md', 'preview');
    await shown('queue').locator('.sss-block-row').first().waitFor();
    await shown('week').locator('.sss-block-row').first().waitFor();
    await bench.page.evaluate(() => {
      for (const list of document.querySelectorAll<HTMLElement>('.markdown-reading-view .sss-block-list')) list.dataset['seen'] = 'before';
    });
    await bench.writeFile(TOUCHED, '---\ntype: quote\nauthor: Nobody\ncaptured: 2001-01-01\n---\n> [!quote]\n> The very first of all quotes.\n');
    await expect.poll(() => shown('queue').locator('.sss-block-row').first().textContent()).toContain('Brand new');
    expect(await shown('queue').locator('[data-seen]').count()).toBe(0);
    for (const show of ['ties-due', 'ready', 'week']) expect(await shown(show).locator('[data-seen]').count(), show).toBe(1);
  });

  it('say what is wrong, with what is allowed', async () => {
    await bench.openNote('Blocks/Wrong.md', 'preview');
    const problems = bench.page.locator('.markdown-reading-view .sss-block-problem');
    await expect.poll(() => problems.allTextContents()).toEqual([
      expect.stringContaining('"show: quotes" is not known here. Allowed for show: queue, spark, links'),
      expect.stringContaining('"limit: 3" is not known here. Together with "show: week", the allowed keys are show or date'),
      expect.stringContaining('does not say what to show'),
      expect.stringContaining('"date: soon" is not a day'),
    ]);
  });

  it('print as they stand, without anything to press', async () => {
    await bench.openNote('Blocks/All.md', 'preview');
    await shown('queue').locator('.sss-block-row').first().waitFor();
    await shown('spaces').locator('svg').waitFor();
    await bench.page.emulateMedia({ media: 'print' });
    try {
      expect(await bench.page.locator('.markdown-reading-view .sss-block').locator('button:visible, input:visible, label:visible, summary:visible').count()).toBe(0);
      expect(await shown('queue').locator('.sss-block-row:visible').count()).toBeGreaterThan(0);
      expect(await shown('week').locator('.sss-block-text:visible').count()).toBeGreaterThan(0);
      expect(await shown('spaces').locator('svg:visible').count()).toBe(1);
    } finally {
      await bench.page.emulateMedia({ media: 'screen' });
    }
  });

  it('offer keys and values while they are written, by keyboard', async () => {
    await bench.openNote('Blocks/Written.md', 'source');
    await bench.page.evaluate(() => {
      const editor = window.workbench.app.workspace.activeEditor?.editor;
      editor?.setValue('```seek-sense-share\n\n```\n');
      editor?.setCursor({ line: 1, ch: 0 });
    });
    const offers = bench.page.locator('.suggestion-container .suggestion-item');
    await bench.page.locator('.cm-content').first().focus();
    await bench.page.keyboard.type('s');
    await expect.poll(() => offers.allTextContents()).toEqual(['show']);
    await bench.page.keyboard.press('Enter');
    await bench.page.keyboard.type('ties');
    await expect.poll(() => offers.allTextContents()).toEqual(['ties-due', 'ties-dormant']);
    await bench.page.keyboard.press('ArrowDown');
    await bench.page.keyboard.press('Enter');
    await bench.page.keyboard.press('Enter');
    await bench.page.keyboard.type('l');
    await expect.poll(() => offers.allTextContents()).toEqual(['limit']);
    await bench.page.keyboard.press('Enter');
    await bench.page.keyboard.type('1');
    await bench.page.keyboard.press('Enter');
    expect(await bench.editorText()).toMatch(/^```seek-sense-share\nshow: ties-dormant\nlimit: 10\n*```\n$/);
    await bench.page.keyboard.press('Control+End');
    await bench.page.keyboard.type('s');
    expect(await offers.count()).toBe(0);
  });

  it.each(['show', 'limit', 'folder', 'date'])('write the first value of %s once, however fast Enter is pressed', async (option) => {
    const others = { show: '', limit: 'show: queue\n', folder: 'show: queue\n', date: 'show: week\n' }[option] ?? '';
    await bench.openNote('Blocks/Written.md', 'source');
    await bench.page.evaluate((text) => {
      const editor = window.workbench.app.workspace.activeEditor?.editor;
      editor?.setValue(text);
      editor?.setCursor(editor.offsetToPos(text.lastIndexOf(':') + 1));
    }, `\`\`\`seek-sense-share\n${others}${option}:\n\`\`\`\n`);
    const offers = bench.page.locator('.suggestion-container .suggestion-item');
    await bench.page.locator('.cm-content').first().focus();
    await bench.page.keyboard.type(' ');
    await offers.first().waitFor();
    const first = await offers.first().textContent();
    await bench.page.keyboard.press('Enter');
    await bench.page.keyboard.press('Enter');
    await bench.settle();
    expect(await bench.editorText()).toBe(`\`\`\`seek-sense-share\n${others}${option}: ${first ?? ''}\n\n\`\`\`\n`);
    await closeAll(bench);
  });

  it.each(DOCUMENTED)('are drawn as %s has them', async (_, text) => {
    const html = await bench.page.evaluate((markdown) => window.workbench.print(markdown, 'Home.md'), text);
    expect(html).toMatch(/<li class="sss-block-row">/);
    expect(html).not.toContain('sss-block-problem');
  });

  // The last one: the plugin is gone afterwards.
  it('are what was written, and can be read, once the plugin is gone', async () => {
    await bench.openNote('Blocks/All.md', 'preview');
    await shown('spaces').locator('svg').waitFor();
    await bench.page.evaluate((id) => window.workbench.disable(id), PLUGIN);
    const code = bench.page.locator(`.markdown-reading-view pre > code.language-${PLUGIN}`);
    const written = [...(await bench.readFile('Blocks/All.md')).matchAll(/^```seek-sense-share\n([\s\S]*?)\n```$/gm)].map(([, inner]) => inner);
    expect(written).toHaveLength(KINDS.length);
    await expect.poll(async () => (await code.allTextContents()).map((text) => text.trimEnd())).toEqual(written);
    expect(await code.first().isVisible()).toBe(true);
    expect(await bench.page.locator('.markdown-reading-view [class*=sss-]').count()).toBe(0);
  });
});
