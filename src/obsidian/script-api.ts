import type { Day, Result } from '../base';
import type { PracticeWeek } from '../practice';
import { words } from '../words';

/** The version of the script interface: the first number changes when something is taken away or means something else. */
export const API_VERSION = '1.0.0';

/** A quote for the capture window; all but the text may be missing. */
export interface ApiQuote {
  readonly text: string;
  readonly url?: string;
  readonly title?: string;
  readonly author?: string;
  readonly via?: string;
}

export interface ApiNote {
  readonly path: string;
  readonly title: string;
}

/** A quote that waits for a take. */
export interface ApiQueued extends ApiNote {
  readonly author?: string;
  readonly captured?: string;
}

/** A note that bears unexpectedly on another; `reason` says why, `excerpt` is the passage that bridges, `link` works in the asking note. */
export interface ApiRelated extends ApiNote {
  readonly reason: string;
  readonly excerpt: string;
  readonly link: string;
}

/** Two notes that should meet. */
export interface ApiSpark {
  readonly first: ApiNote;
  readonly second: ApiNote;
  readonly terms: readonly string[];
  readonly reason: string;
}

/** A person whose time has come; `latest` is the day of the latest contact. */
export interface ApiDue extends ApiNote {
  readonly latest?: Day;
}

/** What came of filling a note's tokens. */
export interface ApiFilled {
  readonly filled: number;
  readonly problems: readonly string[];
}

/** What scripts and other plugins may rely on: `app.plugins.plugins['seek-sense-share'].api`. It reads, fills tokens, and opens windows that the user confirms; it never shares. */
export interface ScriptApi {
  readonly version: string;
  /** Opens the capture window, filled in. Resolves once it is open; nothing is kept before the user confirms. */
  capture(quote: ApiQuote): Promise<void>;
  /** The quotes that wait for a take, the longest waiting first. */
  queue(): Promise<readonly ApiQueued[]>;
  /** Unexpected links of a note, at most `limit` (5 when absent). */
  related(path: string, limit?: number): Promise<readonly ApiRelated[]>;
  /** One of today's pairs of notes that should meet; undefined where there is none. */
  spark(): Promise<ApiSpark | undefined>;
  readonly ties: {
    /** The people who might be glad to hear from you on a day (`YYYY-MM-DD`; today when absent). */
    due(date?: Day): Promise<readonly ApiDue[]>;
  };
  readonly practice: {
    /** The week in which a day lies (today when absent). */
    week(date?: Day): Promise<PracticeWeek>;
  };
  readonly daily: {
    /** Fills the tokens of a note, once; those of a template stay, and those in what people said: a quote note's quote and takes, and logs. */
    fill(path: string): Promise<ApiFilled>;
  };
}

/** What the script interface asks of the rooms. Paths and days are checked before. */
export interface ScriptNeeds {
  capture(quote: ApiQuote): void;
  queue(): Promise<readonly ApiQueued[]>;
  related(path: string, limit: number): Promise<readonly ApiRelated[]>;
  spark(): Promise<ApiSpark | undefined>;
  due(date: Day | undefined): Promise<readonly ApiDue[]>;
  week(date: Day | undefined): Promise<PracticeWeek>;
  fill(path: string): Promise<ApiFilled>;
  /** The note that a path or a name means; a sentence when there is none. */
  noteAt(path: string): Result<string>;
}

const USUAL_LIMIT = 5;
const MOST = 50;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Builds the script interface. Every answer is a frozen copy; what is asked wrongly is answered by an error whose message says what is allowed. */
export function scriptApi(needs: ScriptNeeds): ScriptApi {
  return frozen({
    version: API_VERSION,
    async capture(quote) {
      needs.capture(quoteOf(quote));
    },
    queue: async () => copyOf(await needs.queue()),
    related: async (path, limit) => copyOf(await needs.related(noteOf(path, needs), limitOf(limit))),
    spark: async () => copyOf(await needs.spark()),
    ties: { due: async (date) => copyOf(await needs.due(dayOf(date))) },
    practice: { week: async (date) => copyOf(await needs.week(dayOf(date))) },
    daily: { fill: async (path) => copyOf(await needs.fill(noteOf(path, needs))) },
  } satisfies ScriptApi);
}

function quoteOf(quote: unknown): ApiQuote {
  if (typeof quote !== 'object' || quote === null) throw new Error(words.api.noQuote);
  const told = quote as Readonly<Record<string, unknown>>;
  const texts = ['text', 'url', 'title', 'author', 'via'].flatMap((key) => {
    const value = told[key];
    if (value === undefined || value === null) return [];
    if (typeof value !== 'string') throw new Error(words.api.noText(key));
    return [[key, value] as const];
  });
  return { text: '', ...Object.fromEntries(texts) };
}

function noteOf(path: unknown, needs: ScriptNeeds): string {
  if (typeof path !== 'string' || path.trim() === '') throw new Error(words.api.noPath);
  const found = needs.noteAt(path);
  if (!found.ok) throw new Error(found.problem);
  return found.value;
}

function limitOf(limit: unknown): number {
  if (limit === undefined) return USUAL_LIMIT;
  if (typeof limit !== 'number' || !Number.isInteger(limit) || limit < 1 || limit > MOST) throw new Error(words.api.limitWrong(JSON.stringify(limit) ?? '', MOST));
  return limit;
}

function dayOf(date: unknown): Day | undefined {
  if (date === undefined) return undefined;
  if (typeof date !== 'string' || !DAY.test(date) || Number.isNaN(Date.parse(date))) throw new Error(words.api.dayWrong(typeof date === 'string' ? date : (JSON.stringify(date) ?? '')));
  return date;
}

function copyOf<T>(value: T): T {
  return frozen(structuredClone(value));
}

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    for (const part of Object.values(value)) frozen(part);
    Object.freeze(value);
  }
  return value;
}
