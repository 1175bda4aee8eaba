// How long the plugin holds the main thread, with the built plugin in Chromium on a made-up vault.
//   npm run bench:way -- [--notes 10000]
// The browser's trace gives the tasks of the main thread, its profiler tells in which of them the plugin's code ran. Of the
// time that passed and the time that the thread ran the lesser counts, so that a busy machine is not held against the plugin.
import { parseArgs } from 'node:util';
import type { CDPSession, Page } from 'playwright-core';
import { buildPlugin, PLUGIN_ID } from '../scripts/build-plugin.mts';
import { openWorkbench } from '../workbench/driver/index.ts';
import { prose } from './synthetic.mts';

const { values: options } = parseArgs({ options: { notes: { type: 'string', default: '10000' } } });
/** The workbench loads a plugin's file as a blob; nothing else in the page is one. */
const OURS = 'blob:';
const BAR = 50;
const SWITCHES = 20;
const WORDS = 'Swarms of bees decide by dancing, and a team that practises handover together decides like them. ';

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds on the clock (start, length), and the length on the thread's own. */
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

interface Profile {
  readonly nodes: readonly { readonly id: number; readonly callFrame: { readonly url: string }; readonly children?: readonly number[] }[];
  readonly startTime: number;
  readonly samples?: readonly number[];
  readonly timeDeltas?: readonly number[];
}

/** What a phase cost the main thread, in milliseconds. */
interface Cost {
  /** The most that the plugin's code, and what it called, took of one task. */
  readonly ours: number;
  /** The longest task in which the plugin's code ran, with all that the app did in it. */
  readonly shared: number;
  /** The longest task of all. */
  readonly longest: number;
}

/** Moments at which the plugin's code was on the stack, with how long each stands for; both in microseconds. */
function ownMoments({ nodes, startTime, samples = [], timeDeltas = [] }: Profile): { readonly at: number; readonly lasts: number }[] {
  const own = new Set<number>();
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const mark = (id: number): void => {
    own.add(id);
    for (const child of byId.get(id)?.children ?? []) mark(child);
  };
  for (const { id, callFrame } of nodes) if (callFrame.url.startsWith(OURS) && !own.has(id)) mark(id);
  let at = startTime;
  return samples.flatMap((id, index) => {
    at += timeDeltas[index] ?? 0;
    return own.has(id) ? [{ at, lasts: timeDeltas[index + 1] ?? 0 }] : [];
  });
}

function costOf(events: readonly TraceEvent[], profile: Profile): Cost {
  const threads = new Set(events.filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain').map(({ pid, tid }) => `${pid}:${tid}`));
  const tasks = events
    .filter(({ ph, name, pid, tid }) => ph === 'X' && name.endsWith('RunTask') && threads.has(`${pid}:${tid}`))
    .map(({ ts, dur = 0, tdur = dur }) => ({ from: ts, to: ts + dur, time: Math.min(dur, tdur), ours: 0 }))
    .sort((a, b) => a.from - b.from);
  if (tasks.length === 0) throw new Error('The trace shows no task of the main thread.');
  let at = 0;
  for (const moment of ownMoments(profile)) {
    while (at < tasks.length - 1 && (tasks[at]?.to ?? 0) < moment.at) at++;
    const task = tasks[at];
    if (task !== undefined && task.from <= moment.at) task.ours += moment.lasts;
  }
  const most = (times: readonly number[]): number => Math.max(0, ...times) / 1000;
  return {
    ours: most(tasks.map(({ ours, time }) => Math.min(ours, time))),
    shared: most(tasks.filter(({ ours }) => ours > 0).map(({ time }) => time)),
    longest: most(tasks.map(({ time }) => time)),
  };
}

async function measured(session: CDPSession, work: () => Promise<void>): Promise<Cost> {
  const events: TraceEvent[] = [];
  const collect = ({ value }: { value: unknown[] }): void => void events.push(...(value as TraceEvent[]));
  session.on('Tracing.dataCollected', collect);
  await session.send('Profiler.enable');
  await session.send('Profiler.setSamplingInterval', { interval: 500 });
  await session.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig: { includedCategories: ['toplevel', '__metadata'] } });
  await session.send('Profiler.start');
  await work();
  const { profile } = await session.send('Profiler.stop');
  const complete = new Promise((resolve) => {
    session.once('Tracing.tracingComplete', resolve);
  });
  await session.send('Tracing.end');
  await complete;
  session.off('Tracing.dataCollected', collect);
  return costOf(events, profile);
}

