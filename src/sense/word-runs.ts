/** How often each word, or run of words, occurs. */
export type Counts = Map<string, number>;

export function countsOf(runs: readonly string[]): Counts {
  const counts: Counts = new Map();
  for (const run of runs) counts.set(run, (counts.get(run) ?? 0) + 1);
  return counts;
}

/** How many of the runs are among the counted ones, each of which stands for one run only. */
export function foundAmong(runs: readonly string[], counted: Counts): number {
  const left = new Map(counted);
  return runs.filter((run) => {
    const count = left.get(run) ?? 0;
    left.set(run, count - 1);
    return count > 0;
  }).length;
}
