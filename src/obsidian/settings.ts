import { PROPERTY_NAMES, type PropertyNames } from '../note';
import { REVIEW_PLACES, defaultPracticeSettings, defaultRoleWeights, type PracticeSettings, type RoleWeights } from '../practice';
import { CAPTURE_TARGETS, defaultSeekSettings, type SeekSettings } from '../seek';
import { STRICTNESS, defaultSenseSettings, readPromptSettings, type SenseSettings } from '../sense';
import { POWER_MODES, defaultSerendipitySettings, type SerendipitySettings } from '../serendipity';
import { AUDIENCES, SHARE_FORMATS, defaultShareSettings, type ShareSettings } from '../share';
import { defaultTiesSettings, type TiesSettings } from '../ties';

/** Everything users may set, by room. */
export interface Settings {
  readonly seek: SeekSettings;
  readonly sense: SenseSettings;
  readonly share: ShareSettings;
  readonly ties: TiesSettings;
  readonly serendipity: SerendipitySettings;
  readonly practice: PracticeSettings;
  /** Every number of the roles' computation. */
  readonly roles: RoleWeights;
  /** The name each property has in this vault. */
  readonly properties: PropertyNames;
}

/** What a setting that only knows some words may be. */
const CHOICES: Readonly<Record<string, readonly string[]>> = {
  'seek.target': CAPTURE_TARGETS,
  'sense.strictness': STRICTNESS,
  'share.firstAudience': AUDIENCES,
  'share.format': SHARE_FORMATS,
  'serendipity.power': POWER_MODES,
  'practice.reviewPlace': REVIEW_PLACES,
};

/** Settings that are neither words, numbers nor lists of words. */
const READERS: Readonly<Record<string, (stored: unknown) => unknown>> = {
  'sense.prompts': readPromptSettings,
};

/** The settings of a new vault, in the user's language. */
export function defaultSettings(): Settings {
  return {
    seek: defaultSeekSettings(),
    sense: defaultSenseSettings(),
    share: defaultShareSettings(),
    ties: defaultTiesSettings(),
    serendipity: defaultSerendipitySettings(),
    practice: defaultPracticeSettings(),
    roles: defaultRoleWeights(),
    properties: PROPERTY_NAMES,
  };
}

/** Reads stored settings: a value that is missing or of the wrong kind falls back to its default. */
export function readSettings(stored: unknown): Settings {
  const defaults = defaultSettings();
  const rooms = Object.entries(defaults).map(([room, values]) => {
    const kept: unknown = isRecord(stored) ? stored[room] : undefined;
    return [room, Object.fromEntries(Object.entries(values as object).map(([key, value]) => [key, fitting(`${room}.${key}`, isRecord(kept) ? kept[key] : undefined, value)]))];
  });
  return Object.fromEntries(rooms) as Settings;
}

/** The value of `room.key`, if there is such a setting. */
export function settingAt(settings: Settings, path: string): unknown {
  const [room = '', key = ''] = path.split('.');
  const values: unknown = (settings as unknown as Record<string, unknown>)[room];
  return isRecord(values) ? values[key] : undefined;
}

/** What is stored, with one setting changed and everything else (also what this version does not know) as it was. */
export function withSetting(stored: unknown, path: string, value: unknown): Record<string, unknown> {
  const [room = '', key = ''] = path.split('.');
  const rooms = isRecord(stored) ? stored : {};
  const values = isRecord(rooms[room]) ? rooms[room] : {};
  return { ...rooms, [room]: { ...values, [key]: value } };
}

function fitting(path: string, stored: unknown, fallback: unknown): unknown {
  const read = READERS[path];
  if (read !== undefined) return read(stored);
  if (Array.isArray(fallback)) return Array.isArray(stored) && stored.every((item) => typeof item === 'string') ? stored : fallback;
  if (typeof stored !== typeof fallback || stored === null) return fallback;
  if (typeof stored === 'number' && !Number.isFinite(stored)) return fallback;
  if (path.startsWith('properties.') && stored === '') return fallback;
  const choices = CHOICES[path];
  return choices !== undefined && !choices.some((choice) => choice === stored) ? fallback : stored;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
