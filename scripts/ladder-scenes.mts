// The scenes of sense-making and sharing for `npm run screenshots`. They write notes and settings: they come last.
import type { OpenWorkbench } from '../workbench/driver';

const PLUGIN = 'seek-sense-share';
const ANT = 'Quotes/Francis Bacon - Ant, spider, bee.md';
const WITH_TAKE = 'Quotes/Samuel Johnson - Knowledge is of two kinds.md';
const CHANGED = 'Quotes/Seneca - We should follow the example of the bees.md';
const SHARED = 'Quotes/Harold Jarche - Without PKM, there is no KM.md';
const WALDEN = 'Reading/Highlights - Walden.md';

/** Something to be shown, made and waited for. */
export interface Scene {
  readonly name: string;
  readonly show: (bench: OpenWorkbench) => Promise<void>;
}

export const LADDER_SCENES: readonly Scene[] = [
  {
    name: 'queue',
    async show(bench) {
      await settle(bench, { sense: { quoteFolders: ['Reading'], queueLimit: 12 } });
      await openTab(bench, 'sense');
      await bench.page.locator('.sss-tab-sense .sss-invitation').waitFor();
    },
  },
  {
    name: 'marks',
    async show(bench) {
      await settle(bench, { sense: { quoteFolders: ['Reading'] } });
      await openTab(bench, 'sense');
      await bench.openNote(WALDEN, 'preview');
      await bench.page.locator('.markdown-reading-view .sss-quote-mark').nth(3).waitFor();
    },
  },
  {
    name: 'changed-mind',
    async show(bench) {
      await bench.openNote(CHANGED);
      await bench.runCommand(`${PLUGIN}:sense-write-take`);
      const take = bench.page.locator('.sss-take');
      await take.getByRole('button', { name: 'I changed my mind' }).click();
      const words = take.locator('textarea');
      const before = await words.inputValue();
      await words.fill(before.replace('and we mostly do the first.', 'and I thought we mostly do the first. I was wrong: the evenings in the Circle are the second.'));
      await take.locator('ins').first().evaluate((added) => added.scrollIntoView({ block: 'center' }));
    },
  },
  {
    name: 'gate',
    async show(bench) {
      await settle(bench, { sense: { mayOverride: true } });
      await bench.openNote(ANT);
      await bench.runCommand(`${PLUGIN}:share-quote`);
      await bench.page.locator('.sss-gate').waitFor();
    },
  },
  {
    name: 'early',
    async show(bench) {
      await bench.openNote(WITH_TAKE);
      await bench.runCommand(`${PLUGIN}:share-quote`);
      const composer = bench.page.locator('.sss-composer');
      await composer.locator('.sss-audience input[value=network]').check();
      await composer.locator('.sss-preview', { hasText: 'Johnson' }).waitFor();
      await bench.page.keyboard.press('Control+Enter');
      await composer.locator('.sss-early input').waitFor();
    },
  },
  {
    name: 'holding',
    async show(bench) {
      await hold(bench, WITH_TAKE, 'hold-until: 2026-12-10\nhold-for: once Joan has read it');
      await hold(bench, CHANGED, 'hold-for: after the meeting of the Circle\nnot-for: [network]');
      await openTab(bench, 'share');
      // The tab is drawn anew when both notes are read again.
      await bench.page.locator('.sss-tab-share .sss-row-detail', { hasText: 'once Joan' }).waitFor();
      await bench.page.locator('.sss-tab-share .sss-row-detail', { hasText: 'after the meeting' }).evaluate((row) => row.scrollIntoView({ block: 'center' }));
    },
  },
  {
    name: 'history',
    async show(bench) {
      await bench.writeFile(SHARED, `${await bench.readFile(SHARED)}  - 2026-10-05 reply · [[Ines Carvalho]] · may she read it to her group?\n`);
      await bench.runCommand(`${PLUGIN}:share-search-history`);
      await bench.page.locator('.sss-history .sss-row').nth(3).waitFor();
    },
  },
];

async function openTab(bench: OpenWorkbench, tab: string): Promise<void> {
  await bench.runCommand(`${PLUGIN}:open-sidebar`);
  await bench.page.locator(`.sss-tab-button[data-tab=${tab}]`).click();
  await bench.page.locator(`.sss-tab-${tab} .sss-row`).first().waitFor();
}

async function settle(bench: OpenWorkbench, settings: object): Promise<void> {
  await bench.page.evaluate(async ([id, stored]) => {
    const plugin = window.workbench.app.plugins.getPlugin(id);
    await plugin?.saveData(stored);
    await plugin?.onExternalSettingsChange?.();
  }, [PLUGIN, settings] as const);
}

async function hold(bench: OpenWorkbench, path: string, properties: string): Promise<void> {
  const text = await bench.readFile(path);
  await bench.writeFile(path, text.replace(/\n---\n/, `\n${properties}\n---\n`));
}
