import { TFile, type App, type Plugin } from 'obsidian';
import type { NoteEvent } from '../note';

/** Tells of every change of a Markdown note, once its properties are known; ends with the plugin. */
export function followNotes(app: App, plugin: Plugin, tell: (event: NoteEvent) => void): void {
  const refOf = ({ path, stat }: TFile): { path: string; ctime: number; mtime: number; size: number } => ({ path, ctime: stat.ctime, mtime: stat.mtime, size: stat.size });
  const isNote = (file: unknown): file is TFile => file instanceof TFile && file.extension === 'md';
  plugin.registerEvent(app.metadataCache.on('changed', (file) => {
    if (isNote(file)) tell({ kind: 'changed', note: refOf(file) });
  }));
  plugin.registerEvent(app.vault.on('delete', (file) => {
    if (isNote(file)) tell({ kind: 'removed', path: file.path });
  }));
  plugin.registerEvent(app.vault.on('rename', (file, from) => {
    if (isNote(file)) tell({ kind: 'renamed', note: refOf(file), from });
    else if (file instanceof TFile && from.endsWith('.md')) tell({ kind: 'removed', path: from });
  }));
}
