import type { App } from 'obsidian';

/** Shows the view of a type: where it is open already, otherwise in a new tab. */
export async function showView({ workspace }: App, type: string): Promise<void> {
  const leaf = workspace.getLeavesOfType(type)[0] ?? workspace.getLeaf('tab');
  await leaf.setViewState({ type, active: true });
  await workspace.revealLeaf(leaf);
}
