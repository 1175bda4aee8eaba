/** What the filler needs of the app around it. */
export interface DailyFillerHost {
  /** Milliseconds since 1970. */
  now(): number;
  wait(milliseconds: number): Promise<void>;
  /** Whether a path is where a daily note belongs, and no template. */
  isDailyNote(path: string): boolean;
  /** Whether a note is open in this app. */
  isOpen(path: string): boolean;
  /** Whether a template engine rewrites every new note shortly after it was made. */
  isRewrittenOnCreate(): boolean;
  /** Whether a template engine is at work on a note right now. */
  isBeingRewritten(path: string): boolean;
  /** Fills a note's tokens; gives back how many. */
  fill(path: string): Promise<number>;
}

/** A note's times and length, as the app tells them when a note appears: milliseconds since 1970, bytes. */
export interface FreshNote {
  readonly path: string;
  readonly ctime: number;
  readonly mtime: number;
  readonly size: number;
}

interface Watch {
  readonly since: number;
  until: number;
  /** Made without text, so that its text comes in a second step. */
  readonly wasEmpty: boolean;
  isMadeHere: boolean;
  wasRewritten: boolean;
  wantsFill: boolean;
  filled: number;
  readonly settle: () => void;
  /** Resolves after the first filling, or when the note is given up. */
  readonly settled: Promise<void>;
}

const STEP = 50;
// A note that came by sync keeps its old times, as a rule.
const FRESH = 10_000;
// Whoever makes a daily note opens it at once; one that only arrived is not open.
const OPENED_WITHIN = 3_000;
// Templater waits 300 ms and reads the note before it can be seen at work; slow disks take longer.
const REWRITE_BEGINS_WITHIN = 2_000;
const WATCHED = 10_000;

/**
 * Fills the tokens of daily notes that were just made here, once, after template engines are through with them.
 * Notes that arrive by sync are left alone: they are older than a moment, or nobody here opens them as they appear.
 */
export class DailyFiller {
  readonly #watched = new Map<string, Watch>();

  constructor(private readonly host: DailyFillerHost) {}

  /** A note appeared in the vault. */
  created(note: FreshNote): void {
    const now = this.host.now();
    const isFresh = Math.abs(now - note.ctime) < FRESH && Math.abs(now - note.mtime) < FRESH;
    if (!isFresh || this.#watched.has(note.path) || !this.host.isDailyNote(note.path)) return;
    const watch = watchFrom(now, note.size === 0);
    this.#watched.set(note.path, watch);
    void this.#attend(note.path, watch);
  }

  /** A note was made by this plugin, whether it is opened or not. Resolves once its tokens are filled and it may be written to. */
  async madeHere(path: string): Promise<void> {
    const watch = this.#watched.get(path);
    if (watch === undefined) return;
    watch.isMadeHere = true;
    await watch.settled;
  }

  /** A note's text changed: one that was made empty may have got its template only now. */
  changed(path: string): void {
    const watch = this.#watched.get(path);
    if (watch?.wasEmpty === true && watch.filled === 0) watch.wantsFill = true;
  }

  /** A template engine has rewritten a note, perhaps from a text it had read before the tokens were filled. */
  rewritten(path: string): void {
    const watch = this.#watched.get(path);
    if (watch === undefined) return;
    watch.wasRewritten = true;
    watch.wantsFill = true;
  }

  /** A note has another path now, or none. */
  gone(path: string): void {
    this.#watched.get(path)?.settle();
    this.#watched.delete(path);
  }

  /** Forgets all notes. */
  stop(): void {
    for (const path of [...this.#watched.keys()]) this.gone(path);
  }

  async #attend(path: string, watch: Watch): Promise<void> {
    for (;;) {
      await this.host.wait(STEP);
      if (this.#watched.get(path) !== watch) return;
      const now = this.host.now();
      watch.isMadeHere ||= this.host.isOpen(path);
      // A template that asks the user something may stay at work for minutes.
      if (this.host.isBeingRewritten(path)) watch.until = now + WATCHED;
      else if (this.#isTimeToFill(watch, now)) {
        watch.wantsFill = false;
        watch.filled += await this.host.fill(path);
        // An editor that was opened a moment ago may not have its text yet.
        watch.wantsFill ||= watch.filled === 0 && now - watch.since < OPENED_WITHIN;
        watch.settle();
      }
      const isForeign = !watch.isMadeHere && now - watch.since > OPENED_WITHIN;
      if (isForeign || now > watch.until) break;
    }
    if (this.#watched.get(path) === watch) this.gone(path);
  }

  #isTimeToFill(watch: Watch, now: number): boolean {
    if (!watch.isMadeHere || !watch.wantsFill) return false;
    return watch.wasRewritten || !this.host.isRewrittenOnCreate() || now - watch.since > REWRITE_BEGINS_WITHIN;
  }
}

function watchFrom(now: number, wasEmpty: boolean): Watch {
  let settle = (): void => undefined;
  const settled = new Promise<void>((resolve) => (settle = resolve));
  return { since: now, until: now + WATCHED, wasEmpty, isMadeHere: false, wasRewritten: false, wantsFill: true, filled: 0, settle, settled };
}
