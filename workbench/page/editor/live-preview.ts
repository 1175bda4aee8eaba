import { syntaxTree } from '@codemirror/language';
import type { EditorState, Range } from '@codemirror/state';
import { Decoration, EditorView, ViewPlugin, WidgetType, type DecorationSet, type ViewUpdate } from '@codemirror/view';
import type { SyntaxNodeRef } from '@lezer/common';
import { editorLivePreviewField } from './fields';
import { atRest } from './rest';

/** A `- [ ]` as a box that can be clicked. */
class TaskWidget extends WidgetType {
	constructor(private readonly mark: string) {
		super();
	}

	override eq(other: TaskWidget): boolean {
		return other.mark === this.mark;
	}

	toDOM(view: EditorView): HTMLElement {
		const box = createEl('input', { cls: 'task-list-item-checkbox', type: 'checkbox', attr: { 'data-task': this.mark } });
		box.checked = this.mark !== ' ';
		box.addEventListener('mousedown', (event) => {
			event.preventDefault();
			const at = view.posAtDOM(box);
			const line = view.state.doc.lineAt(at);
			const open = line.text.indexOf('[', at - line.from);
			view.dispatch({ changes: { from: line.from + open + 1, to: line.from + open + 2, insert: this.mark === ' ' ? 'x' : ' ' } });
		});
		return box;
	}

	override ignoreEvent(): boolean {
		return true;
	}
}

class BulletWidget extends WidgetType {
	override eq(): boolean {
		return true;
	}

	toDOM(): HTMLElement {
		return createSpan({ cls: 'list-bullet', text: '•' });
	}
}

const hidden = Decoration.replace({});
const MARKS = new Set(['HeaderMark', 'EmphasisMark', 'StrikethroughMark', 'CodeMark', 'LinkMark', 'QuoteMark']);

/** Whether the cursor or a selection touches the line(s) of a stretch. */
function isTouched(state: EditorState, from: number, to: number): boolean {
	if (state.field(atRest)) return false;
	const [start, end] = [state.doc.lineAt(from).from, state.doc.lineAt(to).to];
	return state.selection.ranges.some((range) => range.to >= start && range.from <= end);
}

function lineClass(node: SyntaxNodeRef): string | null {
	const heading = /^(?:ATX|Setext)Heading(\d)$/u.exec(node.name);
	if (heading) return `HyperMD-header HyperMD-header-${heading[1] ?? ''}`;
	if (node.name === 'Blockquote') return 'HyperMD-quote';
	if (node.name === 'FencedCode') return 'HyperMD-codeblock';
	return null;
}

/** The marks of one syntax node: hidden where the cursor is not, styled in any case. */
function decorateNode(state: EditorState, node: SyntaxNodeRef, live: boolean, found: Range<Decoration>[]): void {
	const cls = lineClass(node);
	if (cls) {
		for (let at = node.from; at <= node.to; ) {
			const line = state.doc.lineAt(at);
			found.push(Decoration.line({ class: cls }).range(line.from));
			at = line.to + 1;
		}
	}
	if (!live || isTouched(state, node.from, node.to)) return;
	if (node.name === 'TaskMarker') return decorateTask(state, node, found);
	if (node.name === 'ListMark') return decorateBullet(state, node, found);
	if (node.name === 'URL' && node.node.parent?.name === 'Link') return void found.push(hidden.range(node.from, node.to));
	if (!MARKS.has(node.name) || (node.name === 'CodeMark' && node.node.parent?.name === 'FencedCode')) return;
	const end = node.name === 'HeaderMark' || node.name === 'QuoteMark' ? skipSpace(state, node.to) : node.to;
	if (end > node.from) found.push(hidden.range(node.from, end));
}

function skipSpace(state: EditorState, at: number): number {
	return state.sliceDoc(at, at + 1) === ' ' ? at + 1 : at;
}

function decorateTask(state: EditorState, node: SyntaxNodeRef, found: Range<Decoration>[]): void {
	const mark = state.sliceDoc(node.from + 1, node.from + 2);
	found.push(Decoration.replace({ widget: new TaskWidget(mark) }).range(node.from, node.to));
}

