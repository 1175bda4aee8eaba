export { type Clock, type Day, type Minute, dayAfter, dayOf, daysBetween, minuteOf, readDay } from './day';
export { stableId } from './id';
export { type Random, seededRandom } from './random';
export { reasonOf } from './reason';
export { type Result, fail, ok } from './result';
export { type Steps, atOnce, inSlices } from './steps';
export { lettersOnly, lineBreakOf, onOneLine, shortened, wellFormed, withUnixLines, withoutOuterBlankLines } from './text';
export { countWords, wordsIn } from './word-count';
export { type WebAddress, linkDestination, percentDecoded, readWebAddress } from './web-address';
