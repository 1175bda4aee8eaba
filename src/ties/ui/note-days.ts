import type { Day } from '../../base';
import { dailyNoteSetups, dayOfDailyNote, type DailyNoteSetup } from '../../obsidian/daily-notes';
import type { Edge } from '../../obsidian/edge';
import { dayInName } from '..';

/** Which notes are about a day: daily notes, however this vault names them, and notes with a day in their names. */
export class NoteDays {
  readonly #known = new Map<string, Day | undefined>();
  #setups: readonly DailyNoteSetup[] = [];
  #shown = '';

  constructor(private readonly edge: Edge) {}

  /** Looks up how daily notes are named now; asked before many notes are, for other plugins tell nobody when it changes. */
  refresh(): void {
    const setups = dailyNoteSetups(this.edge.app);
    const shown = JSON.stringify(setups);
    if (shown === this.#shown) return;
    this.#setups = setups;
    this.#shown = shown;
    this.#known.clear();
  }

  /** The day of a note; undefined for a note that is about none. */
  of(path: string): Day | undefined {
    if (!this.#known.has(path)) this.#known.set(path, dayOfDailyNote(path, this.#setups) ?? dayInName(path));
    return this.#known.get(path);
  }
}
