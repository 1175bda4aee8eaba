import { readWebAddress } from '../base';
import { listProperty, readProperties, shownName, textProperty, type Properties } from '../note';

/** What tells that a note is somebody else's page, kept whole: the tag of the Web Clipper, or an author who is not its user. */
export type ForeignSign = 'tag' | 'author';

/** Whether a note is a page of the web: tagged as a clipping, or with the day of its publication. What its reader marked there are quotes. */
export function isClipped(text: string): boolean {
  const properties = propertiesOfPage(text);
  return properties !== undefined && (isTaggedClipping(properties) || 'published' in properties);
}

/**
 * By what a note that names its place on the web is known as somebody else's page; undefined where it may be the user's own
 * writing: their name as the author, or no word of any author. A field for one that a clipper left empty, beside the day of
 * publication, is a page whose author nobody could tell.
 */
export function foreignPageSign(text: string, userName: string): ForeignSign | undefined {
  const properties = propertiesOfPage(text);
  if (properties === undefined) return undefined;
  if (isTaggedClipping(properties)) return 'tag';
  const authors = authorsOf(properties);
  if (authors.length === 0) return 'author' in properties && 'published' in properties ? 'author' : undefined;
  const own = folded(userName);
  return own !== '' && authors.every((author) => folded(author) === own) ? undefined : 'author';
}

// Those of a note that names a place on the web; undefined for any other.
function propertiesOfPage(text: string): Properties | undefined {
  const read = readProperties(text);
  const source = read.ok ? (textProperty(read.value, 'source') ?? textProperty(read.value, 'url') ?? '') : '';
  return read.ok && readWebAddress(source) !== undefined ? read.value : undefined;
}

function isTaggedClipping(properties: Properties): boolean {
  return listProperty(properties, 'tags').some((tag) => /^#?clippings?$/i.test(tag));
}

function authorsOf(properties: Properties): string[] {
  return ['author', 'authors'].flatMap((name) => listProperty(properties, name)).filter((author) => author.trim() !== '');
}

function folded(name: string): string {
  return shownName(name).trim().normalize('NFC').toLocaleLowerCase();
}
