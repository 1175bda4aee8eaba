import { defineConfig } from 'vitest/config';

// Two projects: what runs in Node, and what drives the built plugin in a real browser (slower, one file at a time).
const browserTests = ['tests/story/**/*.test.ts', 'tests/workbench/host*.test.ts', 'tests/**/*.browser.test.ts'];

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'node',
          environment: 'node',
          include: ['tests/**/*.test.ts'],
          exclude: browserTests,
          testTimeout: 20_000,
        },
      },
      {
        test: {
          name: 'browser',
          environment: 'node',
          include: browserTests,
          fileParallelism: false,
          // A condition is waited for as long as a slow machine needs; it is seen at once on a fast one.
          expect: { poll: { timeout: 10_000 } },
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
