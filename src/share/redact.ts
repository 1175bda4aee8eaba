import { atOnce, linkDestination, withoutOuterBlankLines, withUnixLines, type Steps } from '../base';
import { bodyOf, endOfFrontmatter, FenceReader, nameOf, readWikilink, withoutComments } from '../note';
import { withoutInlineFields, withoutLineFields } from './fields';
import { isPublicAddress, localReferencesIn, withoutLocalDefinitions, withoutLocalLinks, withoutPrivateReferences, type LocalReferences } from './local-links';
import type { Hold, Privacy, Redacted, Redaction } from './redaction';

const EMBED = /!\[\[(?:(?!\]\])[^\n])*\]\]/g;
const WIKILINK = /\[\[((?:(?!\]\])[^\n])+)\]\]/g;
const HTML_TAG = /<[a-z][^<>]*>/gi;
const HTML_ADDRESS = /\s(?:href|src|srcset|data|data-[\w-]+|poster|cite)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]*))/gi;
const LOCAL_ADDRESS = /<?\b(?!https?:)[a-z][a-z0-9+.-]*:\/\/[^\s<>)\]]+>?/gi;
const BLOCK_ID = /(?:^|\s)\^[A-Za-z0-9-]+[ \t]*$/;
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
  const hold = holdingIn(redactions);
  const open = uncommented(withUnixLines(text), hold);
  yield;
  const kept: string[] = [];
  const stretches = stretchesOf(open, hold);
  const references = localReferencesIn(stretches.filter(({ isCode }) => !isCode).map(({ lines }) => lines.join('\n')), privacy);
  for (const { isCode, lines } of stretches) {
    yield;
    kept.push(isCode ? redactCode(lines, privacy, hold) : yield* redactingProse(lines, references, privacy, hold));
  }
  return { text: withoutOuterBlankLines(kept.join('\n')), redactions };
}

/** A detail such as an author or a title: one line of words in which links may stand, and whatever else a heading may hold. */
export function redactDetail(text: string, privacy: Privacy): Redacted {
  const redactions: Redaction[] = [];
  const hold = holdingIn(redactions);
  const line = uncommented(text, hold).replace(BLOCK_ID, (id) => hold('block-id', id)).replace(INLINE_QUERY, (query) => hold('query', query));
  const open = withoutInlineFields(withoutLocalLinks(withoutWikilinks(line, privacy, hold), privacy, hold), hold);
  return { text: redactions.length === 0 ? open : open.trim(), redactions };
}

/** Notes down what is held back, and leaves nothing in its place. */
function holdingIn(redactions: Redaction[]): Hold {
  return (kind, shown) => {
    redactions.push({ kind, shown: shown.trim() });
    return '';
  };
}

function uncommented(text: string, hold: Hold): string {
  const { text: kept, comments, isOpen } = withoutComments(text);
  comments.forEach((comment, at) => hold(isOpen && at === comments.length - 1 ? 'open-comment' : 'comment', comment));
  return kept;
}

// Each pass over the whole text is a step.
function* redactingProse(lines: readonly string[], references: LocalReferences, privacy: Privacy, hold: Hold): Steps<string> {
  const kept = withoutLineFields(lines, hold).map((line) => line.replace(BLOCK_ID, (id) => hold('block-id', id)));
  yield;
  const named = withoutWikilinks(kept.join('\n').replace(INLINE_QUERY, (query) => hold('query', query)), privacy, hold, publicLink);
  yield;
  const linked = withoutPrivateReferences(withoutLocalLinks(named, privacy, hold), references, privacy, hold);
  yield;
  const defined = withoutLocalDefinitions(linked, privacy, hold);
  yield;
  const tagged = defined
    .replace(HTML_TAG, (tag) => ([...tag.matchAll(HTML_ADDRESS)].every((match) => isPublicAddress(match[1] ?? match[2] ?? match[3] ?? '')) ? tag : hold('local-link', tag)))
    .replace(LOCAL_ADDRESS, (address) => hold('local-link', address));
  yield;
  const open = withoutInlineFields(tagged, hold);
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
      const { target, shown, secret } = linkIn(written);
      if (target !== '' && privacy.isPrivate(target)) {
        hold('private-link', written);
        return privacy.placeholder;
      }
      if (secret !== undefined) hold(secret, written);
      const address = target === '' ? undefined : privacy.publicAddress?.(target);
      return address === undefined ? shown : write(shown, address);
    });
}

function publicLink(shown: string, address: string): string {
  return `[${shown.replace(/[[\]]/g, '\\$&')}](${linkDestination(address)})`;
}

interface ShownLink {
  readonly target: string;
  readonly shown: string;
  /** What the link would tell beside its words, and does not. */
  readonly secret?: 'block-id' | 'field';
}

// In tables the separator is written `\|`.
function linkIn(written: string): ShownLink {
  const inner = written.slice(2, -2).replace(/\\\|/g, '|');
  const link = readWikilink(`[[${inner}]]`);
  const [place = '', ...label] = inner.split('|');
  // No note's name has `::`: what looks like a link is a field.
  if (place.includes('::')) return { target: link?.target ?? '', shown: '', secret: 'field' };
  if (link !== undefined) return { target: link.target, shown: link.label ?? nameOf(link.target) };
  const target = (place.split('#', 1)[0] ?? '').trim();
  if (label.length > 0) return { target, shown: label.join('|') };
  const shown = place.replace(/#?\^.*$/, '').replace(/^#/, '').trim();
  return place.includes('^') ? { target, shown, secret: 'block-id' } : { target, shown };
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
