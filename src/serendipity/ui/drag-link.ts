import type { App, TFile } from 'obsidian';

/** Obsidian's own drag and drop, which has no public interface: used where it is there and looks as expected. */
interface DragManager {
  dragFile(event: DragEvent, file: TFile): unknown;
  onDragStart(event: DragEvent, dragged: unknown): void;
}

/** Lets a link be dragged into an editor: as Obsidian drags files where that works, and as plain text everywhere else. */
export function dragLink(app: App, event: DragEvent, path: string, link: string): void {
  event.dataTransfer?.setData('text/plain', link);
  if (event.dataTransfer !== null) event.dataTransfer.effectAllowed = 'copyLink';
  const { dragManager } = app as App & { dragManager?: Partial<DragManager> };
  const file = app.vault.getFileByPath(path);
  if (file === null || typeof dragManager?.dragFile !== 'function' || typeof dragManager.onDragStart !== 'function') return;
  dragManager.onDragStart(event, dragManager.dragFile(event, file));
}
