import { withUnixLines } from '../base';
import { bodyOf, codeSpansOf, endOfFrontmatter, FenceReader, readProperties, withoutComments, yesProperty, type Properties, type PropertyNames } from '../note';
import type { ShareSettings } from './settings';

// A tag begins where no word, address, link or other tag goes on.
const BEFORE_TAG = String.raw`(?:^|[^\p{L}\p{N}_#/&\\[\]=?%(]|(?:^|[^\]])\()`;
const AFTER_TAG = String.raw`(?![\p{L}\p{N}\p{M}\p{Extended_Pictographic}_-])`;

/**
 * Whether a note's text says that the note is private: by its property, by a tag in its properties, or by a tag in its
 * prose (nested tags count, code and comments do not). The text may be typed a moment ago, when the app's cache does not
 * know it yet. Properties that cannot be read are taken to say so where one of their lines seems to.
 */
export function saysPrivate(text: string, { privateTag }: Pick<ShareSettings, 'privateTag'>, names: PropertyNames): boolean {
  const tag = privateTag.replace(/^#/, '').toLowerCase();
  const read = readProperties(text);
  const isSaid = read.ok ? yesProperty(read.value, names.private) || hasTag(read.value, tag) : seemsSaid(text.slice(0, endOfFrontmatter(text)), tag, names);
  return isSaid || (tag !== '' && proseHasTag(bodyOf(text), tag));
}

function hasTag(properties: Properties, tag: string): boolean {
  if (tag === '') return false;
  return Object.entries(properties).filter(([name]) => /^tags?$/i.test(name))
    .flatMap(([, value]): unknown[] => (Array.isArray(value) ? value : [value]))
    .flatMap((value) => (typeof value === 'string' || typeof value === 'number' ? String(value).toLowerCase().split(/[,\s]+/) : []))
    .map((found) => found.replace(/^#/, ''))
    .some((found) => found === tag || found.startsWith(`${tag}/`));
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
  for (const line of withoutComments(withUnixLines(body)).text.split('\n')) {
    if (fences.read(line) !== undefined) continue;
    if (line.trim() === '') isDoubtful = false;
    const { spans, isOpen } = codeSpansOf(line);
    // Below a line that left a code span open, backticks may close instead of open: there, nothing is taken for code.
    const code = isDoubtful ? [] : spans;
    for (const found of line.matchAll(wanted)) {
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
