import axe from 'axe-core';
import type { AxeResults } from 'axe-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openWorkbench, type OpenWorkbench } from '../../workbench/driver';

// axe-core's rules on the plugin's own parts of the page, in the light and the dark theme. What the app draws around them is not judged.

const NOTE = 'Notes/Bees/A swarm decides by dancing.md';
const UNSENSED = 'Quotes/Francis Bacon - Ant, spider, bee.md';
const SENSED = 'Quotes/Florence Nightingale - How can I provide for this right thing to be always done.md';

let bench: OpenWorkbench;

/** Serious and critical findings within the elements that a selector names, one line each. */
async function findings(selector: string): Promise<string[]> {
  await bench.page.locator(selector).first().waitFor({ timeout: 15_000 });
  // What fades in is judged when it is there.
  await bench.page.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)));
  const results = await bench.page.evaluate(async (where): Promise<AxeResults> => {
    const { axe: loaded } = window as unknown as { axe: typeof axe };
    // An offer of the take window is named by what it does, and shows the passage as well.
    return loaded.run({ include: [[where]] }, { resultTypes: ['violations'], rules: { 'label-content-name-mismatch': { enabled: false } } });
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
});
