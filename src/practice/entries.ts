import type { Day } from '../base';

/** A note that is shown as a link. */
export interface NoteEntry {
  readonly path: string;
  readonly title: string;
}

/** A quote that waits for a take. */
export interface QueueEntry extends NoteEntry {
  readonly author?: string;
  readonly captured?: string;
}

/** Two notes that belong together and are not linked yet. */
export interface SparkEntry {
  readonly first: NoteEntry;
  readonly second: NoteEntry;
  /** The ideas they share, in the notes' own words. */
  readonly terms: readonly string[];
  /** Why it is unexpected, as one sentence. */
  readonly reason: string;
}

/** A person whose time has come. */
export interface DueEntry extends NoteEntry {
  /** The day of the latest contact; absent when none is known. */
  readonly latest?: Day;
}

/** What the practice shows of the other rooms; they are asked anew each time. */
export interface PracticeSources {
  /** Resolves once the notes were read, so that nothing is missing from the answers. */
  prepared(): Promise<void>;
  /** Quotes without a take, the longest waiting first; only from `folder` and below it, when given. */
  queue(limit: number, folder?: string): readonly QueueEntry[];
  sparks(count: number): Promise<readonly SparkEntry[]>;
  due(): readonly DueEntry[];
  /** Notes that are ready to be shared. */
  ready(): readonly NoteEntry[];
  prompt(): string;
  /** Calls `listener` whenever one of the above may have changed; the returned function ends it. */
  onChange(listener: () => void): () => void;
}
