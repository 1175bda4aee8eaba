import type { Browser, Page } from 'playwright-core';

/** What one start of the plugin cost the page's main thread, in milliseconds. */
export interface StartCost {
  /** The longest task from the first plugin code until the layout was ready, as the clock on the wall has it. */
  readonly longest: number;
  /** The same in time on the processor: what it takes on a machine with nothing else to do. */
  readonly longestCpu: number;
  /** What the yardstick took in the same load, in time on the processor. */
  readonly yardstick: number;
  /** The longest task with plugin code in the first second after that, on the wall: for looking at, nothing is promised. */
  readonly afterwards: number;
}

interface TraceEvent {
  readonly name: string;
  readonly cat: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly data?: { readonly url?: string } };
}

const CATEGORIES = ['toplevel', 'disabled-by-default-devtools.timeline', 'devtools.timeline', 'blink.user_timing', 'v8', 'disabled-by-default-v8.compile'];
/** Microseconds, as all times of a trace. */
const SECOND = 1_000_000;
const TASKS = new Set(['RunTask', 'ThreadControllerImpl::RunTask']);

/** Reads a made-up script of about a megabyte, as large as a plugin is: what that takes tells how fast the machine is just now. Runs in the page. */
export function readYardstick(): void {
  const functions = Array.from({ length: 12_000 }, (_, at) => `function f${String(at)}(a, b) { const c = a.map((x) => x + ${String(at)}); return c.length > b ? { c, n: ${String(at)} } : [...c, 't${String(at)}']; }`);
  performance.mark('yardstick');
  const script = document.createElement('script');
  script.textContent = `window.yardstick = (function () {${functions.join('\n')}});`;
  document.head.append(script);
  script.remove();
}

/** Loads the page once under the browser's own tracing. */
export async function traceStart(browser: Browser, page: Page, open: () => Promise<void>): Promise<StartCost> {
  await browser.startTracing(page, { categories: CATEGORIES });
  await open();
  const trace = JSON.parse((await browser.stopTracing()).toString('utf8')) as { traceEvents: TraceEvent[] };
  return costIn(trace.traceEvents);
}

const tasksOf = (events: readonly TraceEvent[]): TraceEvent[] => events.filter(({ name, ph }) => TASKS.has(name) && ph === 'X');

function costIn(events: readonly TraceEvent[]): StartCost {
  const mark = (name: string): TraceEvent => {
    const found = events.find((event) => event.name === name && event.cat.includes('blink.user_timing'));
    if (!found) throw new Error(`The page did not tell when it reached "${name}".`);
    return found;
  };
  const [began, loaded, ready] = [mark('plugins-start'), mark('plugins-loaded'), mark('layout-ready')];
  const ofPage = events.filter(({ pid, tid }) => pid === began.pid && tid === began.tid);
  const tasks = tasksOf(ofPage).filter(({ ts, dur = 0 }) => ts + dur > began.ts && ts < ready.ts);
  const calls = ofPage.filter(({ args }) => args?.data?.url?.startsWith('plugin:'));
  const runsPlugin = ({ ts, dur = 0 }: TraceEvent): boolean => calls.some((call) => call.ts >= ts && call.ts < ts + dur);
  // While plugins are loaded nothing else is: what a promise goes on with has no address of its own in the trace.
  const meant = tasks.filter((task) => task.ts < loaded.ts || runsPlugin(task));
  const yardstick = mark('yardstick');
  const around = tasksOf(ofPage).filter(({ ts, dur = 0 }) => ts <= yardstick.ts && yardstick.ts < ts + dur);
  const inMs = (microseconds: number): number => Math.round(microseconds / 100) / 10;
  return {
    longest: inMs(Math.max(...meant.map(({ dur = 0 }) => dur))),
    longestCpu: inMs(Math.max(...meant.map(({ tdur = 0 }) => tdur))),
    yardstick: inMs(Math.min(...around.map(({ tdur = 0 }) => tdur))),
    afterwards: inMs(Math.max(0, ...tasksOf(ofPage).filter((task) => task.ts >= ready.ts && task.ts < ready.ts + SECOND && runsPlugin(task)).map(({ dur = 0 }) => dur))),
  };
}
