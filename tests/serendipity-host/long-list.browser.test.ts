import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorkbench, type OpenWorkbench } from '../../workbench/driver';

// A long list in the Links tab: all of it can be reached, and only what is in or near sight is drawn.

const PATIENCE = { timeout: 15_000 };
const IDEAS = 'estuary silt delta dredging channel meander basin flood levee sediment harbour tide marsh lagoon reed heron'.split(' ');
const NOTE = 'asking.md';
const OTHER = 'asking too.md';

let bench: OpenWorkbench;

const cards = () => bench.page.locator('.sss-links-list .sss-link');
const places = (): Promise<number[]> => cards().evaluateAll((items) => items.map((item) => Number(item.getAttribute('aria-posinset'))));
const more = () => bench.page.locator('.sss-more');
const status = (): Promise<string | null> => bench.page.locator('.sss-links-status').textContent();

/** The place of the card that has the focus. */
const focused = (): Promise<number> => bench.page.evaluate(() => Number(document.activeElement?.closest('.sss-link')?.getAttribute('aria-posinset')));
const shownNow = async (): Promise<number> => Number.parseInt(await status() ?? '', 10);
/** Whether all of the card that has the focus can be seen; of one that is higher than the window, its title. */
const isFocusInSight = (): Promise<boolean> => bench.page.evaluate(() => {
  const title = document.activeElement;
  const card = title?.closest('.sss-link');
  const { top, bottom } = ((card?.clientHeight ?? 0) > window.innerHeight - 150 ? title : card)?.getBoundingClientRect() ?? { top: -1, bottom: -1 };
  return top >= 0 && bottom <= window.innerHeight;
});

/** Whether the cards drawn stand one below the other without a gap, in their order. */
const isRow = (drawn: readonly number[]): boolean => drawn.every((place, at) => at === 0 || place === (drawn[at - 1] ?? 0) + 1);

beforeAll(async () => {
  const vault: Record<string, string> = { [NOTE]: `# Rivers\n${IDEAS.join(' ')}\n`, [OTHER]: `# Waters\n${[...IDEAS].reverse().join(' ')}\n` };
  for (let at = 0; at < 260; at++) {
    const words = Array.from({ length: 12 }, (_, word) => (word < 4 ? IDEAS[(at * 5 + word * (1 + (at % 7))) % IDEAS.length] : `own${at}x${word}`));
    vault[`folder ${at % 9}/River ${at}.md`] = `${words.join(' ')}\n${`plain${at} `.repeat(at % 5)}\n`;
  }
  for (let at = 0; at < 400; at++) vault[`other/${at}.md`] = `beech oak lime elm number${at}\n`;
  bench = await openWorkbench({ vault });
  await bench.openNote(NOTE);
  await bench.runCommand('seek-sense-share:serendipity-show');
  await cards().first().waitFor({ timeout: 30_000 });
});

afterAll(async () => {
  expect(bench.errors).toEqual([]);
  await bench.close();
});

describe('a list of more than a hundred links', () => {
  it('grows by "Show more", and the page does not grow with it', async () => {
    while (await more().count() > 0) {
      const before = await status();
      await more().click();
      await expect.poll(status, PATIENCE).not.toBe(before);
    }
    const shown = Number.parseInt(await status() ?? '', 10);
    expect(shown).toBeGreaterThan(100);
    expect(await cards().count()).toBeLessThan(shown / 2);
    const [first] = await cards().evaluateAll((items) => items.map((item) => item.getAttribute('aria-setsize')));
    expect(first).toBe(String(shown));
    const listHeight = await bench.page.locator('.sss-links-list').evaluate((list) => list.getBoundingClientRect().height);
    expect(listHeight).toBeGreaterThan(shown * 50);
  });

  it('is walked through by keyboard from one end to the other', async () => {
    const shown = Number.parseInt(await status() ?? '', 10);
    await bench.page.locator('.sss-links-list').evaluate((list) => list.scrollIntoView());
    await expect.poll(places, PATIENCE).toContain(1);
    await bench.page.locator('.sss-link-title').first().focus();
    await bench.page.keyboard.press('End');
    await expect.poll(focused, PATIENCE).toBe(shown);
    expect(await cards().count()).toBeLessThan(shown / 2);
    await bench.page.keyboard.press('ArrowUp');
    await expect.poll(focused, PATIENCE).toBe(shown - 1);
    await bench.page.keyboard.press('Home');
    await expect.poll(focused, PATIENCE).toBe(1);
    for (let step = 2; step <= 40; step++) {
      await bench.page.keyboard.press('ArrowDown');
      expect(await focused()).toBe(step);
    }
    expect(isRow(await places())).toBe(true);
    await bench.page.evaluate(() => (document.activeElement as HTMLElement).blur());
  });

  it('shows what is scrolled to, without a hole', async () => {
    const list = bench.page.locator('.sss-links-list');
    for (const share of [0.5, 0.95, 0.2, 0]) {
      await list.evaluate((element, part) => {
        let scroller: HTMLElement | null = element.parentElement;
        while (scroller !== null && scroller.scrollHeight <= scroller.clientHeight + 1) scroller = scroller.parentElement;
        scroller?.scrollTo({ top: part * scroller.scrollHeight });
      }, share);
      await expect.poll(() => bench.page.evaluate(() => {
        const box = document.querySelector('.sss-links-list')?.getBoundingClientRect();
        const middle = Math.min(window.innerHeight - 40, Math.max(40, window.innerHeight / 2));
        if (box === undefined || middle > box.bottom || middle < box.top) return true;
        return [...document.querySelectorAll('.sss-links-list .sss-link')].some((card) => {
          const { top, bottom } = card.getBoundingClientRect();
          return top - 20 <= middle && middle <= bottom + 20;
        });
      }), PATIENCE).toBe(true);
      expect(isRow(await places())).toBe(true);
    }
  });
});

