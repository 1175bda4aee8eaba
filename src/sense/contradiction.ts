import { foldedWords } from './own-words';

// Words that turn a sentence round, by language; "less" and its like turn "more" round.
const NEGATIONS = new Set(
  [
    'no not never none nobody nothing neither nor without cannot hardly less fewer isnt arent wasnt werent dont doesnt didnt wont cant couldnt wouldnt shouldnt hasnt havent hadnt aint', // English
    'nicht kein keine keinen keinem keiner keines nie niemals niemand nichts ohne kaum weniger', // German
    'ne pas jamais rien sans aucun aucune moins', // French
    'no nunca jamás nada nadie sin ningún ninguna menos não nem ninguém sem nenhum nenhuma', // Spanish, Portuguese
    'non mai nulla niente nessuno senza meno niet geen nooit niets niemand zonder minder', // Italian, Dutch
  ].join(' ').split(' '),
);
const SHORTEST = 5;
const STEM = 6;
const SHARED = 2;

/**
 * The words that a sentence of each text shares where one sentence says no and the other does not; empty when there are no
 * such sentences. A cheap sign, no proof: it only decides which question is asked.
 */
export function contradictionBetween(one: string, other: string): string[] {
  const theirs = sentencesOf(other);
  for (const mine of sentencesOf(one)) {
    for (const sentence of theirs) {
      const shared = [...mine.stems].filter(([stem]) => sentence.stems.has(stem)).map(([, word]) => word);
      if (mine.isNegated !== sentence.isNegated && shared.length >= SHARED) return shared;
    }
  }
  return [];
}

interface Sentence {
  /** Its longer words by their first letters, so that most inflected forms are one. */
  readonly stems: ReadonlyMap<string, string>;
  /** Whether it holds a negation; in many languages a second one does not say yes again. */
  readonly isNegated: boolean;
}

function sentencesOf(text: string): Sentence[] {
  return text.split(/[.!?…;。！？\n]+/u).map((sentence) => {
    const words = foldedWords(sentence);
    const bearing = words.filter((word) => word.length >= SHORTEST && !NEGATIONS.has(word));
    return { stems: new Map(bearing.map((word) => [word.slice(0, STEM), word])), isNegated: words.some((word) => NEGATIONS.has(word)) };
  });
}
