import { MarkdownView, type App } from 'obsidian';
import type { NoteStore } from '../../note';

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
 * Puts a link to `target` at the cursor of a note that is open for writing; selected words become its label. False when it
 * is not open for writing.
 */
export function insertLink(app: App, notes: NoteStore, into: string, target: string): boolean {
  const editor = editorOf(app, into)?.editor;
  if (editor === undefined) return false;
  const selected = editor.getSelection();
  const isLabel = selected.trim() !== '' && !/[\n[\]|]/.test(selected);
  const link = notes.linkTo(target, into, isLabel ? selected.trim() : undefined);
  if (selected !== '' && !isLabel) editor.setCursor(editor.getCursor('to'));
  const before = editor.getRange({ line: editor.getCursor('from').line, ch: 0 }, editor.getCursor('from'));
  editor.replaceSelection(isLabel || !/[\p{L}\p{N}\].,;:!?)]$/u.test(before) ? link : ` ${link}`);
  return true;
}
