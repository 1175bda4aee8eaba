import type { SyntaxNode, SyntaxNodeRef, Tree } from '@lezer/common';
import type { ListItemCache } from 'obsidian';
import type { Findings } from './findings';
import { blockIdOf } from './read-body';

/** Collects list items, wherever they stand, with their parents, tasks and block ids. */
export function readListItems(tree: Tree, shift: number, found: Findings): void {
	const itemLines: number[] = [];
	const firstLines: number[] = [];
	tree.iterate({
		enter(node) {
			const line = (): number => found.positions.lineOf(node.from + shift);
			if (isList(node)) firstLines.push(line());
			if (node.name === 'ListItem') {
				// A list in the first line of a note counts as in line 1: -0 would be a parent.
				readItem(node.node, shift, found, itemLines.at(-1) ?? -(firstLines.at(-1) || 1));
				itemLines.push(line());
			}
			// Running text holds no lists, only many small nodes.
			return node.name !== 'Paragraph';
		},
		leave(node) {
			if (isList(node)) firstLines.pop();
			if (node.name === 'ListItem') itemLines.pop();
		},
	});
}

function isList(node: SyntaxNodeRef): boolean {
	return node.name === 'BulletList' || node.name === 'OrderedList';
}

function readItem(node: SyntaxNode, shift: number, found: Findings, parent: number): void {
	const { positions } = found;
	const { text } = positions;
	const from = itemStart(node, shift, text);
	const item: ListItemCache = { parent, position: positions.pos(from, itemEnd(node, shift, found)) };
	const task = node.getChild('TaskMark');
	if (task !== null) item.task = text.slice(task.from + shift + 1, task.to + shift - 1);
	const own = node.getChildren('Paragraph').at(-1);
	const id = own === undefined ? undefined : blockIdOf(text.slice(own.from + shift, own.to + shift));
	if (id !== undefined) {
		item.id = id;
		found.addBlock(id, item.position);
	}
	found.listItems.push(item);
}

/**
 * An item starts where its container's content starts, so what is left of its indentation is a part of it – except, in
 * the exports of real Obsidian, for items numbered with a dot, which start at their number.
 */
function itemStart(node: SyntaxNode, shift: number, text: string): number {
	const mark = node.getChild('ListMark');
	const isDotted = mark !== null && text[mark.to + shift - 1] === '.';
	return (isDotted ? mark.from : node.from) + shift;
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
		if (!child.name.endsWith('Mark')) last = child;
	}
	return undefined;
}
