/** A note that bears unexpectedly on what is being written. */
export interface LinkOffer {
  readonly path: string;
  readonly title: string;
  /** Why it is offered, in words. */
  readonly why: string;
  /** The passage that bears on it, without markup. */
  readonly excerpt?: string;
}

/** Finds link offers for a text as it stands now; `path` names the note it belongs to. */
export type FindOffers = (query: { path?: string; text: string }) => Promise<readonly LinkOffer[]>;
