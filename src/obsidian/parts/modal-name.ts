import type { Modal, SuggestModal } from 'obsidian';

let count = 0;

/** Makes a window's title its name, so that a screen reader says which window has opened. */
export function nameModal({ modalEl, titleEl }: Modal): void {
  titleEl.id ||= `sss-modal-title-${(count += 1)}`;
  modalEl.setAttrs({ role: 'dialog', 'aria-labelledby': titleEl.id });
}

/** Names a list to choose from: a screen reader says which window has opened, and what its field is for. */
export function nameChooser<T>(chooser: SuggestModal<T>, name: string, placeholder = name): void {
  chooser.setPlaceholder(placeholder);
  chooser.modalEl.setAttrs({ role: 'dialog', 'aria-label': name });
  chooser.inputEl.setAttr('aria-label', placeholder);
}
