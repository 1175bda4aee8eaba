import type { SyntaxNode, Tree } from '@lezer/common';
import type { Findings } from './findings';
import { readInline } from './read-inline';
import { readListItems } from './read-list';

/** Section types by the parser's node names; what is not listed is a paragraph. */
const SECTION_TYPES: Readonly<Record<string, string>> = {
	BulletList: 'list',
	OrderedList: 'list',
	Blockquote: 'blockquote',
	FencedCode: 'code',
	CodeBlock: 'code',
	HorizontalRule: 'thematicBreak',
	HTMLBlock: 'html',
	CommentBlock: 'html',
	ProcessingInstructionBlock: 'html',
	Table: 'table',
	LinkReference: 'definition',
	ObsidianComment: 'comment',
	MathBlock: 'math',
	FootnoteDefinition: 'footnoteDefinition',
};

/** A block id stands at the end of a block, after a space or on a line of its own. */
const BLOCK_ID = /(?:^|[\s])\^([a-zA-Z0-9-]+)[ \t]*$/;

/** The block id at the end of a piece of text, if it has one. */
export function blockIdOf(text: string): string | undefined {
	return BLOCK_ID.exec(text.slice(-200))?.[1];
}

/** Collects everything in a note's body; `shift` is the offset of the body in the text. */
export function readBody(tree: Tree, shift: number, found: Findings): void {
	for (let node = tree.topNode.firstChild; node !== null; node = node.nextSibling) readSection(node, shift, found);
	readListItems(tree, shift, found);
	readInline(tree, shift, found);
}

function readSection(node: SyntaxNode, shift: number, found: Findings): void {
	const { positions } = found;
	const from = positions.lineStart(node.from + shift);
	const to = positions.trimEnd(from, node.to + shift);
	const text = positions.text.slice(node.from + shift, to);
	const position = positions.pos(from, to);
	const level = /^(?:ATX|Setext)Heading(\d)$/.exec(node.name)?.[1];
	const type = level !== undefined ? 'heading' : node.name === 'Blockquote' ? quoteType(text) : (SECTION_TYPES[node.name] ?? 'paragraph');
	if (level !== undefined) found.headings.push({ heading: headingText(node, shift, found), level: Number(level), position });
	const id = idOfSection(type, text);
	if (id !== undefined && type === 'paragraph' && text.trim() === `^${id}` && giveToPrevious(id, found)) {
		found.sections.push({ type, position });
		return;
	}
	if (id !== undefined) found.addBlock(id, position);
	found.sections.push({ type, position, ...(id === undefined ? {} : { id }) });
}

function quoteType(text: string): string {
	return /^(?:[ \t]*>)+[ \t]*\[![^\]\n]+\]/.test(text) ? 'callout' : 'blockquote';
}

/** Only blocks of running text can end with an id of their own; a list's id belongs to its item. */
function idOfSection(type: string, text: string): string | undefined {
	const isText = type === 'paragraph' || type === 'heading' || type === 'callout' || type === 'blockquote' || type === 'table';
	return isText ? blockIdOf(text) : undefined;
}

/** An id alone in a paragraph names the block before it: a list, a table, a quote, a code block. */
function giveToPrevious(id: string, found: Findings): boolean {
	const previous = found.sections.at(-1);
	if (previous === undefined || previous.type === 'yaml' || previous.id !== undefined) return false;
	previous.id = id;
	found.addBlock(id, previous.position);
	return true;
}

/** The text between a heading's marks, as it is written. */
function headingText(node: SyntaxNode, shift: number, found: Findings): string {
	const isSetext = node.name.startsWith('Setext');
	let from = node.from;
	let to = node.to;
	for (const mark of node.getChildren('HeaderMark')) {
		if (mark.from === node.from && !isSetext) from = mark.to;
		else to = Math.min(to, mark.from);
	}
	return found.positions.text.slice(from + shift, to + shift).trim();
}
