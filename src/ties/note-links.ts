/** Links of a line, and code, in which there are none: `` `code` ``, `[[target#subpath|label]]`, `[label](address)`. */
export const LINK = /`[^`\n]*`|(!?)\[\[([^\]|#^[\n]+)(#[^\]|\n]*)?(\|[^\]\n]*)?\]\]|(!?\[(?:\\.|[^\\\]\n])*\]\()(<[^>\n]*>|[^()\s]*)(\))/g;

/** Where a Markdown link leads: the note as it is written, and what stands behind its `#`; the note is empty where it leads out of the vault. */
export function markdownTarget(address: string): { readonly note: string; readonly rest: readonly string[] } {
  const [place = '', ...rest] = decoded(address.replace(/^<|>$/g, '')).split('#');
  return { note: /^[a-z][a-z0-9+.-]*:/i.test(place) ? '' : place.replace(/\.md$/i, ''), rest };
}

/** Tells of any line whether one of its links leads to the note at `path`: by its name, or by as much of its path as is written. */
export function linksTo(path: string): (line: string) => boolean {
  const note = `/${withoutEnding(path)}`;
  return (line) => {
    if (!line.includes('[')) return false;
    for (const [, , target, , , , address] of line.matchAll(LINK)) {
      const written = target ?? (address === undefined ? '' : markdownTarget(address).note);
      if (written !== '' && note.endsWith(`/${withoutEnding(written.trim().replace(/^(?:\.{0,2}\/)+/, ''))}`)) return true;
    }
    return false;
  };
}

function withoutEnding(path: string): string {
  return path.replace(/\.md$/i, '').normalize('NFC').toLowerCase();
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    // Not encoded at all: a name may hold a percent sign.
    return address;
  }
}
