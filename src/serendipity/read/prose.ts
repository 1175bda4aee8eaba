import { readFrontmatter } from './frontmatter';

const MOST_CHARACTERS = 200_000;
const FENCE = /^\s*(?:>\s*)*(```+|~~~+)/;

/** Takes the markup off one line, so that it reads as in reading view. */
function plain(line: string): string {
  return line
    .replace(/<!--.*?-->|%%.*?%%/g, ' ')
    .replace(/!?\[\[([^\]|\n]*)\|([^\]\n]*)\]\]/g, '$2')
    .replace(/!?\[\[([^\]\n]*)\]\]/g, (_, target: string) => (target.split('#', 1)[0] as string).split('/').at(-1) ?? '')
    .replace(/!?\[([^\]\n]*)\]\([^)\n]*\)/g, '$1')
    .replace(/\bhttps?:\/\/\S+/g, ' ')
    .replace(/<\/?[a-z][^>\n]*>/giu, ' ')
    .replace(/^\s*(?:>\s*)*(?:\[![^\]]*\][+-]?\s*)?/u, '')
    .replace(/^(?:#{1,6}\s+|[-*+]\s+(?:\[.\]\s+)?|\d+[.)]\s+)/u, '')
    .replace(/\s\^[a-z0-9-]+\s*$/iu, '')
    .replace(/[*_`~=]{1,3}(?=\S)|(\S)[*_`~=]{1,3}/g, '$1')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** The lines of a note that a person wrote, without markup: what excerpts are cut from. */
export function proseLines(text: string): string[] {
  const body = text.slice(readFrontmatter(text).end).slice(0, MOST_CHARACTERS);
  const lines: string[] = [];
  let fence = '';
  let hidden = '';
  for (const raw of body.split(/\r?\n/)) {
    if (hidden !== '') {
      if (raw.includes(hidden)) hidden = '';
      continue;
    }
    const mark = FENCE.exec(raw)?.[1];
    if (fence !== '') {
      if (mark?.startsWith(fence) === true) fence = '';
      continue;
    }
    if (mark !== undefined) fence = mark;
    else {
      const line = plain(raw);
      if (line.includes('%%')) hidden = '%%';
      else if (line.includes('<!--')) hidden = '-->';
      if (line !== '') lines.push(hidden === '' ? line : (line.split(hidden === '%%' ? '%%' : '<!--', 1)[0] as string));
    }
  }
  return lines;
}
