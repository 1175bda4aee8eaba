// `npm run test:matrix`: every template engine in every situation, many times in a real browser. `npm test` runs a few of each.
import { spawnSync } from 'node:child_process';

const RUNS = 50;
const { status } = spawnSync('npx', ['--no-install', 'vitest', 'run', '--project', 'browser', 'tests/story/template-matrix.test.ts'], {
  stdio: 'inherit',
  env: { ...process.env, MATRIX_RUNS: String(RUNS), NODE_NO_WARNINGS: '1' },
});
process.exitCode = status ?? 1;
