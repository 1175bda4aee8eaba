import { reasonOf } from '../base';
import { words } from '../words';
import type { HostedEngine } from './engine-host';

/** The cache is written when nothing changed for so long, and every so many notes while reading, so that a killed app resumes. */
const REST_BEFORE_SAVE = 10_000;
const REST_BEFORE_SAVE_SPARING = 60_000;
const NOTES_BETWEEN_SAVES = 2000;

/** The index whose cache is written, as it is at the moment. */
interface CachedIndex {
  readonly host: HostedEngine | undefined;
  readonly isAnswering: boolean;
  readonly isSparing: boolean;
}

/** When the cache of an index is written. Where it cannot be (a full disk, a private window), the index works on without, and that is said once. */
export class LinkCache {
  #mayWrite = true;
  #savedAt = 0;
  #resting: number | undefined;

  constructor(
    private readonly index: () => CachedIndex,
    private readonly say: (sentence: string) => void,
  ) {}

  /** A failure is forgotten: the next writing is tried. */
  tryAgain(): void {
    this.#mayWrite = true;
  }

  /** A reading begins, or is over: notes are counted from none. */
  countAnew(): void {
    this.#savedAt = 0;
  }

  /** So many notes of a reading are taken in. */
  progressed(done: number): void {
    if (done - this.#savedAt < NOTES_BETWEEN_SAVES) return;
    this.#savedAt = done;
    void this.save();
  }

  /** Writes the cache if nothing changes for a while; at once where it was never complete. */
  saveAfterRest(isFirst: boolean): void {
    this.stop();
    this.#resting = window.setTimeout(() => void this.save(), isFirst ? 0 : this.index().isSparing ? REST_BEFORE_SAVE_SPARING : REST_BEFORE_SAVE);
  }

  async save(): Promise<void> {
    const { host, isAnswering } = this.index();
    if (!this.#mayWrite || !isAnswering || host === undefined) return;
    try {
      await host.remote.ask('save');
    } catch (error) {
      if (host !== this.index().host) return;
      this.#mayWrite = false;
      this.say(words.serendipity.cacheNotWritten(reasonOf(error)));
    }
  }

  /** Nothing that waits is written any more. */
  stop(): void {
    window.clearTimeout(this.#resting);
  }
}
