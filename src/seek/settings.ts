import { words } from '../words';

/** Where a captured quote goes. */
export const CAPTURE_TARGETS = ['quote-note', 'daily-note', 'active-note'] as const;
type CaptureTarget = (typeof CAPTURE_TARGETS)[number];

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

/** Defaults in the user's language. */
export function defaultSeekSettings(): SeekSettings {
  return { target: 'quote-note', folder: words.seek.folder, fileName: '{{author}} - {{quote}}', heading: words.seek.heading };
}
