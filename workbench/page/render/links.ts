import type { App } from '../app';
import { getLinkpath } from '../api/text';
import { Keymap } from '../base/keymap';
import { Menu } from '../ui/menu';

/** Gives links in rendered Markdown the attributes that Obsidian's have. */
export function dressLinks(app: App, el: HTMLElement, sourcePath: string): void {
	for (const link of el.findAll('a')) {
		const target = link.dataset['target'];
		const href = link.getAttr('href') ?? '';
		if (target !== undefined) dressInternal(app, link, target, sourcePath);
		else if (link.hasClass('tag') || link.hasClass('footnote-ref') || href.startsWith('#')) continue;
		else if (/^[a-z][a-z\d+.-]*:/iu.test(href)) dressExternal(link);
		else dressInternal(app, link, decodeSafely(href), sourcePath);
	}
}

function decodeSafely(href: string): string {
	try {
		return decodeURIComponent(href);
	} catch (error) {
		// A "%" that encodes nothing: the text is meant as it stands.
		if (error instanceof URIError) return href;
		throw error;
	}
}

function dressInternal(app: App, link: HTMLElement, target: string, sourcePath: string): void {
	link.addClass('internal-link');
	link.setAttrs({ 'data-href': target, href: target, target: '_blank', rel: 'noopener nofollow', 'data-target': null, 'data-shown': null });
	const linkpath = getLinkpath(target);
	const found = linkpath === '' || app.metadataCache.getFirstLinkpathDest(linkpath, sourcePath) !== null;
	link.toggleClass('is-unresolved', !found);
}

function dressExternal(link: HTMLElement): void {
	link.addClass('external-link');
	link.setAttrs({ target: '_blank', rel: 'noopener nofollow' });
}

function linkOf(event: Event): HTMLElement | null {
	return event.target instanceof Element ? event.target.closest<HTMLElement>('a.internal-link') : null;
}

/** Where a link in the page comes from: the note that is shown around it. */
function sourceOf(app: App, el: HTMLElement): string {
	const leaf = app.workspace.allLeaves().find((item) => item.containerEl.contains(el));
	const path = leaf?.view.getState()['file'];
	return el.closest<HTMLElement>('[data-source-path]')?.dataset['sourcePath'] ?? (typeof path === 'string' ? path : '');
}

/** Clicks, right clicks and hovers on internal links of rendered Markdown, wherever it stands in the page. */
export function followLinks(app: App): void {
	const isRendered = (el: HTMLElement): boolean => el.closest('.markdown-rendered, .metadata-container, .markdown-preview-view') !== null;
	const open = (event: MouseEvent): void => {
		const link = linkOf(event);
		if (!link || !isRendered(link) || event.defaultPrevented || event.button > 1) return;
		event.preventDefault();
		void app.workspace.openLinkText(link.dataset['href'] ?? '', sourceOf(app, link), Keymap.isModEvent(event));
	};
	document.addEventListener('click', open);
	document.addEventListener('auxclick', open);
	document.addEventListener('contextmenu', (event) => {
		const link = linkOf(event);
		if (!link || !isRendered(link) || event.defaultPrevented) return;
		const menu = new Menu();
		app.workspace.handleLinkContextMenu(menu, link.dataset['href'] ?? '', sourceOf(app, link));
		menu.showAtMouseEvent(event);
	});
	document.addEventListener('mouseover', (event) => {
		const link = linkOf(event);
		if (!link || !isRendered(link)) return;
		const leaf = app.workspace.allLeaves().find((item) => item.containerEl.contains(link));
		app.workspace.trigger('hover-link', { event, source: 'preview', hoverParent: leaf ?? app.renderContext, targetEl: link, linktext: link.dataset['href'] ?? '', sourcePath: sourceOf(app, link) });
	});
}
