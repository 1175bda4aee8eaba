import type { App } from '../app';
import type { Component } from '../base/component';
import { embedBase } from '../bases';
import { getFrontMatterInfo, parseLinktext } from '../api/text';
import { resolveSubpath } from '../metadata/references';
import type { TFile } from '../vault/files';

const IMAGES = new Set(['avif', 'bmp', 'gif', 'jpeg', 'jpg', 'png', 'svg', 'webp']);
const SOUNDS = new Set(['flac', 'm4a', 'mp3', 'ogg', 'wav', 'webm', '3gp']);

/** How deep notes may be embedded in each other. */
const MOST_DEPTH = 5;

type RenderInto = (markdown: string, el: HTMLElement, sourcePath: string, component: Component, depth: number) => Promise<void>;

function setSize(img: HTMLImageElement, shown: string): void {
	const size = /^(\d+)(?:x(\d+))?$/u.exec(shown);
	if (!size) return;
	img.setAttribute('width', size[1] ?? '');
	if (size[2]) img.setAttribute('height', size[2]);
}

function embedMedia(app: App, el: HTMLElement, file: TFile, shown: string): boolean {
	const src = app.vault.getResourcePath(file);
	if (IMAGES.has(file.extension)) {
		el.addClass('media-embed', 'image-embed', 'is-loaded');
		setSize(el.createEl('img', { attr: { src, alt: /^\d/u.test(shown) ? file.basename : shown || file.basename } }), shown);
		return true;
	}
	if (!SOUNDS.has(file.extension)) return false;
	el.addClass('media-embed', 'audio-embed', 'is-loaded');
	el.createEl('audio', { attr: { src, controls: true } });
	return true;
}

/** The part of a note that a `#heading` or `#^block` names, or the whole note. */
export function partOf(app: App, file: TFile, text: string, subpath: string): string {
	if (subpath === '') return text.slice(getFrontMatterInfo(text).contentStart);
	const found = resolveSubpath(app.metadataCache.getFileCache(file) ?? {}, subpath);
	return found ? text.slice(found.start.offset, found.end?.offset ?? text.length) : `There is no "${subpath}" in "${file.basename}".`;
}

async function embedNote(app: App, el: HTMLElement, file: TFile, subpath: string, component: Component, depth: number, render: RenderInto): Promise<void> {
	el.addClass('markdown-embed', 'inline-embed', 'is-loaded');
	const title = el.createDiv({ cls: 'markdown-embed-title', text: subpath ? `${file.basename} > ${subpath.replace(/^#\^?/u, '')}` : file.basename });
	title.addEventListener('click', () => void app.workspace.openLinkText(file.path + subpath, ''));
	const content = el.createDiv({ cls: 'markdown-embed-content' }).createDiv({ cls: 'markdown-preview-view markdown-rendered' });
	const text = await app.vault.cachedRead(file);
	await render(partOf(app, file, text, subpath), content, file.path, component, depth + 1);
}

/** Fills the places of embeds with what they name. */
export async function fillEmbeds(app: App, el: HTMLElement, sourcePath: string, component: Component, depth: number, render: RenderInto): Promise<void> {
	for (const place of el.findAll('span.internal-embed:not(.is-loaded)')) {
		const target = place.dataset['target'] ?? '';
		const shown = place.dataset['shown'] ?? '';
		place.empty();
		place.setAttrs({ src: target, alt: shown || target, href: null, 'data-target': null, 'data-shown': null });
		const { path, subpath } = parseLinktext(target);
		const file = app.metadataCache.getFirstLinkpathDest(path, sourcePath);
		if (!file) {
			place.addClass('file-embed', 'mod-empty', 'is-loaded');
			place.setText(`"${target}" is not created yet.`);
		} else if (embedMedia(app, place, file, shown)) continue;
		else if (file.extension === 'base' && app.bases.enabled) await embedBase(app, app.bases.views, place, file, subpath.slice(1), sourcePath, component);
		else if (file.extension === 'md' && depth < MOST_DEPTH) await embedNote(app, place, file, subpath, component, depth, render);
		else place.createEl('a', { cls: 'internal-link', text: file.path, attr: { 'data-href': file.path, href: file.path } });
	}
}
