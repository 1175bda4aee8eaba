import { foldedWords } from './own-words';

// What people write below anything, by language; only whole phrases count, a single "great" is nobody's fault.
const PHRASES: readonly string[] = [
  // English
  'great post', 'great article', 'great read', 'great quote', 'great stuff', 'great insight', 'great insights', 'great point', 'good point', 'good read', 'good stuff', 'nice post', 'nice article', 'nice one',
  'love this', 'love it', 'i love this', 'i really love this', 'i like this', 'really like this', 'so true', 'very true', 'this is so true', 'well said', 'well put', 'could not agree more', "couldn't agree more", 'i totally agree', 'totally agree',
  'i fully agree', 'fully agree', 'thanks for sharing', 'thank you for sharing', 'thx for sharing', 'worth reading', 'worth a read', 'must read', 'a must read', 'food for thought', 'very interesting', 'really interesting', 'so interesting',
  'interesting article', 'interesting read', 'interesting post', 'very inspiring', 'so inspiring', 'really inspiring', 'spot on', 'nailed it', 'this is gold', 'pure gold', 'mind blown', 'enough said', 'nothing to add', 'this is great',
  'this is awesome', 'absolutely brilliant', 'keep up the good work', 'looking forward to more', 'just wow', 'highly recommended', 'check it out', 'a must read for everyone',
  // German
  'toller beitrag', 'guter beitrag', 'super beitrag', 'toller artikel', 'guter artikel', 'sehr interessant', 'wirklich interessant', 'so wahr', 'sehr wahr', 'gut gesagt', 'schön gesagt', 'danke fürs teilen', 'danke für das teilen', 'stimme voll zu',
  'stimme vollkommen zu', 'dem ist nichts hinzuzufügen', 'absolut lesenswert', 'sehr lesenswert', 'regt zum nachdenken an', 'auf den punkt gebracht', 'genau so ist es', 'gefällt mir',
  // French
  'très intéressant', 'super article', 'excellent article', 'bel article', 'merci pour le partage', 'merci du partage', 'tellement vrai', 'bien dit', "je suis d'accord", 'rien à ajouter', 'à lire absolument',
  // Spanish, Portuguese
  'muy interesante', 'gran artículo', 'excelente artículo', 'gracias por compartir', 'muy cierto', 'bien dicho', 'totalmente de acuerdo', 'nada que añadir', 'muito interessante', 'ótimo artigo', 'excelente artigo', 'obrigado por compartilhar',
  'obrigada por compartilhar', 'obrigado por partilhar', 'obrigada por partilhar', 'muito bom', 'concordo plenamente',
  // Italian, Dutch
  'molto interessante', 'ottimo articolo', 'bellissimo articolo', 'grazie per la condivisione', 'ben detto', 'sono d’accordo', 'goed artikel', 'mooi artikel', 'erg interessant', 'heel interessant', 'bedankt voor het delen', 'helemaal mee eens', 'mooi gezegd',
];

let byFirstWord: Map<string, (readonly string[])[]> | undefined;

/** A phrase that could stand below anything, as it was found. */
interface SetPhrase {
  readonly text: string;
  /** How many words it has. */
  readonly length: number;
}

/** The phrases in runs of folded words that could stand below anything, the longest at each place. */
export function setPhrasesIn(runs: readonly (readonly string[])[]): SetPhrase[] {
  const known = (byFirstWord ??= phrasesByFirstWord());
  const found: SetPhrase[] = [];
  for (const run of runs) {
    for (let at = 0; at < run.length; ) {
      const phrase = known.get(run[at] ?? '')?.find((words) => words.every((word, offset) => run[at + offset] === word));
      if (phrase !== undefined) found.push({ text: phrase.join(' '), length: phrase.length });
      at += phrase?.length ?? 1;
    }
  }
  return found;
}

function phrasesByFirstWord(): Map<string, (readonly string[])[]> {
  const known = new Map<string, (readonly string[])[]>();
  for (const words of PHRASES.map(foldedWords).sort((left, right) => right.length - left.length)) {
    const first = words[0] ?? '';
    known.set(first, [...(known.get(first) ?? []), words]);
  }
  return known;
}
