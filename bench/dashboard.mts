/**
 * How long the dashboard takes to appear once the activity is computed, and to follow an edit, over three years of daily
 * practice, in Chromium with the built plugin. Run: npm run bench:practice
 */
import { openWorkbench } from '../workbench/driver';
import { buildPlugin } from '../scripts/build-plugin.mts';
import { TODAY, practiceVault } from './practice-vault.mts';

const ROUNDS = 5;
const FIRST_PAINT = 200;
const EDITS = 10;
const EDIT = 50;
const EDITED = 'Quotes/Quote 0.md';

await buildPlugin();
const bench = await openWorkbench({ vault: Object.fromEntries(practiceVault()), clock: new Date(`${TODAY}T12:00:00`) });
try {
  await bench.runCommand('seek-sense-share:practice-open');
  await bench.page.locator('.sss-dash .mod-queue svg').waitFor({ timeout: 180_000 });
  const times = await bench.page.evaluate(async (rounds) => {
    const { app } = window.workbench;
    const shown: number[] = [];
    for (let round = 0; round < rounds; round++) {
      for (const leaf of app.workspace.getLeavesOfType('seek-sense-share-practice')) leaf.detach();
      await new Promise((resolve) => setTimeout(resolve, 500));
      const from = performance.now();
      app.commands.executeCommandById('seek-sense-share:practice-open');
      while (document.querySelector('.sss-dash .mod-unused') === null) await new Promise((resolve) => requestAnimationFrame(resolve));
      shown.push(performance.now() - from);
    }
    return shown.sort((left, right) => left - right);
  }, ROUNDS);
  const median = times[Math.floor(ROUNDS / 2)] ?? Infinity;
  console.log(`dashboard, from the command to the last part; milliseconds: median ${median.toFixed(0)}, slowest ${(times.at(-1) ?? 0).toFixed(0)}, bar ${FIRST_PAINT}`);
  // An edit is followed after a pause; what counts is how long the page is held by it, from the edit until it is drawn and painted.
  const holds = await bench.page.evaluate(async ([path, edits]) => {
    const { app } = window.workbench;
    const { port1, port2 } = new MessageChannel();
    let [longest, last] = [0, performance.now()];
    port1.onmessage = () => {
      const now = performance.now();
      longest = Math.max(longest, now - last);
      last = now;
      port2.postMessage(0);
    };
    port2.postMessage(0);
    const held: number[] = [];
    for (let edit = 0; edit < edits; edit++) {
      const file = app.vault.getFileByPath(path);
      if (file === null) throw new Error(`"${path}" is missing.`);
      [longest, last] = [0, performance.now()];
      const from = performance.now();
      await app.vault.process(file, (text) => `${text.replace(/\n## Applied\n[^]*$/, '')}\n## Applied\n- 2026-11-20 insight · seen at edit ${edit}\n`);
      while (document.querySelector('.sss-dash .mod-harvest')?.textContent?.includes(`seen at edit ${edit}`) !== true) {
        if (performance.now() - from > 20_000) throw new Error(`The dashboard did not follow edit ${edit}.`);
        await new Promise((resolve) => requestAnimationFrame(resolve));
      }
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 100)));
      held.push(longest);
    }
    port1.close();
    return held.sort((left, right) => left - right);
  }, [EDITED, EDITS] as const);
  const [hold, longest] = [holds[Math.floor(EDITS / 2)] ?? Infinity, holds.at(-1) ?? Infinity];
  console.log(`an edit while it is open, longest time the page was held; milliseconds: median ${hold.toFixed(0)}, slowest ${longest.toFixed(0)}, bar ${EDIT}`);
  process.exitCode = median < FIRST_PAINT && longest < EDIT ? 0 : 1;
} finally {
  await bench.close();
}
