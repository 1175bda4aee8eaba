/** What the filler needs of the app around it. */
export interface DailyFillerHost {
  /** Milliseconds since 1970. */
  now(): number;
  wait(milliseconds: number): Promise<void>;
  /** Whether a path is where the note of a day, a week or another period belongs. */
  isPeriodicNote(path: string): boolean;
  /** Whether a note is a template, whose tokens are for the notes made from it. */
  isTemplate(path: string): boolean;
  /** Whether a note is open in this app. */
  isOpen(path: string): boolean;
  /** Whether a template engine rewrites every new note shortly after it was made. */
  isRewrittenOnCreate(): boolean;
  /** Whether a template engine is at work on a note right now. */
  isBeingRewritten(path: string): boolean;
  /** Fills a note's tokens; gives back how many, undefined while its text is not there yet. */
  fill(path: string, wish: FillWish): Promise<number | undefined>;
}

/** Which tokens of a note are to be filled by themselves. */
export interface FillWish {
  /** Only those in this text, when it is given. */
  readonly part?: string;
  /** Asked at the moment of writing: what the tokens stand for may take a while, and meanwhile somebody's words may have come in. */
  readonly isAllowed: () => boolean;
}

/** A note's times and length, as the app tells them when a note appears: milliseconds since 1970, bytes. */
interface FreshNote {
  readonly path: string;
  readonly ctime: number;
  readonly mtime: number;
  readonly size: number;
  /** Whether this plugin writes it: what it holds is what somebody said, and no template (unless `madeHere` says so). */
  readonly isOwn: boolean;
}

/** A note that appeared a moment ago; whether it was made here shows when it is opened. */
interface Newcomer {
  readonly since: number;
  readonly isEmpty: boolean;
  holdsWords: boolean;
  rewrittenAt?: number;
}

interface Watch {
  readonly since: number;
  until: number;
  /** Until then it is opened, or it was not made here. */
  openedBy: number;
  /** Until then an editor may not show yet what the disk has. */
  shownBy: number;
  /** Made without text, so that its text comes in a second step. */
  isAwaitingText: boolean;
  hasChanged: boolean;
  isMadeHere: boolean;
  wasRewritten: boolean;
  wantsFill: boolean;
  /** Whether this plugin wrote somebody's words into it, a token among them perhaps: whatever happens to it, nothing is filled. */
  holdsWords: boolean;
  filled: number;
  readonly settle: () => void;
  /** Resolves after the first filling, or when the note is given up. */
  readonly settled: Promise<void>;
}

const STEP = 50;
// A note that came by sync keeps its old times, as a rule.
const FRESH = 10_000;
// Whoever makes a note from a template opens it at once; one that only arrived is not open.
const OPENED_WITHIN = 3_000;
const SHOWN_WITHIN = 3_000;
// Templater waits 300 ms and reads the note before it can be seen at work; slow disks take longer.
const REWRITE_BEGINS_WITHIN = 2_000;
const WATCHED = 10_000;

/**
 * Fills the tokens of notes that were just made here from a template, once, after template engines are through with
 * them. Notes that arrive by sync are left alone: they are older than a moment, or nobody here opens them as they appear.
 */
export class DailyFiller {
  readonly #watched = new Map<string, Watch>();
  readonly #newcomers = new Map<string, Newcomer>();
  #life = 0;

  constructor(private readonly host: DailyFillerHost) {}

  /** Whether no note is being watched, so that nothing has to be told of typing. */
  get isIdle(): boolean {
    return this.#watched.size === 0;
  }

  /** Whether a note that appeared here still waits to be opened. */
  get expectsOpening(): boolean {
    return this.#newcomers.size > 0;
  }

