import { DEFAULT_SURPRISE } from './rank/weights';

/** When the device is spared: on battery and on phones, always, or never. */
export const POWER_MODES = ['auto', 'always', 'never'] as const;
export type PowerMode = (typeof POWER_MODES)[number];

/** What users may set about unexpected links. */
export interface SerendipitySettings {
  /** Whether the vault is indexed and links are looked for at all. */
  readonly enabled: boolean;
  /** 0 closest … 1 most surprising. */
  readonly surprise: number;
  /** How many links are shown for a note. */
  readonly limit: number;
  /** Folders whose notes are neither read nor shown; beside Obsidian's own "Excluded files". */
  readonly excludedFolders: readonly string[];
  /** Folders that hold templates; their notes are not shown. */
  readonly templateFolders: readonly string[];
  /** Notes opened within this many days rest. */
  readonly restDays: number;
  /** Whether daily notes, and index notes (maps of content), are shown. */
  readonly showDaily: boolean;
  readonly showIndex: boolean;
  /** Whether the status bar shows how many notes are indexed when nothing is being read. */
  readonly showCount: boolean;
  /** Upper bound in megabytes for the index in memory; 0 leaves it to the device. */
  readonly memoryCap: number;
  /** When the index works in small steps with pauses. */
  readonly power: PowerMode;
}

/** Defaults in the user's language. */
export function defaultSerendipitySettings(): SerendipitySettings {
  return {
    enabled: true,
    surprise: DEFAULT_SURPRISE,
    limit: 8,
    excludedFolders: [],
    templateFolders: ['Templates'],
    restDays: 2,
    showDaily: false,
    showIndex: false,
    showCount: false,
    memoryCap: 0,
    power: 'auto',
  };
}
