import { Menu } from '../ui/menu';
import type { MarkdownView } from './markdown-view';

function wrap(view: MarkdownView, mark: string): void {
	const { editor } = view;
	const selected = editor.getSelection();
	const wrapped = selected.startsWith(mark) && selected.endsWith(mark) && selected.length >= mark.length * 2;
	editor.replaceSelection(wrapped ? selected.slice(mark.length, -mark.length) : mark + selected + mark);
}

/** What the workbench itself offers on a right click in a note; plugins add theirs. */
export function fillEditorMenu(view: MarkdownView): Menu {
	const { editor } = view;
	const menu = new Menu();
	const add = (section: string, title: string, icon: string, run: () => unknown): void => {
		menu.addItem((item) => item.setSection(section).setTitle(title).setIcon(icon).onClick(run));
	};
	menu.addSections(['open', 'selection-link', 'selection', 'clipboard', 'action', 'view', '']);
	if (editor.somethingSelected()) {
		add('selection-link', 'Add link', 'bracket-link', () => editor.replaceSelection(`[[${editor.getSelection()}]]`));
		add('selection', 'Bold', 'bold', () => wrap(view, '**'));
		add('selection', 'Italic', 'italic', () => wrap(view, '*'));
		add('selection', 'Highlight', 'highlighter', () => wrap(view, '=='));
		add('clipboard', 'Cut', 'scissors', async () => {
			await navigator.clipboard.writeText(editor.getSelection());
			editor.replaceSelection('');
		});
		add('clipboard', 'Copy', 'copy', () => navigator.clipboard.writeText(editor.getSelection()));
	}
	add('clipboard', 'Paste', 'clipboard-type', async () => editor.replaceSelection(await navigator.clipboard.readText()));
	add('clipboard', 'Select all', 'box-select', () => editor.setSelection({ line: 0, ch: 0 }, editor.offsetToPos(editor.getValue().length)));
	return menu;
}
