import { build } from 'esbuild';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { chromium, type Browser, type Page } from 'playwright-core';
import { findChromium } from '../../workbench/driver';
import { inlineWorker } from '../../scripts/inline-worker.mjs';
import type { HostPage } from './page';

declare global {
  interface Window {
    hostPage: HostPage;
  }
}

/** The host page in Chromium. */
export interface HostBrowser {
  open(): Promise<Page>;
  /** Closes all pages and forgets what they stored. */
  forget(): Promise<void>;
  close(): Promise<void>;
}

/** Builds the page and starts a browser with one profile: what is stored outlives a page. */
export async function startHostBrowser(): Promise<HostBrowser> {
  const bundled = await build({
    entryPoints: [new URL('./page.ts', import.meta.url).pathname], bundle: true, write: false, format: 'iife', target: 'es2022', plugins: [inlineWorker({ minify: false })],
  });
  const script = bundled.outputFiles[0]?.text ?? '';
  const server: Server = createServer((request, response) => {
    response.setHeader('content-type', request.url === '/page.js' ? 'text/javascript' : 'text/html');
    response.end(request.url === '/page.js' ? script : `<!doctype html><script src="/page.js"></script>`);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error('No Chromium was found. Install it, or set CHROME_PATH to its program file.');
  const browser: Browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  let context = await browser.newContext();
  return {
    async open() {
      const page = await context.newPage();
      await page.goto(`http://127.0.0.1:${port}/`);
      return page;
    },
    async forget() {
      await context.close();
      context = await browser.newContext();
    },
    async close() {
      await browser.close();
      server.close();
    },
  };
}

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds on the clock, and on the thread's own. */
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

/**
 * The longest task of the page's main thread while `work` goes on, in milliseconds. Of the time that passed and the time that
 * the thread ran the lesser counts, so that a busy machine is not held against the page.
 */
export async function longestTask(page: Page, work: () => Promise<unknown>): Promise<number> {
  const session = await page.context().newCDPSession(page);
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  await session.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig: { includedCategories: ['toplevel', '__metadata'] } });
  await work();
  const complete = new Promise((resolve) => {
    session.once('Tracing.tracingComplete', resolve);
  });
  await session.send('Tracing.end');
  await complete;
  const threads = new Set(events.filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain').map(({ pid, tid }) => `${pid}:${tid}`));
  const tasks = events.filter(({ ph, name, pid, tid }) => ph === 'X' && name.endsWith('RunTask') && threads.has(`${pid}:${tid}`));
  if (tasks.length === 0) throw new Error('The trace shows no task of the main thread.');
  return Math.max(...tasks.map(({ dur = 0, tdur = dur }) => Math.min(dur, tdur))) / 1000;
}
