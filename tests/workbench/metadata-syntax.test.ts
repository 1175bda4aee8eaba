import type { CachedMetadata } from 'obsidian';
import { describe, expect, test } from 'vitest';
import { parseMetadata } from '../../workbench/metadata';

const tagsOf = (text: string): string[] => (parseMetadata(text).tags ?? []).map(({ tag }) => tag);
const linksOf = (text: string): string[] => (parseMetadata(text).links ?? []).map(({ link, displayText }) => `${link} → ${displayText ?? ''}`);
const sectionsOf = (text: string): string[] => (parseMetadata(text).sections ?? []).map(({ type, position, id }) => `${type} ${String(position.start.line)}-${String(position.end.line)}:${String(position.end.col)}${id === undefined ? '' : ` ^${id}`}`);

describe('tags', () => {
	// The rows with punctuation, math, HTML, emphasis, joined tags and tables were read back from Obsidian 1.13 by
	// the reporters of https://github.com/cyanheads/obsidian-mcp-server/issues/138 and /140.
	test.each([
		['#a at the start', ['#a']],
		['(#pa) $#pb$ "#pc" .#pd x—#pe', []],
		['\t#pf', []],
		['x\t#pf', ['#pf']],
		['[x #ph]', ['#ph']],
		['x\u00a0#qi\u3000#qj', ['#qi', '#qj']],
		['m $a #ra b$ n; x $$ #rb $$ y', []],
		['$$\n#qd\n$$', []],
		['costs $5 #cheap and $6', ['#cheap']],
		['_some #e_ and #f_ and __#g__', ['#e', '#f_', '#g']],
		['a <!-- #hidden --> b', []],
		['<div>\nhello #tp\n</div>', []],
		['[Discord #tf](https://x.y), [a #tg][ref]', ['#tf', '#tg']],
		['```markdown\n```typescript\nx #tu\n```\nprose #tv\n```\ncode #tw\n```', ['#tv']],
		['#tl#tm, #tn/#to', ['#tl', '#tm', '#tn/', '#to']],
		['x _#uc_ y, snake_case_#wc', ['#uc', '#wc']],
		['|a|b|\n|-|-|\n|#uo|x|', ['#uo']],
		['#1984 #y1984 #2024-goals #3d', ['#y1984', '#2024-goals', '#3d']],
		['#café #日本語 #✅done #a/b-c_d.', ['#café', '#日本語', '#✅done', '#a/b-c_d']],
		['`#code` \\#no foo#bar https://x.y/#frag', []],
		['# #in-heading\n\n> #in-quote\n\n- #in-list', ['#in-heading', '#in-quote', '#in-list']],
		['[[Note #no]] ![[Note#no]]', []],
		['%% #in-comment %%', ['#in-comment']],
	])('%j has the tags %j', (text, tags) => {
		expect(tagsOf(text)).toEqual(tags);
	});
});

describe('links', () => {
	test.each([
		['[[a]] [[b|c]] [[d#e]] [[#f]] [[g#^h|i]]', ['a → a', 'b → c', 'd#e → d > e', '#f → f', 'g#^h → i']],
		['| a |\n|---|\n| [[x\\|y]] |', ['x → y']],
		['[a](b.md) [c](<d e.md>) [f](g%20h.md#i%20j) [k](l.md "title")', ['b.md → a', 'd e.md → c', 'g h.md#i j → f', 'l.md → k']],
		['[a](https://x.y) [b](mailto:a@b.c) [c](obsidian://open) [d]() <https://x.y> [e](//x.y)', []],
		['[100 %](50%.md)', ['50%.md → 100 %']],
		['`[[a]]` \\[[a]] <!-- [[a]] --> $[[a]]$', []],
		['[[]] [[ ]] [[a\nb]] [[unclosed', []],
		['[[a [b] c]] [[[d]]', ['a [b] c → a [b] c', 'd → d']],
		['**[[a]]** ~~[[b]]~~ ==[[c]]== *[d](d)*', ['a → a', 'b → b', 'c → c', 'd → d']],
	])('%j links to %j', (text, links) => {
		expect(linksOf(text)).toEqual(links);
	});

	test('embeds: notes, images, sizes; images from elsewhere are none', () => {
		const { embeds, links } = parseMetadata('![[a.png|100]] ![[b#^c]] ![alt|50](img/d%20e.png) ![x](https://x.y/z.png)');
		expect(embeds?.map(({ link, displayText, original }) => [link, displayText, original])).toEqual([
			['a.png', '100', '![[a.png|100]]'],
			['b#^c', 'b > ^c', '![[b#^c]]'],
			['img/d e.png', 'alt|50', '![alt|50](img/d%20e.png)'],
		]);
		expect(links).toBeUndefined();
	});

	test('properties: whole texts that are links, with the way to them', () => {
		const text = '---\na: "[[x]]"\nb:\n  - "[[y|z]]"\n  - see [[no]]\nc: "[t](u%20v.md)"\nd: "[t](https://x.y)"\n---\n';
		expect(parseMetadata(text).frontmatterLinks?.map(({ key, link, displayText }) => [key, link, displayText])).toEqual([
			['a', 'x', 'x'],
			['b.0', 'y', 'z'],
			['c', 'u v.md', 't'],
		]);
	});
});

