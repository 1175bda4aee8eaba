import { onOneLine } from '../base';
import { linesOf, nameOf, readProperties, readWikilink, shownName, type Properties } from '../note';
import { highlightSectionsOf } from './highlight-sections';
import { isOfZotero } from './locations';

/**
 * What tells that a note is somebody else's page, kept whole: the tag of the Web Clipper, or an author who is not its user;
 * no `author` where a page of the web does not say who wrote it.
 */
export type ForeignSign = { readonly by: 'tag' } | { readonly by: 'author'; readonly author?: string };

/** What a note says about the page that it may be; names of properties in small letters. */
interface Page {
  readonly properties: Properties;
  readonly isOnTheWeb: boolean;
  readonly isTagged: boolean;
  /** Whether what it quotes stands apart in it, as highlights or annotations. */
  readonly keepsQuotesApart: boolean;
}

const AUTHOR = ['author', 'authors', 'creator'];
// `by` also says by when: it names an author only beside a place on the web.
const AUTHOR_ON_THE_WEB = [...AUTHOR, 'by'];
const PLACE = ['source', 'url', 'link'];
// A field within the text, as Dataview reads them: on a line of its own, or in a list.
const FIELD = /^\s{0,3}(?:[-*+]\s+)?[*_]{0,2}(authors?|creator|by|source|url|link|title|published)[*_]{0,2}::[*_]{0,2}[ \t]*(\S.*)$/i;
const BODY_TAG = /(?:^|[\s([{,;])#clippings?(?![\p{L}\p{N}_-])/iu;
const BARE_ADDRESS = /^(?:\/\/)?(?:www\.)?(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}(?::\d+)?(?:[/?#]\S*)?$/u;
const FILE_NAME = /^[^/]+\.(?:md|pdf|epub|docx?|txt|canvas|png|jpe?g)$/i;

/** Whether a note is a page of the web: tagged as a clipping, or with the day of its publication. What its reader marked there are quotes. */
export function isClipped(text: string): boolean {
  const { properties, isOnTheWeb, isTagged } = pageOf(text);
  return isOnTheWeb && (isTagged || 'published' in properties);
}

/**
 * By what a note is known as somebody else's page; undefined where it may be the user's own writing: one of the names under
 * which they write among its authors, or nothing that names an author, unless it is a page of the web with a day of
 * publication or a field for its author left empty. Off the web, only a note with a title counts, and none that keeps what
 * it quotes apart, as highlights or annotations.
 */
export function foreignPageSign(text: string, userNames: readonly string[]): ForeignSign | undefined {
  const { properties, isOnTheWeb, isTagged, keepsQuotesApart } = pageOf(text);
  if (isOnTheWeb && isTagged) return { by: 'tag' };
  const authors = (isOnTheWeb ? AUTHOR_ON_THE_WEB : AUTHOR).flatMap((name) => textsIn(properties[name])).filter((author) => /\p{L}/u.test(author));
  if (authors.length === 0) return isOnTheWeb && ['published', ...AUTHOR].some((name) => name in properties) ? { by: 'author' } : undefined;
  if (!isOnTheWeb && (textsIn(properties['title']).length === 0 || keepsQuotesApart)) return undefined;
  const own = new Set(userNames.map(folded).filter((name) => name !== ''));
  return authors.flatMap(namesIn).some((name) => own.has(name)) ? undefined : { by: 'author', author: onOneLine(authors.map(withoutLinks).join(', ')) };
}

function pageOf(text: string): Page {
  const read = readProperties(text);
  const properties: Record<string, unknown> = {};
  for (const [name, value] of read.ok ? Object.entries(read.value) : []) properties[name.toLowerCase()] ??= value;
  const keepsQuotesApart = isOfZotero(text) || highlightSectionsOf(text).length > 0;
  let isTagged = ['tags', 'tag'].flatMap((name) => textsIn(properties[name])).some((tags) => tags.split(/[\s,]+/).some((tag) => /^#?clippings?(?:\/|$)/i.test(tag)));
  for (const { text: line, setting } of linesOf(text)) {
    if (setting !== 'prose') continue;
    const [, name = '', value = ''] = keepsQuotesApart || !line.includes('::') ? [] : (FIELD.exec(line) ?? []);
    if (value !== '') properties[name.toLowerCase()] ??= value.trim();
    isTagged ||= line.includes('#') && BODY_TAG.test(line.replace(/`[^`]*`/g, ''));
  }
  return { properties, isTagged, keepsQuotesApart, isOnTheWeb: PLACE.flatMap((name) => textsIn(properties[name])).some(isOnWeb) };
}

// Also of lists within lists, as which YAML takes a wikilink without quotation marks, and of fields within a field.
function textsIn(value: unknown): string[] {
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(textsIn);
  const text = typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
  return text === '' ? [] : [text];
}

// As it stands, in a link, or without the scheme; a file's name is none.
function isOnWeb(place: string): boolean {
  const address = /\]\(\s*<?([^)\s>]+)/.exec(place)?.[1] ?? place.trim();
  return /https?:\/\/[^\s/?#]/i.test(place) || (BARE_ADDRESS.test(address) && !FILE_NAME.test(address));
}

// All that one value may mean: the whole of it, its link's target, and each of the names that it lists.
function namesIn(author: string): string[] {
  const target = readWikilink(author)?.target;
  const shown = withoutLinks(author);
  return [shown, ...(target === undefined ? [] : [nameOf(target)]), ...shown.split(/[,;&]|\s(?:and|und)\s/i)].map(folded);
}

function withoutLinks(author: string): string {
  return shownName(author.replace(/\[([^[\]]*)\]\([^)\s]*\)/g, '$1')).trim();
}

function folded(name: string): string {
  return shownName(name).trim().normalize('NFC').toLocaleLowerCase();
}
