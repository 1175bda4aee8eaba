const BACKSLASH = 92;
const LAST_ASCII = 126;
const CAPITAL_A = 65, CAPITAL_Z = 90;

/** Whether a text has only small letters, digits and signs of ASCII that a key keeps: most links do, and nothing need be made of them. */
function isPlain(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit > LAST_ASCII || unit === BACKSLASH || (unit >= CAPITAL_A && unit <= CAPITAL_Z)) return false;
  }
  return true;
}

/** How a link names its target, ready for comparing: small letters, NFC, without `.md`. */
export function linkKey(target: string): string {
  const key = isPlain(target) ? target : target.normalize('NFC').toLowerCase().replaceAll('\\', '/');
  return key.endsWith('.md') ? key.slice(0, -3) : key;
}

/** A copy that does not keep the note alive it was cut from (engines share the characters of long slices). */
export function detached(text: string): string {
  return text.length < 13 ? text : ` ${text}`.slice(1);
}

/** The last part of a path or link. */
export function lastPart(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The folder of a path; '' is the vault's root. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '' : path.slice(0, slash);
}

/** A link that says where it starts (`./`, `../`, `/`) as a path from the root; undefined for all other links. */
export function anchoredKey(link: string, folder: string): string | undefined {
  if (link.startsWith('/')) return link.slice(1);
  if (!link.startsWith('./') && !link.startsWith('../')) return undefined;
  const parts = folder === '' ? [] : folder.split('/');
  for (const part of link.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}

/**
 * Which of two notes of one name a link means, by Obsidian's rule for shortest paths: the exact path, then notes below the
 * folder of the note that links, then the shorter path, then the alphabet. Keys as `linkKey` makes them.
 */
export function nearer(a: string, b: string, link: string, folder: string): boolean {
  if (a === link || b === link) return a === link;
  const inside = folder === '' ? '' : `${folder}/`;
  const aInside = a.startsWith(inside);
  if (aInside !== b.startsWith(inside)) return aInside;
  return a.length === b.length ? a < b : a.length < b.length;
}

/** Whether a link can mean the note with this key at all. */
export function fits(key: string, link: string, anchored: string | undefined): boolean {
  if (anchored !== undefined) return key === anchored;
  return key === link || (key.endsWith(link) && key.charCodeAt(key.length - link.length - 1) === 47);
}
