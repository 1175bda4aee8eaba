import { reasonOf } from '../../base';
import type { NoteEvent, NoteRef, NoteStore } from '../../note';
import type { NoteText } from '../types';
import { compare } from './compare';
import type { Exclusion } from './exclusion';
import type { Refusal } from './protocol';
import type { RemoteEngine } from './remote-engine';

/** A batch ends with so many notes as the pace says, or with this many characters. */
const BATCH_CHARACTERS = 256 * 1024;
const READ_AT_ONCE = 8;
/** Longer notes are cut: no passage that far down changes what a note is about. */
const LONGEST_TEXT = 1024 * 1024;
/** Notes with more bytes are known by their name only; reading them would be felt. */
const LARGEST_NOTE = 8 * 1024 * 1024;

/** How fast a feeder works. */
export interface Pace {
  readonly batchNotes: number;
  /** Batches that may be under way at a time: with two, one is worked on while the next is read. */
  readonly batchesAhead: number;
  /** Awaited after every batch. */
  readonly rest: () => Promise<void>;
}

/** The pace of a device that need not be spared. */
export const FULL_PACE: Pace = { batchNotes: 100, batchesAhead: 2, rest: () => Promise.resolve() };

/** What a feeder works with. */
interface FeederParts {
  readonly notes: Pick<NoteStore, 'find' | 'list' | 'read'>;
  readonly engine: Pick<RemoteEngine, 'ask'>;
  isExcluded: Exclusion;
  /** Lets others run where the last stop lies some milliseconds back; resolves at once otherwise. */
  breathe(): Promise<void>;
  /** Asked before every batch; the full pace when absent. */
  pace?(): Pace;
  /** Called whenever `done` or `total` changed. */
  onProgress(): void;
}

/**
 * Keeps an engine in step with the vault. It holds the paths that wait to be read and works them off in batches; whatever
 * order things happen in, each note ends in the engine as it stands in the vault. Excluded notes are never read.
 */
export class Feeder {
  /** Notes that could not be read or taken in, with the reason. */
  readonly left = new Map<string, string>();
  readonly #dirty = new Set<string>();
  /** Notes read, or being read, and not yet posted, with the turn of their last reading: earlier ones do not count. */
  readonly #inHand = new Map<string, number>();
  /** Times of the notes read since the feeder was last idle: the app may tell of notes that are simply new to it, too. */
  readonly #readAt = new Map<string, number>();
  readonly #underway = new Set<Promise<void>>();
  #turn = 0;
  #posted = 0;
  #done = 0;
  #isComparing = false;
  #isCompared = false;
  #failure: Error | undefined;
  #running: Promise<void> | undefined;
  #paused = false;
  #stopped = false;

  constructor(private readonly parts: FeederParts) {}

  /** Notes taken in since the feeder was last idle. */
  get done(): number {
    return this.#done;
  }

  /** Notes to be taken in since the feeder was last idle. */
  get total(): number {
    return this.#posted + this.#inHand.size + this.#dirty.size;
  }

  /** Whether it is known what changed while nobody looked, so that `total` says how much there is to read. */
  get isCompared(): boolean {
    return this.#isCompared;
  }

  get isIdle(): boolean {
    return this.#running === undefined && this.#dirty.size === 0;
  }

  get isPaused(): boolean {
    return this.#paused;
  }

