import * as commands from '@codemirror/commands';
import { foldAll, toggleFold, unfoldAll } from '@codemirror/language';
import { EditorSelection, type ChangeSpec, type SelectionRange } from '@codemirror/state';
import { EditorView, type Command } from '@codemirror/view';
import type {
	EditorChange,
	EditorCommandName,
	EditorPosition,
	EditorRange,
	EditorRangeOrCaret,
	EditorSelection as Selection,
	EditorSelectionOrCaret,
	EditorTransaction,
} from 'obsidian';

const named: Record<EditorCommandName, Command> = {
	goUp: commands.cursorLineUp,
	goDown: commands.cursorLineDown,
	goLeft: commands.cursorCharLeft,
	goRight: commands.cursorCharRight,
	goStart: commands.cursorDocStart,
	goEnd: commands.cursorDocEnd,
	goWordLeft: commands.cursorGroupLeft,
	goWordRight: commands.cursorGroupRight,
	indentMore: commands.indentMore,
	indentLess: commands.indentLess,
	newlineAndIndent: commands.insertNewlineAndIndent,
	swapLineUp: commands.moveLineUp,
	swapLineDown: commands.moveLineDown,
	deleteLine: commands.deleteLine,
	toggleFold,
	foldAll,
	unfoldAll,
};

/** Obsidian's editor API over one CodeMirror view. Positions count lines and UTF-16 units from 0. */
export class Editor {
	constructor(readonly cm: EditorView) {}

	getDoc(): this {
		return this;
	}

	refresh(): void {
		this.cm.requestMeasure();
	}

	getValue(): string {
		return this.cm.state.doc.toString();
	}

	setValue(content: string): void {
		const { length } = this.cm.state.doc;
		this.cm.dispatch({ changes: { from: 0, to: length, insert: content }, selection: { anchor: 0 } });
	}

	getLine(line: number): string {
		return line >= 0 && line < this.lineCount() ? this.cm.state.doc.line(line + 1).text : '';
	}

	setLine(line: number, text: string): void {
		this.replaceRange(text, { line, ch: 0 }, { line, ch: this.getLine(line).length });
	}

	lineCount(): number {
		return this.cm.state.doc.lines;
	}

	lastLine(): number {
		return this.lineCount() - 1;
	}

	getSelection(): string {
		return this.cm.state.selection.ranges.map((range) => this.cm.state.sliceDoc(range.from, range.to)).join('\n');
	}

	somethingSelected(): boolean {
		return this.cm.state.selection.ranges.some((range) => !range.empty);
	}

	getRange(from: EditorPosition, to: EditorPosition): string {
		return this.cm.state.sliceDoc(this.posToOffset(from), this.posToOffset(to));
	}

	replaceSelection(replacement: string, origin?: string): void {
		this.cm.dispatch(this.cm.state.replaceSelection(replacement), { scrollIntoView: true, ...userEvent(origin) });
	}

	replaceRange(replacement: string, from: EditorPosition, to: EditorPosition = from, origin?: string): void {
		const changes = { from: this.posToOffset(from), to: this.posToOffset(to), insert: replacement };
		this.cm.dispatch({ changes, ...userEvent(origin) });
	}

	getCursor(side: 'from' | 'to' | 'head' | 'anchor' = 'head'): EditorPosition {
		return this.offsetToPos(this.cm.state.selection.main[side]);
	}

	listSelections(): Selection[] {
		return this.cm.state.selection.ranges.map((range) => ({ anchor: this.offsetToPos(range.anchor), head: this.offsetToPos(range.head) }));
	}

	setCursor(pos: EditorPosition | number, ch = 0): void {
		this.setSelection(typeof pos === 'number' ? { line: pos, ch } : pos);
	}

	setSelection(anchor: EditorPosition, head: EditorPosition = anchor): void {
		this.cm.dispatch({ selection: { anchor: this.posToOffset(anchor), head: this.posToOffset(head) }, scrollIntoView: true });
	}

	setSelections(ranges: EditorSelectionOrCaret[], main = 0): void {
		const made = ranges.map(({ anchor, head }) => EditorSelection.range(this.posToOffset(anchor), this.posToOffset(head ?? anchor)));
		this.cm.dispatch({ selection: EditorSelection.create(made, main) });
	}

	focus(): void {
		this.cm.focus();
	}

	blur(): void {
		this.cm.contentDOM.blur();
	}

	hasFocus(): boolean {
		return this.cm.hasFocus;
	}

