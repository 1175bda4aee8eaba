import { atOnce, linkDestination, percentDecoded, withoutOuterBlankLines, withUnixLines, type Steps } from '../base';
import { bodyOf, endOfFrontmatter, FenceReader, nameOf, readWikilink, withoutComments } from '../note';

/** Something that stays behind when a text is shared, and what it was (shown to the user only). */
export interface Redaction {
  readonly kind: 'properties' | 'comment' | 'open-comment' | 'embed' | 'private-link' | 'local-link' | 'block-id' | 'field' | 'query';
  readonly shown: string;
}

/** What may not be seen by others: asked of every link in a text, by the link's target as written. */
export interface Privacy {
  isPrivate(target: string): boolean;
  /** What stands where a private link stood. */
  readonly placeholder: string;
  /** The web address at which others can read the note that a link leads to, where one is known. */
  publicAddress?(target: string): string | undefined;
}

/** A text that may leave, and all that was held back. */
export interface Redacted {
  readonly text: string;
  readonly redactions: readonly Redaction[];
}

type Hold = (kind: Redaction['kind'], shown: string) => '';

const EMBED = /!\[\[(?:(?!\]\])[^\n])*\]\]/g;
const WIKILINK = /\[\[((?:(?!\]\])[^\n])+)\]\]/g;
const MARKDOWN_LINK =
  /(!?)\[((?:\\.|!?\[(?:\\.|[^[\]\\])*\](?:\([^()\n]*\))?|[^[\]\\])*)\]\(\s*(?:<([^>\n]*)>|([^\s()]*(?:\([^\s()]*\)[^\s()]*)*))(?:\s+(?:"[^"]*"|'[^']*'))?\s*\)/g;
const DEFINITION = /^[ >]*\[(?!\^)[^\]\n]+\]:[ \t]*\n?[ \t]*(?:<([^>\n]*)>|(\S+))[^\n]*$/gm;
const HTML_TAG = /<[a-z][^<>]*>/gi;
const HTML_ADDRESS = /\s(?:href|src|srcset|data|data-[\w-]+|poster|cite)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]*))/gi;
const PUBLIC_ADDRESS = /^(?:https?:\/\/|mailto:|tel:)/i;
const LOCAL_ADDRESS = /<?\b(?!https?:)[a-z][a-z0-9+.-]*:\/\/[^\s<>)\]]+>?/gi;
const BLOCK_ID = /(?:^|\s)\^[A-Za-z0-9-]+[ \t]*$/;
const INLINE_FIELD =
  /(^|[^\]])(?:\[(?:[^[\]\n]|\[[^[\]\n]*\])*?::(?:[^[\]\n]|\[[^[\]\n]*\])*\]|\((?:[^()\n]|\([^()\n]*\))*?::(?:[^()\n]|\([^()\n]*\))*\))/g;
