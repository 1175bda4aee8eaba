import type { App } from '../app';
import { parseLinktext } from '../api/text';
import { partOf } from '../render/embeds';
import { renderMarkdown } from '../render/render';
import { HoverPopover, type HoverParent } from '../ui/hover-popover';

interface HoverLink {
	event: MouseEvent;
	source: string;
	hoverParent: HoverParent;
	targetEl: HTMLElement | null;
	linktext: string;
	sourcePath?: string;
}

/** Shows the note behind a link while the mouse rests on it; everyone asks by the event `hover-link`. */
export function watchHovers(app: App): void {
	app.workspace.on('hover-link', (hover: HoverLink) => show(app, hover));
}

function show(app: App, { hoverParent, targetEl, linktext, sourcePath }: HoverLink): void {
	const { path, subpath } = parseLinktext(linktext);
	const file = app.metadataCache.getFirstLinkpathDest(path, sourcePath ?? '');
	if (!file || file.extension !== 'md' || hoverParent.hoverPopover?.targetEl === targetEl) return;
	const popover = new HoverPopover(hoverParent, targetEl, 300);
	popover.hoverEl.dataset['sourcePath'] = file.path;
	const view = popover.hoverEl.createDiv({ cls: 'markdown-embed is-loaded' }).createDiv({ cls: 'markdown-embed-content' }).createDiv({ cls: 'markdown-preview-view markdown-rendered' });
	view.createDiv({ cls: 'inline-title', text: file.basename });
	void app.vault
		.cachedRead(file)
		.then((text) => renderMarkdown(app, partOf(app, file, text, subpath), view, file.path, popover))
		.then(() => popover.hoverEl.isConnected && popover.position())
		.catch((error: unknown) => view.setText(`"${file.path}" cannot be shown: ${String(error)}`));
}
