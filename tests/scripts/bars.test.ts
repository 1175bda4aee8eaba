import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { missedBars } from '../../bench/bars.mts';

const run = promisify(execFile);

/** A process that holds itself to these figures: its exit code and what it says. */
async function heldTo(value: string, problems: string): Promise<{ code: number; said: string }> {
  const script = `import('./bench/bars.mts').then(({ holdTo }) => holdTo([{ name: 'an edit', value: ${value}, bar: 100 }, { name: 'a task', value: 3, bar: 50 }], ${problems}))`;
  return run(process.execPath, ['--import', 'tsx', '-e', script]).then(({ stdout }) => ({ code: 0, said: stdout }), (error: unknown) => ({ code: (error as { code: number }).code, said: (error as { stdout: string }).stdout }));
}

describe('a benchmark with bars', () => {
  it('says what is missed, and what could not be measured', () => {
    const bars = [{ name: 'kept', value: 100, bar: 100 }, { name: 'missed', value: 100.1, bar: 100 }, { name: 'lost', value: Number.NaN, bar: 5 }, { name: 'never', value: Infinity, bar: 5 }];
    expect(missedBars(bars)).toEqual(['Missed: missed: 100.1, the bar is 100.', 'Missed: lost: NaN, the bar is 5.', 'Missed: never: Infinity, the bar is 5.']);
  });

  it.each([
    ['99', '[]', 0, ''],
    ['101', '[]', 1, 'Missed: an edit: 101.0, the bar is 100.\n'],
    ['NaN', '[]', 1, 'Missed: an edit: NaN, the bar is 100.\n'],
    ['99', "['An error.']", 1, 'An error.\n'],
  ])('ends with an exit code that tells: %s ms and %s', async (value, problems, code, said) => {
    expect(await heldTo(value, problems)).toEqual({ code, said });
  });
});
