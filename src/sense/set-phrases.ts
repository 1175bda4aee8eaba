import { foldedWords } from './own-words';

// What people write below anything, by language; only whole phrases count, a single "great" is nobody's fault.
const PHRASES: readonly string[] = [
  // English
  'great post', 'great article', 'great read', 'great quote', 'great stuff', 'great insight', 'great insights', 'great point', 'good point', 'good read', 'good stuff', 'nice post', 'nice article', 'nice one',
  'love this', 'love it', 'i love this', 'i really love this', 'i like this', 'really like this', 'so true', 'very true', 'this is so true', 'well said', 'well put', 'could not agree more', "couldn't agree more", 'i totally agree', 'totally agree',
  'i fully agree', 'fully agree', 'thanks for sharing', 'thank you for sharing', 'thx for sharing', 'worth reading', 'worth a read', 'must read', 'a must read', 'food for thought', 'very interesting', 'really interesting', 'so interesting',
  'interesting article', 'interesting read', 'interesting post', 'very inspiring', 'so inspiring', 'really inspiring', 'spot on', 'nailed it', 'this is gold', 'pure gold', 'mind blown', 'enough said', 'nothing to add', 'this is great',
  'this is awesome', 'absolutely brilliant', 'keep up the good work', 'looking forward to more', 'just wow', 'highly recommended', 'check it out', 'a must read for everyone',
  'thanks for posting', 'thank you for posting', 'thanks so much for posting', 'thank you so much for posting', 'thanks so much for sharing', 'thank you so much for sharing', 'thanks for this', 'it really resonates with me',
  'this really resonates with me', 'this resonates with me', 'resonates with me a lot', 'really resonates with me a lot', 'it really resonates with me a lot', '100% agree', '100% agree with this', 'i agree 100%', 'agree with this 100%',
  'such an important message', 'such an important topic', 'such an important post', 'such a powerful message', 'such a great post', 'what a great post', 'what a great insight', 'this great insight', 'more people need to hear',
  'more people need to hear this', 'that more people need to hear', 'everyone needs to hear this', 'everyone should read this', 'amazing post', 'amazing insight', 'amazing insights', 'awesome post', 'brilliant post', 'fantastic post',
  'excellent post', 'excellent article', 'excellent point', 'valuable insight', 'valuable insights', 'powerful words', 'powerful message', 'wise words', 'beautifully said', 'beautifully put', 'perfectly said', "couldn't have said it better",
  "couldn't have said it better myself", 'could not have said it better', 'could not have said it better myself', 'this hits home', 'so relatable', 'exactly what i needed to hear', 'exactly what i needed to hear today',
  'just what i needed to hear', 'needed this today', 'this is so important', 'very insightful', 'so insightful', 'really insightful', 'great share', 'great reminder', 'very thought-provoking', 'truly inspiring', 'keep sharing',
  // German
  'toller beitrag', 'guter beitrag', 'super beitrag', 'toller artikel', 'guter artikel', 'sehr interessant', 'wirklich interessant', 'so wahr', 'sehr wahr', 'gut gesagt', 'schön gesagt', 'danke fürs teilen', 'danke für das teilen', 'stimme voll zu',
  'stimme vollkommen zu', 'dem ist nichts hinzuzufügen', 'absolut lesenswert', 'sehr lesenswert', 'regt zum nachdenken an', 'auf den punkt gebracht', 'genau so ist es', 'gefällt mir',
  'danke fürs posten', 'vielen dank fürs teilen', 'vielen dank für den beitrag', 'vielen dank für diesen beitrag', 'spricht mir aus der seele', 'das spricht mir aus der seele', 'volle zustimmung', '100% zustimmung', 'so eine wichtige botschaft',
  'sehr inspirierend', 'wertvoller beitrag',
  // French
  'très intéressant', 'super article', 'excellent article', 'bel article', 'merci pour le partage', 'merci du partage', 'tellement vrai', 'bien dit', "je suis d'accord", 'rien à ajouter', 'à lire absolument',
  // Spanish, Portuguese
  'muy interesante', 'gran artículo', 'excelente artículo', 'gracias por compartir', 'muy cierto', 'bien dicho', 'totalmente de acuerdo', 'nada que añadir', 'muito interessante', 'ótimo artigo', 'excelente artigo', 'obrigado por compartilhar',
  'obrigada por compartilhar', 'obrigado por partilhar', 'obrigada por partilhar', 'muito bom', 'concordo plenamente',
  // Italian, Dutch
  'molto interessante', 'ottimo articolo', 'bellissimo articolo', 'grazie per la condivisione', 'ben detto', 'sono d’accordo', 'goed artikel', 'mooi artikel', 'erg interessant', 'heel interessant', 'bedankt voor het delen', 'helemaal mee eens', 'mooi gezegd',
  // Chinese, in short and in long characters; Japanese
  '很棒', '太棒了', '真棒', '很赞', '谢谢分享', '感谢分享', '多谢分享', '谢谢你的分享', '感谢你的分享', '感谢您的分享', '写得很好', '写得真好', '写得太好了', '说得好', '说得真好', '说得太好了', '说得很对', '非常赞同', '十分赞同', '非常同意', '完全同意', '非常认同', '深有同感',
  '感同身受', '学到了很多', '学到很多', '受益匪浅', '受益良多', '值得一读', '值得一看', '值得深思', '很有道理', '非常有道理', '太有道理了', '很有启发', '非常有启发', '深受启发', '很有意思', '非常有意思', '很有收获', '好文章', '很好的文章', '推荐阅读', '强烈推荐', '必读好文',
  '謝謝分享', '感謝分享', '謝謝你的分享', '感謝您的分享', '很讚', '寫得很好', '寫得真好', '說得好', '說得真好', '說得太好了', '說得很對', '非常贊同', '非常認同', '學到了很多', '學到很多', '受益匪淺', '值得一讀', '很有啟發', '深受啟發', '很有收穫', '推薦閱讀', '強烈推薦',
  'とても参考になりました', '参考になりました', '勉強になりました', 'とても勉強になりました', 'シェアありがとうございます', '素晴らしい記事', 'とても共感しました', '共感しました', 'その通りです', '全くその通りです',
];

/** A phrase of the list, and its words as a take's are compared. */
interface KnownPhrase {
  readonly text: string;
  readonly words: readonly string[];
}

let byFirstWord: Map<string, KnownPhrase[]> | undefined;

/** A phrase that could stand below anything, as it stands in the list. */
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
      const phrase = known.get(run[at] ?? '')?.find(({ words }) => words.every((word, offset) => run[at + offset] === word));
      if (phrase !== undefined) found.push({ text: phrase.text, length: phrase.words.length });
      at += phrase?.words.length ?? 1;
    }
  }
  return found;
}

function phrasesByFirstWord(): Map<string, KnownPhrase[]> {
  const known = new Map<string, KnownPhrase[]>();
  const phrases = PHRASES.map((text): KnownPhrase => ({ text, words: foldedWords(text) }));
  for (const phrase of phrases.sort((left, right) => right.words.length - left.words.length)) {
    const first = phrase.words[0] ?? '';
    known.set(first, [...(known.get(first) ?? []), phrase]);
  }
  return known;
}