	getScrollInfo(): { top: number; left: number; width: number; height: number; clientWidth: number; clientHeight: number } {
		const dom = this.cm.scrollDOM;
		return { top: dom.scrollTop, left: dom.scrollLeft, width: dom.scrollWidth, height: dom.scrollHeight, clientWidth: dom.clientWidth, clientHeight: dom.clientHeight };
	}

	scrollTo(x?: number | null, y?: number | null): void {
		if (typeof x === 'number') this.cm.scrollDOM.scrollLeft = x;
		if (typeof y === 'number') this.cm.scrollDOM.scrollTop = y;
	}

	scrollIntoView(range: EditorRange, center = false): void {
		const target = EditorSelection.range(this.posToOffset(range.from), this.posToOffset(range.to));
		this.cm.dispatch({ effects: EditorView.scrollIntoView(target, { y: center ? 'center' : 'nearest' }) });
	}

	undo(): void {
		commands.undo(this.cm);
	}

	redo(): void {
		commands.redo(this.cm);
	}

	exec(command: EditorCommandName): void {
		named[command](this.cm);
	}

	transaction(tx: EditorTransaction, origin?: string): void {
		const { state } = this.cm;
		const changes: ChangeSpec[] = (tx.changes ?? []).map((change) => this.toChange(change));
		if (tx.replaceSelection !== undefined) for (const { from, to } of state.selection.ranges) changes.push({ from, to, insert: tx.replaceSelection });
		const set = state.changes(changes);
		const wanted = tx.selections ?? (tx.selection ? [tx.selection] : []);
		// Positions of the new selection count in the text as it is after the changes.
		const after = set.apply(state.doc);
		const offset = (pos: EditorPosition): number => {
			const line = after.line(Math.min(after.lines, Math.max(1, pos.line + 1)));
			return Math.min(line.to, line.from + Math.max(0, pos.ch));
		};
		const ranges: SelectionRange[] = wanted.map(({ from, to }) => EditorSelection.range(offset(from), offset(to ?? from)));
		this.cm.dispatch({ changes: set, ...(ranges.length > 0 ? { selection: EditorSelection.create(ranges) } : {}), scrollIntoView: true, ...userEvent(origin) });
	}

	wordAt(pos: EditorPosition): EditorRange | null {
		const word = this.cm.state.wordAt(this.posToOffset(pos));
		return word ? { from: this.offsetToPos(word.from), to: this.offsetToPos(word.to) } : null;
	}

	posToOffset({ line, ch }: EditorPosition): number {
		const { doc } = this.cm.state;
		if (line < 0) return 0;
		if (line >= doc.lines) return doc.length;
		const found = doc.line(line + 1);
		return Math.min(found.to, found.from + Math.max(0, ch));
	}

	offsetToPos(offset: number): EditorPosition {
		const { doc } = this.cm.state;
		const line = doc.lineAt(Math.max(0, Math.min(doc.length, offset)));
		return { line: line.number - 1, ch: Math.max(0, Math.min(offset, doc.length) - line.from) };
	}

	processLines<T>(
		read: (line: number, text: string) => T | null,
		write: (line: number, text: string, value: T | null) => EditorChange | void,
		ignoreEmpty = true,
	): void {
		const lines = new Set(this.cm.state.selection.ranges.flatMap((range) => {
			const [from, to] = [this.offsetToPos(range.from).line, this.offsetToPos(range.to).line];
			return Array.from({ length: to - from + 1 }, (_, index) => from + index);
		}));
		const wanted = [...lines].filter((line) => !ignoreEmpty || lines.size === 1 || this.getLine(line).trim() !== '');
		const values = wanted.map((line) => ({ line, value: read(line, this.getLine(line)) }));
		const changes = values.flatMap(({ line, value }) => write(line, this.getLine(line), value) ?? []);
		if (changes.length > 0) this.transaction({ changes });
	}

	/** Not documented, but used: what is clicked or touched at screen coordinates. */
	posAtMouse(event: MouseEvent): EditorPosition {
		return this.offsetToPos(this.cm.posAtCoords({ x: event.clientX, y: event.clientY }, false));
	}

	coordsAtPos(pos: EditorPosition): { left: number; right: number; top: number; bottom: number } | null {
		return this.cm.coordsAtPos(this.posToOffset(pos));
	}

	private toChange({ from, to, text }: EditorRangeOrCaret & { text: string }): ChangeSpec {
		return { from: this.posToOffset(from), to: this.posToOffset(to ?? from), insert: text };
	}
}

function userEvent(origin: string | undefined): { userEvent?: string } {
	return origin === undefined ? {} : { userEvent: origin.replace(/^\+/u, '') };
}
