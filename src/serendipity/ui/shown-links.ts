import type { EmptyState } from '../../obsidian/parts/empty-state';
import type { Filter } from '..';
import type { FoundLink } from './link-finder';

/** What links are looked for: a note, or words selected in it. */
export interface Subject {
  readonly path: string;
  /** The selected words; '' where the whole note asks. */
  readonly passage: string;
}

/**
 * What the Links tab shows, with what it is for: one value, so that its head, its cards and what is done with them never tell of
 * different notes.
 */
export interface ShownLinks {
  readonly subject: Subject | undefined;
  /** All that were found, also what was hidden since. */
  readonly links: readonly FoundLink[];
  /** Why none were. */
  readonly empty: EmptyState | undefined;
  /** Whether a pause may keep this: links, or that the whole index has none; anything else is asked again as soon as the index knows more. */
  readonly isAnswer: boolean;
  /** Whether the index knew a part of the vault only. */
  readonly isOfPart: boolean;
  /** How many were asked for, and where between closest (0) and most surprising (1). */
  readonly limit: number;
  readonly surprise: number;
  /** Which were asked for; undefined for all. */
  readonly filter: Filter | undefined;
}

/** Before anything was looked for. */
export const NOTHING_SHOWN: ShownLinks = { subject: undefined, links: [], empty: undefined, isAnswer: false, isOfPart: false, limit: 0, surprise: 0, filter: undefined };

/** Whether this was asked for as the slider and the filter stand now. */
export function isAskedSo(shown: ShownLinks, surprise: number, filter: Filter | undefined): boolean {
  return shown.surprise === surprise && JSON.stringify(shown.filter) === JSON.stringify(filter);
}
