import { folded } from './fold';
import { DEFAULT_LANGUAGE, languageAt } from './languages';
import { hashOf, stemOf } from './lexicon';
import { stopWordsOf } from './stop-words';
import { WEAK_WORDS } from './weak-lists';

const wordsOf = (list: keyof typeof WEAK_WORDS): string[] => WEAK_WORDS[list].trim().split(/\s+/u);

const known = new Map<number, ReadonlySet<number>>();
let unspaced: ReadonlySet<number> | undefined;

/**
 * The hashes of a language's weak words, by their stems, so that each stands for its other forms, too. A note too short to show its
 * language is read as if it were in the default one, where the function words of its own count: their stems there are among them.
 */
function weakOf(language: number): ReadonlySet<number> {
  const before = known.get(language);
  if (before !== undefined) return before;
  const { name } = languageAt(language);
  const stems = [...wordsOf(name), ...stopWordsOf(name)].flatMap((word) => [stemOf(word, language) ?? [], stemOf(word, DEFAULT_LANGUAGE) ?? []].flat());
  const hashes = new Set(stems.map(hashOf));
  known.set(language, hashes);
  return hashes;
}

/**
 * Whether a term with this hash is a word that stands in any text of one of these languages (numbers as `languageOf` gives them) and
 * names no idea. Such words count for likeness as their rarity says, and are never shown as what joins two notes: in a small vault
 * any of them may be rare. Languages matter: German "Art" is a manner, English "art" an idea.
 */
export function isWeak(hash: number, languages: Iterable<number>): boolean {
  unspaced ??= new Set(wordsOf('unspaced').map((word) => hashOf(folded(word.normalize('NFC')))));
  if (unspaced.has(hash)) return true;
  for (const language of languages) if (weakOf(language).has(hash)) return true;
  return false;
}
