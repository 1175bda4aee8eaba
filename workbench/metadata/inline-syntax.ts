import type { InlineContext, MarkdownConfig } from '@lezer/markdown';

/** Wikilinks, embeds, tags, formulas and footnote references, as Obsidian reads them. */
export const inlineSyntax: MarkdownConfig = {
	defineNodes: ['Wikilink', 'Embed', 'Tag', 'InlineMath', 'FootnoteRef'],
	parseInline: [
		{ name: 'Embed', parse: (cx, next, pos) => (next === BANG ? parseWikilink(cx, pos + 1, pos, 'Embed') : -1), before: 'Link' },
		{ name: 'Wikilink', parse: (cx, next, pos) => (next === OPEN ? parseWikilink(cx, pos, pos, 'Wikilink') : -1), before: 'Link' },
		{ name: 'FootnoteRef', parse: (cx, next, pos) => (next === OPEN ? parseFootnoteRef(cx, pos) : -1), before: 'Link' },
		{ name: 'Tag', parse: (cx, next, pos) => (next === HASH ? parseTags(cx, pos) : -1), before: 'Link' },
		{ name: 'InlineMath', parse: (cx, next, pos) => (next === DOLLAR ? parseMath(cx, pos) : -1), before: 'Link' },
	],
};

const BANG = 33;
const HASH = 35;
const DOLLAR = 36;
const OPEN = 91;

/** Longest wikilink or formula that is looked for: unclosed ones must not make reading slow. */
const REACH = 2000;

function parseWikilink(cx: InlineContext, pos: number, from: number, node: string): number {
	if (cx.char(pos) !== OPEN || cx.char(pos + 1) !== OPEN) return -1;
	const ahead = cx.slice(pos + 2, Math.min(cx.end, pos + REACH));
	const inner = /^(?!\[)(?:(?!\[\[|\]\])[^\n])+(?=\]\])/.exec(ahead)?.[0];
	if (inner === undefined || inner.trim() === '') return -1;
	return cx.addElement(cx.elt(node, from, pos + 4 + inner.length));
}

function parseFootnoteRef(cx: InlineContext, pos: number): number {
	if (cx.char(pos + 1) !== 94) return -1;
	const found = /^\[\^[^\]\s[]+\]/.exec(cx.slice(pos, Math.min(cx.end, pos + 200)))?.[0];
	return found === undefined ? -1 : cx.addElement(cx.elt('FootnoteRef', pos, pos + found.length));
}

/** Characters that end a tag: space, punctuation except "-", "_", "/", and the general punctuation blocks of Unicode. */
const TAG = /^#[^\u2000-\u206F\u2E00-\u2E7F'!"#$%&()*+,.:;<=>?@^`{|}~[\]\\\s]+/;

/** Tags may follow each other without a space. */
function parseTags(cx: InlineContext, pos: number): number {
	if (!mayStartTag(cx, pos)) return -1;
	let at = pos;
	for (;;) {
		const tag = TAG.exec(cx.slice(at, Math.min(cx.end, at + 500)))?.[0];
		// A number alone is an issue number, not a tag.
		if (tag === undefined || /^#\d+$/.test(tag)) break;
		// Underscores at the end may close an emphasis: only the finished tree can tell (see readInline).
		const sure = tag.replace(/(?<!#_*)_+$/, '');
		cx.addElement(cx.elt('Tag', at, at + sure.length));
		at += sure.length;
	}
	return at === pos ? -1 : at;
}

/** A tag stands at the start, after a space, after emphasis marks, or after an escaped character. */
function mayStartTag(cx: InlineContext, pos: number): boolean {
	if (pos <= cx.offset) return true;
	const before = cx.slice(pos - 1, pos);
	if (/[\s*_]/.test(before)) return true;
	const two = cx.slice(Math.max(cx.offset, pos - 2), pos);
	return two === '~~' || two === '==' || /^\\[!-/:-@[-`{-~]$/.test(two);
}

/** `$…$` without spaces inside the marks and without a digit after them (so that prices stay text), and `$$…$$`. */
function parseMath(cx: InlineContext, pos: number): number {
	const ahead = cx.slice(pos, Math.min(cx.end, pos + REACH));
	const found = /^(?:\$\$(?:(?!\$\$)[\s\S])+\$\$|\$(?![\s$])(?:[^$\\]|\\[\s\S])*?(?<!\s)\$(?!\d))/.exec(ahead)?.[0];
	return found === undefined ? -1 : cx.addElement(cx.elt('InlineMath', pos, pos + found.length));
}
