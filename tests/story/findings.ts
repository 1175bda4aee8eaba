import axe from 'axe-core';
import type { AxeResults } from 'axe-core';
import type { OpenWorkbench } from '../../workbench/driver';

/** How long a page may move before it is looked at all the same, in ms. */
const LONGEST_MOVE = 3000;

/** Waits until nothing moves any more in a page; what moves for ever, or stands still in the middle, is not waited for. */
export async function stoodStill({ page }: OpenWorkbench): Promise<void> {
  await page.evaluate((longest) => {
    const moves = document.getAnimations().filter(({ playState, effect }) => playState === 'running' && effect?.getComputedTiming().endTime !== Infinity);
    return Promise.race([Promise.allSettled(moves.map(({ finished }) => finished)), new Promise((resolve) => void setTimeout(resolve, longest))]).then(() => undefined);
  }, LONGEST_MOVE);
}

/** What axe finds in a part of the page, one line each; empty when all is well. Waits until nothing moves any more. */
export async function findings(bench: OpenWorkbench, selector: string): Promise<string[]> {
  const { page } = bench;
  await page.locator(selector).first().waitFor();
  await stoodStill(bench);
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(async (where): Promise<AxeResults> => {
    const { axe: loaded } = window as unknown as { axe: typeof axe };
    return loaded.run({ include: [[where]] }, { resultTypes: ['violations'] });
  }, selector);
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${(failureSummary ?? '').slice(0, 200)}`));
}

/** Texts within a part of the page that its pictures cut off, or that are wider than the page. */
export function cutOff({ page }: OpenWorkbench, selector: string): Promise<string[]> {
  return page.locator(selector).evaluateAll((all) => all.flatMap((one) => {
    const seen = one.closest('svg')?.getBoundingClientRect() ?? { left: 0, right: window.innerWidth };
    const { left, right } = one.getBoundingClientRect();
    return left < Math.max(0, seen.left) - 0.5 || right > Math.min(window.innerWidth, seen.right) + 0.5 ? [one.textContent] : [];
  }));
}
