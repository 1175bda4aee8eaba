import type { Illustration, Shown } from '../illustrate';
import type { Absence, EngineOptions, EngineSize, LoadReport, NameMatch, NoteText, Query, Reason, Spark, SparkQuery, Suggestion } from '../types';

/** Stands between packed paths; no file system allows it in one. */
export const PATH_BREAK = '\0';

/** Paths and modification times of all notes an engine knows, packed so that posting a large vault costs next to nothing. */
export interface KnownNotes {
  /** Paths, joined by `PATH_BREAK`. */
  readonly paths: string;
  /** Milliseconds since 1970, in the order of the paths. */
  readonly mtimes: Float64Array;
}

/** A note that the engine could not take in. */
export interface Refusal {
  readonly path: string;
  readonly problem: string;
}

/** A suggestion, or one side of a spark, that wants its words, with the text of the note it leads to. */
export interface Unillustrated {
  readonly bridge: readonly number[];
  readonly weak?: number | undefined;
  readonly reasons: readonly Reason[];
  readonly there: Shown;
}

/** What changes the engine. Changes are carried out one after another, in the order in which they were asked for. */
interface Changes {
  /** Starts a fresh engine and takes in the cache; nothing is answered before. */
  open(options: EngineOptions): LoadReport;
  put(notes: readonly NoteText[]): readonly Refusal[];
  remove(paths: readonly string[]): undefined;
  /** Moves a note; whether there was one at `from`. */
  rename(from: string, to: string): boolean;
  settle(): undefined;
  save(): undefined;
  /** Forgets everything, the cache too. */
  clear(): undefined;
  /** The notes as all changes asked for before leave them. */
  known(): KnownNotes;
}

/** What leaves the engine as it is. Questions are answered as soon as the engine is between two notes: they overtake changes. */
interface Questions {
  suggest(query: Query): readonly Suggestion[];
  sparks(query: SparkQuery): readonly Spark[];
  illustrate(here: Shown, offers: readonly Unillustrated[]): readonly Illustration[];
  explainAbsence(path: string, query: Query): readonly Absence[];
  findNames(typed: string, limit: number): readonly NameMatch[];
  size(): EngineSize;
}

type Services = Changes & Questions;
export type ServiceName = keyof Services;
export type Given<Name extends ServiceName> = Parameters<Services[Name]>;
export type Answer<Name extends ServiceName> = ReturnType<Services[Name]>;

/** A message to the served engine. Exactly one reply with the same id comes back. */
export interface Request<Name extends ServiceName = ServiceName> {
  readonly id: number;
  readonly name: Name;
  readonly given: Given<Name>;
}

/** A message from the served engine: the answer, or what went wrong, as the machine puts it. */
export type Reply = { readonly id: number; readonly answer: unknown } | { readonly id: number; readonly problem: string };

/** Packs the notes of an engine for posting. */
export function packKnown(notes: Iterable<{ readonly path: string; readonly mtime: number }>): KnownNotes {
  const paths: string[] = [];
  const mtimes: number[] = [];
  for (const { path, mtime } of notes) {
    paths.push(path);
    mtimes.push(mtime);
  }
  return { paths: paths.join(PATH_BREAK), mtimes: Float64Array.from(mtimes) };
}
