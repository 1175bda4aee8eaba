import axe from 'axe-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Locator } from 'playwright-core';
import { dayAfter, dayOf } from '../../src/base';
import { PROPERTY_NAMES } from '../../src/note';
import { words } from '../../src/words';
import type { OpenWorkbench } from '../../workbench/driver';
import { closeAll, notesOnDisk, openSampleWith, PLUGIN } from './moves';

// The queue is gone through on a phone: with a thumb, in a window of 390 pixels.

const EMPTY_PHRASES = 'Great post! So true. Thanks for sharing.';
const TAKE = 'Our handover asks for the reading alone; nobody has ever asked what the new nurses themselves make of it.';
const HALF = 'There is something in this, but';
const THUMB = 44;

let bench: OpenWorkbench;
const modal = (): Locator => bench.page.locator('.sss-take');
const title = (): Promise<string | null> => bench.page.locator('.modal-title').textContent();
const tap = (name: string): Promise<void> => modal().getByRole('button', { name, exact: true }).click();

beforeAll(async () => {
  bench = await openSampleWith({}, { viewport: { width: 390, height: 844 } });
  bench.page.setDefaultTimeout(10_000);
  await bench.page.evaluate(axe.source);
});

afterAll(async () => {
  expect(bench.errors).toEqual([]);
  await bench.close();
});

/** Serious findings, among them controls that are too small or too close for a thumb. */
async function findings(where: string): Promise<string[]> {
  await bench.page.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)));
  return bench.page.evaluate(async (selector) => {
    const { axe: loaded } = window as unknown as { axe: typeof axe };
    const { violations, passes } = await loaded.run({ include: [[selector]] }, { resultTypes: ['violations', 'passes'], rules: { 'target-size': { enabled: true } } });
    if (!passes.concat(violations).some(({ id }) => id === 'target-size')) throw new Error('The sizes were not looked at.');
    // A control that is half under the row of buttons has its size when it is scrolled to.
    const isTooSmall = async (target: string): Promise<boolean> => {
      document.querySelector(target)?.scrollIntoView({ block: 'center' });
      return (await loaded.run({ include: [[target]] }, { runOnly: ['target-size'] })).violations.length > 0;
    };
    const found: string[] = [];
    for (const { id, impact, nodes } of violations) {
      if (impact !== 'serious' && impact !== 'critical') continue;
      for (const { html, target } of nodes) if (id !== 'target-size' || (await isTooSmall(String(target[0])))) found.push(`${id}: ${html.slice(0, 160)}`);
    }
    return found;
  }, where);
}

/** What is wider than the place it has, in CSS pixels. */
function overhang(where: string): Promise<number> {
  return bench.page.locator(where).first().evaluate((element) => Math.max(element.scrollWidth - element.clientWidth, element.getBoundingClientRect().right - document.documentElement.clientWidth));
}

