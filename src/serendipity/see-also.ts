import { lineBreakOf } from '../base';
import { linesOf, withAppended, type Line } from '../note';

/** The lines between which the plugin keeps links; everything outside of them is never touched again. */
export const SEE_ALSO_START = '%% seek-sense-share:see-also %%';
export const SEE_ALSO_END = '%% seek-sense-share:see-also end %%';

/**
 * The note with a link in its block of links, as the last item. Without a block one is made below `heading`, which is added
 * at the note's end when the note has no such section. A link that stands in the block already changes nothing. Outside of
 * the block no character changes, and inside of it what the user wrote stays.
 */
export function withSeeAlso(text: string, link: string, heading: string): string {
  const item = `- ${link.replace(/\s+/g, ' ').trim()}`;
  const block = blockOf(text);
  if (block === undefined) return withAppended(text, heading, [SEE_ALSO_START, item, SEE_ALSO_END].join('\n'));
  const targets = targetsOf(item);
  if (block.some((line) => targetsOf(line.text).some((target) => targets.includes(target)))) return text;
  const next = block.findLast((line) => line.text.trim() !== '')?.next ?? text.length;
  return text.slice(0, next) + item + lineBreakOf(text) + text.slice(next);
}

/** The lines of the first complete block, its first mark included, its last one not. */
function blockOf(text: string): Line[] | undefined {
  const lines = linesOf(text);
  let start = -1;
  for (const [at, { text: line, setting }] of lines.entries()) {
    if (setting !== 'prose') continue;
    if (line.trim() === SEE_ALSO_START) start = at;
    else if (line.trim() === SEE_ALSO_END && start >= 0) return lines.slice(start, at);
  }
  return undefined;
}

/** Where the links of a line lead, without heading and label. */
function targetsOf(line: string): string[] {
  const wiki = [...line.matchAll(/\[\[([^\]|#]+)/g)].map(([, target = '']) => target);
  const plain = [...line.matchAll(/\]\((?:<([^>#]+)|([^)\s#]+))/g)].map(([, inAngles, bare = '']) => inAngles ?? decoded(bare));
  return [...wiki, ...plain].map((target) => target.trim().replace(/\.md$/i, '').toLowerCase());
}

function decoded(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    // A lone percent sign: the address means itself.
    return address;
  }
}
