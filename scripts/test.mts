// `npm test`: everything the project claims, in one command. Ends with the line `N passed, N failed`.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

interface Count {
  passed: number;
  failed: number;
  skipped: number;
}

// More than these is no stall.
const MOST_SECOND_RUNS = 5;

const ENVIRONMENT = { ...process.env, NODE_NO_WARNINGS: '1' };

/** Runs a program of the project and shows what it prints. */
function run(name: string, args: readonly string[]): boolean {
  process.stdout.write(`\n=== ${name}\n`);
  return spawnSync('npx', ['--no-install', ...args], { stdio: 'inherit', env: ENVIRONMENT }).status === 0;
}

/** A step that passes or fails as a whole; what it printed is shown once it is done, for others run beside it. */
async function step(name: string, args: readonly string[]): Promise<Count> {
  const printed: Buffer[] = [];
  const program = spawn('npx', ['--no-install', ...args], { stdio: ['ignore', 'pipe', 'pipe'], env: ENVIRONMENT });
  for (const stream of [program.stdout, program.stderr]) stream.on('data', (chunk: Buffer) => printed.push(chunk));
  const isGood = await new Promise<boolean>((resolve) => {
    program.on('error', (error) => {
      printed.push(Buffer.from(`${String(error)}\n`));
      resolve(false);
    });
    program.on('close', (status) => resolve(status === 0));
  });
  process.stdout.write(`\n=== ${name}\n${Buffer.concat(printed).toString()}${isGood ? 'passed' : 'FAILED'}: ${name}\n`);
  return { passed: isGood ? 1 : 0, failed: isGood ? 0 : 1, skipped: 0 };
}

interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly testResults: readonly { readonly name: string; readonly status: string; readonly assertionResults: readonly unknown[] }[];
}

/** Runs Vitest over the named files, or all; its report, or undefined when it died before it could write one. */
function report(name: string, files: readonly string[]): { isGood: boolean; report: Report } | undefined {
  const folder = mkdtempSync(path.join(tmpdir(), 'seek-sense-share-tests-'));
  const file = path.join(folder, 'report.json');
  const isGood = run(name, ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`, ...files]);
  try {
    return { isGood, report: JSON.parse(readFileSync(file, 'utf8')) as Report };
  } catch (error) {
    process.stdout.write(`The test report could not be read: ${String(error)}\n`);
    return undefined;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const failedFiles = ({ testResults }: Report): string[] => testResults.filter(({ status }) => status === 'failed').map(({ name }) => name);
// A file that breaks before its first test counts as one failure.
const failures = ({ numFailedTests, testResults }: Report): number =>
  numFailedTests + testResults.filter(({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0).length;

/**
 * All Vitest tests. A shared machine may stall a browser for seconds: where `CI` is set, and only there, a few files that
 * failed get a second run, whole and in a fresh browser, and what that run says counts. Which files these were is printed.
 */
function vitest(): Count {
  const first = report('tests', []);
  if (first === undefined) return { passed: 0, failed: 1, skipped: 0 };
  const count = { passed: first.report.numPassedTests, failed: failures(first.report), skipped: first.report.numPendingTests };
  if (count.failed === 0) return { ...count, failed: first.isGood ? 0 : 1 };
  const files = failedFiles(first.report);
  if (process.env['CI'] === undefined || files.length > MOST_SECOND_RUNS) return count;
  const second = report(`second run of ${files.map((file) => path.relative(process.cwd(), file)).join(', ')}`, files);
  if (second === undefined) return count;
  const stillFailed = failures(second.report);
  return { ...count, passed: count.passed + count.failed - stillFailed, failed: stillFailed === 0 && !second.isGood ? 1 : stillFailed };
}

const counts = [await step('build', ['node', 'esbuild.config.mjs', 'production'])];
counts.push(...(await Promise.all([
  step('types', ['tsc', '-p', 'tsconfig.json']),
  step('types of the rooms, without DOM', ['tsc', '-p', 'tsconfig.core.json']),
  step('lint', ['eslint', '--max-warnings', '0', '.']),
])));
// By itself: among the tests are some that take the time.
counts.push(vitest());
const sum = (key: keyof Count): number => counts.reduce((total, count) => total + count[key], 0);
const skipped = sum('skipped');
if (skipped > 0) process.stdout.write(`\n${skipped} skipped; each says why in its name.\n`);
process.stdout.write(`\n${sum('passed')} passed, ${sum('failed')} failed\n`);
process.exitCode = sum('failed') === 0 ? 0 : 1;
