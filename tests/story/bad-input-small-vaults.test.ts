import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorkbench, type OpenWorkbench } from '../../workbench/driver';
import { closeAll, commandsOf, isOffered, PLUGIN } from './moves';

describe('a vault of two notes that speak of the same', () => {
  it('says what a spark needs', async () => {
    const bench = await openWorkbench({ built: true, vault: {
      'Swarms/One.md': 'A swarm of bees decides by dancing: scouts come back to the hive and report the site.\n',
      'Votes/Two.md': 'A quorum of scouts is enough: the swarm leaves the hive when the dancing agrees on a site.\n',
    } });
    await bench.openNote('Swarms/One.md');
    await bench.runCommand(`${PLUGIN}:serendipity-spark`);
    await expect.poll(() => bench.page.locator('.sss-spark-modal').textContent(), { timeout: 15_000 }).toContain('among so few notes you know them all. From some twenty notes on');
    await closeAll(bench);
    await bench.runCommand(`${PLUGIN}:serendipity-show`);
    await expect.poll(() => bench.page.locator('.sss-links-list .sss-link-title').allTextContents(), { timeout: 15_000 }).toEqual(['Two']);
    expect(bench.errors).toEqual([]);
    await bench.close();
  });
});

describe.each([['an empty vault', {}], ['a vault of one note', { 'One.md': 'One thought, all alone.\n' }]])('%s', (_, vault) => {
  let small: OpenWorkbench;

  beforeAll(async () => {
    small = await openWorkbench({ vault, built: true });
  });

  afterAll(async () => {
    await small.close();
  });

  it('has a sentence and a next step in every tab, and every command that offers itself runs', async () => {
    for (const note of Object.keys(vault)) await small.openNote(note);
    await small.runCommand(`${PLUGIN}:open-sidebar`);
    for (const [tab, sentence] of [
      ['links', Object.keys(vault).length === 0 ? /no notes yet/ : /No other note is here|Write a few words/],
      ['sense', /Quotes you capture wait here/],
      ['share', /Quotes appear here once[\s\S]*What you share is listed here/],
      ['ties', /people who give you ideas/],
    ] as const) {
      await small.page.locator(`.sss-tab-button[data-tab=${tab}]`).click();
      await expect.poll(() => small.page.locator(`.sss-tab-${tab}`).textContent(), { timeout: 10_000 }).toMatch(sentence);
    }
    await small.runCommand(`${PLUGIN}:serendipity-spark`);
    await expect.poll(() => small.page.locator('.sss-spark-modal').textContent()).toContain('A spark joins two notes, and this vault does not have two yet.');
    await closeAll(small);
    for (const { id } of await commandsOf(small)) {
      if (await isOffered(small, id)) await small.runCommand(id);
      await expect.poll(() => small.page.locator('.sss-spark-looking').count()).toBe(0);
      await closeAll(small);
    }
    await small.writeClipboard('The first quote of all.');
    await small.runCommand(`${PLUGIN}:seek-capture-clipboard`);
    await small.page.getByRole('button', { name: 'Capture', exact: true }).click();
    await expect.poll(() => small.exists('Quotes/The first quote of all.md')).toBe(true);
    expect(small.errors).toEqual([]);
  });
});
