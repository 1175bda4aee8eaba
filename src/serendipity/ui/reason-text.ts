import { wordReason, type Reason } from '..';

/** A reason as a phrase for the eye: links are named, not written as markup. */
export function reasonText(reason: Reason): string {
  return wordReason(reason).replace(/\[\[([^\]]*)\]\]/g, '$1');
}

/** All reasons as one sentence without its full stop. */
export function reasonsText(reasons: readonly Reason[]): string {
  const text = reasons.map(reasonText).join('; ');
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}
