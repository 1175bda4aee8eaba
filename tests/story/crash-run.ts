import { request as httpRequest } from 'node:http';
import type { CDPSession, Page, Request, Route } from 'playwright-core';
import { seededRandom, type Random } from '../../src/base';
import type { OpenWorkbench } from '../../workbench/driver';
import { layDown, readAll } from './crash-vault';
import { SETTINGS_FILE, type Scene } from './crash-scenes';

/** When the page dies: some milliseconds after the last key or after its first write left, or at a point of its nth write. */
export type Moment =
  | { readonly at: 'key' | 'first write'; readonly delay: number }
  /** The write has left the page and not reached the server; half of it has; all of it has, and the answer is on its way. */
  | { readonly at: 'unsent' | 'torn' | 'unheard'; readonly write: number };

/** What a run left on the disk. */
export interface Left {
  readonly before: ReadonlyMap<string, string>;
  readonly after: ReadonlyMap<string, string>;
  /** What had arrived of the words typed last. */
  readonly landed: string;
}

/** The states that a run's own files go through, one after each write; made comparable between runs. */
export type States = readonly ReadonlyMap<string, string>[];

const WRITES = /\/api\/file\?/;
const PROBE = '/api/file?probe';
/** A moment that never comes (two writes became one) is given up after this many milliseconds. */
const PATIENCE = 3000;
const MOMENTS = ['key', 'first write', 'unsent', 'torn', 'unheard', 'last unheard'] as const;
const LONGEST_DELAY = 60;
const LONGEST_SLOWNESS = 40;

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** When to kill a run of a kind that writes so many times: the rounds take turns, where and how long exactly is drawn. */
export function drawMoment(random: Random, writes: number, round: number): Moment {
  const at = writes === 0 ? 'key' : (MOMENTS[round % MOMENTS.length] ?? 'key');
  if (at === 'key' || at === 'first write') return { at, delay: Math.round(random() * LONGEST_DELAY) };
  if (at === 'last unheard') return { at: 'unheard', write: writes - 1 };
  return { at, write: Math.floor(random() * writes) };
}

/** Lays down what a scene needs, while no page is open. */
export async function prepare(root: string, scene: Scene, tag: string, run: number): Promise<void> {
  await layDown(root, { [SETTINGS_FILE]: '{}', ...scene.files?.(tag, run) }, scene.absent ?? []);
}

/** Plays a scene to its end, and tells the states its files went through. */
export async function playThrough(bench: OpenWorkbench, scene: Scene, tag: string): Promise<States> {
  await scene.stage(bench, tag);
  const states = [await readAll(bench.vaultPath)];
  await standBetween(bench.page, async (route) => {
    if (route.request().method() !== 'PUT') return route.continue();
    const response = await route.fetch();
    states.push(await readAll(bench.vaultPath));
    return route.fulfill({ response });
  });
  await scene.trigger(bench, tag, () => undefined);
  await scene.done(bench, tag);
  await bench.settle();
  await bench.page.unrouteAll({ behavior: 'wait' });
  const [first] = states;
  return states.map((state) => changedBetween(first ?? new Map(), state, tag));
}

/** Plays a scene and kills the page at a moment; everything slowed down by the seed, where there is one. */
export async function playAndKill(bench: OpenWorkbench, scene: Scene, tag: string, moment: Moment, seed?: number): Promise<Left> {
  await scene.stage(bench, tag);
  const session = await bench.context.newCDPSession(bench.page);
  const before = await readAll(bench.vaultPath);
  const dead = new Promise<void>((resolve) => bench.page.once('crash', () => resolve()));
  let landed = '';
  const kill = (): void => void session.send('Page.crash').catch(() => undefined);
  await standBetween(bench.page, interception(moment, seed === undefined ? () => 0 : seededRandom(seed), session));
  scene.trigger(bench, tag, (words) => (landed = words)).catch(() => undefined);
  const timer = setTimeout(kill, moment.at === 'key' ? moment.delay : PATIENCE);
  await dead;
  clearTimeout(timer);
  await quiet(bench);
  return { before, after: await readAll(bench.vaultPath), landed };
}

