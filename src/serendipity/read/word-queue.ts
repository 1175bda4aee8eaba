/** Numbers a word takes in a queue: two hashes of its small letters, where it begins and where it ends. */
export const QUEUED = 4;
const ROOM = 256;

/**
 * Words in ASCII letters that were passed in a text and wait to be looked up together: looked up one by one, each would
 * wait for memory between two runs of letters, side by side they wait at the same time.
 */
export class WordQueue {
  readonly words = new Int32Array(ROOM * QUEUED);
  /** The term of each word, once it was looked up. */
  readonly terms = new Int32Array(ROOM);
  count = 0;

  get isFull(): boolean {
    return this.count === ROOM;
  }

  /** Takes a word up. There must be room. The first hash is never 0 (see `lastHash`), which marks an empty slot of the table. */
  push(first: number, second: number, from: number, to: number): void {
    const { words } = this;
    const at = this.count * QUEUED;
    words[at] = first;
    words[at + 1] = second;
    words[at + 2] = from;
    words[at + 3] = to;
    this.count++;
  }
}
