import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { QUEUE, SimulatedVault, pause } from './simulated-vault';
import { ENGINES, TEMPLATE, templaterOnCreate, type Engine } from './template-engines';

// Every engine in every situation, 50 times with other delays. What has to come out is what the same vault without the
// plugin holds in the end, with the tokens of the template replaced and nothing else.

const RUNS = 50;
const OWN = 'My own words, and a {{sense:queue}} that I left.\n';
const TYPED = 'What I type meanwhile.';

/** What happens; and whether the tokens that the template brought are to be filled. */
interface Situation {
  readonly isFilled: boolean;
  run(vault: SimulatedVault, engine: Engine): Promise<void>;
}

const SITUATIONS: Readonly<Record<string, Situation>> = {
  'a new note': { isFilled: true, run: (vault, engine) => engine.make(vault, engine.path) },
  'a note that exists': {
    isFilled: true,
    async run(vault, engine) {
      vault.disk.set(engine.path, OWN);
      await vault.show(engine.path);
      await engine.use(vault, engine.path);
    },
  },
  'a note that comes by sync': {
    isFilled: false,
    async run(vault, engine) {
      // Some programs keep the times of a file, others do not; it is opened much later, or never.
      vault.appear(engine.path, TEMPLATE, vault.some(2) * 3_600_000);
      if (vault.rewritesOnCreate) void templaterOnCreate(vault, engine.path);
      await pause(9_000);
      if (vault.some(2) === 1) await vault.show(engine.path);
    },
  },
  'a person who types': {
    isFilled: true,
    async run(vault, engine) {
      await engine.make(vault, engine.path);
      await pause(vault.some(400));
      await vault.type(engine.path, TYPED);
    },
  },
  'a slow disk': {
    isFilled: true,
    async run(vault, engine) {
      vault.slowness = 1_200;
      await engine.make(vault, engine.path);
    },
  },
  'a slow disk and a person who types': {
    isFilled: true,
    async run(vault, engine) {
      vault.slowness = 600;
      await engine.make(vault, engine.path);
      await vault.type(engine.path, TYPED);
    },
  },
};

function started(engine: Engine, situation: Situation, hasPlugin: boolean): SimulatedVault[] {
  return Array.from({ length: RUNS }, (_, seed) => {
    const vault = new SimulatedVault(seed + 1, hasPlugin);
    engine.prepare?.(vault);
    void situation.run(vault, engine);
    return vault;
  });
}

/** The template's own tokens replaced; a token that a person left stays. */
function filled(text: string, engine: Engine): string {
  const template = engine.runsCommands ? TEMPLATE.replace('<% x %>', 'X') : TEMPLATE;
  return [TEMPLATE, template].reduce((result, one) => result.replaceAll(one, one.replace('{{sense:queue}}', QUEUE)), text);
}

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-11-20T08:00:00') });
});

afterEach(() => {
  vi.useRealTimers();
});

describe.each(Object.entries(ENGINES))('%s', (_name, engine) => {
  it.each(Object.entries(SITUATIONS))('%s', async (_situation, situation) => {
    const [without, vaults] = [started(engine, situation, false), started(engine, situation, true)];
    await vi.advanceTimersByTimeAsync(45_000);
    const results = vaults.map((vault) => vault.text(engine.path));
    const wanted = without.map((vault) => (situation.isFilled ? filled(vault.text(engine.path), engine) : vault.text(engine.path)));
    expect(results).toEqual(wanted);
    // The disk has what the editor shows, and nobody waits any more.
    expect(vaults.filter((vault) => !vault.open.has(engine.path) || vault.disk.get(engine.path) === vault.text(engine.path))).toHaveLength(RUNS);
    expect(vi.getTimerCount()).toBe(0);
    if (situation === SITUATIONS['a person who types']) for (const text of results) expect(text).toContain(TYPED);
  });
});

describe('a template', () => {
  it('keeps its tokens, whatever is done to it', async () => {
    const vault = new SimulatedVault(1, true);
    await Promise.all([vault.create('Templates/Day.md', TEMPLATE), vi.advanceTimersByTimeAsync(100)]);
    void vault.show('Templates/Day.md');
    await vi.advanceTimersByTimeAsync(100);
    vault.insert('Templates/Day.md', TEMPLATE);
    vault.filler?.rewritten('Templates/Day.md');
    await vi.advanceTimersByTimeAsync(30_000);
    expect([vault.text('Templates/Day.md'), vault.fillings]).toEqual([TEMPLATE + TEMPLATE, 0]);
  });
});
