import { languageOf } from './languages';
import { hashOf, stemOf } from './lexicon';
import { folded } from './fold';
import { eachUnspacedWord } from './unspaced-words';

/** A word as it stands in a line, with the hash of its stem. */
export interface SurfaceWord {
  readonly word: string;
  readonly start: number;
  readonly hash: number;
}

const WORD = /[\p{L}\p{M}\p{N}]+/gu;
const NOT_A_TERM = 0;

/** Reads words with their places; the counterpart of the scanner where words are to be shown, not counted. */
export class SurfaceReader {
  private readonly language: number;
  private readonly known = new Map<string, number>();

  /** `text` tells the language. */
  constructor(text: string, from: number) {
    this.language = languageOf(text, from);
  }

  words(line: string): SurfaceWord[] {
    const words: SurfaceWord[] = [];
    for (const { 0: run, index } of line.matchAll(WORD)) {
      eachUnspacedWord(run, (word, start, isUnspaced) => words.push({ word, start: index + start, hash: isUnspaced ? hashOf(folded(word.normalize('NFC'))) : this.hash(word) }));
    }
    return words;
  }

  private hash(word: string): number {
    const known = this.known.get(word);
    if (known !== undefined) return known;
    const stem = stemOf(word.normalize('NFC').toLowerCase(), this.language);
    const hash = stem === undefined ? NOT_A_TERM : hashOf(stem);
    this.known.set(word, hash);
    return hash;
  }
}
