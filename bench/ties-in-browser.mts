// The people behind the ideas in Chromium, with the built plugin: 5,000 contacts with 100,000 interactions in a vault of 20,000
// notes. How long the tab Ties takes to follow an edit, how long the first computation holds the main thread, and how long
// the picture of the three spaces takes. Ends with a non-zero exit code when a bar is missed.
//   npm run bench:ties, or: npx tsx bench/ties-in-browser.mts --people 5000 --notes 20000
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { buildPlugin, PLUGIN_ID } from '../scripts/build-plugin.mts';
import { dayAfter, seededRandom } from '../src/base';
import { openWorkbench } from '../workbench/driver/index.ts';
import { holdTo } from './bars.mts';
import { measured, type Cost } from './main-thread.mts';

const { values: options } = parseArgs({ options: { people: { type: 'string', default: '5000' }, notes: { type: 'string', default: '20000' } } });
const [PEOPLE, NOTES] = [Number(options.people), Number(options.notes)];
const [INTERACTIONS, QUOTES, DAYS, COMMUNITIES, TOPICS, EDITS] = [20, 3000, 1000, 60, 900, 9];
const CLOCK = new Date('2026-11-20T09:12:00');
const TODAY = '2026-11-20';
const [BAR_EDIT, BAR_TASK, BAR_SPACES] = [100, 50, 1000];
const FIRST_DUE = '.sss-tab-ties .sss-rows .sss-row-title';
const SETTINGS = JSON.stringify({ serendipity: { enabled: false } });

const random = seededRandom(4);
const below = (limit: number): number => Math.floor(random() * limit);
const nameAt = (at: number): string => `Person ${at}`;
const someone = (): string => nameAt(below(PEOPLE));
const topic = (): string => `topic${below(TOPICS)} of craft${below(9)}`;

function contact(at: number): string {
  const days = Array.from({ length: INTERACTIONS }, () => dayAfter(TODAY, -1 - below(1500))).sort().reverse();
  const space = ['network', 'network', 'community', 'team'][below(4)];
  const communities = below(3) === 0 ? `communities: ["[[Community ${below(COMMUNITIES)}]]"]\n` : '';
  const cadence = below(2) === 0 ? 'cadence: 60\n' : '';
  return `---\ntype: contact\nspace: ${space}\n${communities}topics: [${topic()}, ${topic()}]\n${cadence}---\nMet at number ${at}.\n\n## Interactions\n${days.map((day) => `- ${day} ${below(2) === 0 ? 'gave' : 'received'} · a letter about bees`).join('\n')}\n`;
}

function quote(at: number): string {
  const shared = at % 3 === 0 ? `\n## Shared\n- ${dayAfter(TODAY, -below(400))} network · [[${someone()}]] · clipboard\n` : '';
  return `---\ntype: quote\nvia: "[[${someone()}]]"\ncaptured: ${dayAfter(TODAY, -below(900))}T10:00\n${shared === '' ? '' : 'shared: [network]\n'}---\n> [!quote]\n> Quote number ${at} about ${topic()}.\n\n## My take\nIt reminds me of ${topic()} and what we do each morning.\n${shared}`;
}

function vault(): Record<string, string> {
  const files: [string, string][] = [];
  for (let at = 0; at < PEOPLE; at++) files.push([`People/${nameAt(at)}.md`, contact(at)]);
  for (let at = 0; at < COMMUNITIES; at++) files.push([`Communities/Community ${at}.md`, '---\ntype: community\n---\n']);
  for (let at = 0; at < QUOTES; at++) files.push([`Quotes/Quote ${at}.md`, quote(at)]);
  for (let at = 0; at < DAYS; at++) files.push([`Daily/${dayAfter(TODAY, -at)}.md`, `With [[${someone()}]] about ${topic()}.\n`]);
  for (let at = files.length; at < NOTES; at++) files.push([`Notes/Note ${at}.md`, `# About ${topic()}\nSee [[Note ${NOTES - 1 - below(5000)}]] and [[Note ${NOTES - 1 - below(5000)}]].\n\n## ${topic()}\n${'Words about how a swarm decides. '.repeat(12)}\n`]);
  files.push(['.obsidian/plugins/seek-sense-share/data.json', SETTINGS]);
  return Object.fromEntries(files);
}

