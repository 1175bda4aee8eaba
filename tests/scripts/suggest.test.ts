import { build } from 'esbuild';
import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

// The offline tool as people run it: its own process, real files and pipes. It is put into one file first, so that a run takes a tenth of a second.

interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly problems: string;
}

interface Answer {
  readonly path: string;
  readonly links: readonly { readonly path: string; readonly score: number; readonly reasons: readonly { readonly kind: string; readonly text: string }[] }[];
}

const NOTES = {
  'Bees/Swarm.md': 'A swarm of bees decides by dancing. Scouts come back to the hive and dance until a quorum agrees. [[Hive]]',
  'Bees/Hive.md': 'The hive in winter: honey, wax and warmth of the cluster.',
  'Teams/Meeting.md': 'A meeting decides best when scouts report first and a quorum of the team agrees, as a swarm does when dancing.',
  'Teams/Handover.md': 'Handover before a shift: the team tells the next team what it saw. Scouts report.',
  ' Odd /Blanks .md': 'A quorum of scouts, dancing.',
  'Music/Tuning.md': 'The oboe gives the A, and the orchestra tunes before the rehearsal.',
};

let folder: string;

function run(args: readonly string[], closeAfter = Infinity, program = [process.execPath, fileNamed('suggest.mjs')]): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const [command = '', ...before] = program;
    const child = spawn(command, [...before, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
    let [out, problems] = ['', ''];
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString();
      if (out.length >= closeAfter) child.stdout.destroy();
    });
    child.stderr.on('data', (chunk: Buffer) => (problems += chunk.toString()));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out, problems }));
  });
}

const fileNamed = (name: string): string => path.join(folder, name);

async function put(name: string, content: string): Promise<string> {
  await writeFile(fileNamed(name), content);
  return fileNamed(name);
}

function lineOf([note, content]: readonly [string, string]): string {
  return JSON.stringify({ path: note, content });
}

function answersOf({ out }: Ran): Answer[] {
  return out.split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as Answer);
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'suggest-'));
  await build({ entryPoints: ['scripts/suggest.mts'], outfile: fileNamed('suggest.mjs'), bundle: true, platform: 'node', format: 'esm', logLevel: 'silent',
    // A package of ours asks for modules of Node in the old way.
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
  });
  await put('vault.jsonl', `${Object.entries(NOTES).map(lineOf).join('\n')}\n`);
  await put('queries.txt', 'Bees/Swarm.md\nTeams/Handover.md\n');
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

const asked = (...more: string[]): string[] => ['--vault', fileNamed('vault.jsonl'), '--queries', fileNamed('queries.txt'), ...more];

