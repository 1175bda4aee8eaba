import { Facet, StateEffect, StateField } from '@codemirror/state';
import { type EditorView, ViewPlugin } from '@codemirror/view';
import type { App } from '../app';
import type { TFile } from '../vault/files';
import type { HoverPopover } from '../ui/hover-popover';
import type { Editor } from './editor';

/** What an extension can learn about the note that it runs in. */
export interface MarkdownFileInfo {
	app: App;
	file: TFile | null;
	editor?: Editor;
	hoverPopover: HoverPopover | null;
}

const infoFacet = Facet.define<MarkdownFileInfo, MarkdownFileInfo | null>({ combine: (values) => values[0] ?? null });

/** Hands the view to the fields below. */
export function provideInfo(info: MarkdownFileInfo) {
	return infoFacet.of(info);
}

function needInfo(info: MarkdownFileInfo | null): MarkdownFileInfo {
	if (!info) throw new Error('This editor belongs to no Markdown view.');
	return info;
}

export const editorInfoField = StateField.define<MarkdownFileInfo>({
	create: (state) => needInfo(state.facet(infoFacet)),
	update: (value) => value,
});

export const editorViewField = editorInfoField;

const setEditor = StateEffect.define<EditorView>();

export const editorEditorField = StateField.define<EditorView>({
	// Filled by `announceEditor` before any extension of a plugin can ask.
	create: () => null as unknown as EditorView,
	update: (value, tr) => tr.effects.reduce((view, effect) => (effect.is(setEditor) ? effect.value : view), value),
});

/** Tells the field which view it is in. */
export function announceEditor(view: EditorView): void {
	view.dispatch({ effects: setEditor.of(view) });
}

export const setLivePreview = StateEffect.define<boolean>();

export const editorLivePreviewField = StateField.define<boolean>({
	create: () => true,
	update: (value, tr) => tr.effects.reduce((on, effect) => (effect.is(setLivePreview) ? effect.value : on), value),
});

class LivePreviewState {
	mousedown = false;
}

export const livePreviewState = ViewPlugin.fromClass(LivePreviewState, {
	eventHandlers: {
		mousedown() {
			this.mousedown = true;
		},
		mouseup() {
			this.mousedown = false;
		},
	},
});
