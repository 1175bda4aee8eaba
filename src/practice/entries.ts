import type { Day } from '../base';
import type { PracticeWeek } from './roles';

/** A note that is shown as a link. */
export interface NoteEntry {
  readonly path: string;
  readonly title: string;
}

/** A quote that waits for a take. */
export interface QueueEntry extends NoteEntry {
  readonly author?: string;
  readonly captured?: string;
  /** The beginning of its words, when it stands in a note among others. */
  readonly quoted?: string;
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

/** Something that was shared. */
interface HistoryRow extends NoteEntry {
  readonly day: Day;
  /** For whom, as one would say it: the audience, and who it went to. */
  readonly whom: readonly string[];
}

/** A note that bears unexpectedly on another. */
interface LinkEntry extends NoteEntry {
  /** Why it is offered, as one sentence without its full stop. */
  readonly reason: string;
}

/** What the practice shows of the other rooms; they are asked anew each time. */
export interface PracticeSources {
  /** Resolves once the notes were read, so that nothing is missing from the answers. */
  prepared(): Promise<void>;
  /** Quotes without a take, the longest waiting first; only from `folder` and below it, when given. */
  queue(limit: number, folder?: string): readonly QueueEntry[];
  sparks(count: number): Promise<readonly SparkEntry[]>;
  due(): readonly DueEntry[];
  /** People who were out of touch for long, the most recent first. */
  dormant(): readonly DueEntry[];
  /** Unexpected links of a note. */
  links(path: string, limit: number): Promise<readonly LinkEntry[]>;
  /** Notes that are ready to be shared; only from `folder` and below it, when given. */
  ready(folder?: string): readonly NoteEntry[];
  /** What was shared, the latest first; only from `folder` and below it, when given. */
  history(folder?: string): readonly HistoryRow[];
  prompt(): string;
  /** The week of a day, of today when none is given; resolves once its notes were read. */
  week(day?: Day): Promise<PracticeWeek>;
  /** Calls `listener` whenever one of the above may have changed; the returned function ends it. */
  onChange(listener: () => void): () => void;
}
