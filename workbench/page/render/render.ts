import { toDom } from 'hast-util-to-dom';
import type { App } from '../app';
import type { Component } from '../base/component';
import { getFrontMatterInfo, parseYaml } from '../api/text';
import { turnCallouts } from './callouts';
import { fillEmbeds } from './embeds';
import { dressLinks } from './links';
import type { Portion } from './portions';
import type { PostProcessorContext } from './processors';
import { renderProperties } from './properties';
import { hideComments } from './source';
import { toTree } from './tree';

interface Job {
	app: App;
	text: string;
	sourcePath: string;
	component: Component;
	depth: number;
	/** What plugins are still drawing: shown as it comes, and waited for by whoever needs the whole, such as a print. */
	pending: Promise<void>[];
}

interface Lines {
	lineStart: number;
	lineEnd: number;
}

/** Puts the rendered Markdown into an element, and waits until plugins have drawn their parts. Properties are drawn only when asked for. */
export async function renderMarkdown(app: App, markdown: string, el: HTMLElement, sourcePath: string, component: Component, properties = false): Promise<void> {
	const info = getFrontMatterInfo(markdown);
	if (properties && info.exists) renderProperties(el, info.frontmatter);
	const pending: Promise<void>[] = [];
	await renderInto({ app, text: markdown, sourcePath, component, depth: 0, pending }, el);
	await Promise.all(pending);
}

async function renderInto(job: Job, el: HTMLElement): Promise<void> {
	const box = createDiv();
	for (const { dom } of toSections(job.text)) box.append(dom);
	const lines = { lineStart: 0, lineEnd: job.text.split('\n').length - 1 };
	await finish(job, box, lines);
	el.append(...box.childNodes);
}

/** Puts a portion of a note into an element, each top part in a box of its own, as the reading view has it. */
export async function renderPortion(app: App, text: string, portion: Portion, el: HTMLElement, sourcePath: string, component: Component): Promise<void> {
	const job = { app, text, sourcePath, component, depth: 0, pending: [] };
	const info = getFrontMatterInfo(text);
	if (info.exists && portion.line === 0) renderProperties(el.createDiv({ cls: 'mod-header', attr: { 'data-line': 0 } }), info.frontmatter);
	for (const { dom, lines } of toSections(portion.text)) {
		const tag = dom instanceof HTMLElement ? dom.tagName.toLowerCase() : 'p';
		const inNote = { lineStart: lines.lineStart + portion.line, lineEnd: lines.lineEnd + portion.line };
		const box = el.createDiv({ cls: `el-${tag}`, attr: { 'data-line': inNote.lineStart } });
		box.append(dom);
		await finish(job, box, inNote);
	}
}

/** The top parts of a note with the lines that they come from. */
function toSections(text: string): { dom: Node; lines: Lines }[] {
	const info = getFrontMatterInfo(text);
	// Properties become empty lines, so that the line numbers of the rest stay right.
	const body = text.slice(0, info.contentStart).replace(/[^\n]/gu, '') + text.slice(info.contentStart);
	const tree = toTree(hideComments(body));
	return tree.children.flatMap((child) => {
		if (child.type !== 'element') return [];
		const dom = toDom({ type: 'root', children: [child] }, { fragment: true }).firstChild;
		if (!dom) return [];
		const lineStart = (child.position?.start.line ?? 1) - 1;
		return [{ dom, lines: { lineStart, lineEnd: (child.position?.end.line ?? lineStart + 1) - 1 } }];
	});
}

/** What turns plain HTML into Obsidian's: callouts, links, tasks, embeds, and then the plugins. */
async function finish(job: Job, el: HTMLElement, lines: Lines): Promise<void> {
	const { app, sourcePath, component, depth, pending } = job;
	turnCallouts(el);
	dressLinks(app, el, sourcePath);
	dressTasks(el);
	dressCode(el);
	dressHeadings(el);
	hideBlockIds(el);
	pending.push(app.processors.run(el, makeContext(job, lines)));
	await fillEmbeds(app, el, sourcePath, component, depth, (text, target, path, child, level) => renderInto({ app, text, sourcePath: path, component: child, depth: level, pending }, target));
}

function makeContext({ text, sourcePath, component }: Job, lines: Lines): PostProcessorContext {
	const info = getFrontMatterInfo(text);
	return {
		docId: sourcePath,
		sourcePath,
		get frontmatter(): unknown {
			return info.exists ? parseYaml(info.frontmatter) : undefined;
		},
		addChild: (child) => void component.addChild(child),
		getSectionInfo: () => ({ text, ...lines }),
	};
}

function dressTasks(el: HTMLElement): void {
	for (const item of el.findAll('li')) {
		const box = item.querySelector<HTMLInputElement>(':scope > input[type="checkbox"], :scope > p > input[type="checkbox"]');
		if (!box) continue;
		const mark = item.dataset['task'] ?? (box.checked ? 'x' : '');
		item.addClass('task-list-item');
		item.toggleClass('is-checked', mark.trim() !== '');
		item.dataset['task'] = mark;
		box.addClass('task-list-item-checkbox');
		box.disabled = true;
		const text = box.nextSibling;
		if (text instanceof Text) text.data = text.data.trimStart();
		item.parentElement?.addClass('contains-task-list');
	}
}

function dressCode(el: HTMLElement): void {
	for (const code of el.findAll('pre > code')) {
		const language = [...code.classList].find((name) => name.startsWith('language-'));
		if (language) code.parentElement?.addClass(language);
	}
}

function dressHeadings(el: HTMLElement): void {
	for (const heading of el.findAll('h1, h2, h3, h4, h5, h6')) {
		heading.dataset['heading'] = heading.getText();
		heading.dir = 'auto';
	}
}

/** `^id` at the end of a block names it and is not read. */
function hideBlockIds(el: HTMLElement): void {
	for (const block of el.findAll('p, li, h1, h2, h3, h4, h5, h6')) {
		const last = block.lastChild;
		if (last instanceof Text) last.data = last.data.replace(/(?:^|\s)\^[\w-]+\s*$/u, '');
	}
}
