import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seededRandom } from '../../src/base';
import { openWorkbench, type OpenWorkbench } from '../../workbench/driver';
import { changedBetween, drawMoment, playAndKill, playThrough, prepare, type Left, type Moment, type States } from './crash-run';
import { SCENES, type Scene } from './crash-scenes';
import { readAll, smallVault } from './crash-vault';

// The page's process is killed in the middle of every kind of write, again and again. Whatever moment it was, the vault
// then holds one of the states that the same write goes through when nothing happens: no note half-written, none lost,
// and what a person had typed is in a note or in a draft. Each run has a seed; the failure names it.

const RUNS = 100;
const FIRST_SEED = 20_261_121;
const LANES = 2;
const PLUGIN = 'seek-sense-share';

interface Run {
  readonly scene: Scene;
  readonly number: number;
  readonly round: number;
  readonly seed: number;
  readonly tag: string;
}

interface Outcome {
  readonly kind: string;
  readonly came: 'before' | 'between' | 'after';
}

const references = new Map<Scene, States>();
const outcomes: Outcome[] = [];
const failures: string[] = [];
let lanes: OpenWorkbench[] = [];

const tagOf = (number: number): string => `R${String(number).padStart(3, '0')}`;
const share = <Item>(items: readonly Item[], lane: number): Item[] => items.filter((_item, at) => at % LANES === lane);

beforeAll(async () => {
  const first = await openWorkbench({ vault: smallVault() });
  lanes = [first, ...(await Promise.all(Array.from({ length: LANES - 1 }, () => openWorkbench({ vault: smallVault(), built: true }))))];
});

afterAll(async () => {
  await Promise.all(lanes.map((bench) => bench.close()));
});

describe('a page that dies in the middle of a write', () => {
  it('writes in known steps when nothing happens', async () => {
    await Promise.all(lanes.map(async (_bench, lane) => {
      for (const scene of share(SCENES, lane)) references.set(scene, await reference(lane, scene));
    }));
    for (const scene of SCENES) {
      const states = references.get(scene) ?? [];
      expect(scene.writes, `writes of "${scene.kind}"`).toContain(states.length - 1);
      // What a crash can leave is one of these states: none may hold a note without its words.
      for (const state of states) expect([...state].filter(([, text]) => text.trim() === ''), `empty files on the way of "${scene.kind}"`).toEqual([]);
      expect((states.at(-1)?.size ?? 0) > 0, `"${scene.kind}" changes the vault`).toBe(!scene.writes.includes(0));
    }
  }, 120_000);

  it(`leaves whole notes and all words, ${String(RUNS)} times`, async () => {
    const runs = Array.from({ length: RUNS }, (_none, at): Run => {
      const number = at + SCENES.length;
      return { scene: SCENES[at % SCENES.length] as Scene, number, round: Math.floor(at / SCENES.length), seed: FIRST_SEED + at, tag: tagOf(number) };
    });
    const began = Date.now();
    await Promise.all(lanes.map((_bench, lane) => killAll(lane, share(runs, lane))));
    console.log(`${table(outcomes)}\n${String(RUNS)} kills in ${String(Math.round((Date.now() - began) / 1000))} s`);
    expect(failures).toEqual([]);
    for (const came of ['before', 'between', 'after'] as const) {
      expect(outcomes.filter((outcome) => outcome.came === came).length, `runs that ended ${came} the write`).toBeGreaterThan(3);
    }
  }, 400_000);

  it('does nothing twice when a person does it again because the page died before it could say "done"', async () => {
    const scenes = SCENES.filter(({ isSafeTwice }) => isSafeTwice);
    await Promise.all(lanes.map(async (_bench, lane) => {
      for (const scene of share(scenes, lane)) {
        const number = SCENES.length + RUNS + SCENES.indexOf(scene);
        const states = references.get(scene) ?? [];
        const { before } = await playAndKill(await open(lane, scene, number), scene, tagOf(number), { at: 'unheard', write: states.length - 2 }, number);
        const again = (lanes[lane] = await (lanes[lane] as OpenWorkbench).reopen());
        await playThrough(again, scene, tagOf(number));
        const found = changedBetween(before, await readAll(again.vaultPath), tagOf(number));
        expect(sorted(found), scene.kind).toEqual(sorted(states.at(-1) ?? new Map()));
      }
    }));
  }, 120_000);
});

/** The steps of a write that nobody interrupts. The page is opened anew first, as for every later run. */
async function reference(lane: number, scene: Scene): Promise<States> {
  const number = SCENES.indexOf(scene);
  const bench = await open(lane, scene, number);
  return playThrough(bench, scene, tagOf(number));
}

