import { isOwnPlace, isPublicAddress, leadsToPrivate } from './addresses';
import type { Hold, Privacy } from './redaction';
import { withoutQuotedPaths, withoutStyleEscapes, withPrograms } from './told-paths';

// `url(…)` and `@import "…"` of style sheets; `\href{…}` of formulas; attributes that no tag surrounds, or one that readers differ on.
const ADDRESS = /(\b(?:url|src)\(\s*["']?|(?:\bu|\\0{0,4}[57]5(?:\n[ \t>]*|\s?))(?:r|\\0{0,4}[57]2(?:\n[ \t>]*|\s?))(?:l|\\0{0,4}[46]c(?:\n[ \t>]*|\s?))\(\s*["']?|@import\s+["'])([^"'()=\n]{1,1000})|(\\(?:href|url|includegraphics)\s*(?:\[[^\]\n]{0,80}\]\s*)?\{)([^{}=\n]{1,1000})|((?:\b(?:href|src|poster|cite|action)\s*=\s*["']?)+)([^\s"'<>`|([]{1,1000})/gi;

/** A text without the addresses in style sheets and formulas that lead into the vault; what looks like a style or an attribute in plain words, only if to a private note. */
export function withoutLocalStyles(text: string, privacy: Privacy, hold: Hold): string {
  const hasStyles = /<style\b/i.test(text);
  return withoutAddresses(withoutQuotedInPrograms(text, privacy, hold), hold, (address, isInFormula) => {
    if (isOwnPlace(address) || isPublicAddress(address, privacy)) return undefined;
    if (isPrivate(address, privacy)) return privacy.placeholder;
    return address === privacy.placeholder || (!isInFormula && !hasStyles) ? undefined : '';
  });
}

/** A text without the paths of private notes in the quotation marks of its style sheets and programs. */
export function withoutQuotedInPrograms(text: string, privacy: Privacy, hold: Hold): string {
  return withPrograms(text, (program) => withoutQuotedPaths(program, privacy, (shown) => hold('private-link', shown) + privacy.placeholder));
}

/** Code without those that lead to a private note. */
export function withoutPrivateStyles(code: string, privacy: Privacy, hold: Hold): string {
  return withoutAddresses(code, hold, (address) => (!isPublicAddress(address, privacy) && isPrivate(address, privacy) ? privacy.placeholder : undefined));
}

function withoutAddresses(text: string, hold: Hold, put: (address: string, isInFormula: boolean) => string | undefined): string {
  if (!/url\(|src\(|\\0{0,4}[4-7][25c]|@import|\\(?:href|url|include)|(?:href|src|poster|cite|action)\s*=/i.test(text)) return text;
  return text.replace(ADDRESS, (written: string, style: string | undefined, styled: string | undefined, ...[formula, linked, name, value]: (string | undefined)[]) => {
    const [before, address] = [style ?? formula ?? name ?? '', styled ?? linked ?? value ?? ''];
    const instead = put(address.trim(), formula !== undefined);
    if (instead === undefined) return written;
    hold(instead === '' ? 'local-link' : 'private-link', written);
    return before + instead;
  });
}

// A word is none of a note's own: `src=Diary` may be anything.
function isPrivate(address: string, privacy: Privacy): boolean {
  return /[/\\%&.:]/.test(address) && [address, withoutStyleEscapes(address)].some((reading) => leadsToPrivate(reading, privacy));
}
