/** A container around a list item: a quote, or another item with the place where its content starts. */
export type Container = { readonly kind: 'quote' } | ItemContent;

/**
 * Where an item's content starts in its own line, after a task mark if there is one, and how far further lines are
 * indented to belong to it. Columns count a tab up to the next multiple of 4.
 */
export interface ItemContent extends Spot {
	readonly kind: 'item';
	readonly line: number;
	readonly indent: number;
	/** The character between the brackets of a task. */
	readonly task?: string;
}

/** A place in the text with its column. */
export interface Spot {
	readonly offset: number;
	readonly column: number;
}

const WIDTH_OF_TAB = 4;

/** A task mark: one character in brackets, then a space. */
export const TASK = /^\[([^\r\n])\](?=[ \t])/u;

/**
 * Where the containers' own marks and indentation end in a line and the content starts; Obsidian counts an item from
 * there, including the rest of its indentation.
 */
export function contentStart(text: string, line: number, lineStart: number, containers: readonly Container[]): Spot {
	let spot: Spot = { offset: lineStart, column: 0 };
	for (const container of containers) {
		if (container.kind === 'item' && container.line === line) spot = container;
		else if (container.kind === 'item') spot = skipBlanks(text, spot, container.indent);
		else spot = skipQuoteMark(text, spot) ?? spot;
	}
	return spot;
}

/** Where the content of an item starts whose mark ends at `markEnd`; blanks count as content from the fifth on. */
export function itemContent(text: string, line: number, lineStart: number, markEnd: number): ItemContent {
	let mark: Spot = { offset: lineStart, column: 0 };
	while (mark.offset < markEnd) mark = step(text, mark);
	const after = skipBlanks(text, mark, Infinity);
	const isFar = after.column >= mark.column + 5;
	const isEmpty = after.offset >= text.length || text[after.offset] === '\n' || text[after.offset] === '\r';
	const content = isFar || isEmpty ? { offset: Math.min(mark.offset + 1, after.offset), column: mark.column + 1 } : after;
	const item = { kind: 'item', line, indent: content.column } as const;
	const task = TASK.exec(text.slice(content.offset, content.offset + 6));
	if (task === null) return { ...item, ...content };
	const taskEnd = { offset: content.offset + task[0].length, column: content.column + task[0].length };
	return { ...item, ...skipBlanks(text, taskEnd, Infinity), task: task[1] ?? '' };
}

function skipQuoteMark(text: string, spot: Spot): Spot | undefined {
	const mark = skipBlanks(text, spot, spot.column + 3);
	if (text[mark.offset] !== '>') return undefined;
	const after = step(text, mark);
	return isBlank(text, after.offset) ? step(text, after) : after;
}

function skipBlanks(text: string, spot: Spot, column: number): Spot {
	let at = spot;
	while (at.column < column && isBlank(text, at.offset)) at = step(text, at);
	return at;
}

function step(text: string, { offset, column }: Spot): Spot {
	const width = text[offset] === '\t' ? WIDTH_OF_TAB - (column % WIDTH_OF_TAB) : 1;
	return { offset: offset + 1, column: column + width };
}

function isBlank(text: string, offset: number): boolean {
	return text[offset] === ' ' || text[offset] === '\t';
}