  /** Finds what changed while nobody looked; `run` then reads it. */
  async catchUp(): Promise<void> {
    this.#isComparing = true;
    const known = await this.parts.engine.ask('known');
    const { toRead, toForget } = await compare(known, this.parts.notes.list(), (path) => this.parts.isExcluded(path), () => this.parts.breathe());
    this.#isComparing = false;
    const gone = toForget.filter((path) => !this.#stands(path));
    if (gone.length > 0) await this.parts.engine.ask('remove', gone);
    for (const { path } of toRead) this.#dirty.add(path);
    this.#isCompared = true;
    this.parts.onProgress();
  }

  /** Notes one change of the vault; `run` then reads what has to be read. */
  follow(event: NoteEvent): void {
    if (event.kind === 'changed') {
      if (this.parts.isExcluded(event.note.path) || this.#readAt.get(event.note.path) === event.note.mtime) return;
      this.#dirty.add(event.note.path);
    } else if (event.kind === 'removed') this.#forget(event.path);
    else this.#move(event.from, event.note.path);
    this.parts.onProgress();
  }

  /** Reads all that waits; resolves when the engine has it. A second call joins the first. Rejects when the engine is gone. */
  run(): Promise<void> {
    if (this.#paused || this.#stopped) return Promise.resolve();
    this.#running ??= this.#work().finally(() => {
      this.#running = undefined;
      if (this.#dirty.size === 0) {
        this.#posted = this.#done = 0;
        this.#readAt.clear();
      }
      this.parts.onProgress();
    });
    return this.#running;
  }

  /** Stops after the batch at hand; `resume` and `run` go on from there. */
  pause(): void {
    this.#paused = true;
  }

  resume(): void {
    this.#paused = false;
  }

  /** Ends for good. */
  stop(): void {
    this.#stopped = true;
    this.#dirty.clear();
  }

  async #work(): Promise<void> {
    do {
      while (this.#mayGoOn) {
        const { batchNotes, batchesAhead, rest } = this.parts.pace?.() ?? FULL_PACE;
        for (const batch of split(await this.#nextBatch(batchNotes))) {
          while (this.#underway.size >= batchesAhead) await Promise.race(this.#underway);
          if (this.#failure !== undefined || this.#stopped) break;
          this.#post(batch.filter((reading) => this.#isLast(reading)).map(({ note }) => note));
        }
        if (this.#dirty.size > 0) await rest();
      }
      await Promise.all(this.#underway);
      if (this.#failure !== undefined) throw this.#failure;
    } while (this.#mayGoOn);
  }

  get #mayGoOn(): boolean {
    return this.#dirty.size > 0 && !this.#paused && !this.#stopped && this.#failure === undefined;
  }

  async #nextBatch(most: number): Promise<Reading[]> {
    const batch: Reading[] = [];
    let characters = 0;
    while (batch.length < most && characters < BATCH_CHARACTERS && this.#dirty.size > 0 && !this.#stopped) {
      const taken = this.#take(Math.min(READ_AT_ONCE, most - batch.length));
      for (const reading of await Promise.all(taken.map(([path, turn]) => this.#read(path, turn)))) {
        await this.parts.breathe();
        if (reading === undefined) continue;
        batch.push(reading);
        characters += reading.note.text.length;
      }
    }
    return batch;
  }

  #take(count: number): (readonly [path: string, turn: number])[] {
    const taken: (readonly [string, number])[] = [];
    for (const path of this.#dirty) {
      if (taken.length === count) break;
      taken.push([path, ++this.#turn]);
      this.#dirty.delete(path);
      this.#inHand.set(path, this.#turn);
    }
    return taken;
  }

  async #read(path: string, turn: number): Promise<Reading | undefined> {
    const note = this.parts.notes.find(path);
    if (note === undefined || this.parts.isExcluded(path)) {
      this.#inHand.delete(path);
      return undefined;
    }
    this.#readAt.set(path, note.mtime);
    try {
      const text = note.size > LARGEST_NOTE ? '' : cut(await this.parts.notes.read(path));
      this.left.delete(path);
      return { note: asText(note, text), turn };
    } catch (error) {
      this.#readAt.delete(path);
      if (this.#inHand.get(path) === turn) this.#inHand.delete(path);
      if (this.parts.notes.find(path) !== undefined) this.left.set(path, reasonOf(error));
      return undefined;
    }
  }

  #isLast({ note, turn }: Reading): boolean {
    return this.#inHand.get(note.path) === turn && this.#inHand.delete(note.path);
  }

  #post(batch: readonly NoteText[]): void {
    if (batch.length === 0) return;
    this.#posted += batch.length;
    this.#await(this.parts.engine.ask('put', batch), (refusals) => {
      this.#note(refusals);
      this.#done += batch.length;
      this.parts.onProgress();
    });
  }

  #note(refusals: readonly Refusal[]): void {
    for (const { path, problem } of refusals) this.left.set(path, problem);
  }

  #stands(path: string): boolean {
    return this.parts.notes.find(path) !== undefined && !this.parts.isExcluded(path);
  }

  // What is in hand is dropped before it is posted, so that the order of messages stays the order of events.
  #forget(path: string): void {
    this.#dirty.delete(path);
    this.#inHand.delete(path);
    this.#readAt.delete(path);
    this.left.delete(path);
    this.#await(this.parts.engine.ask('remove', [path]));
  }

  #move(from: string, to: string): void {
    const isKnownAsItIs = !this.#dirty.has(from) && !this.#inHand.has(from) && !this.left.has(from);
    if (isKnownAsItIs && !this.parts.isExcluded(from) && !this.parts.isExcluded(to)) {
      const isComparing = this.#isComparing;
      this.#inHand.delete(to);
      for (const path of [from, to]) this.#readAt.delete(path);
      this.#await(this.parts.engine.ask('rename', from, to), (wasKnown) => {
        // While index and vault are being compared, the note may have been changed before it was moved.
        if (!wasKnown || isComparing) this.#dirty.add(to);
      });
      return;
    }
    this.#forget(from);
    if (!this.parts.isExcluded(to)) this.#dirty.add(to);
  }

  // Answers are not waited for one by one; `run` waits for them, and reports when one fails.
  #await<T>(answer: Promise<T>, then?: (value: T) => void): void {
    const awaited: Promise<void> = answer
      .then(then, (error: unknown) => {
        this.#failure ??= error instanceof Error ? error : new Error(String(error));
      })
      .then(() => void this.#underway.delete(awaited));
    this.#underway.add(awaited);
  }
}

/** A note that was just read. */
interface Reading {
  readonly note: NoteText;
  readonly turn: number;
}

// Notes are read several at a time, so what was read may be more than a batch holds. A long note is a batch of its own.
function split(readings: readonly Reading[]): Reading[][] {
  const batches: Reading[][] = [];
  let characters = Infinity;
  for (const reading of readings) {
    characters += reading.note.text.length;
    if (characters > BATCH_CHARACTERS) {
      batches.push([]);
      characters = reading.note.text.length;
    }
    batches.at(-1)?.push(reading);
  }
  return batches;
}

function asText({ path, mtime, ctime }: NoteRef, text: string): NoteText {
  return { path, text, mtime, ctime };
}

function cut(text: string): string {
  if (text.length <= LONGEST_TEXT) return text;
  const splitsPair = /[\uD800-\uDBFF]/.test(text.charAt(LONGEST_TEXT - 1));
  return text.slice(0, splitsPair ? LONGEST_TEXT - 1 : LONGEST_TEXT);
}
