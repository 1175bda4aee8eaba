// How long the plugin holds the main thread, with the built plugin in Chromium on a made-up vault.
//   npm run bench:way -- [--notes 10000]
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { buildPlugin, PLUGIN_ID } from '../scripts/build-plugin.mts';
import { openWorkbench } from '../workbench/driver/index.ts';
import { measured, type Cost } from './main-thread.mts';
import { prose } from './synthetic.mts';

const { values: options } = parseArgs({ options: { notes: { type: 'string', default: '10000' } } });
const BAR = 50;
const SWITCHES = 20;
const WORDS = 'Swarms of bees decide by dancing, and a team that practises handover together decides like them. ';

/** Resolves when the index is complete: its mark in the status bar comes while notes are read, and goes. */
async function untilComplete(page: Page, isCold: boolean): Promise<void> {
  const mark = page.locator('.sss-index-status');
  if (isCold) await mark.filter({ hasText: 'Indexing' }).waitFor({ timeout: 60_000 });
  await mark.waitFor({ state: 'hidden', timeout: 600_000 });
  await page.waitForTimeout(3000);
}

async function showNote(page: Page, path: string): Promise<void> {
  await page.evaluate(async (wanted) => {
    const { app } = window.workbench;
    const file = app.vault.getFileByPath(wanted);
    if (file !== null) await app.workspace.getLeaf().openFile(file, { state: { mode: 'source' } });
  }, path);
}

const count = Number(options.notes);
const notes = [...prose(count, 3)];
await buildPlugin();
const bench = await openWorkbench({ vault: Object.fromEntries(notes.map(({ path, content }) => [path, content])), pluginsOff: true });
try {
  const { page } = bench;
  const session = await page.context().newCDPSession(page);
  const enable = (): Promise<void> => page.evaluate((id) => window.workbench.enable(id), PLUGIN_ID);
  const pathAt = (at: number): string => notes[at % notes.length]?.path ?? '';
  const rows: [string, Cost][] = [];
  rows.push(['the app alone, for comparison', await measured(session, async () => {
    for (let at = 2; at < 6; at++) {
      await showNote(page, pathAt(at * 37));
      await page.waitForTimeout(500);
    }
  })]);
  rows.push(['first start, with indexing', await measured(session, async () => {
    await enable();
    await untilComplete(page, true);
  })]);
  await page.evaluate((id) => window.workbench.disable(id), PLUGIN_ID);
  rows.push(['next start, from the cache', await measured(session, async () => {
    await enable();
    await untilComplete(page, false);
  })]);
  await showNote(page, pathAt(1));
  await bench.runCommand(`${PLUGIN_ID}:serendipity-show`);
  await page.locator('.sss-links-list .sss-link').first().waitFor({ timeout: 60_000 });
  rows.push(['typing, with the Links tab open', await measured(session, async () => {
    await page.evaluate(() => window.workbench.app.workspace.activeEditor?.editor?.focus());
    await page.keyboard.type(WORDS.repeat(2), { delay: 25 });
    await page.waitForTimeout(5000);
  })]);
  rows.push([`switching between ${SWITCHES} notes`, await measured(session, async () => {
    for (let at = 2; at < SWITCHES + 2; at++) {
      await showNote(page, pathAt(at * 37));
      await page.waitForTimeout(500);
    }
  })]);
  // The welcome may still be open: the buttons are pressed behind it.
  const button = (name: string) => page.locator('.sss-links').getByRole('button', { name }).first();
  rows.push(['opening the filter', await measured(session, async () => {
    await button('Filter').dispatchEvent('click');
    await page.waitForTimeout(1000);
  })]);
  rows.push(['asking why a note is not there', await measured(session, async () => {
    await button('Why is a note not here?').dispatchEvent('click');
    await page.locator('.prompt-input').pressSequentially('note', { delay: 25 });
    await page.waitForTimeout(500);
    await page.keyboard.press('Escape');
  })]);
  process.stdout.write(`\n${count} notes; milliseconds of the main thread, longest task (bar: ${BAR} caused by us)\n\n| phase | our code in one task | whole task with our code in it | longest task of all |\n|---|---|---|---|\n`);
  for (const [phase, { ours, shared, longest }] of rows) process.stdout.write(`| ${phase} | ${ours.toFixed(1)} | ${shared.toFixed(1)} | ${longest.toFixed(1)} |\n`);
  process.stdout.write(bench.errors.length === 0 ? '' : `\nErrors: ${bench.errors.join('\n')}\n`);
} finally {
  await bench.close();
}
