import { folded } from './fold';
import { HashedWords, NOT_FOUND } from './hashed-words';
import { LANGUAGES, languageAt } from './languages';
import { UNSPACED_STOP_WORDS } from './stop-words';
import { FIRST_HASH, hashOf, hashedOnce, lastHash } from './text-hash';
import { QUEUED, type WordQueue } from './word-queue';

export { hashOf } from './text-hash';

/** What the lexicon says of a word that never counts. */
export const NO_TERM = -1;
/** Longer words are not language: base64, tokens, generated names. */
export const LONGEST_WORD = 48;

const RUSSIAN = LANGUAGES.findIndex(({ name }) => name === 'russian');
const CYRILLIC = /^[\u0400-\u04ff]/;
const MOST_OTHER_WORDS = 1 << 18;
/** A term and a byte are kept in one number of 32 bits. No language has so many words, but noise may. */
const MOST_TERMS = (1 << 24) - 2;

/**
 * Numbers for terms. A term is known by the 32-bit hash of its folded stem, so that notes persisted one by one agree on it
 * without sharing a dictionary; two stems in one hash (about one pair in 100,000 stems) cost a little precision, nothing else:
 * the words that are shown always come from the notes themselves.
 */
export class Lexicon {
  private slots = new Int32Array(1 << 13);
  private hashes = new Int32Array(1 << 12);
  private count = 0;
  private readonly ascii = LANGUAGES.map(() => new HashedWords());
  private readonly others = LANGUAGES.map(() => new Map<string, number>());
  private readonly unspaced = new HashedWords();

  /** How many terms have a number. */
  get size(): number {
    return this.count;
  }

  get bytes(): number {
    return this.slots.byteLength + this.hashes.byteLength + this.ascii.reduce((sum, words) => sum + words.bytes, this.unspaced.bytes);
  }

  hashOfTerm(term: number): number {
    return this.hashes[term] as number;
  }

  /** The number of the term with this hash; a new one when it is met for the first time. Terms beyond the most there can be share one. */
  termOfHash(hash: number): number {
    let mask = this.slots.length - 1;
    let slot = hash & mask;
    for (;;) {
      const term = (this.slots[slot] as number) - 1;
      if (term < 0) break;
      if (this.hashes[term] === hash) return term;
      slot = (slot + 1) & mask;
    }
    if (this.count >= MOST_TERMS) return MOST_TERMS - 1;
    if (this.count * 2 >= this.slots.length) {
      this.grow();
      mask = this.slots.length - 1;
      slot = hash & mask;
      while (this.slots[slot] !== 0) slot = (slot + 1) & mask;
    }
    this.hashes[this.count] = hash;
    this.slots[slot] = ++this.count;
    return this.count - 1;
  }

  private grow(): void {
    const hashes = new Int32Array(this.hashes.length * 2);
    hashes.set(this.hashes);
    this.hashes = hashes;
    this.slots = new Int32Array(this.slots.length * 2);
    const mask = this.slots.length - 1;
    for (let term = 0; term < this.count; term++) {
      let slot = (hashes[term] as number) & mask;
      while (this.slots[slot] !== 0) slot = (slot + 1) & mask;
      this.slots[slot] = term + 1;
    }
  }

  /** Looks up the queued words of a text; `NO_TERM` for stop words. */
  find(text: string, queue: WordQueue, language: number): void {
    const known = this.ascii[language] as HashedWords;
    known.findAll(queue);
    const { words, terms, count } = queue;
    for (let word = 0; word < count; word++) {
      if (terms[word] === NOT_FOUND) terms[word] = this.met(text, words.subarray(word * QUEUED, (word + 1) * QUEUED), known, language);
    }
  }

  /** The term of a word that is new, or was new some words before. */
  private met(text: string, [first, second, from, to]: Int32Array, known: HashedWords, language: number): number {
    const found = known.find(first as number, second as number);
    if (found !== NOT_FOUND) return found;
    const term = this.derive(text.slice(from, to).toLowerCase(), language);
    known.keep(first as number, second as number, term);
    return term;
  }

  /** The term of any spaced word. */
  term(word: string, language: number): number {
    const known = this.others[language] as Map<string, number>;
    const found = known.get(word);
    if (found !== undefined) return found;
    const term = this.derive(word.normalize('NFC').toLowerCase(), language);
    if (known.size > MOST_OTHER_WORDS) known.clear();
    known.set(word, term);
    return term;
  }

  /** The term of a word that the segmenter found at [from, to): no stem, no case. */
  unspacedTerm(run: string, from: number, to: number): number {
    let first = FIRST_HASH;
    let second = 0;
    for (let at = from; at < to; at++) {
      const unit = run.charCodeAt(at);
      first = hashedOnce(first, unit);
      second = ((second << 5) - second + unit) | 0;
    }
    const key = lastHash(first);
    const found = this.unspaced.find(key, second);
    if (found !== NOT_FOUND) return found;
    const word = run.slice(from, to);
    const term = UNSPACED_STOP_WORDS.has(word) || /^[\p{Script=Hiragana}ー]$/u.test(word) ? NO_TERM : this.termOfHash(hashOf(folded(word.normalize('NFC'))));
    this.unspaced.keep(key, second, term);
    return term;
  }

  private derive(word: string, language: number): number {
    const stem = stemOf(word, language);
    return stem === undefined ? NO_TERM : this.termOfHash(hashOf(stem));
  }
}

/** The folded stem of a word in small letters; undefined for a word that never counts. */
export function stemOf(word: string, language: number): string | undefined {
  const { stem, stopWords } = languageAt(CYRILLIC.test(word) ? RUSSIAN : language);
  if (word.length < 2 || stopWords.has(word)) return undefined;
  return folded(stem(word));
}
