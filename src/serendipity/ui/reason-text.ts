import { words } from '../../words';
import { wordReason, type Reason } from '..';

/** A reason as a phrase on a card, where the folder stands anyway and links are named, not written as markup. */
export function reasonText(reason: Reason): string {
  return reason.kind === 'folder' ? words.serendipity.anotherFolder : phraseOf(reason);
}

function phraseOf(reason: Reason): string {
  return wordReason(reason).replace(/\[\[([^\]]*)\]\]/g, '$1');
}

/** All reasons as one sentence without its full stop. */
export function reasonsText(reasons: readonly Reason[]): string {
  const text = reasons.map(phraseOf).join('; ');
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}
