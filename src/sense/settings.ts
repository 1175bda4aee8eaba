import type { PropertyNames } from '../note';
import { words } from '../words';
import { APPLIED_SECTION } from './applied';
import type { PromptSetting } from './prompt';
import type { Strictness } from './quality';
import type { TakeRule } from './take';

/** What users may set about sense-making and the gate. */
export interface SenseSettings {
  /** Title of the section that holds the take. */
  readonly takeSection: string;
  /** The least number of own words that makes a take; below 12 a comment hardly says more than "yes". */
  readonly leastOwnWords: number;
  readonly strictness: Strictness;
  /** Whether a quote may be passed on without a take, knowingly and on the record. */
  readonly mayOverride: boolean;
  /** The prompts as the user arranged them; those that are missing follow in their own order. */
  readonly prompts: readonly PromptSetting[];
  /** Path of a note whose list items are the prompts instead; empty for none. */
  readonly promptNote: string;
  /** Days after which a quote that was put off comes back. */
  readonly laterDays: number;
  /** Folders whose notes are searched for quotes, such as those of Readwise; other notes are not read. */
  readonly quoteFolders: readonly string[];
  /** Folders within those that are left out. */
  readonly excludedFolders: readonly string[];
  /** How many quotes may wait before the queue invites to let go; 0 for any number. */
  readonly queueLimit: number;
  /** Path of the note that says which quotes in other notes were put off or let go. */
  readonly asideNote: string;
  /** Title of the section that says where a quote or a note was tried. */
  readonly appliedSection: string;
}

/** Defaults in the user's language. */
export function defaultSenseSettings(): SenseSettings {
  return {
    takeSection: words.sense.takeSection, leastOwnWords: 12, strictness: 'require', mayOverride: false, prompts: [], promptNote: '', laterDays: 7,
    quoteFolders: [], excludedFolders: [], queueLimit: 50, asideNote: words.sense.asideNote, appliedSection: APPLIED_SECTION,
  };
}

/** How takes stand in notes, and what makes one a full one, as the settings have it now. */
export function takeRule({ properties: names, sense }: { readonly properties: PropertyNames; readonly sense: SenseSettings }): TakeRule {
  return { names, takeSection: sense.takeSection, leastOwnWords: sense.leastOwnWords };
}
