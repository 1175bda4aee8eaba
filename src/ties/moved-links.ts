import { linesOf, readWikilink, type Line } from '../note';
import { LINK, markdownTarget } from './note-links';

/** How links move from one note to another. */
interface LinkMove {
  /** Whether a link's target, as written, leads to the old note. */
  isOld(target: string): boolean;
  /** What a wikilink to the new note names. */
  readonly wikiTarget: string;
  /** Where a Markdown link to the new note leads. */
  readonly path: string;
}

/**
 * A note with its links moved to another one. In its text each link goes on showing the words it showed; code, comments
 * and everything else stay as they are. Links in properties simply name the new note.
 */
export function withLinksMoved(text: string, move: LinkMove): string {
  return linesOf(text).map((line) => moved(line, text, move)).join('');
}

function moved(line: Line, text: string, move: LinkMove): string {
  const ending = text.slice(line.to, line.next);
  if (line.setting === 'fence' || line.setting === 'math') return line.text + ending;
  const changed = line.text.replace(LINK, (link: string, embed: string | undefined, target: string | undefined, subpath = '', label: string | undefined, head?: string, address?: string, end = '') => {
    if (target !== undefined) {
      if (!move.isOld(target.trim())) return link;
      const shown = label ?? (line.setting === 'frontmatter' || embed === '!' ? '' : `|${shownOf(link)}`);
      return `${embed ?? ''}[[${move.wikiTarget}${subpath}${shown}]]`;
    }
    if (head === undefined || address === undefined) return link;
    const { note, rest } = markdownTarget(address);
    if (note === '' || !move.isOld(note)) return link;
    return `${head}${[encodeURI(move.path).replace(/[()]/g, (mark) => (mark === '(' ? '%28' : '%29')), ...rest].join('#')}${end}`;
  });
  return changed + ending;
}

function shownOf(link: string): string {
  const read = readWikilink(link.replace(/^!/, ''));
  return (read?.target ?? '').replace(/^.*\//, '');
}
