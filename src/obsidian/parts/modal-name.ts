import type { Modal } from 'obsidian';

let count = 0;

/** Makes a window's title its name, so that a screen reader says which window has opened. */
export function nameModal({ modalEl, titleEl }: Modal): void {
  titleEl.id ||= `sss-modal-title-${(count += 1)}`;
  modalEl.setAttrs({ role: 'dialog', 'aria-labelledby': titleEl.id });
}
