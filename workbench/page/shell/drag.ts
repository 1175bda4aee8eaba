import type { App } from '../app';
import { TFile } from '../vault/files';

interface Draggable {
	type: string;
	title?: string;
	linktext?: string;
	file?: TFile;
}

/** Not documented, but used by plugins: dragging links out of views. */
export class DragManager {
	draggable: Draggable | null = null;

	constructor(private readonly app: App) {
		document.addEventListener('dragend', () => (this.draggable = null));
	}

	handleDrag(el: HTMLElement, start: (event: DragEvent) => Draggable | null): void {
		el.draggable = true;
		el.addEventListener('dragstart', (event) => this.onDragStart(event, start(event)));
	}

	dragFile(event: DragEvent, file: TFile): Draggable {
		event.dataTransfer?.setData('text/plain', this.app.fileManager.generateMarkdownLink(file, ''));
		return { type: 'file', title: file.basename, file };
	}

	dragLink(event: DragEvent, linktext: string, sourcePath: string, title?: string): Draggable {
		const file = this.app.metadataCache.getFirstLinkpathDest(linktext, sourcePath);
		event.dataTransfer?.setData('text/plain', file instanceof TFile ? this.app.fileManager.generateMarkdownLink(file, sourcePath) : `[[${linktext}]]`);
		return { type: 'link', title: title ?? linktext, linktext };
	}

	onDragStart(_event: DragEvent, draggable: Draggable | null): void {
		this.draggable = draggable;
	}
}
