// Unexpected links for notes of a vault, for use in scripts:
//   npm run -s suggest -- --vault FILE.jsonl --queries FILE.txt [--limit 10] [--surprise 0..1]
// FILE.jsonl has one note a line, {"path", "content"}; FILE.txt one path a line. Answers one JSON line per query:
// {"path", "links": [{"path", "score", "reasons": [{"kind", …, "text"}]}]}. Uses the same engine as the plugin.
import { parseArgs } from 'node:util';
import { DEFAULT_SURPRISE, type Engine, type Shown, createEngine, illustrate, wordReason } from '../src/serendipity/index';
import { type FileLine, linesOfFile } from './file-lines.mts';

const USAGE = `Usage: npm run -s suggest -- --vault FILE.jsonl --queries FILE.txt [--limit 10] [--surprise 0..1]

  --vault     one note a line: {"path": "Folder/Note.md", "content": "…"}
  --queries   one path a line; for each comes one line of JSON: {"path", "links": [{"path", "score", "reasons"}]}
  --limit     how many links for each, 1 to 1000 (10)
  --surprise  0 closest … 1 most surprising (${DEFAULT_SURPRISE})
  --help      shows this`;
const OPTIONS = ['vault', 'queries', 'limit', 'surprise'] as const;
type Option = (typeof OPTIONS)[number];

/** A sentence for the person at the terminal. */
class Refusal extends Error {}

interface Asked {
  readonly vault: string;
  readonly queries: string;
  readonly limit: number;
  readonly surprise: number;
}

function codeOf(problem: unknown): unknown {
  return problem instanceof Error && 'code' in problem ? problem.code : undefined;
}

function messageOf(problem: unknown): string {
  return problem instanceof Error ? problem.message : String(problem);
}

/** What was asked for; undefined when help was. */
function readOptions(given: readonly string[]): Asked | undefined {
  const { help, values } = parseOptions(withValues(given));
  if (help) return undefined;
  if (values.vault === undefined || values.queries === undefined) throw new Refusal(USAGE);
  const limit = numberIn('limit', values.limit ?? '10', 1, 1_000);
  if (!Number.isInteger(limit)) throw new Refusal(`--limit is "${values.limit ?? ''}"; it must be a whole number from 1 to 1000.`);
  return { vault: values.vault, queries: values.queries, limit, surprise: numberIn('surprise', values.surprise ?? `${DEFAULT_SURPRISE}`, 0, 1) };
}

// What follows one of our options is its value, also when it begins with a minus sign.
function withValues(given: readonly string[]): string[] {
  const args: string[] = [];
  for (let at = 0; at < given.length; at++) {
    const arg = given[at] ?? '';
    const value = given[at + 1];
    const takesValue = OPTIONS.some((option) => arg === `--${option}`) && value !== undefined && !/^--[a-z]/.test(value);
    args.push(takesValue ? `${arg}=${value}` : arg);
    if (takesValue) at++;
  }
  return args;
}

function parseOptions(args: string[]): { help: boolean; values: Partial<Record<Option, string>> } {
  try {
    const text = { type: 'string' } as const;
    const { values } = parseArgs({ args, options: { vault: text, queries: text, limit: text, surprise: text, help: { type: 'boolean', short: 'h' } } });
    return { help: values.help === true, values };
  } catch (problem) {
    if (problem instanceof TypeError && codeOf(problem) !== undefined) throw new Refusal(`${problem.message}\n${USAGE}`);
    throw problem;
  }
}

function numberIn(name: Option, value: string, least: number, most: number): number {
  const number = Number(value);
  if (value.trim() === '' || !(number >= least && number <= most)) throw new Refusal(`--${name} is "${value}"; it must be a number from ${least} to ${most}.`);
  return number;
}

async function* readLines(file: string): AsyncGenerator<FileLine> {
  try {
    yield* linesOfFile(file);
  } catch (problem) {
    if (problem instanceof Refusal || codeOf(problem) === undefined) throw problem;
    throw new Refusal(`"${file}" cannot be read: ${messageOf(problem)}`);
  }
}

function textOf({ bytes, number }: FileLine, file: string): string {
  try {
    return bytes.toString('utf8');
  } catch (problem) {
    throw new Refusal(`Line ${number} of "${file}" is too long: ${messageOf(problem)}`);
  }
}

function readNote(line: string, where: string): Shown {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (problem) {
    throw new Refusal(`${where} is not JSON: ${messageOf(problem)}`);
  }
  const { path, content } = (value ?? {}) as { path?: unknown; content?: unknown };
  if (typeof path !== 'string' || typeof content !== 'string') throw new Refusal(`${where} needs "path" and "content", both texts.`);
  return { path, text: content };
}

/** The notes of a vault's file: in the engine, and as their lines, outside of the memory that texts share, so that a vault may be large. */
class VaultFile {
  readonly #lines = new Map<string, FileLine>();

  constructor(private readonly file: string, private readonly engine: Engine) {}

  async read(): Promise<void> {
    for await (const { bytes, number } of readLines(this.file)) {
      const text = textOf({ bytes, number }, this.file);
      if (text.trim() === '') continue;
      const note = readNote(text, `Line ${number} of "${this.file}"`);
      const earlier = this.#lines.get(note.path);
      if (earlier !== undefined) await write(process.stderr, `Line ${number} of "${this.file}" gives "${note.path}" again; it takes the place of line ${earlier.number}.\n`);
      this.#lines.set(note.path, { bytes: Buffer.from(bytes), number });
      this.engine.put({ path: note.path, text: note.text, mtime: 0, ctime: 0 });
    }
    this.engine.settle();
  }

  note(path: string): Shown | undefined {
    const line = this.#lines.get(path);
    return line === undefined ? undefined : readNote(textOf(line, this.file), `Line ${line.number} of "${this.file}"`);
  }
}

// Awaited, so that a reader who has seen enough is noticed at the next line.
function write(stream: NodeJS.WriteStream, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.write(text, (problem) => (problem === null || problem === undefined ? resolve() : reject(problem)));
  });
}

async function run(): Promise<void> {
  const asked = readOptions(process.argv.slice(2));
  if (asked === undefined) return write(process.stdout, `${USAGE}\n`);
  const { queries, limit, surprise } = asked;
  const engine = createEngine();
  const vault = new VaultFile(asked.vault, engine);
  await vault.read();
  const now = Date.now();
  for await (const line of readLines(queries)) {
    const path = textOf(line, queries);
    if (path.trim() === '') continue;
    const here = vault.note(path);
    if (here === undefined) await write(process.stderr, `"${path}" is not in "${asked.vault}".\n`);
    const links = here === undefined ? [] : engine.suggest({ path, limit, surprise, now }).map((suggestion) => {
      const { reasons } = illustrate(suggestion, here, vault.note(suggestion.path) as Shown);
      return { path: suggestion.path, score: suggestion.score, reasons: reasons.map((reason) => ({ ...reason, text: wordReason(reason) })) };
    });
    await write(process.stdout, `${JSON.stringify({ path, links })}\n`);
  }
}

// `… | head` closes the pipe when it has seen enough: that is no mistake.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (problem) => {
    if (codeOf(problem) !== 'EPIPE') throw problem;
    process.exit(0);
  });
}

try {
  await run();
} catch (problem) {
  if (codeOf(problem) === 'EPIPE') process.exit(0);
  if (!(problem instanceof Refusal)) throw problem;
  process.stderr.write(`${problem.message}\n`);
  process.exitCode = 1;
}
