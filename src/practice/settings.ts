/** What users may set about the daily practice. */
export interface PracticeSettings {
  /** Whether new daily notes are filled by themselves. */
  readonly fillDaily: boolean;
}

/** Defaults. */
export function defaultPracticeSettings(): PracticeSettings {
  return { fillDaily: true };
}
