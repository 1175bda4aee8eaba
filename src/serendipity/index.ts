/** The door of the room: an index of the vault, suggestions and sparks from it, and their reasons in words. */
export { createEngine } from './engine';
export { type Illustration, type Shown, illustrate } from './illustrate';
export { pairKey } from './rank/gates';
export { FEWEST_FOR_SURPRISE } from './rank/plainly-near';
export { DEFAULT_SURPRISE } from './rank/weights';
export { wordReason, type Pair } from './reason-words';
export { linkAtPlace, placeOfLink } from './link-place';
export { SEE_ALSO_END, SEE_ALSO_START, withSeeAlso } from './see-also';
export type {
  Absence, Engine, EngineOptions, EngineSize, Excerpt, Filter, NoteKind, NoteText, Query, Reason, SegmentStore, Spark, SparkQuery, Suggestion,
} from './types';
export { POWER_MODES, type PowerMode, type SerendipitySettings, defaultSerendipitySettings } from './settings';
export * from './worker';
