import { stemmer as danish } from '@orama/stemmers/danish';
import { stemmer as dutch } from '@orama/stemmers/dutch';
import { stemmer as french } from '@orama/stemmers/french';
import { stemmer as german } from '@orama/stemmers/german';
import { stemmer as italian } from '@orama/stemmers/italian';
import { stemmer as norwegian } from '@orama/stemmers/norwegian';
import { stemmer as portuguese } from '@orama/stemmers/portuguese';
import { stemmer as russian } from '@orama/stemmers/russian';
import { stemmer as spanish } from '@orama/stemmers/spanish';
import { stemmer as swedish } from '@orama/stemmers/swedish';
import { stemmer as english } from 'stemmer';
import { type StopWordList, stopWordsOf } from './stop-words';
import { FIRST_HASH, hashedOnce } from './text-hash';

/** A language whose words are stemmed (English by Porter 1980, the others by the Snowball project's rules). */
interface Language {
  readonly name: StopWordList;
  readonly stem: (word: string) => string;
  readonly stopWords: ReadonlySet<string>;
}

function language(name: StopWordList, stem: (word: string) => string): Language {
  return { name, stem, stopWords: stopWordsOf(name) };
}

const ENGLISH = language('english', english);

/** In order of precedence: of two languages with the same evidence the first is taken. */
export const LANGUAGES: readonly Language[] = [
  ENGLISH, language('german', german), language('french', french), language('spanish', spanish),
  language('italian', italian), language('portuguese', portuguese), language('dutch', dutch), language('swedish', swedish),
  language('norwegian', norwegian), language('danish', danish), language('russian', russian),
];

/** Index into `LANGUAGES` of the language taken where nothing speaks for another one. */
export const DEFAULT_LANGUAGE = 0;

/** The language with a number; the default one for numbers that mean nothing. */
export function languageAt(index: number): Language {
  return LANGUAGES[index] ?? ENGLISH;
}

const SAMPLES = 3;
const SAMPLE_LENGTH = 240;
/** Another language must show this many function words, and more than the default language shows. */
const ENOUGH_EVIDENCE = 3;
const CLEAR_EVIDENCE = 6;

/** The languages, as bits, of every function word. */
const languagesOfWord = new Map<string, number>();

const tally = new Int32Array(LANGUAGES.length);

/** Function words are short; longer words need no look-up. */
const LONGEST_FUNCTION_WORD = 10;

/** The function words in ASCII by their hash, so that nearly all words of a sample are looked up without being cut out: hash and languages, side by side. */
const asciiSlots = new Int32Array(1 << 13);
/** A bit for each hash that is among them, and few others: most words are known for other ones by a glance at these two kilobytes. */
const glance = new Int32Array(1 << 9);

/** Fills the tables: with the first text, for this takes longer than anything else while the module is loaded. */
function learnFunctionWords(): void {
  LANGUAGES.forEach(({ stopWords }, index) => {
    // Single letters stand in lists and formulas of every language.
    for (const word of stopWords) if (word.length > 1) languagesOfWord.set(word, (languagesOfWord.get(word) ?? 0) | (1 << index));
  });
  for (const [word, languages] of languagesOfWord) {
    let hash = FIRST_HASH;
    for (let at = 0; at < word.length; at++) hash = hashedOnce(hash, word.charCodeAt(at));
    let slot = slotOf(hash);
    while (asciiSlots[slot] !== 0) slot = (slot + 2) & (asciiSlots.length - 1);
    asciiSlots[slot] = hash;
    asciiSlots[slot + 1] = languages;
    glance[glanceOf(hash)] = (glance[glanceOf(hash)] as number) | (1 << hash);
  }
}

function glanceOf(hash: number): number {
  return (hash >>> 12) & (glance.length - 1);
}

function slotOf(hash: number): number {
  return (hash ^ (hash >>> 15)) & (asciiSlots.length - 2);
}

/** The languages, as bits, that have an ASCII word of this hash. */
function languagesOfHash(hash: number): number {
  if ((((glance[glanceOf(hash)] as number) >>> hash) & 1) === 0) return 0;
  let slot = slotOf(hash);
  for (;;) {
    const key = asciiSlots[slot] as number;
    if (key === hash) return asciiSlots[slot + 1] as number;
    if (key === 0) return 0;
    slot = (slot + 2) & (asciiSlots.length - 1);
  }
}

const letters = Uint8Array.from({ length: 128 }, (_, unit) => ((unit | 32) >= 97 && (unit | 32) <= 122 ? 1 : 0));

function isLetter(unit: number): boolean {
  return unit < 128 ? letters[unit] === 1 : unit >= 0xc0 && unit < 0x2000;
}

function countLanguages(found: number): void {
  if (found === 0) return;
  for (let index = 0; index < LANGUAGES.length; index++) if ((found >> index) & 1) tally[index] = (tally[index] as number) + 1;
}

function countSample(text: string, from: number, to: number): void {
  for (let at = from; at < to; at++) {
    const start = at;
    let hash = FIRST_HASH;
    let units = 0;
    for (; at < to; at++) {
      const unit = text.charCodeAt(at);
      if (!isLetter(unit)) break;
      hash = hashedOnce(hash, unit | 32);
      units |= unit;
    }
    if (at - start < 2 || at - start > LONGEST_FUNCTION_WORD) continue;
    countLanguages(units < 128 ? languagesOfHash(hash) : (languagesOfWord.get(text.slice(start, at).toLowerCase()) ?? 0));
  }
}

/** Whether what was read so far speaks clearly for the default language, so that no more needs to be read. */
function isPlain(): boolean {
  const evidence = tally[DEFAULT_LANGUAGE] as number;
  return evidence >= CLEAR_EVIDENCE && tally.every((other, index) => index === DEFAULT_LANGUAGE || other * 2 < evidence);
}

/**
 * The language (index into `LANGUAGES`) of a text, by its function words in three short samples: start, middle, end.
 * Method: Cavnar and Trenkle's rank-order idea reduced to the most frequent words, which is enough to pick a stemmer.
 */
export function languageOf(text: string, from: number): number {
  if (languagesOfWord.size === 0) learnFunctionWords();
  tally.fill(0);
  const length = text.length - from;
  if (length <= SAMPLES * SAMPLE_LENGTH) countSample(text, from, text.length);
  else {
    for (let sample = 0; sample < SAMPLES && !isPlain(); sample++) {
      const start = from + Math.floor(((length - SAMPLE_LENGTH) * sample) / (SAMPLES - 1));
      countSample(text, start, start + SAMPLE_LENGTH);
    }
  }
  let best = DEFAULT_LANGUAGE;
  for (let index = 1; index < LANGUAGES.length; index++) {
    const evidence = tally[index] as number;
    if (evidence >= ENOUGH_EVIDENCE && evidence > (tally[best] as number)) best = index;
  }
  return best;
}
