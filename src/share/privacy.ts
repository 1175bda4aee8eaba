import { readWebAddress } from '../base';
import { folderOf, listProperty, nameOf, type NoteStore, type PropertyNames } from '../note';
import { words } from '../words';
import type { Privacy } from './redaction';
import { sayPrivate, saysPrivate } from './says-private';
import type { ShareSettings } from './settings';

/** What may not leave, asked of any note of the vault: the one answer for planning, for links and for lists. */
export interface NotePrivacy {
  /** Whether the note at a path is private itself. */
  isPrivate(path: string): boolean;
  /** The privacy of the links in the note at a path. */
  within(path: string): Privacy;
}

// Where writers keep the address of what they published.
const ADDRESS_PROPERTIES = ['permalink', 'url'];

/** The privacy of a vault, by its settings. `texts` are notes (by path) that were just read: what the app's cache does not know yet counts. */
export function vaultPrivacy(notes: NoteStore, settings: ShareSettings, names: PropertyNames, texts: Readonly<Record<string, string>> = {}): NotePrivacy {
  return {
    isPrivate: (path) => isPrivateNote(path, notes, settings, names, texts[path]),
    within: (path) => privacyIn(path, notes, settings, names, texts),
  };
}

/**
 * Whether a note is private: by its folder, its tag, or a property `private: true`, as the app's cache knows them or as
 * its text says. The text is the one that was just read, else what stands in an open editor.
 */
export function isPrivateNote(path: string, notes: NoteStore, settings: ShareSettings, names: PropertyNames, text?: string): boolean {
  const inFolder = settings.privateFolders
    .map((folder) => folder.replace(/^\/+|\/+$/g, '').toLowerCase())
    .some((folder) => folder !== '' && `${path.toLowerCase()}/`.startsWith(`${folder}/`));
  if (inFolder || (settings.privateTag !== '' && notes.hasTag(path, settings.privateTag)) || sayPrivate(notes.properties(path), names)) return true;
  const written = text ?? notes.typed(path);
  return written !== undefined && saysPrivate(written, settings, names);
}

/** The privacy of the links in one note; `texts` as in `vaultPrivacy`. A link to a note that does not exist yet tells no secret but its own words. */
export function privacyIn(path: string, notes: NoteStore, settings: ShareSettings, names: PropertyNames, texts: Readonly<Record<string, string>> = {}): Privacy {
  return {
    placeholder: words.share.privatePlaceholder,
    isPrivate(target) {
      const resolved = notes.resolve(target, path);
      const candidate = resolved ?? `${target}.md`;
      return isPrivateNote(candidate, notes, settings, names, texts[candidate]);
    },
    publicAddress(target) {
      const resolved = notes.resolve(target, path);
      return resolved === undefined ? undefined : publicAddressOf(resolved, notes, settings);
    },
  };
}

/** Where a note can be read by others: what its property says, else where the published folder is; undefined when neither does. */
function publicAddressOf(path: string, notes: NoteStore, settings: ShareSettings): string | undefined {
  const properties = notes.properties(path);
  const base = baseOf(settings.publicBase);
  for (const name of ADDRESS_PROPERTIES) {
    const [written] = listProperty(properties, name);
    if (written === undefined) continue;
    if (readWebAddress(written) !== undefined) return written;
    if (name === 'permalink' && base !== undefined) return `${base}${encoded(written.replace(/^\/+/, ''))}`;
  }
  const folder = settings.publicFolder.replace(/^\/+|\/+$/g, '');
  if (base === undefined || folder === '' || !path.toLowerCase().startsWith(`${folder.toLowerCase()}/`)) return undefined;
  const inside = folderOf(path).slice(folder.length).replace(/^\//, '');
  return `${base}${encoded([inside, nameOf(path)].filter((part) => part !== '').join('/'))}`;
}

function baseOf(typed: string): string | undefined {
  const base = typed.trim();
  if (readWebAddress(base) === undefined) return undefined;
  return base.endsWith('/') ? base : `${base}/`;
}

function encoded(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}
