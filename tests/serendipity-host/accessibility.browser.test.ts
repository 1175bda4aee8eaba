import axe from 'axe-core';
import type { AxeResults } from 'axe-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openWorkbench, type OpenWorkbench } from '../../workbench/driver';
import { setSettings } from '../story/moves';

// axe-core's rules on the plugin's own parts of the page, in the light and the dark theme. What the app draws around them is not judged.

const NOTE = 'Notes/Bees/A swarm decides by dancing.md';
const UNSENSED = 'Quotes/Francis Bacon - Ant, spider, bee.md';
const SENSED = 'Quotes/Florence Nightingale - How can I provide for this right thing to be always done.md';

const JUDGED = `---
type: quote
author: Ada Quill
captured: 2026-11-01T09:00
sensed: 2026-11-02T09:00
---
> [!quote]
> Keepers remember storms because somebody asks them at breakfast.
> — Ada Quill

## My take
We ask nobody at breakfast, [[What worries me about Ward 7]] says, %% and I know why %% so that every storm on our ward is forgotten by noon.
`;

let bench: OpenWorkbench;

/** Serious and critical findings within the elements that a selector names, one line each. */
async function findings(selector: string): Promise<string[]> {
  await bench.page.locator(selector).first().waitFor({ timeout: 15_000 });
  // What fades in is judged when it is there.
  await bench.page.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)));
  const results = await bench.page.evaluate(async (where): Promise<AxeResults> => {
    const { axe: loaded } = window as unknown as { axe: typeof axe };
    return loaded.run({ include: [[where]] }, { resultTypes: ['violations'], rules: { 'label-content-name-mismatch': { enabled: true } } });
  }, selector);
  return results.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${(failureSummary ?? '').replace(/\s+/g, ' ').slice(0, 200)}`));
}

async function showTab(id: string, ready: string): Promise<void> {
  await bench.runCommand('seek-sense-share:open-sidebar');
  await bench.page.locator(`.sss-tab-button[data-tab=${id}]`).click();
  await bench.page.locator(ready).first().waitFor({ timeout: 15_000 });
}

async function modal(command: string): Promise<string[]> {
  await bench.runCommand(`seek-sense-share:${command}`);
  const found = await findings(':is(.modal, .prompt)');
  await closeModals();
  return found;
}

async function openIt(command: string, where: string): Promise<void> {
  await bench.runCommand(`seek-sense-share:${command}`);
  await bench.page.locator(where).first().waitFor({ timeout: 15_000 });
}

async function closeModals(): Promise<void> {
  while ((await bench.page.locator('.modal, .prompt').count()) > 0) {
    await bench.page.keyboard.press('Escape');
    await bench.page.waitForTimeout(50);
  }
}

describe.each(['light', 'dark'] as const)('in the %s theme no serious finding', (theme) => {
  beforeAll(async () => {
    bench = await openWorkbench({ theme });
    await bench.page.evaluate(axe.source);
    await bench.openNote(NOTE);
  });

  afterAll(async () => {
    await bench.close();
  });

  afterEach(closeModals);

  it('in the Links tab, with its filter open and a message shown', async () => {
    await showTab('links', '.sss-links-list .sss-link');
    await bench.page.locator('.sss-links').getByRole('button', { name: 'Filter' }).click();
    await bench.page.locator('.sss-links-list .sss-link').first().getByRole('button', { name: 'Hide' }).click();
    await bench.page.locator('.sss-links-message.is-shown').waitFor();
    expect(await findings('.sss-sidebar')).toEqual([]);
  });

  it.each([['sense', '.sss-row'], ['share', '.sss-row'], ['ties', '.sss-panel button']])('in the tab %s', async (tab, ready) => {
    await showTab(tab, ready);
    expect(await findings('.sss-sidebar')).toEqual([]);
  });

  it('in the windows of unexpected links', async () => {
    await showTab('links', '.sss-links-list .sss-link');
    await bench.runCommand('seek-sense-share:serendipity-spark');
    await bench.page.locator('.sss-spark').waitFor();
    expect(await findings('.sss-spark-modal')).toEqual([]);
    await closeModals();
    await bench.page.locator('.sss-links').getByRole('button', { name: 'Filter' }).click();
    await bench.page.locator('.sss-links').getByRole('button', { name: 'About the index' }).click();
    await bench.page.locator('.sss-facts dd').first().waitFor();
    expect(await findings('.sss-index-modal')).toEqual([]);
  });

  it('in the windows of the other rooms', async () => {
    await bench.openNote(UNSENSED);
    const found: Record<string, string[]> = {};
    for (const command of ['seek-capture-clipboard', 'sense-write-take', 'ties-add-contact', 'ties-log-interaction']) found[command] = await modal(command);
    await bench.openNote(SENSED);
    found['share-quote'] = await modal('share-quote');
    expect(Object.values(found).flat()).toEqual([]);
  });

  it('on the dashboard', async () => {
    await openIt('practice-open', '.sss-dash-picture');
    expect(await findings('.workspace-leaf-content[data-type=seek-sense-share-practice] .view-content')).toEqual([]);
  });

  it('in the settings, and on the page of the questions', async () => {
    await bench.runCommand('app:open-settings');
    await bench.page.locator('.vertical-tab-nav-item', { hasText: 'Seek Sense Share' }).last().click();
    await bench.page.locator('.setting-item').nth(5).waitFor();
    expect(await findings('.vertical-tab-content')).toEqual([]);
    await bench.page.locator('.setting-item.mod-page', { hasText: 'Questions' }).press('Enter');
    await bench.page.locator('.sss-prompt-row').first().waitFor();
    expect(await findings('.vertical-tab-content')).toEqual([]);
  });

  it('in the capture window, filled, with people suggested and a problem told', async () => {
    await bench.writeClipboard('');
    await openIt('seek-capture-clipboard', '.sss-capture');
    const { page } = bench;
    await page.locator('.sss-capture-take textarea').fill('A word of my own.');
    await page.locator('.sss-capture .modal-button-container .mod-cta').click();
    await page.locator('.sss-problem', { hasText: 'There is no quote yet' }).waitFor();
    await page.locator('.sss-capture-via input').pressSequentially('jo');
    await page.locator('.suggestion-item').first().waitFor();
    expect([...(await findings('.sss-capture')), ...(await findings('.suggestion-container'))]).toEqual([]);
    await page.locator('.sss-capture-take textarea').fill('');
  });

  it('in the window for a take, half written, with links offered and a way chosen, along the queue', async () => {
    await openIt('sense-review-next', '.sss-take');
    await bench.page.locator('.sss-take textarea').first().fill('So true, it goes without saying: nurses tell stories on the ward.');
    await bench.page.locator('.sss-take .sss-chip').first().click();
    await bench.page.locator('.sss-take .sss-offer').first().waitFor({ timeout: 30_000 });
    await bench.page.locator('.sss-take .sss-reasons li').first().waitFor();
    expect(await findings('.sss-take')).toEqual([]);
    await bench.page.locator('.sss-take textarea').first().fill('');
  });

  it.each([['asks for a reason', { mayOverride: true }], ['only says what is missing', { strictness: 'nudge' }]])('at the gate that %s', async (_, sense) => {
    await setSettings(bench, { sense });
    await bench.openNote('Quotes/Confucius - Learning without thought.md');
    await openIt('share-quote', '.sss-gate');
    const found = await findings('.sss-gate');
    await setSettings(bench, {});
    expect(found).toEqual([]);
  });

  it('in the composer, with people, something kept back, and each form', async () => {
    await bench.writeFile('Quotes/Judged.md', JUDGED);
    await expect.poll(() => bench.page.evaluate(() => window.workbench.app.vault.getFileByPath('Quotes/Judged.md') !== null)).toBe(true);
    await bench.openNote('Quotes/Judged.md');
    await openIt('share-quote', '.sss-composer');
    const { page } = bench;
    for (const name of ['KM Practitioners', 'Somebody Unknown']) {
      await page.locator('.sss-recipients input').fill(name);
      await page.locator('.sss-recipients input').press('Enter');
    }
    await page.locator('.sss-composer .sss-chip').nth(1).waitFor();
    await page.locator('.sss-withheld summary').click();
    const found: string[] = [];
    for (const form of ['Plain text', 'Rich text (HTML)', 'Markdown']) {
      await page.locator('.sss-composer').getByLabel('Form', { exact: true }).selectOption({ label: form });
      found.push(...(await findings('.sss-composer')));
    }
    expect(found).toEqual([]);
  });

  it('in the preview of an import, of a table and of cards', async () => {
    for (const [name, text] of [['people.csv', 'First Name,Last Name,Email Address\nJoan,Petrie,joan@example.org\nNobody,Yet,nobody@example.org\n,,\n'], ['one.vcf', 'BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Nobody Yet\r\nEND:VCARD\r\n']] as const) {
      const chooser = bench.page.waitForEvent('filechooser');
      await bench.runCommand('seek-sense-share:ties-import');
      await (await chooser).setFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
      await bench.page.locator('.sss-import-rows li').first().waitFor();
      expect(await findings('.sss-import')).toEqual([]);
      await closeModals();
    }
  });
});
