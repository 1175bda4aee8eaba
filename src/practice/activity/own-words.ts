import { isFullTake, qualityOf, type TakeQuality } from '../../sense';

/** A commentary, and what it comments on. */
interface CommentaryText {
  readonly own: string;
  readonly quoted?: string;
}

/**
 * What a commentary is made of, looked at when somebody asks: that takes longer than reading the whole note, and what was
 * written long ago is hardly ever asked about.
 */
export class OwnWords {
  #quality: TakeQuality | undefined;
  #read: () => CommentaryText;

  constructor(read: () => CommentaryText) {
    this.#read = read;
  }

  /** Whether it is still to be looked at. */
  get isOpen(): boolean {
    return this.#quality === undefined;
  }

  /** The user's own words in it. */
  get count(): number {
    return this.#looked().own;
  }

  /** Whether the gate would take it for a commentary: enough own words, no echo of the quote, no mere phrases. */
  isCommentary(leastOwnWords: number): boolean {
    return isFullTake(this.#looked(), leastOwnWords);
  }

  #looked(): TakeQuality {
    if (this.#quality === undefined) {
      const { own, quoted } = this.#read();
      this.#quality = qualityOf(own, quoted === undefined ? undefined : { text: quoted });
      // The words themselves are in the note.
      this.#read = () => ({ own: '' });
    }
    return this.#quality;
  }
}
