import type { Plugin } from 'obsidian';

/** Asks whether a plugin has been switched off since; what is registered on it then would never be undone. */
export function endOf(plugin: Plugin): () => boolean {
  let isGone = false;
  plugin.register(() => {
    isGone = true;
  });
  return () => isGone;
}

/** Runs a task once the layout is ready, at once when it is; not at all when the plugin is gone by then. */
export function whenReady(plugin: Plugin, task: () => void): void {
  const isGone = endOf(plugin);
  plugin.app.workspace.onLayoutReady(() => {
    if (!isGone()) task();
  });
}
