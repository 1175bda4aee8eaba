/** Tells whether a note is excluded from the index: neither read nor shown. */
export type Exclusion = (path: string) => boolean;

/**
 * Notes in `folders` (paths without a slash at their end), and notes that Obsidian's "Excluded files" name in `ignored`:
 * `/…/` is a regular expression, anything else the start of a path. Letters' case does not matter in either.
 */
export function exclusionOf(folders: readonly string[], ignored: readonly string[]): Exclusion {
  const starts = [...folders.map(asFolderStart), ...ignored.filter((filter) => !isPattern(filter)).map((filter) => filter.toLowerCase())].filter((start) => start !== '');
  const patterns = ignored.filter(isPattern).map(asPattern);
  if (starts.length + patterns.length === 0) return () => false;
  return (path) => {
    const lower = path.toLowerCase();
    return starts.some((start) => lower.startsWith(start)) || patterns.some((pattern) => pattern.test(path));
  };
}

function asFolderStart(folder: string): string {
  const trimmed = folder.trim().replace(/^\/+|\/+$/g, '');
  return trimmed === '' ? '' : `${trimmed.toLowerCase()}/`;
}

function isPattern(filter: string): boolean {
  return filter.length > 2 && filter.startsWith('/') && filter.endsWith('/');
}

// A pattern that cannot be read excludes nothing in Obsidian either.
function asPattern(filter: string): RegExp {
  try {
    return new RegExp(filter.slice(1, -1), 'i');
  } catch {
    return /(?!)/;
  }
}
