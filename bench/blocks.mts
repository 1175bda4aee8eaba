/**
 * What live blocks cost over three years of daily practice, in Chromium with the built plugin: a note that holds every kind,
 * drawn for the first time and again, and an edit of a quote while it is open. Run: npm run bench:practice
 */
import { BLOCK_KINDS } from '../src/practice';
import { buildPlugin } from '../scripts/build-plugin.mts';
import { openWorkbench } from '../workbench/driver';
import { holdTo, type Bar } from './bars.mts';
import { measured, type Cost } from './main-thread.mts';
import { TODAY, practiceVault } from './practice-vault.mts';

const HELD = 50;
const FIRST = 2000;
const AGAIN = 500;
const EDITS = 10;
const NOTE = 'Blocks.md';
const EDITED = 'Quotes/Quote 0.md';
const KINDS = Object.entries<readonly string[]>(BLOCK_KINDS);
const BLOCKS = KINDS.map(([kind, options]) => `## ${kind}\n\`\`\`seek-sense-share\nshow: ${kind}\n${options.some((option) => option === 'limit') ? 'limit: 10\n' : ''}\`\`\`\n`).join('\n');

await buildPlugin();
const bench = await openWorkbench({ vault: { ...Object.fromEntries(practiceVault()), [NOTE]: BLOCKS, 'Empty.md': '' }, clock: new Date(`${TODAY}T12:00:00`), open: 'Empty.md' });
try {
  const { page } = bench;
  const session = await page.context().newCDPSession(page);
  await page.locator('.sss-index-status').waitFor({ state: 'hidden', timeout: 600_000 });
  await page.waitForTimeout(3000);
  /** Opens the note to read; milliseconds until every block shows what it was asked for. */
  const draw = async (): Promise<number> => {
    await bench.openNote(NOTE, 'preview');
    return page.evaluate(async (kinds) => {
      const from = performance.now();
      for (;;) {
        const blocks = [...document.querySelectorAll('.markdown-reading-view .sss-block')];
        if (blocks.length === kinds && blocks.every((block) => block.querySelector('ul, svg, .sss-block-empty, .sss-block-problem') !== null && !(block.textContent ?? '').startsWith('Reading'))) break;
        if (performance.now() - from > 20_000) throw new Error(`The blocks were not drawn within twenty seconds: ${blocks.map((block) => block.textContent?.slice(0, 60)).join(' | ')}`);
        await new Promise((resolve) => requestAnimationFrame(resolve));
      }
      return performance.now() - from;
    }, KINDS.length);
  };
  const edit = (at: number): Promise<void> => page.evaluate(async ([path, text]) => {
    const { vault } = window.workbench.app;
    const file = vault.getFileByPath(path);
    if (file === null) throw new Error(`"${path}" is missing.`);
    await vault.process(file, (present) => `${present.replace(/\n## Applied\n[^]*$/, '')}\n## Applied\n- ${text}\n`);
  }, [EDITED, `${TODAY} insight · seen at edit ${at}`] as const);

  let [first, again] = [0, 0];
  const costs: [string, Cost][] = [];
  costs.push(['first drawn', await measured(session, async () => void (first = await draw()))]);
  await bench.openNote('Empty.md', 'preview');
  await page.waitForTimeout(1000);
  costs.push(['drawn again', await measured(session, async () => void (again = await draw()))]);
  await page.waitForTimeout(1000);
  costs.push(['the same edits without blocks', await measured(session, async () => {
    await bench.openNote('Empty.md', 'preview');
    for (let at = 0; at < EDITS; at++) {
      await edit(at);
      await page.waitForTimeout(800);
    }
  })]);
  await draw();
  costs.push([`${EDITS} edits while it is open`, await measured(session, async () => {
    for (let at = 0; at < EDITS; at++) {
      await edit(EDITS + at);
      await page.waitForTimeout(800);
    }
  })]);
  console.log(`a note with ${KINDS.length} live blocks; milliseconds: first drawn after ${first.toFixed(0)} (bar ${FIRST}), again after ${again.toFixed(0)} (bar ${AGAIN})`);
  console.log('longest task of the main thread; milliseconds: our code in it, the whole of a task with our code, the longest of all');
  for (const [phase, { ours, shared, longest }] of costs) console.log(`${phase.padEnd(36)} ${[ours, shared, longest].map((value) => value.toFixed(0).padStart(6)).join(' ')}`);
  const bars: Bar[] = [{ name: 'first drawn', value: first, bar: FIRST }, { name: 'drawn again', value: again, bar: AGAIN }, ...costs.map(([phase, { ours }]) => ({ name: `our code in one task, ${phase}`, value: ours, bar: HELD }))];
  holdTo(bars, bench.errors);
} finally {
  await bench.close();
}
