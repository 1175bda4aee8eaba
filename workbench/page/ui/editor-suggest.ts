import type { EditorPosition, EditorSuggestTriggerInfo } from 'obsidian';
import type { App } from '../app';
import type { Editor } from '../editor/editor';
import type { TFile } from '../vault/files';
import { PopoverSuggest } from './popover-suggest';

interface EditorSuggestContext extends EditorSuggestTriggerInfo {
	editor: Editor;
	file: TFile;
}

/** Suggestions while a person types in a note. */
export abstract class EditorSuggest<T> extends PopoverSuggest<T> {
	context: EditorSuggestContext | null = null;
	limit = 100;
	#asked = 0;

	constructor(app: App) {
		super(app);
	}

	override close(): void {
		super.close();
		this.context = null;
		// An answer that is still on its way comes too late.
		this.#asked += 1;
	}

	/** Asks this suggester after a change; true when it has taken over. */
	trigger(editor: Editor, file: TFile | null): boolean {
		const found = file ? this.onTrigger(editor.getCursor(), editor, file) : null;
		if (!found || !file) {
			this.close();
			return false;
		}
		const context = { ...found, editor, file };
		const ask = (this.#asked += 1);
		this.context = context;
		void Promise.resolve(this.getSuggestions(context)).then(
			(values) => ask === this.#asked && this.#showAt(context, values),
			(error: unknown) => console.error('The suggestions of the editor failed.', error),
		);
		return true;
	}

	abstract onTrigger(cursor: EditorPosition, editor: Editor, file: TFile | null): EditorSuggestTriggerInfo | null;
	abstract getSuggestions(context: EditorSuggestContext): T[] | Promise<T[]>;

	#showAt(context: EditorSuggestContext, values: readonly T[]): void {
		const box = context.editor.cm.coordsAtPos(context.editor.posToOffset(context.start));
		if (!box) return;
		this.showSuggestions(values, this.limit, box);
		this.context = this.isOpen ? context : null;
	}
}