  /** A note appeared in the vault. */
  created(note: FreshNote): void {
    const now = this.host.now();
    const isFresh = Math.abs(now - note.ctime) < FRESH && Math.abs(now - note.mtime) < FRESH;
    if (!isFresh || this.#watched.has(note.path) || this.host.isTemplate(note.path)) return;
    this.#forgetStrangers(now);
    const [isEmpty, holdsWords] = [note.size === 0, note.isOwn && note.size > 0];
    if (this.host.isPeriodicNote(note.path)) this.#watch(note.path, { ...watchFrom(now, isEmpty), holdsWords });
    else this.#newcomers.set(note.path, { since: now, isEmpty, holdsWords });
    if (this.host.isOpen(note.path)) this.opened(note.path);
  }

  /** A note was opened in this app. */
  opened(path: string): void {
    const newcomer = this.#newcomers.get(path);
    if (newcomer !== undefined && !this.#isStranger(path, newcomer, this.host.now())) this.#welcome(path, newcomer);
  }

  /** A note was made by this plugin from a person's template, whether it is opened or not. Resolves once its tokens are filled and it may be written to. */
  async madeHere(path: string): Promise<void> {
    const newcomer = this.#newcomers.get(path);
    if (newcomer !== undefined) this.#welcome(path, newcomer);
    const watch = this.#watched.get(path);
    if (watch === undefined) return;
    watch.isMadeHere = true;
    watch.holdsWords = false;
    await watch.settled;
  }

  /** Whether a note may still be filled by itself. */
  follows(path: string): boolean {
    return this.#watched.has(path) || this.#newcomers.has(path);
  }

  /** This plugin writes into a note what somebody said, and a token is among it: it cannot be told from a template's any more. */
  said(path: string): void {
    const newcomer = this.#newcomers.get(path);
    if (newcomer !== undefined) newcomer.holdsWords = true;
    const watch = this.#watched.get(path);
    if (watch === undefined) return;
    watch.holdsWords = true;
    watch.settle();
  }

  /** A note's text changed: one that was made empty may have got its template only now. */
  changed(path: string): void {
    const watch = this.#watched.get(path);
    if (watch?.isAwaitingText !== true || watch.filled > 0) return;
    watch.hasChanged = true;
    watch.wantsFill = true;
  }

  /** A person types in a note: a text that comes from now on is theirs, and no template. */
  typed(path: string): void {
    const watch = this.#watched.get(path);
    if (watch?.isAwaitingText !== true) return;
    watch.isAwaitingText = false;
    watch.wantsFill &&= watch.hasChanged || watch.wasRewritten;
  }

  /** A template engine has rewritten a note, perhaps from a text it had read before the tokens were filled. */
  rewritten(path: string): void {
    const newcomer = this.#newcomers.get(path);
    if (newcomer !== undefined) newcomer.rewrittenAt = this.host.now();
    const watch = this.#watched.get(path);
    if (watch === undefined) return;
    watch.wasRewritten = true;
    watch.wantsFill = true;
    watch.shownBy = this.host.now() + SHOWN_WITHIN;
  }

  /** A template was put into a note that is open here, by an engine and not by typing: the tokens in that text are filled. */
  async inserted(path: string, part: string): Promise<void> {
    if (this.host.isTemplate(path)) return;
    const life = this.#life;
    do {
      await this.host.wait(STEP);
      if (life !== this.#life) return;
    } while (this.host.isBeingRewritten(path));
    await this.host.fill(path, { part, isAllowed: () => life === this.#life });
  }

  /** A note has another path now, or none. */
  gone(path: string): void {
    this.#newcomers.delete(path);
    this.#watched.get(path)?.settle();
    this.#watched.delete(path);
  }

  /** Forgets all notes. */
  stop(): void {
    this.#life += 1;
    this.#newcomers.clear();
    for (const path of [...this.#watched.keys()]) this.gone(path);
  }

  #welcome(path: string, { since, isEmpty, holdsWords, rewrittenAt }: Newcomer): void {
    this.#newcomers.delete(path);
    const watch = watchFrom(this.host.now(), false, since);
    watch.isMadeHere = true;
    watch.wasRewritten = rewrittenAt !== undefined;
    watch.holdsWords = holdsWords;
    // An empty note may be anybody's new page: only what an engine writes into it is filled.
    watch.wantsFill = !isEmpty || watch.wasRewritten;
    this.#watch(path, watch);
  }

  #watch(path: string, watch: Watch): void {
    this.#watched.set(path, watch);
    void this.#attend(path, watch);
  }

  async #attend(path: string, watch: Watch): Promise<void> {
    for (;;) {
      await this.host.wait(STEP);
      if (this.#watched.get(path) !== watch) return;
      const now = this.host.now();
      watch.isMadeHere ||= this.host.isOpen(path);
      // A template that asks the user something may stay at work for minutes, before the note is opened at all.
      if (this.host.isBeingRewritten(path)) [watch.until, watch.openedBy] = [now + WATCHED, now + OPENED_WITHIN];
      else if (this.#isTimeToFill(watch, now)) await this.#fill(path, watch, now);
      const isForeign = !watch.isMadeHere && now > watch.openedBy;
      if (isForeign || now > watch.until) break;
    }
    if (this.#watched.get(path) === watch) this.gone(path);
  }

  async #fill(path: string, watch: Watch, now: number): Promise<void> {
    watch.wantsFill = false;
    const filled = await this.host.fill(path, { isAllowed: () => !watch.holdsWords });
    watch.filled += filled ?? 0;
    watch.wantsFill ||= filled === undefined && now < watch.shownBy;
    watch.settle();
  }

  #isTimeToFill(watch: Watch, now: number): boolean {
    if (!watch.isMadeHere || !watch.wantsFill || watch.holdsWords) return false;
    return watch.wasRewritten || !this.host.isRewrittenOnCreate() || now - watch.since > REWRITE_BEGINS_WITHIN;
  }

  #isStranger(path: string, { since, rewrittenAt }: Newcomer, now: number): boolean {
    return now - Math.max(since, rewrittenAt ?? since) > OPENED_WITHIN && !this.host.isBeingRewritten(path);
  }

  // The oldest come first; thousands may arrive at once.
  #forgetStrangers(now: number): void {
    for (const [path, newcomer] of this.#newcomers) {
      if (now - newcomer.since <= OPENED_WITHIN) break;
      if (this.#isStranger(path, newcomer, now)) this.#newcomers.delete(path);
    }
  }
}

function watchFrom(now: number, isAwaitingText: boolean, since = now): Watch {
  let settle = (): void => undefined;
  const settled = new Promise<void>((resolve) => (settle = resolve));
  return { since, until: now + WATCHED, openedBy: now + OPENED_WITHIN, shownBy: now + SHOWN_WITHIN, isAwaitingText, hasChanged: false, isMadeHere: false, wasRewritten: false, wantsFill: true, holdsWords: false, filled: 0, settle, settled };
}
