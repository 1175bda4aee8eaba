import { words } from '../../words';
import { wordReason, type Pair, type Reason } from '..';

/** A reason as a phrase on a card, where the folders stand anyway and links are named, not written as markup. `pair` as in `wordReason`. */
export function reasonText(reason: Reason, pair?: Pair): string {
  if (reason.kind === 'folder') return pair === undefined ? words.serendipity.anotherFolder : words.serendipity.differentFolders;
  return phraseOf(reason, pair);
}

function phraseOf(reason: Reason, pair?: Pair): string {
  return wordReason(reason, pair).replace(/\[\[([^\]]*)\]\]/g, '$1');
}

/** All reasons as one sentence without its full stop. `pair` as in `wordReason`. */
export function reasonsText(reasons: readonly Reason[], pair?: Pair): string {
  const text = reasons.map((reason) => phraseOf(reason, pair)).join('; ');
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}
