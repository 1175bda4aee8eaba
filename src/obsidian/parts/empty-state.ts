import { setIcon } from 'obsidian';

/** What an empty list says: what it is for, what to do next, and the button for it. */
export interface EmptyState {
  readonly icon: string;
  readonly text: string;
  readonly action?: { readonly label: string; readonly run: () => void };
}

/** Draws an empty state into a container. */
export function showEmptyState(container: HTMLElement, { icon, text, action }: EmptyState): void {
  const box = container.createDiv({ cls: 'sss-empty' });
  setIcon(box.createDiv({ cls: 'sss-empty-icon', attr: { 'aria-hidden': 'true' } }), icon);
  box.createEl('p', { text });
  if (action === undefined) return;
  const button = box.createEl('button', { text: action.label, cls: 'mod-cta', attr: { type: 'button' } });
  button.addEventListener('click', action.run);
}
