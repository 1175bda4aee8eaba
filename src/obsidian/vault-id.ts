import { FileSystemAdapter, type App } from 'obsidian';

/** What tells this vault from the others on this device: Obsidian's own id for it, or else its place or name. */
export function vaultIdOf(app: App): string {
  const { appId } = app as App & { appId?: unknown };
  if (typeof appId === 'string' && appId !== '') return appId;
  const { adapter } = app.vault;
  return adapter instanceof FileSystemAdapter ? adapter.getBasePath() : app.vault.getName();
}
