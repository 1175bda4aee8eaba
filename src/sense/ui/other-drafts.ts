import { words } from '../../words';
import type { OtherDraft } from './take-drafts';

/** What can be done with a draft beside the one that is shown. */
interface OtherDraftHooks {
  /** Puts its words below what stands there; false when they could not be kept there. */
  add(other: OtherDraft): boolean;
  throwAway(other: OtherDraft): void;
}

/** Draws the drafts beside the one that is shown, each in a part that opens, to be read whole before anything becomes of it. */
export function drawOtherDrafts(container: HTMLElement, others: readonly OtherDraft[], hooks: OtherDraftHooks): void {
  for (const other of others) {
    const box = container.createEl('details', { cls: 'sss-past sss-other-draft' });
    box.createEl('summary', { text: words.sense.otherDraft(other.quoted) });
    box.createEl('p', { cls: 'sss-past-text', text: other.draft.text, attr: { dir: 'auto' } });
    const row = box.createDiv({ cls: 'sss-other-draft-row' });
    const button = (text: string, run: () => void): void => row.createEl('button', { text, attr: { type: 'button' } }).addEventListener('click', run);
    button(words.sense.addDraft, () => {
      if (hooks.add(other)) box.remove();
    });
    button(words.sense.throwDraftAway, () => {
      hooks.throwAway(other);
      box.remove();
    });
  }
}
