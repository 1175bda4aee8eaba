import { StateEffect, StateField, type EditorState, type Extension, type Range } from '@codemirror/state';
import { Decoration, EditorView, WidgetType, type DecorationSet } from '@codemirror/view';
import { Component } from '../base/component';
import { getFrontMatterInfo } from '../api/text';
import { renderMarkdown } from '../render/render';
import { editorInfoField, editorLivePreviewField, setLivePreview, type MarkdownFileInfo } from './fields';
import { atRest } from './rest';

/** A stretch of whole lines that is shown rendered while the cursor is elsewhere. */
interface Block {
	from: number;
	to: number;
	kind: 'properties' | 'callout' | 'code' | 'table';
}

/** The renderers changed (a plugin came or went): everything is drawn again. */
export const redrawBlocks = StateEffect.define<null>();

class BlockWidget extends WidgetType {
	private readonly component = new Component();

	constructor(private readonly source: string, private readonly kind: Block['kind'], private readonly info: MarkdownFileInfo, private readonly version: number) {
		super();
	}

	override eq(other: BlockWidget): boolean {
		return other.source === this.source && other.kind === this.kind && other.version === this.version;
	}

	toDOM(view: EditorView): HTMLElement {
		const el = createDiv({ cls: `cm-embed-block cm-${this.kind} markdown-rendered` });
		this.component.load();
		void renderMarkdown(this.info.app, this.source, el, this.info.file?.path ?? '', this.component, this.kind === 'properties').then(() => view.requestMeasure());
		if (this.kind !== 'properties') addEditButton(el, view);
		else el.addEventListener('mousedown', (event) => editBlock(event, el, view));
		el.addEventListener('dblclick', (event) => editBlock(event, el, view));
		return el;
	}

	override destroy(): void {
		this.component.unload();
	}

	override ignoreEvent(): boolean {
		return true;
	}
}

function editBlock(event: MouseEvent, el: HTMLElement, view: EditorView): void {
	const target = event.target instanceof Element ? event.target : null;
	if (target?.closest('a, button, input, select, textarea, .clickable-icon')) return;
	event.preventDefault();
	// Behind the opening line of the block, so that its source is shown.
	const at = view.posAtDOM(el);
	const line = view.state.doc.lineAt(at);
	view.dispatch({ selection: { anchor: Math.min(line.to + 1, view.state.doc.length) } });
	view.focus();
}

function addEditButton(el: HTMLElement, view: EditorView): void {
	const button = el.createDiv({ cls: 'edit-block-button clickable-icon', text: '</>', attr: { 'aria-label': 'Edit this block' } });
	button.addEventListener('mousedown', (event) => {
		event.preventDefault();
		view.dispatch({ selection: { anchor: view.posAtDOM(el) } });
		view.focus();
	});
}

function findBlocks(state: EditorState, languages: ReadonlySet<string>): Block[] {
	const text = state.doc.toString();
	const blocks: Block[] = [];
	const info = getFrontMatterInfo(text);
	if (info.exists) blocks.push({ from: 0, to: Math.max(0, info.contentStart - (text[info.contentStart - 1] === '\n' ? 1 : 0)), kind: 'properties' });
	if (text.length > MOST_CHARACTERS) return blocks;
	let open: { fence: string; from: number; kind: Block['kind'] | null } | null = null;
	let run: { from: number; to: number; kind: Block['kind'] | null } | null = null;
	const closeRun = (): void => {
		if (run?.kind) blocks.push({ from: run.from, to: run.to, kind: run.kind });
		run = null;
	};
	for (let number = state.doc.lineAt(info.contentStart).number; number <= state.doc.lines; number += 1) {
		const line = state.doc.line(number);
		const fence = /^(`{3,}|~{3,})\s*([^\s`]*)/u.exec(line.text);
		if (open) {
			if (line.text.startsWith(open.fence) && line.text.trim() === open.fence) {
				if (open.kind) blocks.push({ from: open.from, to: line.to, kind: open.kind });
				open = null;
			}
			continue;
		}
		const quoted = /^\s{0,3}>/u.test(line.text);
		const row = /^\s*\|.*\|\s*$/u.test(line.text);
		const continues = run && ((run as { kind: string | null }).kind === 'table' ? row : quoted);
		if (!continues) closeRun();
		if (fence) {
			open = { fence: fence[1] ?? '', from: line.from, kind: languages.has((fence[2] ?? '').toLowerCase()) ? 'code' : null };
		} else if (continues && run) (run as { to: number }).to = line.to;
		else if (quoted) run = { from: line.from, to: line.to, kind: /^\s{0,3}>\s*\[![^\]]+\]/u.test(line.text) ? 'callout' : null };
		else if (row && number < state.doc.lines && /^\s*\|[\s:|-]+\|\s*$/u.test(state.doc.line(number + 1).text)) run = { from: line.from, to: line.to, kind: 'table' };
	}
	closeRun();
	return blocks;
}

function touches(state: EditorState, block: Block): boolean {
	return !state.field(atRest) && state.selection.ranges.some((range) => range.to >= block.from && range.from <= block.to);
}

let version = 0;

/** Above this length only the properties are looked for, so that typing stays quick. */
const MOST_CHARACTERS = 400_000;

interface Drawn {
	blocks: readonly Block[];
	decorations: DecorationSet;
}

function draw(state: EditorState, known?: readonly Block[]): Drawn {
	const blocks = known ?? findBlocks(state, state.field(editorInfoField).app.processors.languages());
	return { blocks, decorations: decorateBlocks(state, blocks) };
}

function decorateBlocks(state: EditorState, blocks: readonly Block[]): DecorationSet {
	const info = state.field(editorInfoField);
	if (!state.field(editorLivePreviewField)) return Decoration.none;
	const found: Range<Decoration>[] = [];
	for (const block of blocks) {
		if (touches(state, block)) continue;
		const widget = new BlockWidget(state.sliceDoc(block.from, block.to), block.kind, info, version);
		found.push(Decoration.replace({ widget, block: true }).range(block.from, block.to));
	}
	return Decoration.set(found, true);
}

const field = StateField.define<Drawn>({
	create: (state) => draw(state),
	update(value, tr) {
		const redraw = tr.effects.some((effect) => effect.is(redrawBlocks));
		if (redraw) version += 1;
		if (tr.docChanged || redraw) return draw(tr.state);
		if (tr.selection || tr.effects.some((effect) => effect.is(setLivePreview))) return draw(tr.state, value.blocks);
		return value;
	},
	provide: (self) => EditorView.decorations.from(self, (value) => value.decorations),
});

/** Properties, callouts, tables and plugins' code blocks as they will look. */
export const renderedBlocks: Extension = [field];
