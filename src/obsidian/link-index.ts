import { reasonOf, stableId } from '../base';
import type { NoteEvent } from '../note';
import { FULL_PACE, Feeder, exclusionOf, type Exclusion, type Pace, type RemoteEngine } from '../serendipity';
import { words } from '../words';
import { breathing } from './breathe';
import type { Edge } from './edge';
import { hostEngine, onMainThread, type HostedEngine, type OpenWorker } from './engine-host';
import { excludedFilesOf, onExcludedFiles } from './excluded-files';
import { Power } from './power';
import { whenReady } from './when-ready';

/** What the index is doing. */
export type IndexPhase = 'off' | 'waiting' | 'opening' | 'reading' | 'paused' | 'ready' | 'failed';

/** The state of the index, for status bar and sidebar. */
export interface IndexStatus {
  readonly phase: IndexPhase;
  /** Notes taken in, and notes to be taken in, of the reading that goes on. */
  readonly done: number;
  readonly total: number;
  /** Whether it is known what is to be read: until the vault was compared with the index, `total` says nothing. */
  readonly isCompared: boolean;
  /** Notes the index knows, as of the last rest. */
  readonly notes: number;
  /** When the index was last in step with the vault, in milliseconds since 1970. */
  readonly updatedAt?: number;
  /** Where the engine works. */
  readonly place?: HostedEngine['place'];
  /** Whether it works in small steps with pauses. */
  readonly isSparing: boolean;
  /** Why it failed. */
  readonly problem?: string;
}

const PAUSED = 'seek-sense-share:index-paused';
/** A burst of changes (sync, a find-and-replace over the vault) is read together; where the device is spared, more of it. */
const GATHER = 1500;
const GATHER_SPARING = 5000;
/** Progress is told no more often. */
const BETWEEN_NEWS = 100;
/** The cache is written when nothing changed for so long, and every so many notes while reading, so that a killed app resumes. */
const REST_BEFORE_SAVE = 10_000;
const REST_BEFORE_SAVE_SPARING = 60_000;
const NOTES_BETWEEN_SAVES = 2000;
/** Folding edits in costs the same for one and for hundreds. */
const EDITS_BEFORE_SETTLING = 256;
/** A phone's webview is closed by the system when it takes too much. */
const MEGABYTES_ON_PHONES = 64;
const MEGABYTE = 1024 * 1024;
/** Where the device is spared, it is busy for some tens of milliseconds, and then rests for longer. */
const SPARING_PACE: Pace = { batchNotes: 16, batchesAhead: 1, rest: () => new Promise((resolve) => window.setTimeout(resolve, 150)) };

/**
 * The index of this vault on this device: starts when the layout is ready, follows the notes, keeps its cache, and answers
 * from the moment the cache is read. Says every failure in a sentence.
 */
export class LinkIndex {
  readonly #database: string;
  readonly #power: Power;
  readonly #listeners = new Set<() => void>();
  #host: HostedEngine | undefined;
  #feeder: Feeder | undefined;
  #excluded: Exclusion = () => false;
  #excludedBy = '';
  #phase: IndexPhase = 'waiting';
  #notes = 0;
  #updatedAt: number | undefined;
  #problem: string | undefined;
  #isPaused: boolean;
  #hasRested = false;
  #megabytes = 0;
  #restarts = 0;
  #savedAt = 0;
  #mayCache = true;
  #gathering: number | undefined;
  #resting: number | undefined;
  #telling: number | undefined;
  #saidLeft = 0;