describe('a list of cards that are low, high and very high', () => {
  beforeAll(async () => {
    await bench.page.addStyleTag({ content: '.sss-link[aria-posinset$="3"] { font-size: 45px; } .sss-link[aria-posinset$="7"] { min-height: 1100px; } .sss-link[aria-posinset$="9"] .sss-excerpt { display: none; }' });
    await bench.openNote(OTHER);
    await bench.page.locator('.sss-links-subject', { hasText: 'asking too' }).waitFor(PATIENCE);
    await bench.page.locator('.sss-links-status', { hasText: /^1?\d unexpected links$/ }).waitFor(PATIENCE);
    await more().waitFor(PATIENCE);
  });

  it('goes on at the first new card, although another look overtakes the one that was asked for', async () => {
    const before = await shownNow();
    await more().focus();
    await bench.page.evaluate(() => {
      document.querySelector<HTMLElement>('.sss-more')?.click();
      document.querySelector<HTMLElement>('.sss-links-tools [aria-label="Show others"]')?.click();
    });
    await expect.poll(shownNow, PATIENCE).toBeGreaterThan(before);
    await expect.poll(focused, PATIENCE).toBe(before + 1);
  });

  it('keeps the cards and buttons that stay, so that no click on them is lost', async () => {
    const [first, third] = await Promise.all([0, 2].map((at) => cards().nth(at).elementHandle()));
    const button = await more().elementHandle();
    const placeOfThird = (): Promise<number> => third?.evaluate((card) => Number(card.getAttribute('aria-posinset'))) ?? Promise.resolve(-1);
    const before = await placeOfThird();
    const second = await cards().nth(1).locator('.sss-link-title').textContent();
    await cards().nth(1).getByRole('button', { name: /^Hide: these two/ }).click();
    await expect.poll(() => cards().locator('.sss-link-title').allTextContents(), PATIENCE).not.toContain(second);
    for (const kept of [first, third, button]) expect(await kept?.evaluate((element) => element.isConnected)).toBe(true);
    expect(isRow(await places())).toBe(true);
    expect(await placeOfThird()).toBe(before - 1);
  });

  it('goes on at the first new card whatever their heights, and shows it', async () => {
    while (await more().count() > 0) {
      const before = await shownNow();
      await more().press('Enter');
      await expect.poll(focused, PATIENCE).toBe(before + 1);
      await expect.poll(isFocusInSight, PATIENCE).toBe(true);
      expect(isRow(await places())).toBe(true);
    }
    expect(await shownNow()).toBeGreaterThan(100);
  });

  it('is walked through from its end without a jump', async () => {
    const shown = await shownNow();
    await bench.page.keyboard.press('End');
    await expect.poll(focused, PATIENCE).toBe(shown);
    for (let step = shown - 1; step > shown - 30; step--) {
      await bench.page.keyboard.press('ArrowUp');
      expect(await focused()).toBe(step);
      expect(await isFocusInSight()).toBe(true);
    }
    expect(isRow(await places())).toBe(true);
  });
});
