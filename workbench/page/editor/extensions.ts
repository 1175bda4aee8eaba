import { closeBrackets, closeBracketsKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { search, searchKeymap } from '@codemirror/search';
import { EditorState, Prec, type Extension } from '@codemirror/state';
import { drawSelection, dropCursor, EditorView, keymap } from '@codemirror/view';
import type { MarkdownView } from './markdown-view';
import { editorEditorField, editorInfoField, editorLivePreviewField, livePreviewState, provideInfo } from './fields';
import { livePreview } from './live-preview';
import { renderedBlocks } from './rendered-blocks';
import { restExtension } from './rest';
import { markdownSyntax } from './syntax';

/** The internal link at a place of the screen, if there is one. */
function linkAt(event: MouseEvent): string | null {
	const target = event.target instanceof Element ? event.target.closest<HTMLElement>('.cm-hmd-internal-link') : null;
	return target?.dataset['link'] ?? null;
}

/** Mouse and clipboard events of the text, as Obsidian tells them to plugins. */
function handlers(view: MarkdownView): Extension {
	const { workspace } = view.app;
	return EditorView.domEventHandlers({
		contextmenu: (event) => view.showEditorMenu(event),
		mousedown(event) {
			const link = linkAt(event);
			const follows = link !== null && view.livePreviewOn && (event.button === 0 || event.button === 1) && !event.shiftKey && !event.altKey;
			if (!follows) return false;
			event.preventDefault();
			void workspace.openLinkText(link, view.file?.path ?? '', event.ctrlKey || event.metaKey || event.button === 1);
			return true;
		},
		mouseover(event) {
			const linktext = linkAt(event);
			if (linktext === null || !(event.target instanceof HTMLElement)) return false;
			workspace.trigger('hover-link', { event, source: 'editor', hoverParent: view, targetEl: event.target, linktext, sourcePath: view.file?.path ?? '' });
			return false;
		},
		paste(event) {
			workspace.trigger('editor-paste', event, view.editor, view);
			return event.defaultPrevented;
		},
		drop(event) {
			workspace.trigger('editor-drop', event, view.editor, view);
			return event.defaultPrevented;
		},
	});
}

/** Everything that a note's editor is made of, without what plugins add. */
export function baseExtensions(view: MarkdownView): Extension {
	return [
		provideInfo(view),
		editorInfoField,
		editorEditorField,
		editorLivePreviewField,
		livePreviewState,
		history(),
		drawSelection(),
		dropCursor(),
		EditorState.allowMultipleSelections.of(true),
		// Lines end as the note has them on the disk; nothing is rewritten by opening a note.
		EditorState.lineSeparator.of('\n'),
		EditorView.lineWrapping,
		search({ top: true }),
		closeBrackets(),
		Prec.low(keymap.of([...closeBracketsKeymap, ...defaultKeymap, ...historyKeymap, ...searchKeymap, indentWithTab])),
		markdownSyntax(),
		restExtension,
		livePreview,
		renderedBlocks,
		handlers(view),
		EditorView.contentAttributes.of({ spellcheck: 'false', autocapitalize: 'on' }),
		EditorView.updateListener.of((update) => view.onEditorUpdate(update)),
	];
}