/** Resolves when the index is complete: its mark in the status bar comes while notes are read, and goes. */
async function untilComplete(page: Page, isCold: boolean): Promise<void> {
  const mark = page.locator('.sss-index-status');
  if (isCold) await mark.filter({ hasText: 'Indexing' }).waitFor({ timeout: 60_000 });
  await mark.waitFor({ state: 'hidden', timeout: 600_000 });
  await page.waitForTimeout(3000);
}

async function showNote(page: Page, path: string): Promise<void> {
  await page.evaluate(async (wanted) => {
    const { app } = window.workbench;
    const file = app.vault.getFileByPath(wanted);
    if (file !== null) await app.workspace.getLeaf().openFile(file, { state: { mode: 'source' } });
  }, path);
}

const count = Number(options.notes);
const notes = [...prose(count, 3)];
await buildPlugin();
const bench = await openWorkbench({ vault: Object.fromEntries(notes.map(({ path, content }) => [path, content])), pluginsOff: true });
try {
  const { page } = bench;
  const session = await page.context().newCDPSession(page);
  const enable = (): Promise<void> => page.evaluate((id) => window.workbench.enable(id), PLUGIN_ID);
  const pathAt = (at: number): string => notes[at % notes.length]?.path ?? '';
  const rows: [string, Cost][] = [];
  rows.push(['the app alone, for comparison', await measured(session, async () => {
    for (let at = 2; at < 6; at++) {
      await showNote(page, pathAt(at * 37));
      await page.waitForTimeout(500);
    }
  })]);
  rows.push(['first start, with indexing', await measured(session, async () => {
    await enable();
    await untilComplete(page, true);
  })]);
  await page.evaluate((id) => window.workbench.disable(id), PLUGIN_ID);
  rows.push(['next start, from the cache', await measured(session, async () => {
    await enable();
    await untilComplete(page, false);
  })]);
  await showNote(page, pathAt(1));
  await bench.runCommand(`${PLUGIN_ID}:serendipity-show`);
  await page.locator('.sss-links-list .sss-link').first().waitFor({ timeout: 60_000 });
  rows.push(['typing, with the Links tab open', await measured(session, async () => {
    await page.evaluate(() => window.workbench.app.workspace.activeEditor?.editor?.focus());
    await page.keyboard.type(WORDS.repeat(2), { delay: 25 });
    await page.waitForTimeout(5000);
  })]);
  rows.push([`switching between ${SWITCHES} notes`, await measured(session, async () => {
    for (let at = 2; at < SWITCHES + 2; at++) {
      await showNote(page, pathAt(at * 37));
      await page.waitForTimeout(500);
    }
  })]);
  process.stdout.write(`\n${count} notes; milliseconds of the main thread, longest task (bar: ${BAR} caused by us)\n\n| phase | our code in one task | whole task with our code in it | longest task of all |\n|---|---|---|---|\n`);
  for (const [phase, { ours, shared, longest }] of rows) process.stdout.write(`| ${phase} | ${ours.toFixed(1)} | ${shared.toFixed(1)} | ${longest.toFixed(1)} |\n`);
  process.stdout.write(bench.errors.length === 0 ? '' : `\nErrors: ${bench.errors.join('\n')}\n`);
} finally {
  await bench.close();
}
