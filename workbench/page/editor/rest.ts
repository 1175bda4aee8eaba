import { StateField, type Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';

/** True from opening a note until the cursor is first moved or something is typed: the whole note is shown as it looks. */
export const atRest = StateField.define<boolean>({
	create: () => true,
	update: (value, tr) => value && !tr.docChanged && tr.selection === undefined,
});

export const restExtension: Extension = [
	atRest,
	EditorView.editorAttributes.compute([atRest], (state): Record<string, string> => (state.field(atRest) ? { class: 'is-at-rest' } : {})),
];
