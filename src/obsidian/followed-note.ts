import type { App } from 'obsidian';

/** Where the note that is at `path` now will be whenever that is asked: under its new name once it was renamed or moved. */
export function followedNote(path: string, app: App): () => string {
  const file = app.vault.getFileByPath(path);
  return () => file?.path ?? path;
}
