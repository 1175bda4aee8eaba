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

/** A language whose words are stemmed (English by Porter 1980, the others by the Snowball project's rules). */
export interface Language {
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

const languagesOfWord = new Map<string, number>();
LANGUAGES.forEach(({ stopWords }, index) => {
  // Single letters stand in lists and formulas of every language.
  for (const word of stopWords) if (word.length > 1) languagesOfWord.set(word, (languagesOfWord.get(word) ?? 0) | (1 << index));
});

const tally = new Int32Array(LANGUAGES.length);

/** Function words are short; longer words need no look-up. */
const LONGEST_FUNCTION_WORD = 10;

function isLetter(unit: number): boolean {
  return (unit | 32) >= 97 && (unit | 32) <= 122 ? true : unit >= 0xc0 && unit < 0x2000;
}

function countWord(word: string): void {
  const found = languagesOfWord.get(word) ?? languagesOfWord.get(word.toLowerCase());
  if (found === undefined) return;
  for (let index = 0; index < LANGUAGES.length; index++) if ((found >> index) & 1) tally[index] = (tally[index] as number) + 1;
}

function countSample(text: string, from: number, to: number): void {
  let start = -1;
  for (let at = from; at <= to; at++) {
    if (at < to && isLetter(text.charCodeAt(at))) {
      if (start < 0) start = at;
    } else if (start >= 0) {
      if (at - start > 1 && at - start <= LONGEST_FUNCTION_WORD) countWord(text.slice(start, at));
      start = -1;
    }
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
