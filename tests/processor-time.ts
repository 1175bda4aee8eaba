/** Milliseconds that this process has worked so far: what a limit is held against where others may keep the machine busy. */
export function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
