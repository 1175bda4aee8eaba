// How fast the queue opens and is filtered with 10,000 quotes that wait, half of them quote notes, half in other notes, with the built plugin in Chromium.
//   npm run bench:queue -- [--quotes 10000]
// Bars: open 100 ms, filter 50 ms (each to the drawn rows, medians), no task of the main thread over 50 ms while the queue is used,
// and never more than 50 ms of the plugin in one task while all is read for the first time, and while quotes are put off, let go
// and taken one after another.
import { parseArgs } from 'node:util';
import { buildPlugin, PLUGIN_ID } from '../scripts/build-plugin.mts';
import { openWorkbench } from '../workbench/driver/index.ts';
import { holdTo } from './bars.mts';
import { measured, type Cost } from './main-thread.mts';
import { median } from './measuring.mts';
import { pluginOn } from './plugin-on.mts';
import { prose } from './synthetic.mts';

const { values: options } = parseArgs({ options: { quotes: { type: 'string', default: '10000' } } });
const TIMES = 9;
const PER_NOTE = 20;
const DEALT = 3;
const TAKE = 'We tried this on our own ward last winter, and the quiet colleagues noticed first what the rest of us had overlooked.';
const [OPEN_BAR, FILTER_BAR, TASK_BAR] = [100, 50, 50];

