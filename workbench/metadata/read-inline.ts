import type { SyntaxNode, Tree } from '@lezer/common';
import type { Findings } from './findings';
import { readAddress, readWikilink } from './link-text';

type Reader = (node: SyntaxNode, from: number, to: number, found: Findings) => void;

const READERS: Readonly<Record<string, Reader>> = {
	Tag(node, from, to, found) {
		const { text } = found.positions;
		const closesEmphasis = node.nextSibling?.name === 'EmphasisMark' && node.nextSibling.from === node.to;
		let end = to;
		while (!closesEmphasis && text[end] === '_') end++;
		found.tags.push({ tag: text.slice(from, end), position: found.positions.pos(from, end) });
	},
	Wikilink: (_node, from, to, found) => addWikilink(found, 'links', from, to, 2),
	Embed: (_node, from, to, found) => addWikilink(found, 'embeds', from, to, 3),
	Link: (node, from, to, found) => addMarkdownLink(node, found, 'links', from, to),
	Image: (node, from, to, found) => addMarkdownLink(node, found, 'embeds', from, to),
	FootnoteRef(_node, from, to, found) {
		found.footnoteRefs.push({ id: found.positions.text.slice(from + 2, to - 1), position: found.positions.pos(from, to) });
	},
	FootnoteDefinition(node, from, to, found) {
		const label = node.getChild('FootnoteLabel');
		if (label === null) return;
		const labelTo = label.to + (from - node.from);
		const id = found.positions.text.slice(from + 2, labelTo - 2);
		found.footnotes.push({ id, position: found.positions.pos(from, found.positions.trimEnd(from, to)) });
	},
	LinkReference(node, from, _to, found) {
		const shift = from - node.from;
		const [label, url] = [node.getChild('LinkLabel'), node.getChild('URL')];
		if (label === null || url === null) return;
		const { text } = found.positions;
		const id = text.slice(label.from + shift + 1, label.to + shift - 1);
		const end = found.positions.trimEnd(from, node.to + shift);
		found.referenceLinks.push({ id, link: text.slice(url.from + shift, url.to + shift), position: found.positions.pos(from, end) });
	},
};

/** Collects tags, links, embeds and footnotes, wherever they stand. */
export function readInline(tree: Tree, shift: number, found: Findings): void {
	tree.iterate({
		enter(node) {
			const reader = Object.hasOwn(READERS, node.name) ? READERS[node.name] : undefined;
			reader?.(node.node, node.from + shift, node.to + shift, found);
		},
	});
}

function addWikilink(found: Findings, list: 'links' | 'embeds', from: number, to: number, markLength: number): void {
	const original = found.positions.text.slice(from, to);
	const { link, displayText } = readWikilink(original.slice(markLength, -2));
	found[list].push({ link, original, displayText, position: found.positions.pos(from, to) });
}

function addMarkdownLink(node: SyntaxNode, found: Findings, list: 'links' | 'embeds', from: number, to: number): void {
	const url = node.getChild('URL');
	const close = node.getChildren('LinkMark')[1];
	if (url === null || close === undefined) return;
	const shift = from - node.from;
	const { text } = found.positions;
	const shown = text.slice(from + (list === 'embeds' ? 2 : 1), close.from + shift);
	const read = readAddress(text.slice(url.from + shift, url.to + shift), shown);
	if (read === undefined) return;
	const { link, displayText } = read;
	found[list].push({ link, original: text.slice(from, to), displayText, position: found.positions.pos(from, to) });
}
