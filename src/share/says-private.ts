import { withUnixLines } from '../base';
import { bodyOf, codeSpansOf, endOfFrontmatter, FenceReader, readProperties, yesProperty, type Properties, type PropertyNames } from '../note';
import { withoutSureComments } from './comments';
import type { ShareSettings } from './settings';

// A tag begins where no word or other tag goes on, and where its sign is not escaped.
const BEFORE_TAG = String.raw`(?:^|[^\p{L}\p{N}\p{M}_#&\\])`;
const AFTER_TAG = String.raw`(?![\p{L}\p{N}\p{M}\p{Extended_Pictographic}_-])`;
// Where `#` is part of a link or an address: a link to a place in a note, where a Markdown link leads, an address.
const HAS_PLACES = /\[\[[^\]\n]*\]\]|\]\((?:<[^>\n]*>|[^()\s]*)|\b[a-z][a-z0-9+.-]*:\/\/[^\s<>()[\]"'*]*/gi;
const TAGS_BEGIN = /^["']?tags?["']?[ \t]*:/i;

/**
 * Whether a note's text says that the note is private: by its property, by a tag in its properties, or by a tag in its
 * prose (nested tags count, code and comments do not). The text may be typed a moment ago, when the app's cache does not
 * know it yet. Where it is not certain what the app takes for a tag – between brackets or marks, or unquoted in the
 * properties, where YAML reads a comment – it says so: what was meant for a tag must hold.
 */
export function saysPrivate(written: string, { privateTag }: Pick<ShareSettings, 'privateTag'>, names: PropertyNames): boolean {
  // An accent can be written in two ways.
  const [tag, text] = [privateTag.replace(/^#/, '').normalize('NFC').toLowerCase(), written.normalize('NFC')];
  const read = readProperties(text);
  const frontmatter = text.slice(0, endOfFrontmatter(text));
  const isSaid = read.ok ? sayPrivate(read.value, names) || hasTag(read.value, tag) || meansTag(frontmatter, tag) : seemsSaid(frontmatter, tag, names);
  return isSaid || (tag !== '' && proseHasTag(bodyOf(text), tag));
}

/** Whether a note's properties say that it is private, in whatever letter case the property is written. */
export function sayPrivate(properties: Properties, names: PropertyNames): boolean {
  return Object.entries(properties).filter(([name]) => name.toLowerCase() === names.private.toLowerCase())
    .flatMap(([, value]): unknown[] => (Array.isArray(value) ? value : [value]))
    .some((value) => yesProperty({ private: typeof value === 'number' ? String(value) : value }, 'private'));
}

function hasTag(properties: Properties, tag: string): boolean {
  if (tag === '') return false;
  return Object.entries(properties).filter(([name]) => /^tags?$/i.test(name))
    .flatMap(([, value]): unknown[] => (Array.isArray(value) ? value : [value]))
    .flatMap((value) => (typeof value === 'string' || typeof value === 'number' ? String(value).toLowerCase().split(/[,\s]+/) : []))
    .map((found) => found.replace(/^#/, ''))
    .some((found) => found === tag || found.startsWith(`${tag}/`));
}

// `tags: #private` without quotation marks: YAML reads no tag there, its writer does.
function meansTag(frontmatter: string, tag: string): boolean {
  if (tag === '' || !frontmatter.toLowerCase().includes(`#${tag}`)) return false;
  const written = new RegExp(`#${literal(tag)}${AFTER_TAG}`, 'iu');
  let isInTags = false;
  for (const line of frontmatter.split(/\r?\n/)) {
    if (/^[^\s#-]/.test(line)) isInTags = TAGS_BEGIN.test(line);
    if (isInTags && written.test(line)) return true;
  }
  return false;
}

function seemsSaid(frontmatter: string, tag: string, names: PropertyNames): boolean {
  const property = new RegExp(String.raw`^\s*["']?${literal(names.private)}["']?\s*:\s*["']?(?:true|yes|1)\b`, 'im');
  return property.test(frontmatter) || (tag !== '' && new RegExp(String.raw`(?:^|[\s,["'#-])${literal(tag)}${AFTER_TAG}`, 'imu').test(frontmatter));
}

function proseHasTag(body: string, tag: string): boolean {
  if (!body.toLowerCase().includes(`#${tag}`)) return false;
  const wanted = new RegExp(`${BEFORE_TAG}#${literal(tag)}${AFTER_TAG}`, 'giu');
  const fences = new FenceReader(true);
  let isDoubtful = false;
  for (const line of withoutSureComments(withUnixLines(body)).split('\n')) {
    if (fences.read(line) !== undefined) continue;
    if (line.trim() === '') isDoubtful = false;
    const { spans, isOpen } = codeSpansOf(line);
    // Below a line that left a code span open, backticks may close instead of open: there, nothing is taken for code.
    const code = isDoubtful ? [] : spans;
    for (const found of line.replace(HAS_PLACES, (place) => ' '.repeat(place.length)).matchAll(wanted)) {
      const at = found.index + found[0].lastIndexOf('#');
      if (!code.some(({ from, to }) => from <= at && at < to)) return true;
    }
    isDoubtful ||= isOpen;
  }
  return false;
}

function literal(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
