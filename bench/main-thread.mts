// How long work holds the main thread of a page: the browser's trace gives its tasks, its profiler tells in which of them the
// plugin's code ran. Of the time that passed and the time that the thread ran the lesser counts, so that a busy machine is
// not held against the plugin.
import type { CDPSession } from 'playwright-core';

/** The workbench loads a plugin's file as a blob; nothing else in the page is one. */
const OURS = 'blob:';

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
export interface Cost {
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

/** Does some work in the page and tells what it cost the main thread. */
export async function measured(session: CDPSession, work: () => Promise<void>): Promise<Cost> {
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
