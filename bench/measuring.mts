// What the speed bench measures with: time, live memory, and a table with bars.
import type { SegmentStore } from '../src/serendipity/index';

/** Collects garbage where node was started with --expose-gc. */
export const collect = (globalThis as { gc?: () => void }).gc ?? (() => undefined);

export function milliseconds(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

export function quantile(values: readonly number[], share: number): number {
  return [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0;
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

function used(): number {
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 2 ** 20;
}

/** Memory in use, in megabytes. Buffers are let go of a little after the collection that finds them unused. */
export async function live(): Promise<number> {
  for (let time = 0; time < 4; time++) {
    collect();
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return used();
}

/** Megabytes that a save holds at most beside what was live before, looked at whenever a record is handed over, which then leaves the process. */
export async function peakOf(save: (store: SegmentStore) => Promise<void>): Promise<number> {
  const before = await live();
  let most = 0;
  await save({
    keys: () => Promise.resolve([]),
    read: () => Promise.resolve(undefined),
    write: async () => {
      most = Math.max(most, await live() - before);
    },
  });
  return most;
}

/** The least, or the most, that is asked of a number. */
interface Bar {
  readonly least?: number;
  readonly most?: number;
}

/** Prints a row as soon as it is known: name, number, bar, whether it holds. */
export class Table {
  constructor(title: string) {
    console.log(`\n${title}`);
  }

  row(name: string, value: number, { least, most }: Bar = {}): void {
    const bar = most !== undefined ? `≤ ${Number(most.toPrecision(3))}` : least !== undefined ? `≥ ${least}` : '';
    const holds = bar === '' ? '' : value <= (most ?? Infinity) && value >= (least ?? -Infinity) ? 'holds' : 'MISSED';
    console.log(`  ${name.padEnd(50)}${value.toFixed(value < 10 ? 3 : 1).padStart(11)}  ${bar.padEnd(9)}${holds}`.trimEnd());
  }
}