  constructor(
    private readonly edge: Edge,
    private readonly openWorker: OpenWorker,
    private readonly device: { readonly vaultId: string; readonly isPhone: boolean },
  ) {
    this.#database = `seek-sense-share-links-${stableId(device.vaultId)}`;
    const { app, plugin } = edge;
    this.#isPaused = app.loadLocalStorage(PAUSED) === true;
    this.#power = new Power(plugin, device.isPhone, () => edge.settings().serendipity.power, () => this.#tell());
    whenReady(plugin, () => this.#refit());
    edge.onNote((event) => this.#follow(event));
    edge.onSettings(() => this.#refit());
    onExcludedFiles(app, plugin, () => this.#refit());
    plugin.registerDomEvent(window.document, 'visibilitychange', () => {
      if (window.document.hidden) void this.#save();
    });
    plugin.register(() => this.#stop('off'));
  }

  get status(): IndexStatus {
    const { done = 0, total = 0, isCompared = false } = this.#feeder ?? {};
    return {
      phase: this.#phase, done, total, isCompared, notes: this.#notes, isSparing: this.isSparing,
      ...(this.#updatedAt !== undefined && { updatedAt: this.#updatedAt }),
      ...(this.#host !== undefined && { place: this.#host.place }),
      ...(this.#problem !== undefined && { problem: this.#problem }),
    };
  }

  /** Whether the device is spared: whoever asks should ask less often. */
  get isSparing(): boolean {
    return this.#power.isSparing;
  }

  /** The upper bound for the index in memory, in bytes; undefined when there is none. */
  get memoryCap(): number | undefined {
    return this.#memoryCap().memoryCap;
  }

  /** Notes that should be in the index and could not be read, with the reason. */
  get left(): ReadonlyMap<string, string> {
    return this.#feeder?.left ?? new Map();
  }

  /** Whether questions are answered, be it from an incomplete index. */
  get isAnswering(): boolean {
    return this.#phase === 'reading' || this.#phase === 'paused' || this.#phase === 'ready';
  }

  /** Whether a question is answered now or in a moment, when the cache is read. */
  get willAnswer(): boolean {
    return this.isAnswering || this.#phase === 'opening';
  }

  /** Whether a note is neither read nor shown. */
  isExcluded(path: string): boolean {
    return this.#excluded(path);
  }

  /** Calls `listener` after every change of the status; the returned function ends it. */
  onStatus(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Asks the engine. Rejects with a sentence when it is off or failed. */
  get ask(): RemoteEngine['ask'] {
    const remote = this.#host?.remote;
    if (remote === undefined) return () => Promise.reject(new Error(this.#problem ?? words.serendipity.indexIsOff));
    return remote.ask.bind(remote);
  }

  /** Resolves once the index is complete, or has failed, or after so many milliseconds. */
  whenComplete(patience: number): Promise<void> {
    const isOver = (): boolean => this.#phase === 'ready' || this.#phase === 'off' || this.#phase === 'failed' || this.#phase === 'paused';
    if (isOver()) return Promise.resolve();
    return new Promise((resolve) => {
      const end = (): void => {
        window.clearTimeout(timer);
        off();
        resolve();
      };
      const timer = window.setTimeout(end, patience);
      const off = this.onStatus(() => {
        if (isOver()) end();
      });
    });
  }

  /** Stops reading after the batch at hand, until it is resumed, also over a restart; what is known is still answered from. */
  pause(): void {
    if (this.#feeder === undefined) return;
    this.#setPaused(true);
    this.#feeder.pause();
    this.#enter('paused');
  }

  resume(): void {
    this.#setPaused(false);
    this.#feeder?.resume();
    this.#read();
  }

  /** Forgets the index and its cache and reads the vault anew. */
  async rebuild(): Promise<void> {
    if (!this.edge.settings().serendipity.enabled) return this.edge.say(words.serendipity.indexIsOff);
    this.#setPaused(false);
    this.#mayCache = true;
    this.#restarts = 0;
    if (this.#host === undefined) return this.#start();
    this.#feeder?.stop();
    const feeder = this.#newFeeder(this.#host.remote);
    this.#enter('opening');
    try {
      await this.#host.remote.ask('clear');
      await feeder.catchUp();
      this.#read();
    } catch (error) {
      this.#fail(error);
    }
  }

  #setPaused(isPaused: boolean): void {
    this.#isPaused = isPaused;
    this.edge.app.saveLocalStorage(PAUSED, isPaused ? true : null);
  }

  // Brings the index in line with the settings: on or off, and which notes belong to it.
  #refit(): void {
    const { app } = this.edge;
    if (!app.workspace.layoutReady) return;
    const settings = this.edge.settings().serendipity;
    const ignored = excludedFilesOf(app);
    const excludedBy = JSON.stringify([settings.excludedFolders, ignored]);
    const hasChanged = excludedBy !== this.#excludedBy;
    this.#excludedBy = excludedBy;
    if (hasChanged) this.#excluded = exclusionOf(settings.excludedFolders, ignored);
    const isOutgrown = this.#host !== undefined && settings.memoryCap !== this.#megabytes;
    if (!settings.enabled || isOutgrown) this.#stop('off');
    if (!settings.enabled) return;
    if (this.#host === undefined && this.#phase !== 'failed') void this.#start();
    else if (hasChanged) void this.#catchUp();
  }

  async #start(host = hostEngine(this.#database, this.openWorker, (reason, hadAnswered) => this.#recover(reason, hadAnswered))): Promise<void> {
    this.#host = host;
    this.#megabytes = this.edge.settings().serendipity.memoryCap;
    this.#problem = undefined;
    this.#enter('opening');
    const { remote } = host;
    const feeder = this.#newFeeder(remote);
    try {
      const { notes, problems } = await remote.ask('open', { vault: this.device.vaultId, ...this.#memoryCap() });
      if (this.#host !== host) return;
      this.#notes = notes;
      if (problems.length > 0) this.edge.say(words.serendipity.cacheWasBroken(problems));
      this.#enter('reading');
      await feeder.catchUp();
      this.#read();
    } catch (error) {
      if (this.#host === host) this.#fail(error);
    }
  }

  #memoryCap(): { memoryCap?: number } {
    if (this.#megabytes > 0) return { memoryCap: this.#megabytes * MEGABYTE };
    return this.device.isPhone ? { memoryCap: MEGABYTES_ON_PHONES * MEGABYTE } : {};
  }

  #newFeeder(engine: RemoteEngine): Feeder {
    const feeder: Feeder = new Feeder({
      notes: this.edge.notes,
      engine,
      isExcluded: (path) => this.#excluded(path),
      breathe: breathing(),
      pace: () => (this.isSparing ? SPARING_PACE : FULL_PACE),
      onProgress: () => this.#onProgress(feeder),
    });
    if (this.#isPaused) feeder.pause();
    this.#hasRested = false;
    this.#savedAt = 0;
    this.#feeder = feeder;
    return feeder;
  }

  #onProgress(feeder: Feeder): void {
    if (feeder !== this.#feeder) return;
    if (feeder.done - this.#savedAt >= NOTES_BETWEEN_SAVES) {
      this.#savedAt = feeder.done;
      void this.#save();
    }
    this.#telling ??= window.setTimeout(() => {
      this.#telling = undefined;
      this.#tell();
    }, BETWEEN_NEWS);
  }

  async #catchUp(): Promise<void> {
    try {
      await this.#feeder?.catchUp();
      this.#read();
    } catch (error) {
      this.#fail(error);
    }
  }

  #follow(event: NoteEvent): void {
    if (this.#feeder === undefined) return;
    this.#feeder.follow(event);
    this.#gathering ??= window.setTimeout(() => {
      this.#gathering = undefined;
      this.#read();
    }, this.isSparing ? GATHER_SPARING : GATHER);
  }

  #read(): void {
    const feeder = this.#feeder;
    if (feeder === undefined) return;
    if (this.#isPaused) return this.#enter('paused');
    if (!feeder.isIdle) this.#enter('reading');
    feeder.run().then(() => this.#rest(feeder)).catch((error: unknown) => {
      if (feeder === this.#feeder) this.#fail(error);
    });
  }

  // Nothing waits to be read: count, fold the edits in where it pays, and write the cache when it stays so.
  async #rest(feeder: Feeder): Promise<void> {
    if (feeder !== this.#feeder || !feeder.isIdle) return;
    const isFirst = !this.#hasRested;
    this.#hasRested = true;
    this.#savedAt = 0;
    const { notes, pending } = await this.ask('size');
    this.#notes = notes;
    this.#updatedAt = this.edge.clock().getTime();
    if (isFirst || pending >= EDITS_BEFORE_SETTLING) await this.ask('settle');
    if (feeder !== this.#feeder) return;
    this.#enter('ready');
    this.#sayLeft(feeder);
    window.clearTimeout(this.#resting);
    this.#resting = window.setTimeout(() => void this.#save(), isFirst ? 0 : this.isSparing ? REST_BEFORE_SAVE_SPARING : REST_BEFORE_SAVE);
  }

  #sayLeft({ left }: Feeder): void {
    const [first] = left;
    if (first !== undefined && left.size > this.#saidLeft) this.edge.say(words.serendipity.notesUnread(left.size, first[0], first[1]));
    this.#saidLeft = left.size;
  }

  // Where the cache cannot be written (a full disk, a private window) the index works on without, and says so once.
  async #save(): Promise<void> {
    if (!this.#mayCache || !this.isAnswering || this.#host === undefined) return;
    const host = this.#host;
    try {
      await host.remote.ask('save');
    } catch (error) {
      if (host !== this.#host) return;
      this.#mayCache = false;
      this.edge.say(words.serendipity.cacheNotWritten(reasonOf(error)));
    }
  }

  // A worker that never answered cannot run here at all; one that died is given one more chance.
  #recover(reason: string, hadAnswered: boolean): void {
    this.#host?.end(words.serendipity.workerEnded(reason));
    this.#feeder?.stop();
    if (!hadAnswered) void this.#start(onMainThread(this.#database));
    else if (this.#restarts++ === 0) void this.#start();
    else this.#fail(new Error(words.serendipity.workerEnded(reason)));
  }

  #fail(error: unknown): void {
    this.#problem = reasonOf(error);
    this.#stop('failed');
    this.edge.say(this.#problem);
  }

  #stop(phase: 'off' | 'failed'): void {
    window.clearTimeout(this.#gathering);
    window.clearTimeout(this.#resting);
    window.clearTimeout(this.#telling);
    this.#telling = undefined;
    this.#gathering = undefined;
    this.#feeder?.stop();
    this.#host?.end(words.serendipity.indexIsOff);
    this.#feeder = undefined;
    this.#host = undefined;
    this.#enter(phase);
  }

  #enter(phase: IndexPhase): void {
    this.#phase = phase;
    this.#tell();
  }

  #tell(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}
