// How long the plugin holds the main thread over notes of 200 KB with thousands of quotes, with the built plugin in Chromium: marks,
// the queue, and a share from the window to the record.
//   npm run bench:long -- [--kilobytes 200]
// Bar: 50 ms of our code in one task.
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { buildPlugin, PLUGIN_ID } from '../scripts/build-plugin.mts';
import { openWorkbench } from '../workbench/driver/index.ts';
import { measured, type Cost } from './main-thread.mts';
import { pluginOn } from './plugin-on.mts';

const { values: options } = parseArgs({ options: { kilobytes: { type: 'string', default: '200' } } });
const BAR = 50;
const size = Number(options.kilobytes) * 1000;
const BOOK = '---\nauthor: Ada Quill\ntitle: The Sound of Sense\n---\n';
const QUOTES = 'Reading/Quotes.md';
const HIGHLIGHTS = 'Reading/Highlights.md';
const OWN = 'Notes/Own.md';

/** A note of the wanted size, made of parts that are all different. */
function long(head: string, part: (at: number) => string): string {
  const parts = [head];
  for (let at = 0, length = head.length; length < size; at++) length += parts[parts.push(part(at)) - 1]?.length ?? 1;
  return parts.join('');
}

async function marked(page: Page, view: string): Promise<void> {
  await page.locator(`.mod-root ${view} .sss-quote-mark`).first().waitFor({ timeout: 20_000 });
  await page.waitForTimeout(2500);
}

async function show(page: Page, path: string, mode: 'source' | 'preview'): Promise<void> {
  await page.evaluate(async ([wanted, kind]) => {
    const { app } = window.workbench;
    const file = app.vault.getFileByPath(wanted);
    if (file !== null) await app.workspace.getLeaf().openFile(file, { state: { mode: kind } });
  }, [path, mode] as const);
}

await buildPlugin();
const bench = await openWorkbench({
  pluginsOff: true,
  vault: {
    [QUOTES]: long(BOOK, (at) => `> Keeper ${at} writes the storm down.\n> — Ann\n\n`),
    [HIGHLIGHTS]: long(`${BOOK}## Highlights\n`, (at) => `- Keeper ${at} writes every storm down. ([Location ${at}](https://readwise.example/${at}))\n`),
    [OWN]: long('', (at) => `Paragraph ${at} of **mine** with [[Other ${at}|a link]], %%a secret ${at}%% and \`code\`.\n\n> Somebody's words number ${at}.\n\n- item ${at} [mood:: good]\n\n`),
    'Notes/Start.md': 'Start.\n',
  },
});
try {
  const { page } = bench;
  const session = await page.context().newCDPSession(page);
  const rows: [string, Cost][] = [];
  const row = async (what: string, work: () => Promise<void>): Promise<void> => void rows.push([what, await measured(session, work)]);
  const run = (id: string): Promise<void> => bench.runCommand(`${PLUGIN_ID}:${id}`);
  await pluginOn(page, { sense: { quoteFolders: ['Reading'], queueLimit: 0 }, serendipity: { enabled: false } });
  await page.locator('.sss-welcome').waitFor();
  await page.keyboard.press('Escape');
  await run('open-sidebar');
  await page.locator('.sss-tab-button[data-tab=sense]').click();
  await page.locator('.sss-tab-sense [role=status]', { hasText: /\d{4,} quotes wait/ }).waitFor({ timeout: 60_000 });
  for (const path of [QUOTES, HIGHLIGHTS]) {
    for (const [name, mode, view] of [['reading view', 'preview', '.markdown-reading-view'], ['Live Preview', 'source', '.markdown-source-view']] as const) {
      await row(`${path} is opened in ${name}, and its marks come`, async () => {
        await show(page, path, mode);
        await marked(page, view);
      });
      await show(page, 'Notes/Start.md', 'source');
      await page.waitForTimeout(1000);
    }
    await show(page, path, 'source');
    await marked(page, '.markdown-source-view');
    await row(`${path}: a word is typed, and waits`, async () => {
      await page.evaluate(() => {
        const editor = window.workbench.app.workspace.activeEditor?.editor;
        editor?.focus();
        editor?.setCursor({ line: 40, ch: 5 });
      });
      await page.keyboard.type('storms', { delay: 60 });
      await page.waitForTimeout(4000);
    });
    await row(`${path}: a take is opened and left`, async () => {
      await run('sense-write-take');
      await page.locator('.sss-take textarea').waitFor();
      await page.keyboard.press('Escape');
      await page.waitForTimeout(1000);
    });
    await show(page, 'Notes/Start.md', 'source');
  }
  await show(page, OWN, 'source');
  await page.waitForTimeout(2000);
  await row(`${OWN}: the share window opens`, async () => {
    await run('share-note');
    await page.locator('.sss-composer .sss-preview', { hasText: 'Paragraph 1 ' }).waitFor();
    await page.waitForTimeout(1500);
  });
  for (const format of ['plain', 'html']) {
    await row(`${OWN}: as ${format}`, async () => {
      await page.locator('.sss-composer .sss-format select').selectOption(format);
      await page.waitForTimeout(5000);
    });
  }
  await row(`${OWN}: to the network`, async () => {
    await page.locator('.sss-composer .sss-audience input[value=team]').check();
    await page.waitForTimeout(2000);
  });
  await row(`${OWN}: it is shared`, async () => {
    await page.keyboard.press('Control+Enter');
    await page.locator('.sss-composer').waitFor({ state: 'detached' });
    await page.waitForTimeout(3000);
  });
  process.stdout.write(`\nNotes of ${options.kilobytes} KB; milliseconds of the main thread (bar: ${BAR} of our code in one task)\n\n| phase | our code in one task | whole task with our code in it |\n|---|---|---|\n`);
  for (const [phase, { ours, shared }] of rows) process.stdout.write(`| ${phase} | ${ours.toFixed(1)} | ${shared.toFixed(1)} |\n`);
  process.stdout.write(bench.errors.length === 0 ? '' : `\nErrors: ${bench.errors.join('\n')}\n`);
  process.exitCode = rows.every(([, { ours }]) => ours <= BAR) ? 0 : 1;
} finally {
  await bench.close();
}
