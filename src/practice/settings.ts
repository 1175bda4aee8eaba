import { words } from '../words';

/** Where the weekly review is written. */
export const REVIEW_PLACES = ['weekly-note', 'daily-note', 'active-note'] as const;
type ReviewPlace = (typeof REVIEW_PLACES)[number];

/** What users may set about the daily practice. */
export interface PracticeSettings {
  /** Whether new daily notes are filled by themselves. */
  readonly fillDaily: boolean;
  /** The weekly note is today's daily note where no weekly notes are kept. */
  readonly reviewPlace: ReviewPlace;
  /** The questions of the weekly review, each with room for an answer. */
  readonly reviewQuestions: readonly string[];
}

/** Defaults in the user's language. */
export function defaultPracticeSettings(): PracticeSettings {
  return { fillDaily: true, reviewPlace: 'weekly-note', reviewQuestions: words.review.questions };
}
