import { reasonOf, stableId } from '../base';
import type { NoteEvent } from '../note';
import { Feeder, exclusionOf, type Exclusion, type RemoteEngine } from '../serendipity';
import { words } from '../words';
import { breathing } from './breathe';
import type { Edge } from './edge';
import { hostEngine, onMainThread, type HostedEngine, type OpenWorker } from './engine-host';
import { excludedFilesOf, onExcludedFiles } from './excluded-files';
import type { IndexPhase, IndexStatus } from './index-status';
import { LinkCache } from './link-cache';
import { Power } from './power';
import { whenReady } from './when-ready';

const PAUSED = 'seek-sense-share:index-paused';
/** A burst of changes (sync, a find-and-replace over the vault) is read together; where the device is spared, more of it. */
const GATHER = 1500;
const GATHER_SPARING = 5000;
/** Progress is told no more often. */
const BETWEEN_NEWS = 100;
/** Folding edits in costs the same for one and for hundreds. */
const EDITS_BEFORE_SETTLING = 256;
/** A phone's webview is closed by the system when it takes too much. */
const MEGABYTES_ON_PHONES = 64;
const MEGABYTE = 1024 * 1024;

/**
 * The index of this vault on this device: starts when the layout is ready, follows the notes, keeps its cache, and answers
 * from the moment the cache is read. Says every failure in a sentence.
 */
export class LinkIndex {
  readonly #database: string;
  readonly #power: Power;
  readonly #cache: LinkCache;
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
  #gathering: number | undefined;
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
    this.#cache = new LinkCache(() => ({ host: this.#host, isAnswering: this.isAnswering, isSparing: this.isSparing }), (sentence) => edge.say(sentence));
    whenReady(plugin, () => this.#refit());
    edge.onNote((event) => this.#follow(event));
    edge.onSettings(() => this.#refit());
    onExcludedFiles(app, plugin, () => this.#refit());
    plugin.registerDomEvent(window.document, 'visibilitychange', () => {
      if (window.document.hidden) void this.#cache.save();
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
    this.#cache.tryAgain();
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
      pace: () => this.#power.pace,
      onProgress: () => this.#onProgress(feeder),
    });
    if (this.#isPaused) feeder.pause();
    this.#hasRested = false;
    this.#cache.countAnew();
    this.#feeder = feeder;
    return feeder;
  }

  #onProgress(feeder: Feeder): void {
    if (feeder !== this.#feeder) return;
    this.#cache.progressed(feeder.done);
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
    this.#cache.countAnew();
    const { notes, pending } = await this.ask('size');
    this.#notes = notes;
    this.#updatedAt = this.edge.clock().getTime();
    if (isFirst || pending >= EDITS_BEFORE_SETTLING) await this.ask('settle');
    if (feeder !== this.#feeder) return;
    this.#enter('ready');
    this.#sayLeft(feeder);
    this.#cache.saveAfterRest(isFirst);
  }

  #sayLeft({ left }: Feeder): void {
    const [first] = left;
    if (first !== undefined && left.size > this.#saidLeft) this.edge.say(words.serendipity.notesUnread(left.size, first[0], first[1]));
    this.#saidLeft = left.size;
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
    this.#cache.stop();
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
