import { yesProperty, type NoteStore, type PropertyNames } from '../note';
import { words } from '../words';
import type { Privacy } from './redact';
import type { ShareSettings } from './settings';

/** Whether a note is private: by its folder, its tag, or a property `private: true`. */
export function isPrivateNote(path: string, notes: NoteStore, settings: ShareSettings, names: PropertyNames): boolean {
  const inFolder = settings.privateFolders
    .map((folder) => folder.replace(/^\/+|\/+$/g, '').toLowerCase())
    .some((folder) => folder !== '' && `${path.toLowerCase()}/`.startsWith(`${folder}/`));
  return inFolder || (settings.privateTag !== '' && notes.hasTag(path, settings.privateTag)) || yesProperty(notes.properties(path), names.private);
}

/** The privacy of the links in one note. A link to a note that does not exist yet tells no secret but its own words. */
export function privacyIn(path: string, notes: NoteStore, settings: ShareSettings, names: PropertyNames): Privacy {
  return {
    placeholder: words.share.privatePlaceholder,
    isPrivate(target) {
      const resolved = notes.resolve(target, path);
      const candidate = resolved ?? `${target}.md`;
      return isPrivateNote(candidate, notes, settings, names);
    },
  };
}
