import type { Breathe } from './steps';

/** A note as the engine takes it in. Times are milliseconds since 1970 (0 when unknown). */
export interface NoteText {
  readonly path: string;
  readonly text: string;
  readonly mtime: number;
  readonly ctime: number;
}

/** What a note is to the engine: an ordinary note, or one of the kinds that are only offered when wanted. */
export type NoteKind = 'note' | 'daily' | 'index' | 'template' | 'drawing';

/** Narrows what may be shown. Folders are paths without a slash at their end; '' is the whole vault. */
export interface Filter {
  readonly folder?: string;
  /** Only notes last modified at least, or at most, this many days ago. */
  readonly olderThanDays?: number;
  readonly newerThanDays?: number;
  /** Values of the `type` property; the empty string stands for notes without one. */
  readonly types?: readonly string[];
}

/** A question to the engine: for a note, for a free text (a quote and the take as it is written), or for both. */
export interface Query {
  /** The note that asks; its links, folder and tags take part. Need not be known to the engine. */
  readonly path?: string;
  /** Markdown that replaces (path given) or is (no path) the content that asks. */
  readonly text?: string;
  readonly limit: number;
  /** 0 closest … 1 most surprising. Default: see `DEFAULT_SURPRISE`. */
  readonly surprise?: number;
  /** Now, in milliseconds since 1970. */
  readonly now: number;
  /** When each note was last opened, in milliseconds since 1970. */
  readonly openedAt?: ReadonlyMap<string, number>;
  /** Notes opened within this many days never show. Default 2; 0 switches the gate off. */
  readonly restDays?: number;
  /** How often each note was already shown for this query; repeats decay. */
  readonly shown?: ReadonlyMap<string, number>;
  /** Pairs that never meet again, as `pairKey` makes them. */
  readonly hiddenPairs?: ReadonlySet<string>;
  /** Notes that never show. */
  readonly hiddenNotes?: ReadonlySet<string>;
  /** Notes to which the asking one links outside of `text`, which is a passage of it: they do not show either. */
  readonly linked?: ReadonlySet<string>;
  /** Folders whose notes never show as a result. */
  readonly excludedFolders?: readonly string[];
  /** Folders that hold templates. */
  readonly templateFolders?: readonly string[];
  /** Offer daily notes, index notes (MOCs) too. Default false. */
  readonly wantDaily?: boolean;
  readonly wantIndex?: boolean;
  readonly filter?: Filter;
}

/** Why a note is shown. Data only: `wordReason` makes sentences of it. Every value can be recomputed from the notes. */
export type Reason =
  /** Ideas that stand in both notes; filled with surface forms by `illustrate`. Strongest first. */
  | { readonly kind: 'terms'; readonly terms: readonly BridgingTerm[] }
  /** The title of one note stands in the text of the other; found by `illustrate`. */
  | { readonly kind: 'named'; readonly name: string; readonly where: 'here' | 'there' }
  /** A neighbour of both: which way the links between the asking note and it lead, and those between the found note and it. */
  | { readonly kind: 'common'; readonly via: string; readonly here: LinkWay; readonly there: LinkWay }
  /** A neighbour of the found note that shares words with the asking one, being among the nearest to it. */
  | { readonly kind: 'near'; readonly via: string; readonly there: LinkWay }
  /** So many links lead to the found note from a note that is linked with the asking one (`isLinked`) or shares words with it. */
  | { readonly kind: 'chain'; readonly links: number; readonly from: string; readonly isLinked: boolean }
  /** `via` links to the found note close to `target`, to which the asking note links. */
  | { readonly kind: 'beside'; readonly via: string; readonly target: string }
  /** Tags that both have, the rarest first, without #. */
  | { readonly kind: 'tags'; readonly tags: readonly string[] }
  /** So many links lead from notes of the one folder to notes of the other; '' is the vault's root. */
  | { readonly kind: 'habit'; readonly here: string; readonly there: string; readonly links: number }
  /** Length of the shortest way over links (either direction) and the note in its middle. */
  | { readonly kind: 'distance'; readonly links: number; readonly via: string }
  /** No way over links at all. */
  | { readonly kind: 'unconnected' }
  /** The folders differ ('' is the vault's root). */
  | { readonly kind: 'folder'; readonly here: string; readonly there: string }
  /** Not opened for so many days, or, where no opening is known, not modified. */
  | { readonly kind: 'unopened'; readonly days: number }
  | { readonly kind: 'unmodified'; readonly days: number };

/** Whether a note links to another, or that one to it. */
export type LinkWay = 'to' | 'from';

/** A word stem both notes share, with the words as they stand in each. */
export interface BridgingTerm {
  readonly here: string;
  readonly there: string;
}

/** What the score is made of; every part is between 0 and 1, weighted by `WEIGHTS`. */
export type ScoreParts = Readonly<Record<string, number>>;

/** One note worth meeting. */
export interface Suggestion {
  readonly path: string;
  readonly title: string;
  /** Higher is better: how likely a link to it is missing, 0 to 1, and what surprise adds to that. */
  readonly score: number;
  /** True when the note is far in the link graph or in another folder without a shared tag, and not among the plainly nearest. */
  readonly unexpected: boolean;
  readonly parts: ScoreParts;
  /** The unexpectedness; bridging terms are added by `illustrate`, which needs both texts. */
  readonly reasons: readonly Reason[];
  /** The shared stems, strongest first, as the engine's own numbers: what `illustrate` looks for. */
  readonly bridge: readonly number[];
  /** A shared stem that names no idea, which `illustrate` tells only where nothing else joins the two notes. */
  readonly weak?: number;
}

