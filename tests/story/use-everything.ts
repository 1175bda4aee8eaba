import type { Locator } from 'playwright-core';
import type { OpenWorkbench } from '../../workbench/driver';

const PLUGIN = 'seek-sense-share';
const QUOTE = 'Quotes/Harold Jarche - Choose the sources that disconfirm.md';
const SUBJECT = 'Notes/Bees/A swarm decides by dancing.md';
const BLOCKS = 'Notes/Live blocks.md';

/** Uses all that the plugin shows: tabs, modals, live blocks, settings, menus, the index – and leaves the sidebar open. */
export async function useEverything(bench: OpenWorkbench): Promise<void> {
  await useSidebar(bench);
  await useModals(bench);
  await useSettings(bench);
  await useBlocks(bench);
  await useMenus(bench);
}

/** What the host itself shows on the way, so that what it keeps of that is not taken for the plugin's. */
export async function useHost(bench: OpenWorkbench): Promise<void> {
  await writeBlocks(bench);
  for (const note of [SUBJECT, QUOTE]) await bench.openNote(note);
  await bench.typeInEditor('A word. ');
  await bench.openNote(BLOCKS, 'preview');
  await useMenus(bench);
  await moveOn(bench);
}

/** Goes on to other things: what was drawn in a note or in the settings window is the host's until something else is shown. */
export async function moveOn(bench: OpenWorkbench): Promise<void> {
  await bench.openNote(SUBJECT);
  await bench.page.evaluate(() => window.workbench.app.setting.open());
  await leaveModal(bench);
  await bench.settle();
}

const modal = (bench: OpenWorkbench): Locator => bench.page.locator('.modal');

async function useSidebar(bench: OpenWorkbench): Promise<void> {
  const { page } = bench;
  await bench.openNote(SUBJECT);
  await bench.runCommand(`${PLUGIN}:serendipity-show`);
  const card = page.locator('.sss-tab-links [role=option], .sss-tab-links li').first();
  await card.waitFor({ timeout: 30_000 });
  await card.hover();
  for (const tab of ['sense', 'share', 'ties', 'links']) {
    await page.locator(`.sss-tab-button[data-tab=${tab}]`).click();
    await page.locator(`.sss-tab-${tab}`).waitFor();
  }
  await bench.typeInEditor('A few more words. ');
}

async function useModals(bench: OpenWorkbench): Promise<void> {
  const { page } = bench;
  await bench.openNote(QUOTE);
  await bench.writeClipboard('A sentence that was on the clipboard.');
  for (const command of ['seek-capture-clipboard', 'sense-write-take', 'sense-review-next', 'ties-add-contact', 'ties-log-interaction', 'serendipity-spark', 'share-quote']) {
    await bench.runCommand(`${PLUGIN}:${command}`);
    await modal(bench).waitFor();
    const field = modal(bench).locator('textarea, input[type=text]').first();
    if (await field.count() > 0) await field.pressSequentially('ab');
    await leaveModal(bench);
  }
  await page.evaluate(() => window.workbench.fireProtocol('seek-sense-share', { action: 'contact', name: 'Somebody New' }));
  await leaveModal(bench);
}

/** A suggester in the way takes the first Escape. */
async function leaveModal(bench: OpenWorkbench): Promise<void> {
  for (let presses = 0; presses < 3 && (await modal(bench).count()) > 0; presses++) await bench.page.keyboard.press('Escape');
  await modal(bench).waitFor({ state: 'detached' });
}

async function useSettings(bench: OpenWorkbench): Promise<void> {
  await bench.page.evaluate((id) => {
    window.workbench.app.setting.open();
    window.workbench.app.setting.openTabById(id);
  }, PLUGIN);
  await modal(bench).getByText('Allow sharing without a take').waitFor();
  await leaveModal(bench);
}

async function writeBlocks(bench: OpenWorkbench): Promise<void> {
  const block = (show: string): string => `\`\`\`${PLUGIN}\nshow: ${show}\nlimit: 3\n\`\`\`\n`;
  await bench.writeFile(BLOCKS, ['queue', 'spark', 'ties-due', 'nonsense'].map(block).join('\n'));
  await bench.page.waitForFunction((path) => window.workbench.app.vault.getFileByPath(path) !== null, BLOCKS);
}

async function useBlocks(bench: OpenWorkbench): Promise<void> {
  await bench.openNote(BLOCKS, 'preview');
  await bench.page.locator('.sss-block-row:visible').first().waitFor();
  await bench.page.locator('.sss-block-problem:visible').first().waitFor();
}

async function useMenus(bench: OpenWorkbench): Promise<void> {
  await bench.page.locator('.nav-file-title, .tree-item-self').first().click({ button: 'right' });
  await bench.page.keyboard.press('Escape');
}
