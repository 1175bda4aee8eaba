/** A link to a note: `[[target#subpath|label]]`. */
interface NoteLink {
  /** The note's name or path, as written. */
  readonly target: string;
  /** `#heading` or `#^block`, with its `#`; empty when the whole note is meant. */
  readonly subpath: string;
  readonly label?: string;
}

const WIKILINK = /^\[\[([^\]|#^[]+)(#[^\]|]*)?(?:\|([^\]]*))?\]\]$/;

/** Reads a text that is one wikilink and nothing else; undefined for anything else. */
export function readWikilink(text: string): NoteLink | undefined {
  const match = WIKILINK.exec(text.trim());
  if (match?.[1] === undefined) return undefined;
  const link = { target: match[1].trim(), subpath: match[2] ?? '' };
  return match[3] === undefined ? link : { ...link, label: match[3].trim() };
}

/** Writes a wikilink. Characters that would end it early cannot stand in a note's name, so they are dropped from labels only. */
export function wikilink(target: string, label?: string): string {
  const shown = label?.replace(/[[\]|\n]/g, ' ').trim();
  return shown === undefined || shown === '' || shown === target ? `[[${target}]]` : `[[${target}|${shown}]]`;
}

/** The name under which a note is shown: its file's name without folder and `.md`. */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.md$/i, '');
}

/** The folder of a path; empty for the vault's root. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '' : path.slice(0, slash);
}

/** What a property that may hold wikilinks shows to a reader: their labels, the notes' names, the text as it is. */
export function shownName(value: string): string {
  const link = readWikilink(value);
  if (link !== undefined) return link.label ?? nameOf(link.target);
  return value.replace(/\[\[[^[\]\n]+\]\]/g, (written) => (written.length === value.length ? written : shownName(written)));
}
