export { type Aside, asideLineOf, readAside, withAside, withAsideBack } from './aside';
export { differenceOf, isAllNew } from './difference';
export { type GateRule, type OwnWriting, type SensedQuote, overrideGate, passGate, passNudged, passOwnWriting, passingOwnWriting } from './gate';
export { losesMuch } from './kept-words';
export { countOwnWords } from './own-words';
export { contradictionBetween } from './contradiction';
export {
  CONTRADICTION_PROMPT, type ListedPrompt, type Prompt, type PromptSetting, activePrompts, choosePrompt, freshPromptId, listedPrompts, promptSettings, prompts,
  promptsInNote, readPromptSettings,
} from './prompt';
export { STRICTNESS, type TakeQuality, isFullTake, qualityOf, reasonsAgainst } from './quality';
export {
  QUEUE_ORDERS, type FoundEntry, type QueueView, type QuoteEntry, type Waiting, WHOLE_QUEUE, arranged, isSensed, nextInQueue, queueOn, waitingOf,
} from './queue';
export { type SenseSettings, defaultSenseSettings, takeRule } from './settings';
export { EMPTY_TAKE, type SenseState, type Take, dayOfTake, readSenseState, withLater, withLaterTake, withLetGo, withTake, withTakeGrown } from './take';
export { takeIn } from './takes';
export { SOURCE_KINDS, type SourceKind, sourceKindOf } from './source-kind';
export { WAYS, type Way, readWays } from './ways';
export { APPLIED_HOW, type AppliedEntry, type AppliedHow, countApplied, readApplied, withApplied } from './applied';
