import { lazily } from '../../base';
import { folderOf, type NoteStore } from '../../note';

/** What a filter can choose from: folders, and values of the property `type`; sorted. */
export interface FilterLists {
  readonly folders: readonly string[];
  readonly types: readonly string[];
}

const byName = lazily(() => new Intl.Collator());

/** Looks through the vault for folders and types, without what is excluded. `breathe` is awaited between notes, so that nothing else has to wait. */
export async function filterListsOf(notes: Pick<NoteStore, 'list' | 'properties'>, isExcluded: (path: string) => boolean, breathe: () => Promise<void>): Promise<FilterLists> {
  const folders = new Set<string>();
  const types = new Set<string>();
  for (const { path } of notes.list()) {
    await breathe();
    if (isExcluded(path)) continue;
    for (let at = folderOf(path); at !== '' && !folders.has(at); at = folderOf(at)) folders.add(at);
    const value = notes.properties(path)['type'];
    if (typeof value === 'string' && value.trim() !== '') types.add(value.trim().toLowerCase());
  }
  return { folders: [...folders].sort(byName().compare), types: [...types].sort(byName().compare) };
}
