import { nextInQueue, type Waiting } from '..';
import type { WaitingList } from './waiting-list';

/**
 * One way through the queue: which quotes were dealt with, which one comes next, and how many wait at the end. What was
 * decided is read from the notes again a moment later: until then the queue still names those quotes.
 */
export class Review {
  // Whether a quote that was dealt with waits all the same.
  readonly #dealtWith = new Map<string, { readonly stays: boolean }>();
  readonly #made = new Set<string>();
  #size = 0;

  constructor(private readonly waiting: Pick<WaitingList, 'all' | 'shown'>) {}

  /** Begins anew, with the quote that comes after `id` in what is shown; undefined when nothing is. */
  begin(id?: string): Waiting | undefined {
    this.#dealtWith.clear();
    this.#made.clear();
    const shown = this.waiting.shown();
    this.#size = shown.length;
    return nextInQueue(shown, id);
  }

  /** Which quote is at hand, counted from 1, and of how many. */
  get progress(): { readonly at: number; readonly of: number } {
    const at = this.#dealtWith.size + 1;
    return { at, of: Math.max(this.#size, at) };
  }

  /** The quote after the one at hand, of those that are shown and not dealt with yet; that one itself when it is the last. */
  after(id: string): Waiting | undefined {
    return nextInQueue(this.waiting.shown().filter((one) => one.id === id || !this.#isDone(one)), id);
  }

  /** A quote was dealt with; it `stays` where it waits all the same. */
  dealtWith(id: string, stays: boolean): void {
    this.#dealtWith.set(id, { stays });
  }

  /** A quote was brought back: it is not asked about again, and told among those that wait. */
  broughtBack(id: string): void {
    if (this.#dealtWith.has(id)) this.#dealtWith.set(id, { stays: true });
  }

  /** A quote in another note got a note of its own. */
  made(path: string): void {
    this.#made.add(path);
  }

  /** How many quotes wait still, whether they are shown or not. */
  get stillWaiting(): number {
    const others = this.waiting.all().filter((one) => !this.#isDone(one));
    return others.length + [...this.#dealtWith.values()].filter(({ stays }) => stays).length;
  }

  #isDone({ id, path }: Waiting): boolean {
    return this.#dealtWith.has(id) || this.#made.has(path);
  }
}