describe('sections', () => {
	test.each([
		['para\nmore\n\n---\n\n<div>\n</div>\n\n    code\n', ['paragraph 0-1:4', 'thematicBreak 3-3:3', 'html 5-6:6', 'code 8-8:8']],
		['Title\n===\n\nSub\n---\n', ['heading 0-1:3', 'heading 3-4:3']],
		['text\n%%\nhidden\n%%\nafter', ['paragraph 0-0:4', 'comment 1-3:2', 'paragraph 4-4:5']],
		['%% one line %%\n\n%% part %% of text', ['comment 0-0:14', 'paragraph 2-2:18']],
		['%%\nnever closed\n\n# no heading', ['comment 0-3:12']],
		['$$\na\n\nb\n$$\nx', ['math 0-4:2', 'paragraph 5-5:1']],
		['[^1]: note\n    more\n\n    and more\n\ntext[^1]', ['footnoteDefinition 0-3:12', 'paragraph 5-5:8']],
		['> [!quote]- Title\n> text\n\n> plain', ['callout 0-1:6', 'blockquote 3-3:7']],
		['> - item\n> \n> %%\n> c\n> %%\n\nx', ['blockquote 0-4:4', 'paragraph 6-6:1']],
		['> %%\n> open\n\nafter', ['blockquote 0-1:6', 'paragraph 3-3:5']],
		['a\r\n\r\n- b\r\n- c\r\n\r\n> d\r\n', ['paragraph 0-0:1', 'list 2-3:3', 'blockquote 5-5:3']],
	])('%j', (text, sections) => {
		expect(sectionsOf(text)).toEqual(sections);
	});

	test('block ids: at the end of a paragraph, heading, quote or item, or alone after a block', () => {
		const text = 'para ^p1\n\n# Head ^h1\n\n> quote\n^q1\n\n- item ^i1\n    - inner ^I2\n\n| a |\n|---|\n\n^t1\n\n```\ncode ^no\n```\n\n^c1\n\nx^no ^';
		const { blocks, listItems, sections } = parseMetadata(text);
		expect(Object.keys(blocks ?? {})).toEqual(['p1', 'h1', 'q1', 't1', 'c1', 'i1', 'i2']);
		expect(blocks?.['t1']?.position).toEqual(sections?.find(({ type }) => type === 'table')?.position);
		expect(blocks?.['i2']).toEqual({ id: 'I2', position: listItems?.[1]?.position });
		expect(listItems?.map(({ id }) => id)).toEqual(['i1', 'I2']);
	});

	test('an id named like something that every object has', () => {
		expect(Object.keys(parseMetadata('a ^constructor\n\nb ^__proto__x').blocks ?? {})).toEqual(['constructor']);
	});

	test('footnotes, their references, and link definitions', () => {
		const { footnotes, footnoteRefs, referenceLinks } = parseMetadata('a[^1] b[^long]\n\n[^1]: one [[x]]\n[^long]: two\n\n[ref]: https://x.y\n');
		expect(footnotes?.map(({ id, position }) => [id, position.start.line, position.end.col])).toEqual([
			['1', 2, 15],
			['long', 3, 12],
		]);
		expect(footnoteRefs?.map(({ id, position }) => [id, position.start.col])).toEqual([
			['1', 1],
			['long', 7],
		]);
		expect(referenceLinks?.map(({ id, link }) => [id, link])).toEqual([['ref', 'https://x.y']]);
		expect(linksOf('[^1]: one [[x]]')).toEqual(['x → x']);
	});
});

describe('lists', () => {
	const itemsOf = (text: string): unknown[] => (parseMetadata(text).listItems ?? []).map(({ parent, task, position }) => [position.start.line, parent, task]);

	test('parents are lines; the first level counts from its list', () => {
		expect(itemsOf('- a\n    - b\n        - c\n    - d\n\ntext\n\n- e\n- f')).toEqual([
			[0, -1, undefined],
			[1, 0, undefined],
			[2, 1, undefined],
			[3, 0, undefined],
			[7, -7, undefined],
			[8, -7, undefined],
		]);
	});

	test('tasks have any one character, and only directly after the mark', () => {
		expect(itemsOf('- [ ] a\n- [x] b\n- [💡] c\n- [xx] d\n- []\n- e [x] f\n1. [>] g\n- h\n\n  [x] i').map((item) => (item as unknown[])[2])).toEqual([' ', 'x', '💡', undefined, undefined, undefined, '>', undefined]);
	});
});

describe('properties', () => {
	const read = (text: string): [CachedMetadata['frontmatter'], boolean] => {
		const cache = parseMetadata(text);
		return [cache.frontmatter, cache.sections?.[0]?.type === 'yaml'];
	};

	test.each([
		['---\na: 1\n---', [{ a: 1 }, true]],
		['---\r\na: 1\r\n---\r\nx', [{ a: 1 }, true]],
		['---\na: 2024-07-21\nb: yes\nc:\nd: [x, "y"]\n---\n', [{ a: '2024-07-21', b: 'yes', c: null, d: ['x', 'y'] }, true]],
		['---\n---\n', [undefined, true]],
		['---\n# only a comment\n---\n', [undefined, true]],
		['---\na: [1\n---\n', [undefined, true]],
		['---\n- list\n---\n', [undefined, true]],
		['---\na: 1\n', [undefined, false]],
		['\n---\na: 1\n---\n', [undefined, false]],
		['text\n---\na: 1\n---\n', [undefined, false]],
	])('%j', (text, expected) => {
		expect(read(text)).toEqual(expected);
	});
});
