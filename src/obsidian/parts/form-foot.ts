import type { Modal } from 'obsidian';
import type { KeptForm } from './keep-typed';

/** The end of a form in a modal, once it is drawn. */
export interface FormFoot {
  /** Does what the form is for; once at a time. */
  submit(): Promise<void>;
  /** Shows a sentence above the buttons. */
  tell(sentence: string): void;
}

/** What the end of a form says. */
interface FormFootTexts {
  readonly submit: string;
  readonly cancel: string;
  /** Said first, when something that was left in the form is back. */
  readonly restored?: string;
}

/**
 * Ends a form in a modal: the place for a sentence about what is wrong, the two buttons, and Mod+Enter. `save` gives back a
 * sentence when it cannot; otherwise the modal closes, and what was `kept` of the form is forgotten.
 */
export function drawFormFoot(modal: Modal, texts: FormFootTexts, save: () => Promise<string | undefined>, kept?: KeptForm): FormFoot {
  const problem = modal.contentEl.createDiv({ cls: 'sss-problem', attr: { role: 'alert' } });
  const row = modal.contentEl.createDiv({ cls: 'modal-button-container' });
  let isSaving = false;
  const submit = async (): Promise<void> => {
    if (isSaving) return;
    isSaving = true;
    const sentence = await save().finally(() => (isSaving = false));
    if (sentence !== undefined) return problem.setText(sentence);
    kept?.forget();
    modal.close();
  };
  if (kept?.isRestored === true) problem.setText(texts.restored ?? '');
  row.createEl('button', { text: texts.submit, cls: 'mod-cta', attr: { type: 'button' } }).addEventListener('click', () => void submit());
  row.createEl('button', { text: texts.cancel, attr: { type: 'button' } }).addEventListener('click', () => modal.close());
  modal.scope.register(['Mod'], 'Enter', () => {
    void submit();
    return false;
  });
  return { submit, tell: (sentence) => problem.setText(sentence) };
}
