import { isOwnPlace, isPrivatePath, isPublicAddress } from './addresses';
import { ON } from './pattern-parts';
import type { Hold, Privacy } from './redaction';
import { tellsPrivatePath, withoutStyleEscapes } from './told-paths';

// No tag reaches beyond an empty line; over the lines of a blockquote its marks stand between the attributes.
const LINES = String.raw`(?:${ON}\n[ \t>]*)`;
const BLANKS = String.raw`[^\S\n]*${LINES}*`;
const GAP = String.raw`(?:[^\S\n]+${LINES}*|${LINES}+)`;
const QUOTED = String.raw`"(?:${ON}[^"])*"|'(?:${ON}[^'])*'`;
const ATTRIBUTE = String.raw`${GAP}[a-z_:@][\w:.@-]*(?:${BLANKS}=${BLANKS}(?:${QUOTED}|[^\s"'=<>\u0060]+))?`;
// As CommonMark has tags; as browsers do, with whatever in quotation marks; up to the next bracket.
const TAG = new RegExp(String.raw`</?[a-z][a-z0-9-]*(?:${ATTRIBUTE})*${BLANKS}/?>|</?[a-z](?:${QUOTED}|${ON}[^"'<>])*>|</?[a-z](?:${ON}[^<>])*>`, 'gi');
const ADDRESSES = String.raw`(?:xlink:)?href|src|srcset|data|data-[\w-]{1,60}|poster|cite|action|formaction|background|longdesc|usemap|ping|manifest|codebase|classid|archive|srcdoc`;
const VALUE = String.raw`${BLANKS}=${BLANKS}(?:"((?:${ON}[^"])*)"|'((?:${ON}[^'])*)'|([^\s>]*))`;
const ATTRIBUTE_VALUE = new RegExp(String.raw`[\s"'/>]([a-z_:@][\w:.@-]*)${VALUE}`, 'gi');
const IS_ADDRESS = new RegExp(`^(?:${ADDRESSES})$`, 'i');
const UNCLOSED = new RegExp(String.raw`(</?[a-z])|>|\n[ \t>]*(?=\n)|(\n[ \t>]*>)|(?:[\s"'/>]|\b)(${ADDRESSES})${VALUE}`, 'gi');
/** Functions of style sheets that take an address; some of them only in quotation marks. */
const LEADS_IN_STYLE = /(?:url|src)\(|@import|(?:image|image-set|cross-fade|element)\([^]*["'&]/i;
const AUTOLINK = /^<([a-z][a-z0-9+.-]*:(?!:)[^\s<>]*)>$/i;
const OPEN_AUTOLINK = /<[a-z][a-z0-9+.-]*:[^\s>]*>?/gi;
const AUTOLINK_START = /<(?=[a-z][a-z0-9+.-]*:(?!:))/gi;

/** A text without the HTML tags and the `<addresses>` that lead into the vault, and without such attributes of a tag that nothing closes. */
export function withoutLocalHtml(text: string, privacy: Privacy, hold: Hold): string {
  if (!/[<=]/.test(text)) return text;
  const closed = text.replace(TAG, (tag) => (leadsHome(tag, privacy) ? hold('local-link', tag) : tag));
  const named = closed.replace(OPEN_AUTOLINK, (written) => withoutLocalAutolink(written, privacy, hold));
  let isOpen = false;
  return named.replace(UNCLOSED, (written: string, tag: string | undefined, marks: string | undefined, name: string | undefined, ...[double, single, bare]: (string | undefined)[]) => {
    if (marks !== undefined) return written;
    if (name === undefined) isOpen = tag !== undefined;
    else {
      const value = double ?? single ?? (bare ?? '').replace(/^["']/, '');
      // Without a tag around it, it is words: only the path of a private note is none.
      if (isOpen ? !isPublic(name, value, privacy) : !isPublicAddress(value, privacy) && isPrivatePath(value, privacy)) return hold('local-link', written);
    }
    return written;
  });
}

// For one reader the address in an autolink may hold a further `<`, so that it reaches over what others take for a tag.
function withoutLocalAutolink(written: string, privacy: Privacy, hold: Hold): string {
  if (!written.endsWith('>')) return written;
  const local = [...written.matchAll(AUTOLINK_START)].find(({ index }) => !isPublicAddress(written.slice(index + 1), privacy));
  return local === undefined ? written : written.slice(0, local.index) + hold('local-link', written.slice(local.index));
}

function leadsHome(tag: string, privacy: Privacy): boolean {
  const address = AUTOLINK.exec(tag)?.[1];
  if (address !== undefined) return !isPublicAddress(address, privacy);
  if (!/[\s="']/.test(tag)) return isPrivatePath(tag.slice(1, -1), privacy);
  return [...tag.matchAll(ATTRIBUTE_VALUE)].some(([, name = '', double, single, bare]) => {
    const value = double ?? single ?? bare ?? '';
    if (name.toLowerCase() === 'style') return LEADS_IN_STYLE.test(withoutStyleEscapes(value)) || tellsPrivatePath(withoutStyleEscapes(value), privacy);
    return IS_ADDRESS.test(name) ? !isPublic(name, value, privacy) : leadsOn(value, privacy) || tellsPrivatePath(value, privacy);
  });
}

// `<meta content="0; url=Note.md">`.
function leadsOn(value: string, privacy: Privacy): boolean {
  const address = /^[\s\d.]*[;,]\s*url\s*=\s*["']?([^"']*)/i.exec(value)?.[1];
  return address !== undefined && !isPublicAddress(address.trim(), privacy);
}

// A list of images for several widths is public where each of them is.
function isPublic(name: string, value: string, privacy: Privacy): boolean {
  return name.toLowerCase() === 'srcset' ? value.split(',').every((address) => isPublicAddress(address.trim(), privacy)) : isOwnPlace(value.trim()) || isPublicAddress(value.trim(), privacy);
}
