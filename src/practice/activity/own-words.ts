import { countOwnWords } from '../../sense';

/** A commentary, and what it comments on. */
export interface CommentaryText {
  readonly own: string;
  readonly quoted?: string;
}

/**
 * The user's own words in a commentary, counted when somebody asks: counting takes longer than reading the whole note, and
 * what was written long ago is hardly ever asked about.
 */
export class OwnWords {
  #count: number | undefined;
  #read: (() => CommentaryText) | undefined;

  constructor(read: () => CommentaryText) {
    this.#read = read;
  }

  /** Whether the counting is still to be done. */
  get isOpen(): boolean {
    return this.#count === undefined;
  }

  get count(): number {
    if (this.#count === undefined && this.#read !== undefined) {
      const { own, quoted } = this.#read();
      this.#count = countOwnWords(own, quoted === undefined ? undefined : { text: quoted });
      // The words themselves are in the note.
      this.#read = undefined;
    }
    return this.#count ?? 0;
  }
}
