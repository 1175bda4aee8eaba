import type { EditorView } from '@codemirror/view';
import { Notice } from '../ui/notice';
import { folderOf, joinPath } from '../vault/paths';
import type { MarkdownView } from './markdown-view';

/** The note's name above its text; changing it renames the note. */
export function addInlineTitle(view: MarkdownView, cm: EditorView): { update(): void } {
	const el = createDiv({ cls: 'inline-title', attr: { contenteditable: 'plaintext-only', spellcheck: 'false', 'aria-label': 'Name of this note' } });
	el.removeAttribute('aria-label');
	cm.scrollDOM.prepend(el);
	const update = (): void => el.setText(view.file?.basename ?? '');
	const rename = async (): Promise<void> => {
		const { file } = view;
		const name = el.getText().replace(/\s+/gu, ' ').trim();
		if (!file || name === '' || name === file.basename) return update();
		try {
			await view.app.fileManager.renameFile(file, joinPath(folderOf(file.path), `${name}.${file.extension}`));
		} catch (error) {
			new Notice(error instanceof Error ? error.message : String(error));
			update();
		}
	};
	el.addEventListener('blur', () => void rename());
	el.addEventListener('keydown', (event) => {
		if (event.key !== 'Enter' && event.key !== 'ArrowDown') return;
		event.preventDefault();
		cm.focus();
	});
	return { update };
}
