/** Where a captured quote goes. */
export const CAPTURE_TARGETS = ['quote-note', 'daily-note', 'active-note'] as const;
export type CaptureTarget = (typeof CAPTURE_TARGETS)[number];

/** What users may set about capturing. */
export interface SeekSettings {
  readonly target: CaptureTarget;
  /** Folder of new quote notes. */
  readonly folder: string;
  /** Pattern of new quote notes' names: `{{author}}`, `{{title}}`, `{{quote}}`, `{{domain}}`, `{{date}}`. */
  readonly fileName: string;
  /** The heading under which a quote is put in the daily or the active note. */
  readonly heading: string;
}

export const DEFAULT_SEEK_SETTINGS: SeekSettings = {
  target: 'quote-note',
  folder: 'Quotes',
  fileName: '{{author}} - {{quote}}',
  heading: 'Quotes',
};
