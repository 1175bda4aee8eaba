import { SuggestModal, type App } from 'obsidian';
import type { NoteRef } from '../../note';
import { words } from '../../words';
import { notesNamed } from './notes-named';

/** Lets the user choose the note that they miss among the links. */
export class MissedNoteModal extends SuggestModal<NoteRef> {
  readonly #named: (typed: string) => NoteRef[];

  constructor(
    app: App,
    notes: readonly NoteRef[],
    private readonly choose: (path: string) => void,
  ) {
    super(app);
    this.#named = notesNamed(notes, this.limit);
    this.setPlaceholder(words.serendipity.whyPlaceholder);
    this.emptyStateText = words.serendipity.whyNoNote;
  }

  override getSuggestions(typed: string): NoteRef[] {
    return this.#named(typed);
  }

  override renderSuggestion({ path }: NoteRef, element: HTMLElement): void {
    element.setText(path.replace(/\.md$/i, ''));
  }

  override onChooseSuggestion({ path }: NoteRef): void {
    this.choose(path);
  }
}