const LINE_FIELD = /^[\s>]*(?:(?:[-*+]|\d+[.)])\s+(?:\[.\]\s+)?)?(?:[\p{L}\p{N}\p{M}\p{Extended_Pictographic}_*~`/. -]|\u200D|\uFE0F)+::(?:\s[^\n]*)?$/u;
const INLINE_QUERY = /`\$?=[^`\n]*`/g;
const QUERY_LANGUAGE = /^(?:dataview|dataviewjs|tasks|query|base|datacore\w*|seek-sense-share)\b/i;

/**
 * What of a note's text may leave the vault. Properties, comments, embeds, block ids, inline fields and queries stay
 * behind; links to notes become the words they show, links to private notes a placeholder. Every redaction is listed.
 */
export function redact(note: string, privacy: Privacy): Redacted {
  return atOnce(redacting(note, privacy));
}

/** The same in steps, for long notes. */
export function* redacting(note: string, privacy: Privacy): Steps<Redacted> {
  const end = endOfFrontmatter(note);
  const { text, redactions } = yield* redactingWords(bodyOf(note), privacy);
  return { text, redactions: end === 0 ? redactions : [{ kind: 'properties', shown: note.slice(0, end).trim() }, ...redactions] };
}

/** The same for Markdown that is no whole note (a quote, a take): a `---` at its start begins no properties. */
export function* redactingWords(text: string, privacy: Privacy): Steps<Redacted> {
  const redactions: Redaction[] = [];
  const hold: Hold = (kind, shown) => {
    redactions.push({ kind, shown: shown.trim() });
    return '';
  };
  const open = uncommented(withUnixLines(text), hold);
  yield;
  const kept: string[] = [];
  for (const { isCode, lines } of stretchesOf(open, hold)) {
    yield;
    kept.push(isCode ? redactCode(lines, privacy, hold) : yield* redactingProse(lines, privacy, hold));
  }
  return { text: withoutOuterBlankLines(kept.join('\n')), redactions };
}

/** A detail such as an author or a title: one line of words in which links may stand, and whatever else a heading may hold. */
export function redactDetail(text: string, privacy: Privacy): Redacted {
  const redactions: Redaction[] = [];
  const hold: Hold = (kind, shown) => {
    redactions.push({ kind, shown: shown.trim() });
    return '';
  };
  const line = uncommented(text, hold).replace(BLOCK_ID, (id) => hold('block-id', id)).replace(INLINE_QUERY, (query) => hold('query', query));
  const open = withoutFields(withoutLocalLinks(withoutWikilinks(line, privacy, hold), privacy, hold), hold);
  return { text: redactions.length === 0 ? open : open.trim(), redactions };
}

function uncommented(text: string, hold: Hold): string {
  const { text: kept, comments, isOpen } = withoutComments(text);
  comments.forEach((comment, at) => hold(isOpen && at === comments.length - 1 ? 'open-comment' : 'comment', comment));
  return kept;
}

function withoutFields(text: string, hold: Hold): string {
  return text.replace(INLINE_FIELD, (field, before: string) => before + hold('field', field.slice(before.length)));
}

// Each pass over the whole text is a step.
function* redactingProse(lines: readonly string[], privacy: Privacy, hold: Hold): Steps<string> {
  const kept = lines.flatMap((line) => {
    if (!LINE_FIELD.test(line)) return [line.replace(BLOCK_ID, (id) => hold('block-id', id))];
    hold('field', line);
    return [];
  });
  yield;
  const named = withoutWikilinks(kept.join('\n').replace(INLINE_QUERY, (query) => hold('query', query)), privacy, hold, publicLink);
  yield;
  const linked = withoutLocalLinks(named, privacy, hold);
  yield;
  const defined = linked.replace(DEFINITION, (written, angled: string | undefined, bare: string | undefined) => heldUnlessPublic(written, angled ?? bare ?? '', privacy, hold));
  yield;
  const tagged = defined
    .replace(HTML_TAG, (tag) => ([...tag.matchAll(HTML_ADDRESS)].every((match) => PUBLIC_ADDRESS.test(match[1] ?? match[2] ?? match[3] ?? '')) ? tag : hold('local-link', tag)))
    .replace(LOCAL_ADDRESS, (address) => hold('local-link', address));
  yield;
  const open = withoutFields(tagged, hold);
  yield;
  return open.split('\n').map(withTidyEnd).join('\n').replace(/\n{3,}/g, '\n\n');
}

// Code is left as it is, but for links to private notes: some blocks (admonitions, diagrams) render them.
function redactCode(lines: readonly string[], privacy: Privacy, hold: Hold): string {
  return lines.join('\n').replace(WIKILINK, (written) => {
    if (!privacy.isPrivate(linkIn(written).target)) return written;
    hold('private-link', written);
    return privacy.placeholder;
  });
}

function withoutWikilinks(text: string, privacy: Privacy, hold: Hold, write: (shown: string, address: string) => string = (shown) => shown): string {
  return text
    .replace(EMBED, (embed) => hold('embed', embed))
    .replace(WIKILINK, (written) => {
      const { target, shown } = linkIn(written);
      if (target === '' || !privacy.isPrivate(target)) {
        const address = target === '' ? undefined : privacy.publicAddress?.(target);
        return address === undefined ? shown : write(shown, address);
      }
      hold('private-link', written);
      return privacy.placeholder;
    });
}

function publicLink(shown: string, address: string): string {
  return `[${shown.replace(/[[\]]/g, '\\$&')}](${linkDestination(address)})`;
}

// In tables the separator is written `\|`.
function linkIn(written: string): { target: string; shown: string } {
  const inner = written.slice(2, -2).replace(/\\\|/g, '|');
  const link = readWikilink(`[[${inner}]]`);
  if (link !== undefined) return { target: link.target, shown: link.label ?? nameOf(link.target) };
  const [place = '', ...label] = inner.split('|');
  return { target: (place.split('#', 1)[0] ?? '').trim(), shown: label.length > 0 ? label.join('|') : place.replace(/^#\^?/, '') };
}

function withoutLocalLinks(text: string, privacy: Privacy, hold: Hold): string {
  return text.replace(MARKDOWN_LINK, (written, bang: string, label: string, angled: string | undefined, bare: string | undefined) => {
    const address = angled ?? bare ?? '';
    const shown = bang === '' && label.includes('](') ? withoutLocalLinks(label, privacy, hold) : label;
    if (PUBLIC_ADDRESS.test(address)) return written.replace(label, () => shown);
    if (bang !== '') return hold('embed', written);
    const isPrivate = leadsToPrivate(address, privacy);
    hold(isPrivate ? 'private-link' : 'local-link', written);
    return isPrivate ? privacy.placeholder : shown;
  });
}

function heldUnlessPublic(written: string, address: string, privacy: Privacy, hold: Hold): string {
  return PUBLIC_ADDRESS.test(address) ? written : hold(leadsToPrivate(address, privacy) ? 'private-link' : 'local-link', written);
}

function leadsToPrivate(address: string, privacy: Privacy): boolean {
  const target = percentDecoded(address).replace(/#.*$/, '').replace(/\.md$/i, '');
  return target !== '' && privacy.isPrivate(target);
}

// Two spaces at a line's end break it; any others say nothing.
function withTidyEnd(line: string): string {
  const words = line.trimEnd();
  return words !== '' && line.endsWith('  ') ? `${words}  ` : words;
}

/** A run of lines that are code, or that are none. */
interface Stretch {
  readonly isCode: boolean;
  readonly lines: string[];
}

function stretchesOf(text: string, hold: Hold): Stretch[] {
  const stretches: Stretch[] = [];
  const fences = new FenceReader(true);
  let query: string[] = [];
  for (const line of text.split('\n')) {
    const before = fences.open;
    const fence = fences.read(line);
    const isQuery = fence !== undefined && QUERY_LANGUAGE.test(fence.info);
    if (query.length > 0 && (!isQuery || fence !== before)) {
      hold('query', query.join('\n'));
      query = [];
    }
    if (isQuery) {
      query.push(line);
      continue;
    }
    const last = stretches.at(-1);
    if (last?.isCode === (fence !== undefined)) last.lines.push(line);
    else stretches.push({ isCode: fence !== undefined, lines: [line] });
  }
  if (query.length > 0) hold('query', query.join('\n'));
  return stretches;
}
