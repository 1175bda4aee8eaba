/** How often links were seen for each note since the tab was opened: asking for others makes these sink. */
export class SeenLinks {
  readonly #times = new Map<string, Map<string, number>>();

  /** These were shown for the note, and others are wanted. */
  note(subject: string, paths: readonly string[]): void {
    const times = this.#times.get(subject) ?? new Map<string, number>();
    for (const path of paths) times.set(path, (times.get(path) ?? 0) + 1);
    this.#times.set(subject, times);
  }

  /** How often each link was shown for the note. */
  for(subject: string): ReadonlyMap<string, number> {
    return this.#times.get(subject) ?? NONE;
  }
}

const NONE: ReadonlyMap<string, number> = new Map();