describe('the offline tool', () => {
  it('answers one line a query, in the order of the queries, best links first, with reasons in words', async () => {
    const ran = await run(asked('--surprise', '0'));
    expect(ran).toMatchObject({ code: 0, problems: '' });
    const answers = answersOf(ran);
    expect(answers.map((answer) => answer.path)).toEqual(['Bees/Swarm.md', 'Teams/Handover.md']);
    const [first] = answers;
    expect(first?.links[0]?.path).toBe('Teams/Meeting.md');
    expect(first?.links.map((link) => link.path)).not.toContain('Bees/Hive.md');
    expect(first?.links.map(({ score }) => score)).toEqual(first?.links.map(({ score }) => score).toSorted((a, b) => b - a));
    expect(first?.links[0]?.reasons[0]).toMatchObject({ kind: 'terms' });
    expect(first?.links[0]?.reasons[0]?.text).toContain('quorum');
  });

  it('lets --surprise and --limit matter', async () => {
    const [closest, surprising, one] = await Promise.all([run(asked('--surprise', '0')), run(asked('--surprise=1')), run(asked('--limit', '1'))]);
    const best = (ran: Ran): number => answersOf(ran)[0]?.links[0]?.score ?? 0;
    expect(best(surprising)).toBeGreaterThan(best(closest));
    expect(answersOf(one).map(({ links }) => links.length)).toEqual([1, 1]);
  });

  it('reads files as Windows writes them, and paths with blanks', async () => {
    const vault = await put('windows.jsonl', `\uFEFF${Object.entries(NOTES).map(lineOf).join('\r\n')}\r\n`);
    const queries = await put('windows.txt', '\uFEFFBees/Swarm.md\r\n\r\n Odd /Blanks .md\r\n');
    const ran = await run(['--vault', vault, '--queries', queries]);
    expect(ran).toMatchObject({ code: 0, problems: '' });
    expect(answersOf(ran).map((answer) => answer.path)).toEqual(['Bees/Swarm.md', ' Odd /Blanks .md']);
    expect(answersOf(ran).every(({ links }) => links.length > 0)).toBe(true);
  });

  it('reads lines that are longer than a piece of the file, with signs that some take for line breaks', async () => {
    const long = `scouts\u2028quorum\u0085dancing ${'swarm ¡“bees” '.repeat(20_000)}`;
    const vault = await put('long.jsonl', `${lineOf(['Long.md', long])}\n${Object.entries(NOTES).map(lineOf).join('\n')}`);
    const ran = await run(['--vault', vault, '--queries', await put('long.txt', 'Long.md')]);
    expect(ran).toMatchObject({ code: 0, problems: '' });
    expect(answersOf(ran)[0]?.links.length).toBeGreaterThan(0);
  });

  it('says which line a path that comes twice stands in, and takes the last', async () => {
    const vault = await put('twice.jsonl', [...Object.entries(NOTES), ['Teams/Meeting.md', 'Soup with leeks.'] as const].map(lineOf).join('\n'));
    const ran = await run(['--vault', vault, '--queries', fileNamed('queries.txt')]);
    expect(ran).toMatchObject({ code: 0, problems: `Line 7 of "${vault}" gives "Teams/Meeting.md" again; it takes the place of line 3.\n` });
    expect(answersOf(ran)[0]?.links[0]?.path).not.toBe('Teams/Meeting.md');
  });

  it('says so when a query is not in the vault, and goes on', async () => {
    const ran = await run(['--vault', fileNamed('vault.jsonl'), '--queries', await put('unknown.txt', 'None.md\nBees/Swarm.md\n')]);
    expect(ran).toMatchObject({ code: 0, problems: `"None.md" is not in "${fileNamed('vault.jsonl')}".\n` });
    expect(answersOf(ran).map(({ links }) => links.length > 0)).toEqual([false, true]);
  });

  it('ends quietly when its reader has seen enough', async () => {
    const queries = await put('many.txt', 'Bees/Swarm.md\n'.repeat(5_000));
    const ran = await run(['--vault', fileNamed('vault.jsonl'), '--queries', queries], 1);
    expect(ran).toMatchObject({ code: 0, problems: '' });
    expect(ran.out.length).toBeLessThan(2_000_000);
  });

  it('shows how it is used, run by its npm script', async () => {
    const ran = await run(['--help'], Infinity, ['npm', 'run', '-s', 'suggest', '--']);
    expect(ran).toMatchObject({ code: 0, problems: '' });
    expect(ran.out).toContain('Usage: npm run -s suggest -- --vault FILE.jsonl --queries FILE.txt');
  });
});

describe('what it cannot do is one sentence, and the exit code 1', () => {
  it.each([
    ['nothing asked', () => [], /^Usage: npm run -s suggest/],
    ['a surprise below 0', () => asked('--surprise', '-1'), /^--surprise is "-1"; it must be a number from 0 to 1\.$/],
    ['a surprise that is no number', () => asked('--surprise', 'much'), /^--surprise is "much"; it must be a number from 0 to 1\.$/],
    ['a limit of 0', () => asked('--limit', '0'), /^--limit is "0"; it must be a number from 1 to 1000\.$/],
    ['half a link', () => asked('--limit', '2.7'), /^--limit is "2\.7"; it must be a whole number from 1 to 1000\.$/],
    ['an option without its value', () => asked('--limit'), /--limit[^\n]*argument missing\nUsage: /],
    ['an unknown option', () => asked('--fast'), /^Unknown option '--fast'/],
    ['a vault that is not there', () => ['--vault', fileNamed('none'), '--queries', fileNamed('queries.txt')], /^"[^"]*none" cannot be read: ENOENT/],
    ['a folder as the vault', () => ['--vault', folder, '--queries', fileNamed('queries.txt')], /cannot be read: EISDIR/],
    ['queries that are not there', () => ['--vault', fileNamed('vault.jsonl'), '--queries', fileNamed('none')], /^"[^"]*none" cannot be read: ENOENT/],
    ['a line that is not JSON', async () => ['--vault', await put('broken.jsonl', `${lineOf(['a.md', 'a'])}\n\n{"path"`), '--queries', fileNamed('queries.txt')], /^Line 3 of "[^"]*broken\.jsonl" is not JSON: /],
    ['a line without its content', async () => ['--vault', await put('poor.jsonl', '{"path":"a.md"}'), '--queries', fileNamed('queries.txt')], /^Line 1 of "[^"]*poor\.jsonl" needs "path" and "content", both texts\.$/],
  ] as const)('%s', async (_, args, sentence) => {
    const ran = await run(await args());
    expect(ran.problems.trimEnd()).toMatch(sentence);
    expect(ran).toMatchObject({ code: 1, out: '' });
  });
});