async function open(lane: number, scene: Scene, number: number): Promise<OpenWorkbench> {
  const old = lanes[lane] as OpenWorkbench;
  await prepare(old.vaultPath, scene, tagOf(number), number);
  return (lanes[lane] = await old.reopen());
}

async function killAll(lane: number, runs: readonly Run[]): Promise<void> {
  let last: (Left & { run: Run; story: string }) | undefined;
  for (const run of runs) {
    const { scene, seed, tag } = run;
    const bench = await open(lane, scene, run.number);
    if (last !== undefined) failures.push(...(await problemsAfter(bench, last)));
    const moment = drawMoment(seededRandom(seed), (references.get(scene)?.length ?? 1) - 1, run.round);
    const story = `seed ${String(seed)}: ${scene.kind}, killed ${momentText(moment)}`;
    const left = await playAndKill(bench, scene, tag, moment, seed);
    failures.push(...judge(run, left, story));
    last = { ...left, run, story };
  }
  const bench = (lanes[lane] = await (lanes[lane] as OpenWorkbench).reopen());
  if (last !== undefined) failures.push(...(await problemsAfter(bench, last)));
}

const momentText = (moment: Moment): string => ('delay' in moment ? `${String(moment.delay)} ms after the ${moment.at}` : `with write ${String(moment.write + 1)} ${moment.at}`);

/** What is wrong on the disk right after the page's end. */
function judge({ scene, tag }: Run, { before, after }: Left, story: string): string[] {
  const states = references.get(scene) ?? [];
  const found = JSON.stringify(sorted(changedBetween(before, after, tag)));
  const step = states.findIndex((state) => JSON.stringify(sorted(state)) === found);
  const came = step === 0 ? 'before' : step === states.length - 1 ? 'after' : 'between';
  if (step >= 0) outcomes.push({ kind: scene.kind, came });
  const problems = step < 0 ? [`${story}: the vault is in no state that this write goes through: ${found}`] : [];
  const unfinished = [...after.keys()].filter((name) => name.endsWith('.tmp'));
  if (unfinished.length > 0) problems.push(`${story}: unfinished files are left: ${unfinished.join(', ')}`);
  return problems;
}

const sorted = (state: ReadonlyMap<string, string>): [string, string][] => [...state].sort(([left], [right]) => (left < right ? -1 : 1));

/** Vaults in which a share was killed: what became of it is asked from then on, whenever the vault is opened. */
const interrupted = new Set<string>();
const ASKS = /^(?:A share was|\d+ shares were) interrupted\./;

/** What is wrong once the vault is open again: the plugin must stand, say nothing else than what is asked about a share, and have every typed word. */
async function problemsAfter(bench: OpenWorkbench, last: Left & { run: Run; story: string }): Promise<string[]> {
  const { story, run, landed } = last;
  const problems: string[] = [];
  const stands = await bench.page.evaluate((id) => id in window.workbench.app.plugins.plugins && window.workbench.commands().some((command) => command.id === `${id}:sense-review-next`), PLUGIN);
  if (!stands) problems.push(`${story}: the plugin did not load again`);
  if (run.scene.kind === 'ledger after sharing') interrupted.add(bench.vaultPath);
  const said = [...bench.errors, ...(await bench.notices())].filter((sentence) => !(interrupted.has(bench.vaultPath) && ASKS.test(sentence)));
  if (said.length > 0) problems.push(`${story}: after it was opened again: ${said.join(' | ')}`);
  const drafts = await bench.page.evaluate(() => Object.values({ ...localStorage }).join('\n'));
  const kept = `${[...(await readAll(bench.vaultPath)).values()].join('\n')}\n${drafts}`;
  for (const words of [...run.scene.typed(run.tag), landed]) {
    if (!kept.includes(words)) problems.push(`${story}: "${words}" is in no note and in no draft`);
  }
  return problems;
}

/** Kinds of writes and how their runs ended. */
function table(all: readonly Outcome[]): string {
  const row = (name: string, cells: readonly (number | string)[]): string => `${name.padEnd(48)}${cells.map((cell) => String(cell).padStart(9)).join('')}`;
  const columns = ['before', 'between', 'after'] as const;
  const count = (kind: string | undefined, came: string): number => all.filter((outcome) => (kind === undefined || outcome.kind === kind) && outcome.came === came).length;
  const rows = SCENES.map(({ kind }) => row(kind, columns.map((came) => count(kind, came))));
  return [row('killed in the middle of', columns), ...rows, row('all', columns.map((came) => count(undefined, came)))].join('\n');
}
