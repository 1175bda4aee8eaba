/** Links of a line, and code, in which there are none: `` `code` ``, `[[target#subpath|label]]`, `[label](address)`. */
export const LINK = /`[^`\n]*`|(!?)\[\[([^\]|#^[\n]+)(#[^\]|\n]*)?(\|[^\]\n]*)?\]\]|(!?\[(?:\\.|[^\\\]\n])*\]\()(<[^>\n]*>|[^()\s]*)(\))/g;

/** Where a Markdown link leads: the note as it is written, and what stands behind its `#`; the note is empty where it leads out of the vault. */
export function markdownTarget(address: string): { readonly note: string; readonly rest: readonly string[] } {
  const [place = '', ...rest] = decoded(address.replace(/^<|>$/g, '')).split('#');
  return { note: /^[a-z][a-z0-9+.-]*:/i.test(place) ? '' : place.replace(/\.md$/i, ''), rest };
}

/** The note that a link's target, as written in the note `from`, leads to; undefined where that is not known. */
export type ResolvesLink = (target: string, from: string) => string | undefined;

/**
 * Tells of any line of a note `from` whether one of its links leads to the note at `path`: by its name, or by as much of
 * its path as is written. Of several notes with that name it is the one that `resolve` knows of.
 */
export function linksTo(path: string, resolve: ResolvesLink = () => undefined): (line: string, from: string) => boolean {
  const note = `/${withoutEnding(path)}`;
  return (line, from) => {
    if (!line.includes('[')) return false;
    for (const [, , target, , , , address] of line.matchAll(LINK)) {
      const written = (target ?? (address === undefined ? '' : markdownTarget(address).note)).trim();
      // The name first: asking the vault about every link of every person would take long.
      if (written !== '' && note.endsWith(`/${withoutEnding(written.replace(/^(?:\.{0,2}\/)+/, ''))}`) && (resolve(written, from) ?? path) === path) return true;
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
