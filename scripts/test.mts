// `npm test`: everything the project claims, in one command. Ends with the line `N passed, N failed`.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

interface Count {
  passed: number;
  failed: number;
  skipped: number;
}

/** Runs a program of the project and shows what it prints. */
function run(name: string, args: readonly string[]): boolean {
  process.stdout.write(`\n=== ${name}\n`);
  return spawnSync('npx', ['--no-install', ...args], { stdio: 'inherit', env: { ...process.env, NODE_NO_WARNINGS: '1' } }).status === 0;
}

/** A step that passes or fails as a whole. */
function step(name: string, args: readonly string[]): Count {
  const isGood = run(name, args);
  process.stdout.write(`${isGood ? 'passed' : 'FAILED'}: ${name}\n`);
  return { passed: isGood ? 1 : 0, failed: isGood ? 0 : 1, skipped: 0 };
}

/** All Vitest tests; when Vitest dies before it can report, that is one failure. */
function vitest(): Count {
  const folder = mkdtempSync(path.join(tmpdir(), 'seek-sense-share-tests-'));
  const report = path.join(folder, 'report.json');
  const isGood = run('tests', ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]);
  try {
    const { numPassedTests, numFailedTests, numPendingTests, testResults } = JSON.parse(readFileSync(report, 'utf8')) as {
      numPassedTests: number;
      numFailedTests: number;
      numPendingTests: number;
      testResults: readonly { status: string; assertionResults: readonly unknown[] }[];
    };
    const brokenFiles = testResults.filter(({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0).length;
    const failed = numFailedTests + brokenFiles;
    return { passed: numPassedTests, failed: failed === 0 && !isGood ? 1 : failed, skipped: numPendingTests };
  } catch (error) {
    process.stdout.write(`The test report could not be read: ${String(error)}\n`);
    return { passed: 0, failed: 1, skipped: 0 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const counts = [
  step('build', ['node', 'esbuild.config.mjs', 'production']),
  step('types', ['tsc', '-p', 'tsconfig.json']),
  step('types of the rooms, without DOM', ['tsc', '-p', 'tsconfig.core.json']),
  step('lint', ['eslint', '--max-warnings', '0', '.']),
  vitest(),
];
const sum = (key: keyof Count): number => counts.reduce((total, count) => total + count[key], 0);
const skipped = sum('skipped');
process.stdout.write(`\n${sum('passed')} passed, ${sum('failed')} failed${skipped === 0 ? '' : `, ${skipped} skipped`}\n`);
process.exitCode = sum('failed') === 0 ? 0 : 1;
