import { isPrivatePath, isPublicAddress } from './addresses';
import type { Hold, Privacy } from './redaction';

// No tag reaches beyond an empty line; over the lines of a blockquote its marks stand between the attributes.
const ON = String.raw`(?!\n[ \t>]*\n)`;
const LINES = String.raw`(?:${ON}\n[ \t>]*)`;
const BLANKS = String.raw`[^\S\n]*${LINES}*`;
const GAP = String.raw`(?:[^\S\n]+${LINES}*|${LINES}+)`;
const QUOTED = String.raw`"(?:${ON}[^"])*"|'(?:${ON}[^'])*'`;
const ATTRIBUTE = String.raw`${GAP}[a-z_:@][\w:.@-]*(?:${BLANKS}=${BLANKS}(?:${QUOTED}|[^\s"'=<>\u0060]+))?`;
// As CommonMark has tags; as browsers do, with whatever in quotation marks; up to the next bracket.
const TAG = new RegExp(String.raw`</?[a-z][a-z0-9-]*(?:${ATTRIBUTE})*${BLANKS}/?>|</?[a-z](?:${QUOTED}|${ON}[^"'<>])*>|</?[a-z](?:${ON}[^<>])*>`, 'gi');
const ADDRESSES = String.raw`(?:xlink:)?href|src|srcset|data|data-[\w-]+|poster|cite|action|formaction|background|longdesc|usemap|ping|manifest|codebase|classid|archive|srcdoc`;
const VALUE = String.raw`${BLANKS}=${BLANKS}(?:"((?:${ON}[^"])*)"|'((?:${ON}[^'])*)'|([^\s>]*))`;
const ATTRIBUTE_VALUE = new RegExp(String.raw`[\s"'/>]([a-z_:@][\w:.@-]*)${VALUE}`, 'gi');
const IS_ADDRESS = new RegExp(`^(?:${ADDRESSES})$`, 'i');
const UNCLOSED = new RegExp(String.raw`(</?[a-z])|>|\n[ \t>]*(?=\n)|(\n[ \t>]*>)|[\s"'/>](${ADDRESSES})${VALUE}`, 'gi');
const AUTOLINK = /^<([a-z][a-z0-9+.-]*:(?!:)[^\s<>]*)>$/i;
const OPEN_AUTOLINK = /<[a-z][a-z0-9+.-]*:[^\s>]*>?/gi;
const AUTOLINK_START = /<(?=[a-z][a-z0-9+.-]*:(?!:))/gi;
const ADDRESS_END = /[^\s<>]*/y;
const LONGEST_SCHEME = 40;

/** A text without the HTML tags and the `<addresses>` that lead into the vault, and without such attributes of a tag that nothing closes. */
export function withoutLocalHtml(text: string, privacy: Privacy, hold: Hold): string {
  if (!text.includes('<')) return text;
  const closed = text.replace(TAG, (tag) => (leadsHome(tag, privacy) ? hold('local-link', tag) : tag));
  const named = closed.replace(OPEN_AUTOLINK, (written) => withoutLocalAutolink(written, hold));
  let isOpen = false;
  return named.replace(UNCLOSED, (written: string, tag: string | undefined, marks: string | undefined, name: string | undefined, ...[double, single, bare]: (string | undefined)[]) => {
    if (marks !== undefined) return written;
    if (name === undefined) isOpen = tag !== undefined;
    else if (isOpen && !isPublic(name, double ?? single ?? bare ?? '')) return hold('local-link', written);
    return written;
  });
}

/** A text without the addresses of other programs and of files (`obsidian://…`, `file:///…`) that stand in it as words. */
export function withoutProgramAddresses(text: string, hold: Hold): string {
  let [kept, from] = ['', 0];
  for (let at = text.indexOf('://'); at >= 0; at = text.indexOf('://', at + 3)) {
    if (at < from) continue;
    const scheme = /[a-z][a-z0-9+.-]*$/i.exec(text.slice(Math.max(from, at - LONGEST_SCHEME), at))?.[0] ?? '';
    if (scheme === '' || /^https?$/i.test(scheme)) continue;
    const start = at - scheme.length - (text[at - scheme.length - 1] === '<' && at - scheme.length > from ? 1 : 0);
    const end = endOfAddress(text, at + 3);
    if (end === at + 3) continue;
    const to = text[start] === '<' && text[end] === '>' ? end + 1 : end;
    kept += text.slice(from, start) + hold('local-link', text.slice(start, to));
    from = to;
  }
  return kept + text.slice(from);
}

// For one reader the address in an autolink may hold a further `<`, so that it reaches over what others take for a tag.
function withoutLocalAutolink(written: string, hold: Hold): string {
  if (!written.endsWith('>')) return written;
  const local = [...written.matchAll(AUTOLINK_START)].find(({ index }) => !isPublicAddress(written.slice(index + 1)));
  return local === undefined ? written : written.slice(0, local.index) + hold('local-link', written.slice(local.index));
}

// A bracket that the address does not open itself closes what stands around it.
function endOfAddress(text: string, at: number): number {
  ADDRESS_END.lastIndex = at;
  const to = at + (ADDRESS_END.exec(text)?.[0].length ?? 0);
  let nested = 0;
  for (let end = at; end < to; end++) {
    if (text[end] === '(') nested++;
    else if (text[end] === ']' || (text[end] === ')' && --nested < 0)) return end;
  }
  return to;
}

function leadsHome(tag: string, privacy: Privacy): boolean {
  const address = AUTOLINK.exec(tag)?.[1];
  if (address !== undefined) return !isPublicAddress(address);
  if (!/[\s="']/.test(tag)) return isPrivatePath(tag.slice(1, -1), privacy);
  return [...tag.matchAll(ATTRIBUTE_VALUE)].some(([, name = '', double, single, bare]) => {
    const value = double ?? single ?? bare ?? '';
    if (name.toLowerCase() === 'style') return /url\(|image\(|@import/i.test(value);
    return IS_ADDRESS.test(name) ? !isPublic(name, value) : isPrivatePath(value, privacy);
  });
}

// A list of images for several widths is public where each of them is.
function isPublic(name: string, value: string): boolean {
  return name.toLowerCase() === 'srcset' ? value.split(',').every((address) => isPublicAddress(address.trim())) : isPublicAddress(value.trim());
}
