// Unexpected links for notes of a vault, for use in scripts:
//   npm run -s suggest -- --vault FILE.jsonl --queries FILE.txt [--limit 10] [--surprise 0..1]
// FILE.jsonl has one note a line, {"path", "content"}; FILE.txt one path a line. Answers one JSON line per query:
// {"path", "links": [{"path", "score", "reasons": [{"kind", …, "text"}]}]}. Uses the same engine as the plugin.
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { DEFAULT_SURPRISE, type Shown, createEngine, illustrate, wordReason } from '../src/serendipity/index';

const USAGE = 'Usage: npm run -s suggest -- --vault FILE.jsonl --queries FILE.txt [--limit 10] [--surprise 0..1]';

/** A sentence for the person at the terminal. */
class Refusal extends Error {}

function lines(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').split(/\r?\n/);
  } catch (problem) {
    throw new Refusal(`"${file}" cannot be read: ${problem instanceof Error ? problem.message : String(problem)}`);
  }
}

function readNote(line: string, where: string): Shown {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (problem) {
    throw new Refusal(`${where} is not JSON: ${problem instanceof Error ? problem.message : String(problem)}`);
  }
  const { path, content } = (value ?? {}) as { path?: unknown; content?: unknown };
  if (typeof path !== 'string' || typeof content !== 'string') throw new Refusal(`${where} needs "path" and "content", both texts.`);
  return { path, text: content };
}

function numberIn(name: string, value: string, least: number, most: number): number {
  const number = Number(value);
  if (value.trim() === '' || !(number >= least && number <= most)) throw new Refusal(`--${name} is "${value}"; it must be a number from ${least} to ${most}.`);
  return number;
}

function readOptions(): { vault: string; queries: string; limit: number; surprise: number } {
  const { values } = parseArgs({ options: { vault: { type: 'string' }, queries: { type: 'string' }, limit: { type: 'string' }, surprise: { type: 'string' } } });
  if (values.vault === undefined || values.queries === undefined) throw new Refusal(USAGE);
  return {
    vault: values.vault, queries: values.queries,
    limit: Math.floor(numberIn('limit', values.limit ?? '10', 1, 1_000)), surprise: numberIn('surprise', values.surprise ?? `${DEFAULT_SURPRISE}`, 0, 1),
  };
}

function run(): void {
  const { vault, queries, limit, surprise } = readOptions();
  const engine = createEngine();
  const notes = new Map<string, Shown>();
  lines(vault).forEach((line, at) => {
    if (line.trim() === '') return;
    const note = readNote(line, `Line ${at + 1} of "${vault}"`);
    notes.set(note.path, note);
    engine.put({ path: note.path, text: note.text, mtime: 0, ctime: 0 });
  });
  engine.settle();
  const now = Date.now();
  for (const path of lines(queries).map((line) => line.trim()).filter((line) => line !== '')) {
    const here = notes.get(path);
    if (here === undefined) process.stderr.write(`"${path}" is not in "${vault}".\n`);
    const found = here === undefined ? [] : engine.suggest({ path, limit, surprise, now });
    const links = found.map((suggestion) => {
      const { reasons } = illustrate(suggestion, here as Shown, notes.get(suggestion.path) as Shown);
      return { path: suggestion.path, score: suggestion.score, reasons: reasons.map((reason) => ({ ...reason, text: wordReason(reason) })) };
    });
    process.stdout.write(`${JSON.stringify({ path, links })}\n`);
  }
}

try {
  run();
} catch (problem) {
  const isExpected = problem instanceof Refusal || (problem instanceof TypeError && 'code' in problem);
  if (!isExpected) throw problem;
  process.stderr.write(`${problem.message}\n`);
  process.exitCode = 1;
}
