export { DailyFiller, type DailyFillerHost, type FreshNote } from './daily-filler';
export { type DueEntry, type NoteEntry, type PracticeSources, type QueueEntry, type SparkEntry } from './entries';
export { type TokenValues, fillTokens } from './fill';
export { BLOCK_KINDS, type BlockKind, type LiveBlock, MOST_ROWS, readLiveBlock } from './live-block';
export { type PracticeSettings, defaultPracticeSettings } from './settings';
export { type Gathered, type LinkWriter, gatherValues } from './token-lines';
export { MOST_ENTRIES, TOKENS, type Token, type TokenName, tokensOf, unknownTokensOf } from './tokens';
