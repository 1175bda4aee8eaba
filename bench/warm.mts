// Warm start in Chromium: from the cache in IndexedDB to an index that answers, against MiniSearch's addAll of the same notes.
//   npm run bench:warm -- [--notes 10000] [--rounds 5]
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import { findChromium } from '../workbench/driver/index.ts';
import { median } from './measuring.mts';
import type { WarmBench } from './warm-page.ts';

const { values: options } = parseArgs({ options: { notes: { type: 'string', default: '10000' }, rounds: { type: 'string', default: '5' } } });

const bundled = await build({ entryPoints: [new URL('./warm-page.ts', import.meta.url).pathname], bundle: true, write: false, format: 'iife', target: 'es2022' });
const script = bundled.outputFiles[0]?.text ?? '';
const server = createServer((request, response) => {
  response.setHeader('content-type', request.url === '/page.js' ? 'text/javascript' : 'text/html');
  response.end(request.url === '/page.js' ? script : '<!doctype html><script src="/page.js"></script>');
});
await new Promise<void>((resolve) => {
  server.listen(0, '127.0.0.1', resolve);
});
const executablePath = findChromium();
if (executablePath === undefined) throw new Error('No Chromium was found. Install it, or set CHROME_PATH to its program file.');
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
try {
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  const asked = [Number(options.notes), Number(options.rounds)] as const;
  const { addAll, warm, first, notes } = await page.evaluate(([count, rounds]) => (window as unknown as { bench: WarmBench }).bench.measure(count, rounds), asked);
  console.log(`${notes} notes in Chromium, median of ${warm.length} rounds`);
  console.log(`  MiniSearch addAll                      ${median(addAll).toFixed(0).padStart(8)} ms`);
  console.log(`  from the cache, ready to answer        ${median(warm).toFixed(0).padStart(8)} ms`);
  console.log(`    ÷ MiniSearch addAll                  ${median(warm.map((value, round) => value / (addAll[round] ?? 1))).toFixed(3).padStart(8)} × (bar: 0.05)`);
  console.log(`  the first answer                       ${median(first).toFixed(0).padStart(8)} ms`);
} finally {
  await browser.close();
  server.close();
}
