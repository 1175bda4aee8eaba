import { SuggestModal, type App } from 'obsidian';
import { words } from '../../words';
import type { LedgerLine } from '..';
import { shareShown } from './share-shown';

/** Lets the user choose one of a note's shares. */
export class ChooseShareModal extends SuggestModal<LedgerLine> {
  constructor(app: App, private readonly lines: readonly LedgerLine[], private readonly choose: (line: LedgerLine) => void) {
    super(app);
    this.modalEl.setAttr('aria-label', words.share.chooseShare);
    this.setPlaceholder(words.share.chooseShare);
  }

  override getSuggestions(typed: string): LedgerLine[] {
    const wanted = typed.trim().toLocaleLowerCase();
    return this.lines.filter(({ entry }) => shareShown(entry).toLocaleLowerCase().includes(wanted));
  }

  override renderSuggestion({ entry }: LedgerLine, element: HTMLElement): void {
    element.setText(shareShown(entry));
  }

  override onChooseSuggestion(line: LedgerLine): void {
    this.choose(line);
  }
}
