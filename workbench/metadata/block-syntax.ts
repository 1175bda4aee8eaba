import type { BlockContext, BlockParser, Line, MarkdownConfig } from '@lezer/markdown';

/** `%%` comments and `$$` formulas that start a line, and footnote definitions: blocks that CommonMark does not have. */
export const blockSyntax: MarkdownConfig = {
	defineNodes: [
		{ name: 'ObsidianComment', block: true },
		{ name: 'MathBlock', block: true },
		{ name: 'FootnoteDefinition', block: true, composite: continuesFootnote },
		{ name: 'FootnoteLabel' },
		{ name: 'TaskMark' },
	],
	parseBlock: [
		{ name: 'TaskMark', parse: skipTaskMark, before: 'LinkReference' },
		{ ...delimited('%%', 'ObsidianComment', true), before: 'LinkReference' },
		{ ...delimited('$$', 'MathBlock', false), before: 'LinkReference' },
		{ name: 'FootnoteDefinition', parse: startFootnote, endLeaf: (_cx, line) => footnoteLabel(line) !== undefined, before: 'LinkReference' },
	],
};

/**
 * A block between two marks. On one line, text after the closing mark makes it a part of a paragraph instead. Without a
 * closing mark it reaches to the end of the container that it stands in.
 * @param inline whether the content may hold tags and links (Obsidian reads those in comments)
 */
function delimited(mark: string, node: string, inline: boolean): BlockParser {
	const opens = (line: Line): boolean => {
		if (!line.text.startsWith(mark, line.pos)) return false;
		const close = line.text.indexOf(mark, line.pos + mark.length);
		return close < 0 || line.text.slice(close + mark.length).trim() === '';
	};
	return {
		name: node,
		parse(cx, line) {
			if (!opens(line)) return false;
			const from = cx.lineStart + line.pos;
			const lines: [number, string][] = [];
			let rest = line.text.slice(line.pos + mark.length);
			let at = from + mark.length;
			let end = cx.lineStart + line.text.length;
			for (;;) {
				lines.push([at, rest]);
				end = at + rest.trimEnd().length;
				const closed = rest.includes(mark);
				if (!cx.nextLine() || closed || depthOf(line) < cx.depth) break;
				at = cx.lineStart + line.basePos;
				rest = line.text.slice(line.basePos);
			}
			const inner = inline ? lines.flatMap(([offset, text]) => cx.parser.parseInline(text, offset)) : [];
			cx.addElement(cx.elt(node, from, Math.max(end, from + mark.length), inner));
			return true;
		},
		endLeaf: (_cx, line) => opens(line),
	};
}

/** How many of the containers around the block the line still belongs to; the parser has the figure, its types do not. */
function depthOf(line: Line): number {
	return (line as Line & { readonly depth: number }).depth;
}

function footnoteLabel(line: Line): string | undefined {
	return /^\[\^[^\]\s]+\]:/.exec(line.text.slice(line.pos))?.[0];
}

function startFootnote(cx: BlockContext, line: Line): boolean | null {
	const label = footnoteLabel(line);
	if (label === undefined) return false;
	const from = cx.lineStart + line.pos;
	cx.startComposite('FootnoteDefinition', line.pos, line.baseIndent + 4);
	cx.addElement(cx.elt('FootnoteLabel', from, from + label.length));
	line.moveBase(line.pos + label.length);
	return null;
}

/** Further lines belong to a footnote when they are indented by four columns, or blank. */
function continuesFootnote(_cx: BlockContext, line: Line, value: number): boolean {
	if (line.next < 0) return true;
	if (line.indent < value) return false;
	line.moveBaseColumn(value);
	return true;
}

/** One character in brackets, then a space. */
const TASK = /^\[[^\r\n]\](?=[ \t])/u;

/**
 * A task mark belongs to the mark of its item: what follows it is a block of its own ("- [ ] 1. x" holds a list).
 * Answering null lets the other parsers look at the rest of the line.
 */
function skipTaskMark(cx: BlockContext, line: Line): boolean | null {
	if (cx.parentType().name !== 'ListItem') return false;
	const isFirst = /(?:^|[\s>])(?:[-*+]|\d{1,9}[.)])[ \t]+$/.test(line.text.slice(0, line.basePos));
	const task = isFirst ? TASK.exec(line.text.slice(line.basePos)) : null;
	if (task === null) return false;
	const from = cx.lineStart + line.basePos;
	cx.addElement(cx.elt('TaskMark', from, from + task[0].length));
	line.moveBase(line.skipSpace(line.basePos + task[0].length));
	return null;
}
