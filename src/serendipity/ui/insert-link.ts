import { MarkdownView, type App } from 'obsidian';
import type { NoteStore } from '../../note';
import { linkAtPlace, placeOfLink } from '..';

/** The editor in which a note is open for writing, the one used last first; undefined when there is none. */
export function editorOf(app: App, path: string): MarkdownView | undefined {
  const views: MarkdownView[] = [];
  const recent = app.workspace.getMostRecentLeaf()?.view;
  if (recent instanceof MarkdownView) views.push(recent);
  app.workspace.iterateAllLeaves(({ view }) => {
    if (view instanceof MarkdownView) views.push(view);
  });
  return views.find((view) => view.file?.path === path && view.getMode() === 'source');
}

/**
 * Puts a link to `target` at the cursor of a note that is open for writing, or as near to it as leaves everything else
 * what it is (`placeOfLink`); selected words become its label. False when it is not open for writing.
 */
export function insertLink(app: App, notes: NoteStore, into: string, target: string): boolean {
  const editor = editorOf(app, into)?.editor;
  if (editor === undefined) return false;
  const [from, to] = [editor.posToOffset(editor.getCursor('from')), editor.posToOffset(editor.getCursor('to'))];
  const place = placeOfLink(editor.getValue(), { from, to });
  const written = linkAtPlace(notes.linkTo(target, into, place.label), place);
  editor.replaceRange(written, editor.offsetToPos(place.from), editor.offsetToPos(place.to));
  const cursor = editor.offsetToPos(place.from + written.length - place.behind.length);
  editor.setCursor(cursor);
  editor.scrollIntoView({ from: cursor, to: cursor });
  return true;
}
