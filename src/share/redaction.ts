/** Something that stays behind when a text is shared, and what it was (shown to the user only). */
export interface Redaction {
  readonly kind: 'properties' | 'comment' | 'open-comment' | 'embed' | 'private-link' | 'local-link' | 'block-id' | 'field' | 'query' | 'unclear';
  readonly shown: string;
}

/** What may not be seen by others: asked of every link in a text, by the link's target as written. */
export interface Privacy {
  isPrivate(target: string): boolean;
  /** What stands where a private link stood. */
  readonly placeholder: string;
  /** The web address at which others can read the note that a link leads to, where one is known. */
  publicAddress?(target: string): string | undefined;
}

/** A text that may leave, and all that was held back. */
export interface Redacted {
  readonly text: string;
  readonly redactions: readonly Redaction[];
}

/** Takes down what stays behind; gives what stands in its place: nothing. */
export type Hold = (kind: Redaction['kind'], shown: string) => '';
