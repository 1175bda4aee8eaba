import { MarkdownView, type App, type TFile } from 'obsidian';

/**
 * The view of the note that the user works with: the active one, or the one that shows the active file while the focus is
 * elsewhere, as in the sidebar. Undefined when that file is no note, or stands in no view.
 */
export function viewOfNote({ workspace }: App): MarkdownView | undefined {
  const active = workspace.getActiveViewOfType(MarkdownView);
  if (active !== null) return active;
  const file = workspace.getActiveFile();
  if (file === null) return undefined;
  const leaves = [workspace.getMostRecentLeaf(), ...workspace.getLeavesOfType('markdown')];
  return leaves.map((leaf) => leaf?.view).find((view): view is MarkdownView => view instanceof MarkdownView && view.file?.path === file.path);
}

/** The note that the user works with; undefined when the active file is none. */
export function noteInView(app: App): TFile | undefined {
  const file = viewOfNote(app)?.file ?? app.workspace.getActiveFile();
  return file?.extension === 'md' ? file : undefined;
}
