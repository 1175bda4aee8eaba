import type { QuoteDraft } from './clipboard';

/** Where a quote stands in a note; offsets are those of the note's text. What it says is read when it is asked for. */
export interface QuotePlace {
  readonly from: number;
  readonly to: number;
  /** Where what belongs to it ends, such as a reader's note below a highlight; `to` when absent. */
  readonly until?: number;
  /** Present when it is marked within a line of other people's text. */
  readonly isInline?: true;
  readonly read: () => QuoteDraft & { readonly quoteNote?: string; readonly citedAuthor?: string };
}