const count = Number(options.quotes);
const texts = [...prose(count, 5)].map(({ content }) => content.replace(/^---[\s\S]*?---\n/, '').replace(/[#>[\]|*`\n-]+/g, ' ').trim().slice(0, 280));
const vault: Record<string, string> = {};
for (let at = 0; at < count / 2; at++) {
  const day = new Date(Date.UTC(2024, 0, 1 + (at % 900))).toISOString().slice(0, 16);
  vault[`Quotes/Quote ${at}.md`] = `---\ntype: quote\nauthor: Author ${at % 300}\nsource: https://site-${at % 500}.example/${at}\ncaptured: ${day}\n---\n> [!quote]\n> ${at} ${texts[at] ?? ''}\n> — Author ${at % 300}\n\n## My take\n`;
}
for (let at = count / 2; at < count; at += PER_NOTE) {
  const lines = texts.slice(at, at + PER_NOTE).map((text, item) => `- ${at + item} ${text} ([Location ${item}](https://readwise.example/${item}))`);
  vault[`Reading/Book ${at}.md`] = `---\nauthor: Writer ${at % 70}\ntitle: Book ${at}\ncreated: 2025-01-01\n---\n## Highlights\n${lines.join('\n')}\n`;
}

await buildPlugin();
const bench = await openWorkbench({ vault, pluginsOff: true });
try {
  const { page } = bench;
  const started = performance.now();
  let complete = 0;
  // Everything is read for the first time while the queue stands open.
  const filling = await measured(await page.context().newCDPSession(page), async () => {
    await pluginOn(page, { sense: { quoteFolders: ['Reading'], queueLimit: 0 }, serendipity: { enabled: false } });
    await bench.runCommand(`${PLUGIN_ID}:open-sidebar`);
    await page.locator('.sss-tab-button[data-tab=sense]').click();
    await page.locator('.sss-tab-sense [role=status]', { hasText: `${count} quotes wait` }).waitFor({ timeout: 600_000 });
    complete = performance.now() - started;
    await page.waitForTimeout(2000);
  });
  // Functions in what is handed to the page are wrapped by the compiler in a call of this name.
  await page.evaluate('globalThis.__name = (named) => named');
  const figures = await page.evaluate(async (times) => {
    const longest: number[] = [];
    new PerformanceObserver((list) => longest.push(...list.getEntries().map(({ duration }) => duration))).observe({ entryTypes: ['longtask'] });
    const pause = (time: number): Promise<void> => new Promise((resolve) => void setTimeout(resolve, time));
    const tabOf = (id: string): HTMLElement => document.querySelector<HTMLElement>(`.sss-tab-button[data-tab=${id}]`) ?? document.body;
    const list = (): Element | null => document.querySelector('.sss-tab-sense [data-filter]');
    const open: number[] = [];
    const filter: number[] = [];
    const order: number[] = [];
    for (let time = 0; time < times; time++) {
      tabOf('share').click();
      await pause(300);
      const since = performance.now();
      tabOf('sense').click();
      while (document.querySelectorAll('.sss-tab-sense .sss-row').length < 60) await pause(0);
      open.push(performance.now() - since);
      await pause(300);
    }
    const input = document.querySelector<HTMLInputElement>('.sss-tab-sense input[type=search]');
    for (let time = 0; time < times; time++) {
      const words = `author ${time + 1}`;
      if (input !== null) input.value = words;
      input?.dispatchEvent(new Event('input', { bubbles: true }));
      // What passes before anything is begun is the pause that waits for the next key; it is told by the plugin's own clock.
      let since = performance.now();
      while (list()?.getAttribute('data-filter') !== words) {
        const before = performance.now();
        await pause(0);
        if (list()?.getAttribute('data-filter') === words) since = before;
      }
      filter.push(performance.now() - since);
      await pause(300);
    }
    if (input !== null) input.value = '';
    input?.dispatchEvent(new Event('input', { bubbles: true }));
    await pause(500);
    const select = document.querySelector<HTMLSelectElement>('.sss-tab-sense select');
    for (const wish of ['newest', 'source', 'person', 'chance', 'oldest']) {
      if (select !== null) select.value = wish;
      const since = performance.now();
      select?.dispatchEvent(new Event('change', { bubbles: true }));
      order.push(performance.now() - since);
      await pause(300);
    }
    return { open, filter, order, longest: Math.max(0, ...longest) };
  }, TIMES);
  const { keyboard } = page;
  const rows = page.locator('.sss-tab-sense .sss-row-main');
  const dealt: number[] = [];
  let left = count;
  /** Deals with the first quote that is shown, by keyboard, and waits until the list says that there is one less. */
  const deal = async (answer: () => Promise<void>): Promise<void> => {
    await rows.first().focus();
    await answer();
    const since = performance.now();
    await page.locator('.sss-tab-sense [role=status]', { hasText: String(left -= 1) }).waitFor();
    dealt.push(performance.now() - since);
    await page.waitForTimeout(200);
  };
  const later = async (): Promise<void> => {
    await keyboard.press('l');
    await page.locator('.prompt .suggestion-item').first().waitFor();
    await keyboard.press('Enter');
  };
  const take = async (): Promise<void> => {
    await keyboard.press('Enter');
    await page.locator('.modal textarea').first().fill(TAKE);
    await keyboard.press('Control+Enter');
  };
  const answers = [['put off', later], ['let go', () => keyboard.press('g')], ['given a take', take]] as const;
  // First as a user has it, with the page's own word on its tasks; a profiler that begins or ends makes long ones itself.
  const longTasks = await page.evaluateHandle(() => {
    const found: number[] = [];
    new PerformanceObserver((list) => found.push(...list.getEntries().map(({ duration }) => duration))).observe({ entryTypes: ['longtask'] });
    return found;
  });
  for (const [, answer] of answers) for (let time = 0; time < DEALT; time++) await deal(answer);
  const longestDealing = Math.max(0, ...(await longTasks.jsonValue()));
  const dealing = new Map<string, Cost>();
  for (const [what, answer] of answers) dealing.set(what, await measured(await page.context().newCDPSession(page), () => deal(answer)));
  const lines = [
    ['opens', median(figures.open), Math.max(...figures.open), OPEN_BAR],
    ['is filtered', median(figures.filter), Math.max(...figures.filter), FILTER_BAR],
    ['is put in another order', median(figures.order), Math.max(...figures.order), FILTER_BAR],
    ['longest part of the plugin in a task while all is read for the first time', filling.ours, filling.ours, TASK_BAR],
    ['longest task while it is used (0: none over 50)', figures.longest, figures.longest, TASK_BAR],
    ...[...dealing].map(([what, { ours }]) => [`longest part of the plugin in a task while quotes are ${what}`, ours, ours, TASK_BAR] as const),
  ] as const;
  process.stdout.write(`\n${count} quotes that wait, read for the first time in ${(complete / 1000).toFixed(1)} s; milliseconds\n\n| the queue | median | worst | bar |\n|---|---|---|---|\n`);
  for (const [what, middle, worst, bar] of lines) process.stdout.write(`| ${what} | ${middle.toFixed(1)} | ${worst.toFixed(1)} | ${bar} |\n`);
  process.stdout.write(`\nPut off, let go, taken: the list is one shorter after ${median(dealt).toFixed(0)} ms (worst ${Math.max(...dealt).toFixed(0)}); the page's longest task then, the app's work on a changed file included: ${longestDealing.toFixed(0)} (0: none over 50).\n`);
  holdTo(lines.map(([name, value, , bar]) => ({ name, value, bar })), bench.errors);
} finally {
  await bench.close();
}
