import { defineConfig } from 'vitest/config';

// Three projects, one after the other: what runs in Node, what drives the built plugin in a real browser, two files at a
// time, and what must have the machine to itself, because it measures time or keeps two browsers busy by itself.
const alone = [
  'tests/serendipity-host/host.browser.test.ts',
  'tests/serendipity-host/in-the-way.browser.test.ts',
  'tests/story/bad-input-size.test.ts',
  'tests/story/crash.test.ts',
  'tests/story/start.test.ts',
];
const browserTests = ['tests/story/**/*.test.ts', 'tests/workbench/host*.test.ts', 'tests/**/*.browser.test.ts'];
const patient = {
  environment: 'node' as const,
  // A condition is waited for as long as a slow machine needs; it is seen at once on a fast one.
  expect: { poll: { timeout: 10_000 } },
  testTimeout: 120_000,
  hookTimeout: 120_000,
};

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
          // Every core: with one left free, as is usual, half of a small machine stands idle.
          maxWorkers: '100%',
          sequence: { groupOrder: 1 },
        },
      },
      { test: { ...patient, name: 'browser', include: browserTests, exclude: alone, maxWorkers: 2, sequence: { groupOrder: 2 } } },
      { test: { ...patient, name: 'browser-alone', include: alone, maxWorkers: 1, sequence: { groupOrder: 3 } } },
    ],
  },
});
