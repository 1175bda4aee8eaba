import { words } from '../words';

/** What users may set about sense-making and the gate. */
export interface SenseSettings {
  /** Title of the section that holds the take. */
  readonly takeSection: string;
  /** The least number of own words that makes a take; below 12 a comment hardly says more than "yes". */
  readonly leastOwnWords: number;
  /** Whether a quote may be passed on without a take, knowingly and on the record. */
  readonly mayOverride: boolean;
  /** Days after which a quote that was put off comes back. */
  readonly laterDays: number;
}

/** Defaults in the user's language. */
export function defaultSenseSettings(): SenseSettings {
  return { takeSection: words.sense.takeSection, leastOwnWords: 12, mayOverride: false, laterDays: 7 };
}
