import type { SyntaxNode, SyntaxNodeRef, Tree } from '@lezer/common';
import type { ListItemCache } from 'obsidian';
import type { Findings } from './findings';
import { type Container, contentStart, itemContent } from './list-indent';
import { blockIdOf } from './read-body';

/** Collects list items, wherever they stand, with their parents, tasks and block ids. */
export function readListItems(tree: Tree, shift: number, found: Findings): void {
	const containers: Container[] = [];
	const firstLines: number[] = [];
	const { positions } = found;
	tree.iterate({
		enter(node) {
			if (node.name === 'Blockquote') containers.push({ kind: 'quote' });
			else if (isList(node)) firstLines.push(positions.lineOf(node.from + shift));
			else if (node.name === 'ListItem') containers.push(readItem(node.node, shift, found, containers, firstLines.at(-1) ?? 0));
			// Running text holds no lists, only many small nodes.
			return node.name !== 'Paragraph';
		},
		leave(node) {
			if (node.name === 'Blockquote' || node.name === 'ListItem') containers.pop();
			else if (isList(node)) firstLines.pop();
		},
	});
}

function isList(node: SyntaxNodeRef): boolean {
	return node.name === 'BulletList' || node.name === 'OrderedList';
}

function readItem(node: SyntaxNode, shift: number, found: Findings, containers: readonly Container[], firstLine: number): Container {
	const { positions } = found;
	const { text } = positions;
	const line = positions.lineOf(node.from + shift);
	const lineStart = positions.startOf(line);
	const mark = node.getChild('ListMark');
	const content = itemContent(text, line, lineStart, (mark?.to ?? node.from) + shift);
	// In the exports, items numbered with a dot start at their number; all others include what is left of their indentation.
	const isDotted = mark !== null && text[mark.to + shift - 1] === '.';
	const from = isDotted ? node.from + shift : contentStart(text, line, lineStart, containers).offset;
	const above = containers.findLast((container) => container.kind === 'item');
	const item: ListItemCache = {
		// The first line of a list in the first line of a note would be -0.
		parent: above?.kind === 'item' ? above.line : -(firstLine || 1),
		position: positions.pos(from, itemEnd(node, shift, found)),
	};
	if (content.task !== undefined) item.task = content.task;
	const own = node.getChildren('Paragraph').at(-1);
	const id = own === undefined ? undefined : blockIdOf(text.slice(own.from + shift, own.to + shift));
	if (id !== undefined) {
		item.id = id;
		found.addBlock(id, item.position);
	}
	found.listItems.push(item);
	return content;
}

/**
 * An item ends before the lists in it; without one, and with a blank line between it and the next item, it reaches to the
 * start of that line.
 */
function itemEnd(node: SyntaxNode, shift: number, found: Findings): number {
	const { positions } = found;
	const from = node.from + shift;
	const own = lastBeforeLists(node);
	if (own !== undefined) return positions.trimEnd(from, own.to + shift);
	const end = positions.trimEnd(from, node.to + shift);
	const next = node.nextSibling;
	if (next?.name !== 'ListItem') return end;
	const after = positions.lineOf(end) + 1;
	return after < positions.lineOf(next.from + shift) ? positions.startOf(after) : end;
}

/** The last piece of an item's own content before the first list in it; undefined without a list or without own content. */
function lastBeforeLists(node: SyntaxNode): SyntaxNode | undefined {
	let last: SyntaxNode | undefined;
	for (let child = node.firstChild; child !== null; child = child.nextSibling) {
		if (isList(child)) return last;
		if (child.name !== 'ListMark' && child.name !== 'QuoteMark') last = child;
	}
	return undefined;
}
