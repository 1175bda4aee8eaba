export { type PartialWords, type Words, speak, words } from './words';
