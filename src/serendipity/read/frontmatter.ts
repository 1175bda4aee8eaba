/** What the engine needs of a note's properties. */
interface ReadProperties {
  /** Where the body starts. */
  readonly end: number;
  readonly aliases: readonly string[];
  readonly tags: readonly string[];
  /** The `type` property in small letters, or ''. */
  readonly type: string;
  readonly drawing: boolean;
  /** Targets of `[[links]]` in property values, with sub-paths and labels still on. */
  readonly links: readonly string[];
}

const NONE: ReadProperties = { end: 0, aliases: [], tags: [], type: '', drawing: false, links: [] };
const LINK = /\[\[([^\]\n]{1,400})\]\]/g;
const LIST_KEYS: Readonly<Record<string, 'aliases' | 'tags'>> = { alias: 'aliases', aliases: 'aliases', title: 'aliases', tag: 'tags', tags: 'tags' };
const LONGEST = 64_000;

function unquoted(value: string): string {
  const trimmed = value.trim();
  const quoted = /^(["'])([\s\S]*)\1$/.exec(trimmed);
  return quoted?.[2] ?? trimmed;
}

function inlineList(value: string, splitsOnSpaces: boolean): string[] {
  const trimmed = value.trim();
  if (trimmed === '') return [];
  if (trimmed.startsWith('[') && trimmed.endsWith(']')) return trimmed.slice(1, -1).split(',').map(unquoted);
  return splitsOnSpaces ? trimmed.split(/[\s,]+/u).map(unquoted) : [unquoted(trimmed)];
}

/**
 * Reads the few properties that matter, line by line. A YAML parser would cost more than the rest of the note;
 * the layouts that Obsidian's property editor writes, and inline lists, are understood.
 */
export function readFrontmatter(text: string): ReadProperties {
  if (!text.startsWith('---') && !text.startsWith('\uFEFF')) return NONE;
  const opening = /^\uFEFF?---[ \t]*\r?\n/.exec(text.slice(0, 16));
  if (opening === null) return NONE;
  const start = opening[0].length;
  const closing = /^(?:---|\.\.\.)[ \t]*\r?$/m.exec(text.slice(start, start + LONGEST));
  if (closing === null) return NONE;
  const block = text.slice(start, start + closing.index);
  const lists = { aliases: [] as string[], tags: [] as string[] };
  let type = '';
  let key = '';
  for (const line of block.split(/\r?\n/)) {
    const pair = /^([^\s:#-][^:]*?)\s*:(?:\s+(.*))?$/.exec(line);
    const item = pair === null ? /^\s*-\s+(.*)$/.exec(line) : null;
    if (pair !== null) {
      key = (pair[1] as string).toLowerCase();
      const list = LIST_KEYS[key];
      if (list !== undefined) lists[list].push(...inlineList(pair[2] ?? '', list === 'tags'));
      if (key === 'type') type = unquoted(pair[2] ?? '').toLowerCase();
    } else if (item !== null) {
      const list = LIST_KEYS[key];
      if (list !== undefined) lists[list].push(unquoted(item[1] as string));
    }
  }
  return {
    end: start + closing.index + closing[0].length,
    aliases: lists.aliases.filter((alias) => alias !== ''),
    tags: lists.tags.map((tag) => tag.replace(/^#/, '').toLowerCase()).filter((tag) => tag !== ''),
    type,
    drawing: block.includes('excalidraw') && /^excalidraw-plugin\s*:/m.test(block),
    links: block.includes('[[') ? Array.from(block.matchAll(LINK), (match) => match[1] as string) : [],
  };
}