/** A passage of the suggested note. `marks` are [start, end) offsets into `text`. */
export interface Excerpt {
  readonly text: string;
  readonly marks: readonly (readonly [number, number])[];
}

/** Which pairs a spark may draw. */
export interface SparkQuery {
  readonly count: number;
  /** The same seed on the same vault gives the same sparks. */
  readonly seed: number;
  readonly now: number;
  readonly openedAt?: ReadonlyMap<string, number>;
  /** Notes opened within this many days are in no spark. Default 2; 0 switches the gate off. */
  readonly restDays?: number;
  readonly hiddenPairs?: ReadonlySet<string>;
  readonly hiddenNotes?: ReadonlySet<string>;
  readonly excludedFolders?: readonly string[];
  readonly templateFolders?: readonly string[];
}

/** Two notes that should meet. */
export interface Spark {
  readonly here: { readonly path: string; readonly title: string };
  readonly there: { readonly path: string; readonly title: string };
  readonly score: number;
  readonly reasons: readonly Reason[];
  readonly bridge: readonly number[];
}

/** Why a note is not in an answer. */
export type Absence =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'itself' }
  | { readonly kind: 'linked'; readonly direction: 'to' | 'from' }
  | { readonly kind: 'nearDuplicate' }
  | { readonly kind: 'noteKind'; readonly noteKind: NoteKind }
  | { readonly kind: 'excludedFolder'; readonly folder: string }
  | { readonly kind: 'hiddenNote' }
  | { readonly kind: 'hiddenPair' }
  | { readonly kind: 'opened'; readonly days: number }
  | { readonly kind: 'filtered' }
  | { readonly kind: 'empty' }
  /** Nothing shared: no term, no way over links. */
  | { readonly kind: 'unrelated' }
  /** It shares something, but so many others are ahead already by the first look, so it got no closer one. */
  | { readonly kind: 'behind'; readonly others: number }
  /** Another note, `by`, says the same and fits better: it stands at this place (from 1), or would were the list long enough. */
  | { readonly kind: 'crowded'; readonly by: string; readonly place: number }
  /** It would show at this place were the list longer. */
  | { readonly kind: 'rank'; readonly place: number }
  | { readonly kind: 'shown'; readonly place: number };

/** A note whose name fits what is being typed. */
export interface NameMatch {
  readonly path: string;
  readonly title: string;
  readonly score: number;
}

export interface EngineSize {
  readonly notes: number;
  readonly links: number;
  readonly terms: number;
  /** Bytes held in typed arrays. */
  readonly bytes: number;
  /** Notes edited since the postings were last folded. */
  readonly pending: number;
  /** How many terms each note keeps at most because of the memory cap; undefined where nothing was dropped for it. */
  readonly thinnedTo: number | undefined;
  /** Whether notes keep so few terms already that none are dropped for the memory cap any more. */
  readonly isThinnest: boolean;
}

export interface EngineOptions {
  /** Names the vault, so that a cache of another one is noticed. */
  readonly vault?: string;
  /** Upper bound in bytes for the typed arrays (`EngineSize.bytes`); beyond it the weakest terms of each note are dropped, in steps. */
  readonly memoryCap?: number;
}

/** Where segments are kept. One `write` is one transaction: all of it or nothing. */
export interface SegmentStore {
  keys(): Promise<readonly string[]>;
  read(key: string): Promise<Uint8Array | undefined>;
  write(entries: ReadonlyMap<string, Uint8Array>, deletes: readonly string[]): Promise<void>;
}

/** What reading a cache found. Notes of a torn segment are simply missing; the caller puts them again. */
export interface LoadReport {
  readonly notes: number;
  /** One sentence for each record that could not be used. */
  readonly problems: readonly string[];
}

/** The index of one vault and everything that can be asked of it, free of side effects outside. What is long can be done in steps with pauses. */
export interface Engine {
  /** Adds a note or replaces the one at this path. */
  put(note: NoteText): void;
  remove(path: string): void;
  /** Moves a note; its content stays. A note already at `to` is replaced. Unknown `from` is no error. */
  rename(from: string, to: string): void;
  has(path: string): boolean;
  /** Path and modification time of every note, for comparing with the vault. */
  notes(): IterableIterator<{ readonly path: string; readonly mtime: number }>;
  suggest(query: Query): Suggestion[];
  sparks(query: SparkQuery): Spark[];
  /** The same with pauses; the vault may change meanwhile. */
  sparksGently(query: SparkQuery, breathe: Breathe): Promise<Spark[]>;
  /** Why `path` is, or is not, in the answer to `query`. */
  explainAbsence(path: string, query: Query): Absence[];
  /** Typed search over titles and aliases: prefixes and small slips are forgiven. */
  findNames(typed: string, limit: number): NameMatch[];
  /** Whether so many edits wait that questions become slower; far more of them are folded in by the next question itself. */
  readonly needsSettling: boolean;
  /** Folds pending edits into the postings. Answers do not change; they come faster. Call when idle. */
  settle(): void;
  /** The same with pauses; given up where notes change meanwhile. */
  settleGently(breathe: Breathe): Promise<void>;
  size(): EngineSize;
  /** Writes what changed since the last save: edited notes as a delta, whole segments now and then. */
  save(store: SegmentStore, breathe?: Breathe): Promise<void>;
  /** Takes in a cache; call on a fresh engine, and ask it nothing before this is done. */
  load(store: SegmentStore, breathe?: Breathe): Promise<LoadReport>;
}
