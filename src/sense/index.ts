export { type Commentary, type GateRule, type OwnWriting, type SensedQuote, overrideGate, passGate, passOwnWriting } from './gate';
export { countOwnWords } from './own-words';
export { type Prompt, nextPrompt, prompts } from './prompt';
export { type QuoteEntry, isSensed, nextInQueue, queueOn } from './queue';
export { type SenseSettings, defaultSenseSettings } from './settings';
export { EMPTY_TAKE, type SenseState, type Take, type TakeFormat, isWorthKeeping, readSenseState, takeIn, withLater, withLetGo, withTake } from './take';
export { WAYS, type Way, readWays } from './ways';
