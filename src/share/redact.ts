import { bodyOf, endOfFrontmatter, linesOf, nameOf, readWikilink, withoutComments } from '../note';

/** Something that stays behind when a text is shared, and what it was (shown to the user only). */
export interface Redaction {
  readonly kind: 'properties' | 'comment' | 'embed' | 'private-link' | 'local-link' | 'block-id' | 'field' | 'query';
  readonly shown: string;
}

/** What may not be seen by others: asked of every link in a text, by the link's target as written. */
export interface Privacy {
  isPrivate(target: string): boolean;
  /** What stands where a private link stood. */
  readonly placeholder: string;
}

/** A text that may leave, and all that was held back. */
export interface Redacted {
  readonly text: string;
  readonly redactions: readonly Redaction[];
}

const EMBED = /!\[\[([^\]]*)\]\]/g;
const WIKILINK = /\[\[[^\]\n]*\]\]/g;
const MARKDOWN_LINK = /(!?)\[((?:\\.|[^\]\\])*)\]\(\s*(?:<([^>\n]*)>|([^\s()]*(?:\([^\s()]*\)[^\s()]*)*))(?:\s+(?:"[^"]*"|'[^']*'))?\s*\)/g;
const PUBLIC_ADDRESS = /^(?:https?:\/\/|mailto:|tel:)/i;
const BLOCK_ID = /(^|\s)\^[A-Za-z0-9-]+[ \t]*$/;
const INLINE_FIELD = /[[(][^[\]()\n]*::[^[\]()\n]*[\])]/g;
const LINE_FIELD = /^[\s>]*(?:[-*+]\s+(?:\[.\]\s+)?)?[\p{L}\p{N}_*~` -]+::(?:\s.*)?$/u;
const QUERY_FENCE = /^[\s>]*(?:`{3,}|~{3,})\s*(?:dataview|dataviewjs|tasks|query|base|datacore\w*|seek-sense-share)\b/i;

/**
 * What of a note's text may leave the vault. Properties, comments, embeds, block ids, inline fields and queries stay
 * behind; links to notes become the words they show, links to private notes a placeholder. Every redaction is listed.
 */
export function redact(text: string, privacy: Privacy): Redacted {
  const redactions: Redaction[] = [];
  const hold = (kind: Redaction['kind'], shown: string): string => {
    redactions.push({ kind, shown: shown.trim() });
    return '';
  };
  if (endOfFrontmatter(text) > 0) hold('properties', text.slice(0, endOfFrontmatter(text)));
  const { text: uncommented, comments } = withoutComments(bodyOf(text));
  for (const comment of comments) hold('comment', comment);
  const lines = withoutQueries(uncommented, (query) => hold('query', query)).map(({ line, isCode }) => {
    if (isCode) return line;
    if (LINE_FIELD.test(line)) {
      hold('field', line);
      return undefined;
    }
    return redactLine(line, privacy, hold);
  });
  const kept = lines.filter((line): line is string => line !== undefined).join('\n');
  return { text: kept.replace(/[ \t]+$/gm, '').replace(/\n{3,}/g, '\n\n').trim(), redactions };
}

function redactLine(line: string, privacy: Privacy, hold: (kind: Redaction['kind'], shown: string) => string): string {
  return line
    .replace(BLOCK_ID, (id) => hold('block-id', id))
    .replace(EMBED, (embed) => hold('embed', embed))
    .replace(WIKILINK, (written) => {
      const inner = written.slice(2, -2);
      const link = readWikilink(written);
      const target = link?.target ?? inner.split(/[#|]/, 1)[0] ?? '';
      if (target.trim() !== '' && privacy.isPrivate(target.trim())) {
        hold('private-link', written);
        return privacy.placeholder;
      }
      return link === undefined ? (inner.split('|').at(-1) ?? '').replace(/^#\^?/, '') : (link.label ?? nameOf(link.target));
    })
    .replace(MARKDOWN_LINK, (written, bang: string, label: string, angled: string | undefined, bare: string | undefined) => {
      const address = angled ?? bare ?? '';
      if (PUBLIC_ADDRESS.test(address)) return written;
      if (bang !== '') return hold('embed', written);
      const target = decoded(address).replace(/#.*$/, '').replace(/\.md$/i, '');
      const isPrivate = target !== '' && privacy.isPrivate(target);
      hold(isPrivate ? 'private-link' : 'local-link', written);
      return isPrivate ? privacy.placeholder : label;
    })
    .replace(INLINE_FIELD, (field) => hold('field', field));
}

function decoded(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    // A broken escape: the target is compared as it is written.
    return address;
  }
}

function withoutQueries(text: string, hold: (query: string) => void): { line: string; isCode: boolean }[] {
  const kept: { line: string; isCode: boolean }[] = [];
  let query: string[] | undefined;
  let wasFence = false;
  // The leading line break keeps a `---` at the start from being read as frontmatter.
  for (const { text: line, setting } of linesOf(`\n${text}`).slice(1)) {
    const isFence = setting === 'fence';
    const opens = QUERY_FENCE.test(line) && !wasFence;
    if (opens) query = [];
    if (query === undefined) kept.push({ line, isCode: isFence });
    else query.push(line);
    const closes = query !== undefined && query.length > 1 && /^[\s>]*(?:`{3,}|~{3,})\s*$/.test(line);
    wasFence = isFence && !/^\s*(?:`{3,}|~{3,})\s*$/.test(line);
    if (closes && query !== undefined) {
      hold(query.join('\n'));
      query = undefined;
      wasFence = false;
    }
  }
  if (query !== undefined) hold(query.join('\n'));
  return kept;
}