/**
 * Puts a handler between page and server. The browser may still send the next request past it, on a busy machine; so the
 * page asks for something that does not exist until the handler hears of it.
 */
async function standBetween(page: Page, handler: (route: Route) => Promise<void>): Promise<void> {
  let hears = false;
  await page.route(WRITES, async (route) => {
    if (!route.request().url().endsWith(PROBE)) return handler(route);
    hears = true;
    return route.fulfill({ status: 204 });
  });
  for (let tries = 0; tries < 50 && !hears; tries++) await page.evaluate((address) => fetch(address).then(() => undefined), PROBE);
  if (!hears) throw new Error('The requests of the page cannot be held up.');
}

// A request that the page's end cut off has been answered or dropped once the server answers another one behind it.
async function quiet(bench: OpenWorkbench): Promise<void> {
  await pause(30);
  const { origin, searchParams } = new URL(bench.url);
  await fetch(`${origin}/api/vault`, { headers: { 'x-workbench-token': searchParams.get('token') ?? '' } });
}

function interception(moment: Moment, random: Random, session: CDPSession): (route: Route) => Promise<void> {
  let seen = 0;
  const kill = (): void => void session.send('Page.crash').catch(() => undefined);
  return async (route) => {
    const asked = route.request();
    const isWrite = asked.method() === 'PUT';
    const isMeant = isWrite && 'write' in moment && seen === moment.write;
    if (isWrite && seen === 0 && moment.at === 'first write') setTimeout(kill, moment.delay);
    if (isWrite) seen += 1;
    try {
      if (!isMeant) {
        await pause(random() * LONGEST_SLOWNESS);
        const response = await route.fetch();
        await pause(random() * LONGEST_SLOWNESS);
        return await route.fulfill({ response });
      }
      if (moment.at === 'torn') await sendHalf(asked);
      if (moment.at === 'unheard') await route.fetch();
      kill();
    } catch {
      // The page is gone, and with it whoever waits for this answer.
    }
  };
}

/** Sends half of a request's body and hangs up, as a process that dies while it sends. */
async function sendHalf(asked: Request): Promise<void> {
  const body = asked.postDataBuffer() ?? Buffer.alloc(0);
  const headers = { ...(await asked.allHeaders()), 'content-length': String(body.length) };
  for (const name of Object.keys(headers)) if (name.startsWith(':')) Reflect.deleteProperty(headers, name);
  await new Promise<void>((resolve) => {
    const sent = httpRequest(asked.url(), { method: 'PUT', headers });
    sent.on('error', () => resolve());
    sent.on('close', () => resolve());
    sent.write(body.subarray(0, Math.ceil(body.length / 2)), () => setTimeout(() => sent.destroy(), 5));
  });
}

/** The files that differ from the first state, with what every run has of its own made alike. */
export function changedBetween(first: ReadonlyMap<string, string>, state: ReadonlyMap<string, string>, tag: string): Map<string, string> {
  const changed = new Map<string, string>();
  for (const name of new Set([...first.keys(), ...state.keys()])) {
    const text = state.get(name);
    if (text !== first.get(name)) changed.set(alike(name, tag), text === undefined ? '(deleted)' : alike(text, tag, name));
  }
  return changed;
}

function alike(text: string, tag: string, name = ''): string {
  const plain = text.replaceAll(tag, 'TAG').replace(/\d{4}-\d\d-\d\dT\d\d:\d\d/g, 'MINUTE');
  // What the rest of the vault says in a daily note is another text in every run.
  return name.startsWith('Daily/') ? plain.replace(/(?:- \[\[(?!.*TAG).*\n?)+/g, '- LINKS\n') : plain;
}
