import { setIcon } from '../dom/icons';

/** The icon of each kind of callout; other kinds look like a note. */
const icons: Record<string, string> = {
	note: 'pencil',
	abstract: 'clipboard-list',
	summary: 'clipboard-list',
	tldr: 'clipboard-list',
	info: 'info',
	todo: 'circle-check',
	tip: 'flame',
	hint: 'flame',
	important: 'flame',
	success: 'check',
	check: 'check',
	done: 'check',
	question: 'circle-question-mark',
	help: 'circle-question-mark',
	faq: 'circle-question-mark',
	warning: 'triangle-alert',
	caution: 'triangle-alert',
	attention: 'triangle-alert',
	failure: 'x',
	fail: 'x',
	missing: 'x',
	danger: 'zap',
	error: 'zap',
	bug: 'bug',
	example: 'list',
	quote: 'quote',
	cite: 'quote',
};

interface Head {
	kind: string;
	metadata: string;
	fold: string;
}

/** Reads and removes `[!kind|metadata]+` at the start of a quote; null when it is an ordinary one. */
function takeHead(first: HTMLElement): Head | null {
	const text = first.firstChild;
	const match = text instanceof Text ? /^\[!([^\]|]+)(?:\|([^\]]*))?\]([+-]?)[ \t]*/u.exec(text.data) : null;
	if (!match || !(text instanceof Text)) return null;
	text.data = text.data.slice(match[0].length);
	return { kind: (match[1] ?? '').trim().toLowerCase(), metadata: (match[2] ?? '').trim(), fold: match[3] ?? '' };
}

/** Everything on the first line is the title; the rest of the paragraph belongs to the content. */
function takeTitle(first: HTMLElement, kind: string): DocumentFragment {
	const title = createFragment();
	while (first.firstChild && first.firstChild.nodeName !== 'BR') title.append(first.firstChild);
	first.firstChild?.remove();
	while (first.firstChild instanceof Text && first.firstChild.data.trim() === '') first.firstChild.remove();
	if (title.textContent?.trim() === '') title.replaceChildren(kind.charAt(0).toUpperCase() + kind.slice(1).replaceAll('-', ' '));
	return title;
}

function turn(quote: HTMLElement): void {
	const first = quote.querySelector<HTMLElement>(':scope > p:first-child');
	const head = first ? takeHead(first) : null;
	if (!first || !head) return;
	const callout = createDiv({ cls: 'callout', attr: { 'data-callout': head.kind, 'data-callout-metadata': head.metadata, 'data-callout-fold': head.fold } });
	const titleEl = callout.createDiv({ cls: 'callout-title', attr: { dir: 'auto' } });
	setIcon(titleEl.createDiv({ cls: 'callout-icon' }), icons[head.kind] ?? 'pencil');
	titleEl.createDiv({ cls: 'callout-title-inner' }).append(takeTitle(first, head.kind));
	if (first.childNodes.length === 0) first.remove();
	const content = createDiv({ cls: 'callout-content' });
	content.append(...quote.childNodes);
	if (content.textContent?.trim() || content.querySelector('*')) callout.append(content);
	if (head.fold) makeFoldable(callout, titleEl, head.fold === '-');
	quote.replaceWith(callout);
}

function makeFoldable(callout: HTMLElement, titleEl: HTMLElement, folded: boolean): void {
	callout.addClass('is-collapsible');
	const arrow = titleEl.createDiv({ cls: 'callout-fold' });
	setIcon(arrow, 'chevron-down');
	const fold = (on: boolean): void => {
		callout.toggleClass('is-collapsed', on);
		arrow.toggleClass('is-collapsed', on);
	};
	fold(folded);
	titleEl.addEventListener('click', () => fold(!callout.hasClass('is-collapsed')));
}

/** Quotes that begin with `[!kind]` become callouts, the innermost first. */
export function turnCallouts(el: HTMLElement): void {
	for (const quote of el.findAll('blockquote').reverse()) turn(quote);
}