function decorateBullet(state: EditorState, node: SyntaxNodeRef, found: Range<Decoration>[]): void {
	if (!/^[-*+]$/u.test(state.sliceDoc(node.from, node.to))) return;
	const task = /^\s+\[.\]\s/u.test(state.sliceDoc(node.to, node.to + 6));
	if (task) found.push(hidden.range(node.from, skipSpace(state, node.to)));
	else found.push(Decoration.replace({ widget: new BulletWidget() }).range(node.from, node.to));
}

interface InlinePattern {
	find: RegExp;
	/** Pushes what is to be drawn for a match that starts at `from`. */
	draw: (match: RegExpExecArray, from: number, live: boolean, found: Range<Decoration>[]) => void;
}

const patterns: InlinePattern[] = [
	{
		find: /(!?\[\[)([^[\]|\n]+)(\|[^[\]\n]+)?\]\]/gu,
		draw(match, from, live, found) {
			const [whole, open = '', target = '', alias = ''] = match;
			const to = from + whole.length;
			const shownFrom = from + open.length + (alias ? target.length + 1 : 0);
			if (live) found.push(hidden.range(from, shownFrom), hidden.range(to - 2, to));
			const mark = Decoration.mark({ class: 'cm-hmd-internal-link cm-underline', attributes: { 'data-link': target } });
			found.push(mark.range(live ? shownFrom : from, live ? to - 2 : to));
		},
	},
	{
		find: /(?<=^|[\s(])#(?=[\p{L}\p{N}_/-]*[\p{L}_/-])[\p{L}\p{N}_/-]+/gu,
		draw: (match, from, _live, found) => void found.push(Decoration.mark({ class: 'cm-hashtag' }).range(from, from + match[0].length)),
	},
	{
		find: /==(?=\S)(.+?)(?<=\S)==/gu,
		draw(match, from, live, found) {
			const to = from + match[0].length;
			if (live) found.push(hidden.range(from, from + 2), hidden.range(to - 2, to));
			found.push(Decoration.mark({ class: 'cm-highlight' }).range(live ? from + 2 : from, live ? to - 2 : to));
		},
	},
	{
		find: /%%.+?%%/gu,
		draw: (match, from, _live, found) => void found.push(Decoration.mark({ class: 'cm-comment' }).range(from, from + match[0].length)),
	},
];

function isCode(state: EditorState, at: number): boolean {
	const name = syntaxTree(state).resolveInner(at, 1).name;
	return /Code|HTML/u.test(name);
}

function decorateLine(state: EditorState, from: number, text: string, live: boolean, found: Range<Decoration>[]): void {
	const hide = live && !isTouched(state, from, from + text.length);
	for (const { find, draw } of patterns) {
		for (const match of text.matchAll(find)) {
			const at = from + match.index;
			if (!isCode(state, at)) draw(match, at, hide, found);
		}
	}
}

function decorate(view: EditorView): DecorationSet {
	const { state } = view;
	const live = state.field(editorLivePreviewField);
	const found: Range<Decoration>[] = [];
	for (const { from, to } of view.visibleRanges) {
		syntaxTree(state).iterate({ from, to, enter: (node) => decorateNode(state, node, live, found) });
		for (let at = from; at <= to; ) {
			const line = state.doc.lineAt(at);
			decorateLine(state, line.from, line.text, live, found);
			at = line.to + 1;
		}
	}
	return Decoration.set(found, true);
}

/** Draws Markdown as it will look, except where the cursor is. */
export const livePreview = ViewPlugin.fromClass(
	class {
		decorations: DecorationSet;

		constructor(view: EditorView) {
			this.decorations = decorate(view);
		}

		update(update: ViewUpdate): void {
			const treeGrew = syntaxTree(update.startState) !== syntaxTree(update.state);
			const toggled = update.startState.field(editorLivePreviewField) !== update.state.field(editorLivePreviewField);
			if (update.docChanged || update.selectionSet || update.viewportChanged || treeGrew || toggled) this.decorations = decorate(update.view);
		}
	},
	{ decorations: (plugin) => plugin.decorations },
);
