import type { Root } from 'hast';
import { raw } from 'hast-util-raw';
import { sanitize } from 'hast-util-sanitize';
import { toDom } from 'hast-util-to-dom';
import TurndownService from 'turndown';
import { noteSchema } from './tree';
import { gfmTables } from './turndown-tables';

const service = new TurndownService({ headingStyle: 'atx', bulletListMarker: '-', codeBlockStyle: 'fenced', emDelimiter: '*', hr: '---' });
service.use(gfmTables);
service.remove(['script', 'style', 'noscript', 'title', 'meta', 'link'] as never);
service.addRule('strike', { filter: ['s', 'del'], replacement: (content) => `~~${content}~~` });
service.addRule('mark', { filter: ['mark'], replacement: (content) => `==${content}==` });
service.addRule('item', {
	filter: 'li',
	replacement(content, node, options) {
		const parent = node.parentElement;
		const index = parent ? [...parent.children].indexOf(node) : 0;
		const start = Number(parent?.getAttribute('start') ?? 1);
		const prefix = parent?.nodeName === 'OL' ? `${start + index}. ` : `${options.bulletListMarker ?? '-'} `;
		const body = content.replace(/^\n+|\n+$/gu, '').replace(/\n/gmu, `\n${' '.repeat(prefix.length)}`);
		return `${prefix}${body}${node.nextSibling ? '\n' : ''}`;
	},
});

/** HTML as a fragment in which nothing can run. */
export function sanitizeHTMLToDom(html: string): DocumentFragment {
	const tree = raw({ type: 'root', children: [{ type: 'raw', value: html }] } as unknown as Root) as Root;
	const clean = sanitize(tree, noteSchema);
	const dom = toDom(clean, { fragment: true });
	const fragment = document.createDocumentFragment();
	fragment.append(...dom.childNodes);
	return fragment;
}

/** HTML (of a page or the clipboard) as Markdown. */
export function htmlToMarkdown(html: string | HTMLElement | Document | DocumentFragment): string {
	if (typeof html === 'string') return service.turndown(new DOMParser().parseFromString(html, 'text/html').body);
	if (html instanceof Document) return service.turndown(html.body);
	return service.turndown(html);
}
