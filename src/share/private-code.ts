import { isPrivatePath, leadsToPrivate } from './addresses';
import { withoutPrivateLinks } from './local-links';
import { FENCE } from './pattern-parts';
import { withoutPrivatePrograms } from './program-addresses';
import type { Hold, Privacy } from './redaction';
import { withoutPrivateStyles } from './style-addresses';
import { tellsPrivatePath, withoutQuotedPaths, withoutStyleEscapes, withPrograms } from './told-paths';
import { withoutPrivateWikilinks } from './wikilinks';

// What opens or closes a tag, and an attribute with its value: in quotation marks, or up to the next blank.
const TAG_OR_ATTRIBUTE = /(<\/?[a-z])|>|\n[ \t>]*(?=\n)|((?:[\s"'/]|\b)[a-z_:@][\w:.@-]{0,60}\s*=\s*)(?:"([^"\n]{0,2000})"|'([^'\n]{0,2000})'|["']?([^\s"'<>`]{1,2000}))/gi;
const ADDRESS = /(?:^|[^a-z0-9_])(?:(?:xlink:)?href|src|data|poster|cite|action|formaction)\s*=\s*$/i;
const STYLE = /(?:^|[^a-z0-9_-])style\s*=\s*$/i;
// A block of a style sheet, or one that uses what only those have.
const STYLE_SHEET = new RegExp(String.raw`${FENCE}(?:css|scss|sass|less|styl)|(?:image-set|cross-fade)\(`, 'im');
const TAG_OF_PATH = /<([^<>\s="']{1,300})>/g;

/**
 * Code is left as it is, but for what leads to a private note: some blocks (admonitions, diagrams) show links, programs make
 * addresses in code lead somewhere, and whoever reads it can follow them. What leads there makes way for the placeholder.
 */
export function withoutPrivateInCode(code: string, privacy: Privacy, hold: Hold): string {
  const linked = withoutPrivateLinks(withoutPrivateWikilinks(withoutPrivatePaths(code, privacy, hold), privacy, hold), privacy, hold);
  return withoutPrivateStyles(withoutPrivatePrograms(withoutPrivateTags(linked, privacy, hold), privacy, hold), privacy, hold);
}

// In a program or a style sheet, whatever stands in quotation marks may lead somewhere.
function withoutPrivatePaths(code: string, privacy: Privacy, hold: Hold): string {
  const write = (program: string): string => withoutQuotedPaths(program, privacy, (shown) => hold('private-link', shown) + privacy.placeholder);
  return STYLE_SHEET.test(code) ? write(code) : withPrograms(code, write);
}

function withoutPrivateTags(code: string, privacy: Privacy, hold: Hold): string {
  if (!/[<=]/.test(code)) return code;
  const held = (words: string): string => hold('private-link', words) + privacy.placeholder;
  let isOpen = false;
  const attributes = code.replace(TAG_OR_ATTRIBUTE, (written: string, tag: string | undefined, name: string | undefined, ...[double, single, bare]: (string | undefined)[]) => {
    if (name === undefined) {
      isOpen = tag !== undefined;
      return written;
    }
    const value = double ?? single ?? bare ?? '';
    if (value === '') return written;
    // Without a tag around it, only the path of a private note behind the name of an address is no code of another kind.
    const isAddress = ADDRESS.test(name);
    const isPrivate = isOpen ? (isAddress ? leadsToPrivate(value, privacy) : tellsPrivatePath(STYLE.test(name) ? withoutStyleEscapes(value) : value, privacy)) : isAddress && isPrivatePath(value, privacy);
    return isPrivate ? name + written.slice(name.length).replace(value, () => held(value)) : written;
  });
  if (!attributes.includes('<')) return attributes;
  return attributes.replace(TAG_OF_PATH, (written, path: string) => (isPrivatePath(path, privacy) && !path.includes(':') ? `<${held(path)}>` : written));
}
