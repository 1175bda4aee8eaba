/**
 * How long the dashboard takes to appear once the activity is computed, and to follow an edit, over three years of daily
 * practice, in Chromium with the built plugin. Run: npm run bench:practice
 */
import { openWorkbench } from '../workbench/driver';
import { buildPlugin } from '../scripts/build-plugin.mts';
import { TODAY, practiceVault } from './practice-vault.mts';

const ROUNDS = 5;
const FIRST_PAINT = 200;

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
  process.exitCode = median < FIRST_PAINT ? 0 : 1;
} finally {
  await bench.close();
}
