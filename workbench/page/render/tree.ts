import type { Root as HastRoot, RootContent } from 'hast';
import { raw } from 'hast-util-raw';
import { defaultSchema, sanitize, type Schema } from 'hast-util-sanitize';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { toHast } from 'mdast-util-to-hast';
import { gfm } from 'micromark-extension-gfm';
import type { Nodes, Parents, PhrasingContent, Root, RootContent as MdastContent, Text } from 'mdast';
import { wikilinkFromMarkdown, wikilinkSyntax, type Wikilink } from './wikilink';

/** The defaults allow only some classes on some elements; a note may carry any class, they cannot do harm. */
const anyClass = Object.fromEntries(
	Object.entries(defaultSchema.attributes ?? {}).map(([tag, list]) => [tag, list.filter((item) => !Array.isArray(item) || item[0] !== 'className')]),
);

/** What may be in a rendered note besides the defaults: our own marks on links, tags, highlights and tasks. */
export const noteSchema: Schema = {
	...defaultSchema,
	clobberPrefix: 'note-',
	tagNames: [...(defaultSchema.tagNames ?? []), 'mark', 'u', 'small', 'abbr', 'center', 'font', 'figure', 'figcaption'],
	attributes: {
		...anyClass,
		'*': [...(anyClass['*'] ?? []), 'className', 'dataTarget', 'dataShown', 'dataEmbed', 'dataTag', 'dataTask', 'dataLine', 'dataBlock'],
	},
	protocols: { ...defaultSchema.protocols, href: [...(defaultSchema.protocols?.['href'] ?? []), 'obsidian', 'file', 'tel'] },
};

function visit(node: Nodes, change: (parent: Parents) => void): void {
	if (!('children' in node)) return;
	for (const child of node.children) visit(child, change);
	change(node);
}

function hName(tag: string, text: string, properties: Record<string, string>): PhrasingContent {
	return { type: 'emphasis', data: { hName: tag, hProperties: properties }, children: [{ type: 'text', value: text }] };
}

/** Tags and line ends of a piece of text. */
function splitText(text: Text): PhrasingContent[] {
	const parts: PhrasingContent[] = [];
	for (const [index, line] of text.value.split('\n').entries()) {
		if (index > 0) parts.push({ type: 'break' });
		let at = 0;
		for (const match of line.matchAll(/(?<=^|[\s(])#(?=[\p{L}\p{N}_/-]*[\p{L}_/-])[\p{L}\p{N}_/-]+/gu)) {
			if (match.index > at) parts.push({ type: 'text', value: line.slice(at, match.index) });
			parts.push(hName('a', match[0], { className: 'tag', dataTag: match[0], href: match[0] }));
			at = match.index + match[0].length;
		}
		if (at < line.length) parts.push({ type: 'text', value: line.slice(at) });
	}
	return parts;
}

/** `==text==` within one parent, also around other inline marks. */
function wrapHighlights(children: PhrasingContent[]): PhrasingContent[] {
	const pieces = children.flatMap((child): (PhrasingContent | '==')[] => {
		if (child.type !== 'text' || !child.value.includes('==')) return [child];
		return child.value.split('==').flatMap((value, index) => [...(index > 0 ? ['==' as const] : []), ...(value ? [{ type: 'text' as const, value }] : [])]);
	});
	const done: PhrasingContent[] = [];
	for (let at = 0; at < pieces.length; at += 1) {
		const piece = pieces[at];
		const close = piece === '==' ? pieces.indexOf('==', at + 1) : -1;
		if (piece === '==' && close > at + 1) {
			const inside = pieces.slice(at + 1, close).filter((item) => item !== '==');
			done.push({ type: 'emphasis', data: { hName: 'mark' }, children: inside });
			at = close;
		} else if (piece !== undefined) done.push(piece === '==' ? { type: 'text', value: '==' } : piece);
	}
	return done;
}

function linkNode({ embed, target, shown }: Wikilink): PhrasingContent {
	const text = shown ?? target.replace(/^#/u, '').replaceAll('#', ' > ');
	const properties = { className: embed ? 'internal-embed' : 'internal-link', dataTarget: target, dataShown: shown ?? '', href: target };
	return hName(embed ? 'span' : 'a', text, properties);
}

const PHRASING = new Set(['paragraph', 'heading', 'emphasis', 'strong', 'delete', 'tableCell', 'link']);

function prepare(root: Root): void {
	visit(root, (parent) => {
		if (!PHRASING.has(parent.type)) return;
		const children = parent.children as PhrasingContent[];
		const linked = children.map((child) => ((child.type as string) === 'wikilink' ? linkNode(child as unknown as Wikilink) : child));
		const inLink = parent.type === 'link';
		const split = wrapHighlights(linked).flatMap((child) => (child.type === 'text' && !inLink ? splitText(child) : [child]));
		parent.children = split;
	});
	visit(root, (parent) => {
		for (const child of parent.children as MdastContent[]) if (child.type === 'listItem' && typeof child.checked === 'boolean') child.data = { hProperties: { dataTask: child.checked ? 'x' : '' } };
	});
}

/** `- [/]` and the like are tasks in Obsidian, but not on GitHub. */
function markOtherTasks(root: Root): void {
	visit(root, (parent) => {
		if (parent.type !== 'listItem' || typeof parent.checked === 'boolean') return;
		const text = parent.children[0]?.type === 'paragraph' ? parent.children[0].children[0] : undefined;
		const mark = text?.type === 'text' ? /^\[([^\s\]])\]\s/u.exec(text.value) : null;
		if (!mark || text?.type !== 'text') return;
		text.value = text.value.slice(mark[0].length);
		parent.checked = true;
		parent.data = { hProperties: { dataTask: mark[1] ?? '' } };
	});
}

function holdsRaw(node: HastRoot | RootContent): boolean {
	return node.type === ('raw' as string) || ('children' in node && node.children.some((child) => holdsRaw(child)));
}

/** A note's Markdown as a clean HTML tree; the elements know the lines that they come from. */
export function toTree(markdown: string): HastRoot {
	const root = fromMarkdown(markdown, {
		extensions: [gfm({ singleTilde: false }), wikilinkSyntax],
		mdastExtensions: [gfmFromMarkdown(), wikilinkFromMarkdown],
	});
	prepare(root);
	markOtherTasks(root);
	const tree = toHast(root, { allowDangerousHtml: true }) as HastRoot;
	const whole = holdsRaw(tree) ? (raw(tree) as HastRoot) : tree;
	return sanitize(whole, noteSchema) as HastRoot;
}