/** Milliseconds from the moment at which the app tells of an edit until the tab shows it, and the name that it is about. */
function edit(page: Page, day: string): Promise<number> {
  return page.evaluate(async ([today, first]) => {
    const { app } = window.workbench;
    const name = document.querySelector(first)?.textContent ?? '';
    const path = `People/${name}.md`;
    const file = app.vault.getFileByPath(path);
    if (file === null) throw new Error(`There is no note of "${name}".`);
    let told = 0;
    const ref = app.metadataCache.on('changed', (changed: { path: string }) => {
      if (changed.path === path && told === 0) told = performance.now();
    });
    const shown = new Promise<number>((resolve) => {
      const observer = new MutationObserver(() => {
        if (told === 0 || (document.querySelector(first)?.textContent ?? name) === name) return;
        observer.disconnect();
        resolve(performance.now());
      });
      observer.observe(document.body, { childList: true, subtree: true });
    });
    await app.vault.process(file, (text) => text.replace('## Interactions\n', `## Interactions\n- ${today} received · an answer\n`));
    const at = await shown;
    app.metadataCache.offref(ref);
    return at - told;
  }, [day, FIRST_DUE] as const);
}

await buildPlugin();
const bench = await openWorkbench({ vault: vault(), pluginsOff: true, clock: CLOCK });
try {
  const { page } = bench;
  page.setDefaultTimeout(180_000);
  const session = await page.context().newCDPSession(page);
  const rows: [string, Cost][] = [];
  rows.push(['reading all contacts, after the start', await measured(session, async () => {
    await page.evaluate((id) => window.workbench.enable(id), PLUGIN_ID);
    await page.waitForTimeout(8000);
  })]);
  rows.push(['the tab Ties, the first time', await measured(session, async () => {
    await bench.runCommand(`${PLUGIN_ID}:open-sidebar`);
    await page.locator('[data-tab=ties]').click();
    await page.locator('.sss-tab-ties .sss-row').first().waitFor();
    await page.waitForTimeout(6000);
  })]);
  const times: number[] = [];
  rows.push([`${EDITS} edits, with the tab open`, await measured(session, async () => {
    for (let at = 0; at < EDITS; at++) {
      times.push(await edit(page, TODAY));
      await page.waitForTimeout(1200);
    }
  })]);
  let drawn = 0;
  rows.push(['the picture of the three spaces', await measured(session, async () => {
    await page.waitForTimeout(200);
    drawn = await page.evaluate(async ([id, count]) => {
      const from = performance.now();
      window.workbench.app.commands.executeCommandById(`${id}:ties-open-spaces`);
      while (document.querySelectorAll('.sss-spaces .sss-dot').length < Number(count)) await new Promise(requestAnimationFrame);
      await new Promise(requestAnimationFrame);
      return performance.now() - from;
    }, [PLUGIN_ID, PEOPLE] as const);
  })]);
  times.sort((left, right) => left - right);
  const median = times[Math.floor(EDITS / 2)] ?? Number.NaN;
  process.stdout.write(`\n${PEOPLE} contacts, ${PEOPLE * INTERACTIONS} interactions, ${NOTES} notes; milliseconds\n\n`);
  process.stdout.write(`The tab follows an edit: median ${median.toFixed(0)}, slowest ${(times.at(-1) ?? Number.NaN).toFixed(0)} (bar: ${BAR_EDIT})\nThe three spaces are drawn: ${drawn.toFixed(0)} (bar: ${BAR_SPACES})\n`);
  process.stdout.write(`\nLongest task of the main thread (bar: ${BAR_TASK} caused by us)\n\n| phase | our code in one task | whole task with our code in it | longest task of all |\n|---|---|---|---|\n`);
  for (const [phase, { ours, shared, longest }] of rows) process.stdout.write(`| ${phase} | ${ours.toFixed(1)} | ${shared.toFixed(1)} | ${longest.toFixed(1)} |\n`);
  process.stdout.write('\n');
  holdTo([
    { name: 'the tab follows an edit (median)', value: median, bar: BAR_EDIT },
    { name: 'the three spaces are drawn', value: drawn, bar: BAR_SPACES },
    ...rows.map(([phase, { ours }]) => ({ name: `our code in one task, ${phase}`, value: ours, bar: BAR_TASK })),
  ], bench.errors);
} finally {
  await bench.close();
}
