/** What was measured, and what it must not exceed, in the same unit. */
export interface Bar {
  readonly name: string;
  readonly value: number;
  readonly bar: number;
}

/** The bars that are missed, each as a line to be read. What could not be measured (not a number) is missed, too. */
export function missedBars(bars: readonly Bar[]): string[] {
  return bars.filter(({ value, bar }) => !(value <= bar)).map(({ name, value, bar }) => `Missed: ${name}: ${value.toFixed(1)}, the bar is ${bar}.`);
}

/** Says which bars are missed, and lets the process end with an exit code that is not zero where one is. */
export function holdTo(bars: readonly Bar[], problems: readonly string[] = []): void {
  const lines = [...missedBars(bars), ...problems];
  for (const line of lines) process.stdout.write(`${line}\n`);
  if (lines.length > 0) process.exitCode = 1;
}