describe('on a phone', () => {
  it('the mark at a quote can be met by a thumb, and stays small to the eye', async () => {
    await bench.openNote('Quotes/Samuel Johnson - Knowledge is of two kinds.md', 'preview');
    const mark = bench.page.locator('.markdown-reading-view .sss-quote-mark').first();
    await mark.waitFor();
    const met = await mark.evaluate((button, thumb) => {
      const { left, top, width, height } = button.getBoundingClientRect();
      const [x, y, reach] = [left + width / 2, top + height / 2, thumb / 2 - 1];
      const places = [[x - reach, y], [x + reach, y], [x, y - reach], [x, y + reach]] as const;
      return { height, met: places.map(([across, down]) => document.elementFromPoint(across, down)?.closest('.sss-quote-mark') === button) };
    }, THUMB);
    expect(met.met).toEqual([true, true, true, true]);
    expect(met.height).toBeLessThan(THUMB / 2);
  });

  it('the headings of the Share tab follow those of the note', async () => {
    await bench.openNote('Quotes/Samuel Johnson - Knowledge is of two kinds.md', 'preview');
    await bench.page.locator('.markdown-reading-view h2').first().waitFor();
    await bench.runCommand(`${PLUGIN}:share-open-ledger`);
    await bench.page.locator('.sss-tab-share .sss-section').first().waitFor();
    const found = await bench.page.evaluate(async () => (await (window as unknown as { axe: typeof axe }).axe.run(document, { runOnly: ['heading-order'] })).violations.map(({ nodes }) => nodes.map(({ html }) => html)));
    expect(found).toEqual([]);
  });

  it('a review puts off, lets go and takes, says what could stand below any quote, and fits', async () => {
    const letGo = async (): Promise<number> => [...(await notesOnDisk(bench, 'Quotes')).values()].filter((text) => text.includes(`${PROPERTY_NAMES.letGo}: ${dayOf(new Date())}\n`)).length;
    await bench.runCommand(`${PLUGIN}:sense-review-next`);
    await modal().waitFor();
    const count = Number(/of (\d+)$/.exec((await title()) ?? '')?.[1]);
    expect(await findings('.sss-take')).toEqual([]);
    expect(await overhang('.sss-take .modal-content')).toBeLessThanOrEqual(0);
    const first = await modal().locator('.sss-take-quote').textContent();
    await modal().locator('textarea').fill(HALF);
    await tap(words.sense.later);
    await expect.poll(title).toBe(`${words.sense.modalTitle} · ${words.sense.reviewProgress(2, count)}`);
    expect(await modal().locator('.sss-take-quote').textContent()).not.toBe(first);
    const second = ((await modal().locator('.sss-take-quote').textContent()) ?? '').trim().slice(0, 20);
    await tap(words.sense.letGo);
    await expect.poll(title).toBe(`${words.sense.modalTitle} · ${words.sense.reviewProgress(3, count)}`);
    // What a thumb let go by mistake comes back by the notice, which names it.
    expect(await letGo()).toBe(1);
    const notice = bench.page.locator('.notice', { hasText: second }).filter({ has: bench.page.getByRole('button', { name: words.sense.takeBack }) });
    await notice.getByRole('button', { name: words.sense.takeBack }).click();
    await bench.page.locator('.notice', { hasText: second }).filter({ hasNot: bench.page.getByRole('button') }).waitFor();
    expect(await letGo()).toBe(0);
    await modal().locator('textarea').fill(EMPTY_PHRASES);
    const reasons = modal().locator('.sss-reasons li');
    await expect.poll(() => reasons.allTextContents()).toEqual([words.sense.takeTooShort(7, 12), words.sense.takeIsSetPhrases(['great post', 'so true', 'thanks for sharing'])]);
    await modal().locator('textarea').fill(TAKE);
    await expect.poll(() => reasons.count()).toBe(0);
    // A thumb that is too fast saves once.
    await modal().getByRole('button', { name: words.sense.saveAndNext }).evaluate((button: HTMLElement) => {
      button.click();
      button.click();
    });
    await expect.poll(title).toBe(`${words.sense.modalTitle} · ${words.sense.reviewProgress(4, count)}`);
    await closeAll(bench);
    const notes = await notesOnDisk(bench, 'Quotes');
    const quotes = [...notes.values()];
    const today = dayOf(new Date());
    expect(quotes.filter((text) => text.includes(`## My take\n${TAKE}\n`) && text.includes(`sensed: ${today}`))).toHaveLength(1);
    const [later, ...others] = [...notes].flatMap(([path, text]) => (text.includes(`${PROPERTY_NAMES.later}: ${dayAfter(today, 7)}\n`) ? [path] : []));
    expect(others).toEqual([]);
    // What was typed before a quote was put off is there when it comes back.
    await bench.page.evaluate(([id, path]) => window.workbench.fireProtocol(id, { action: 'take', path }), [PLUGIN, later ?? ''] as const);
    await expect.poll(() => modal().locator('textarea').inputValue()).toBe(HALF);
    await closeAll(bench);
  });

  it('the queue has room for the words, and icons that a thumb can meet', async () => {
    await bench.runCommand(`${PLUGIN}:open-sidebar`);
    await bench.page.locator('.sss-tab-button[data-tab=sense]').click();
    await bench.page.locator('.sss-tab-sense .sss-row').first().waitFor();
    expect(await findings('.sss-tab-sense')).toEqual([]);
    expect(await overhang('.sss-tab-sense')).toBeLessThanOrEqual(0);
    const sizes = await bench.page.locator('.sss-tab-sense .sss-row').evaluateAll((rows) => rows.map((row) => {
      const boxes = [...row.querySelectorAll('.clickable-icon')].map((icon) => icon.getBoundingClientRect());
      const main = row.querySelector('.sss-row-main')?.getBoundingClientRect();
      return { least: Math.min(main?.height ?? 0, ...boxes.flatMap(({ width, height }) => [width, height])), words: (main?.width ?? 0) / row.getBoundingClientRect().width };
    }));
    expect(sizes.length).toBeGreaterThan(5);
    for (const { least, words: room } of sizes) {
      expect(least).toBeGreaterThanOrEqual(THUMB);
      expect(room).toBeGreaterThan(0.95);
    }
  });
});

describe('the take, and the question when a quote shall come back', () => {
  it.each([['a phone', 390], ['a desktop', 1280]])('have no serious finding of axe on %s, in either theme', async (_, width) => {
    await bench.page.setViewportSize({ width, height: 844 });
    const found: Record<string, string[]> = {};
    for (const theme of ['light', 'dark']) {
      await bench.page.evaluate((name) => document.body.classList.replace(name === 'dark' ? 'theme-light' : 'theme-dark', `theme-${name}`), theme);
      await bench.runCommand(`${PLUGIN}:sense-review-next`);
      await modal().waitFor();
      found[`take, ${theme}`] = await findings('.sss-take');
      await tap(words.sense.laterWhen);
      await bench.page.locator('.prompt .suggestion-item').first().waitFor();
      found[`when, ${theme}`] = await findings('.prompt');
      await closeAll(bench);
    }
    expect(found).toEqual({ 'take, light': [], 'when, light': [], 'take, dark': [], 'when, dark': [] });
  });
});
