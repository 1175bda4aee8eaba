import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorkbench, type OpenWorkbench } from '../../workbench/driver';
import { OWN, SITUATIONS, TEMPLATE, TYPED, play, type Engine, type Outcome, type Play, type Played } from './template-play';

// Every template engine in every situation, in real editors on a real disk, many notes at the same time and with other pauses
// each time. A few runs of it here; tests/practice/template-matrix.test.ts runs each cell 50 times on a simulated vault and clock.
// `npm run test:matrix` does so here as well, in some minutes.

const RUNS = Number(process.env['MATRIX_RUNS'] ?? 3);
// More of them keep the page so busy that its pauses say nothing any more.
const AT_ONCE = 20;
const QUOTE = '---\ntype: quote\nauthor: Somebody\ncaptured: 2026-10-0N\n---\n> [!quote]\n> Words number N that wait for a take.\n';
const QUEUE = '- [[Q1]]\n- [[Q2]]';

const ROUNDS: readonly { name: string; engines: readonly Engine[]; play: Pick<Play, 'templater' | 'periodicNotes'> }[] = [
  { name: 'core plugins and Periodic Notes 0.x', engines: ['Daily notes', 'Templates', 'Periodic Notes'], play: { templater: false, periodicNotes: '0.x' } },
  { name: 'Periodic Notes 1.0, of weeks and days', engines: ['Periodic Notes', 'Periodic Notes, a day'], play: { templater: false, periodicNotes: '1.0' } },
  {
    name: 'Templater on create and by hand, alone and beside others',
    engines: ['Daily notes', 'QuickAdd', 'Templater, folder template', 'Templater by hand'],
    play: { templater: true, periodicNotes: '1.0' },
  },
];

const LEFT = Array.from({ length: RUNS * ROUNDS.flatMap(({ engines }) => engines).length }, (_, at) => `Notes/Left ${at}.md`);

let bench: OpenWorkbench;
let made = 0;

beforeAll(async () => {
  bench = await openWorkbench({
    vault: {
      'Quotes/Q1.md': QUOTE.replaceAll('N', '1'),
      'Quotes/Q2.md': QUOTE.replaceAll('N', '2'),
      // A note that was there before the app was started.
      ...Object.fromEntries(LEFT.map((path) => [path, OWN])),
      'Daily/Keep.md': '', 'Weekly/Keep.md': '', 'Notes/Keep.md': '', 'Projects/Keep.md': '',
      '.obsidian/daily-notes.json': '{"folder":"Daily"}',
      '.obsidian/templates.json': '{"folder":"Templates"}',
    },
  });
});

afterAll(async () => {
  await bench.close();
});

/** A note that somebody wrote long ago, another each time. */
function leftNote(): string {
  const path = LEFT.pop();
  if (path === undefined) throw new Error('There are no more notes that were left.');
  return path;
}

/** A place where an engine makes its notes, another each time. */
function pathFor(engine: Engine): string {
  const number = (made += 1);
  if (engine === 'Daily notes' || engine === 'Periodic Notes, a day') return `Daily/${new Date(Date.UTC(2001, 0, number)).toISOString().slice(0, 10)}.md`;
  if (engine === 'Periodic Notes') return `Weekly/${2000 + Math.floor(number / 52)}-W${String((number % 52) + 1).padStart(2, '0')}.md`;
  return `${engine === 'Templater, folder template' ? 'Projects' : 'Notes'}/Note ${number}.md`;
}

/** What is wrong with a note; undefined when it holds what it should, to the character. */
function wrongIn({ engine, situation, shown, onDisk }: Outcome, { templater }: Pick<Play, 'templater'>): string | undefined {
  const isRun = engine === 'Templater by hand' || engine === 'Templater, folder template' || (templater && situation !== 'existing');
  const brought = isRun ? TEMPLATE.replace('<% x %>', 'X') : TEMPLATE;
  const filled = brought.replace('{{sense:queue:2}}', QUEUE);
  const text = shown ?? onDisk;
  if (shown !== undefined && shown !== onDisk) return 'the disk has something else than the editor';
  if (situation === 'synced') return text === (templater ? TEMPLATE.replace('<% x %>', 'X') : TEMPLATE) ? undefined : 'a note that came by sync was changed';
  if (situation === 'existing') return text === (['Templates', 'QuickAdd', 'Templater by hand'].includes(engine) ? filled : '') + OWN ? undefined : 'a note that was there is not as it should be';
  if (text.split(filled).length !== 2) return 'the template does not stand there once, filled';
  return text.replace(filled, '') === (situation === 'typing' ? TYPED : '') ? undefined : 'there is more, or less, than the template and what was typed';
}

async function playRound(engines: readonly Engine[], how: Pick<Play, 'templater' | 'periodicNotes'>): Promise<Outcome[]> {
  const notes = Array.from({ length: RUNS }, () => engines.flatMap((engine) => SITUATIONS.map((situation): Played => ({ path: situation === 'existing' ? leftNote() : pathFor(engine), engine, situation })))).flat();
  const playing = bench.page.evaluate(play, { notes, texts: { template: TEMPLATE, own: OWN, typed: TYPED }, ...how, atOnce: AT_ONCE, seed: made + 1 });
  for (const { path, situation } of notes) if (situation === 'synced') await bench.writeFile(path, TEMPLATE);
  return playing;
}

describe('template engines in the browser', () => {
  it.each(ROUNDS)('$name: every note is filled once and right, in every situation', { timeout: 60_000 + RUNS * 10_000 }, async ({ engines, play: how }) => {
    const outcomes = await playRound(engines, how);
    const wrong = outcomes.flatMap((one) => {
      const told = wrongIn(one, how);
      return told === undefined ? [] : [`${one.engine}, ${one.situation}: ${told}: ${JSON.stringify(one.shown ?? one.onDisk)}`];
    });
    expect(wrong).toEqual([]);
    expect(outcomes).toHaveLength(RUNS * engines.length * SITUATIONS.length);
    expect(bench.errors).toEqual([]);
  });
});
