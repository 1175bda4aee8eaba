import { FuzzySuggestModal, type App } from 'obsidian';
import type { NoteRef } from '../../note';
import { words } from '../../words';

/** Lets the user choose the note that they miss among the links. */
export class MissedNoteModal extends FuzzySuggestModal<NoteRef> {
  constructor(
    app: App,
    private readonly notes: readonly NoteRef[],
    private readonly choose: (path: string) => void,
  ) {
    super(app);
    this.setPlaceholder(words.serendipity.whyPlaceholder);
    this.emptyStateText = words.serendipity.whyNoNote;
  }

  override getItems(): NoteRef[] {
    return [...this.notes];
  }

  override getItemText({ path }: NoteRef): string {
    return path.replace(/\.md$/i, '');
  }

  override onChooseItem({ path }: NoteRef): void {
    this.choose(path);
  }
}
