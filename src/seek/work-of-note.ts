import { onOneLine } from '../base';
import { bodyOf, listProperty, propertyHas, readProperties, shownName, textProperty, type Properties } from '../note';
import { highlightSectionsOf } from './highlight-sections';
import { isOfZotero } from './locations';

// What programs for references call the work that a note is about.
const KEYS = ['citekey', 'citation-key', 'citationkey', 'zotero-key', 'kindle-sync'];
const KEY_FIELD = /^\s{0,3}(?:[-*+>]\s+)*[*_]{0,2}cit(?:e|ation)[ -]?key[*_]{0,2}:{1,2}/im;
// A link into the pages of a work, not only to its entry.
const INTO_THE_WORK = /\]\(zotero:\/\/open\b/i;
const LITERATURE = /^literature/i;

/** What a note says about the work its quotes come from, if it is about one: in properties, or in a list such as Readwise's "Metadata". */
export function sourceOfNote(note: string): { author?: string; source?: string; title?: string } {
  const properties = propertiesOf(note);
  const listed = (label: string): string | undefined => listedIn(note, label);
  const author = listProperty(properties, 'author').map(shownName).join(', ') || listProperty(properties, 'authors').map(shownName).join(', ') || listed('Author');
  const source = textProperty(properties, 'source') ?? textProperty(properties, 'url') ?? listed('URL') ?? listed('Source');
  const title = textProperty(properties, 'title') ?? listed('Full Title') ?? listed('Title');
  // A note that names no work but has an author is somebody's own writing: what it quotes is not by that author.
  if (source === undefined && !namesAWork(note, properties) && highlightSectionsOf(note).length === 0) return {};
  return {
    ...(author === undefined || author === '' ? {} : { author: withoutLinks(author) }),
    ...(source === undefined ? {} : { source: onOneLine(source) }),
    ...(title === undefined ? {} : { title: withoutLinks(title) }),
  };
}

/**
 * Whether a note is about a work of somebody's: it says whose or where from, names it as programs for references do, or has
 * links into its pages. One that only has a heading "Highlights" is not.
 */
export function isAboutAWork(note: string): boolean {
  const { author, source } = sourceOfNote(note);
  if (author !== undefined || source !== undefined) return true;
  const properties = propertiesOf(note);
  return namesAWork(note, properties) || (isOfZotero(note) && (INTO_THE_WORK.test(note) || LITERATURE.test(textProperty(properties, 'type') ?? '')));
}

function namesAWork(note: string, properties: Properties): boolean {
  if (KEYS.some((key) => key in properties) || propertyHas(properties, 'type', 'quote')) return true;
  return listedIn(note, 'Author') !== undefined || KEY_FIELD.test(bodyOf(note)) || (isOfZotero(note) && /^#+\s+Annotations?\b/im.test(note));
}

function listedIn(note: string, label: string): string | undefined {
  return new RegExp(`^[-*+]\\s+${label}:+\\s*(\\S.*)$`, 'im').exec(bodyOf(note))?.[1];
}

function withoutLinks(text: string): string {
  return onOneLine(text.replace(/\[\[(?:[^\]|]*\|)?([^\]]*)\]\]/g, '$1').replace(/\[([^[\]]*)\]\([^()\s]*\)/g, '$1'));
}

// By their names in small letters. Kindle notes keep their book under one property: `kindle-sync: {title, author, …}`.
function propertiesOf(note: string): Properties {
  const read = readProperties(note);
  const properties: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(read.ok ? read.value : {})) properties[name.toLowerCase()] ??= value;
  const kindle = properties['kindle-sync'];
  return typeof kindle === 'object' && kindle !== null && !Array.isArray(kindle) ? { ...kindle, ...properties } : properties;
}
