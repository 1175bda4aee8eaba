/** What users may set about the daily practice. */
export interface PracticeSettings {
  /** Whether new daily notes are filled by themselves. */
  readonly fillDaily: boolean;
}

export const DEFAULT_PRACTICE_SETTINGS: PracticeSettings = { fillDaily: true };
