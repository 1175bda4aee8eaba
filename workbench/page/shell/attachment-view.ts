import { FileView } from '../workspace/view';
import type { TFile } from '../vault/files';

const IMAGES = new Set(['avif', 'bmp', 'gif', 'jpeg', 'jpg', 'png', 'svg', 'webp']);

/** Shows pictures; of other files only the name. */
export class AttachmentView extends FileView {
	override icon = 'image';

	getViewType(): string {
		return 'unsupported';
	}

	override async onLoadFile(file: TFile): Promise<void> {
		this.contentEl.empty();
		if (IMAGES.has(file.extension)) this.contentEl.createDiv({ cls: 'image-container' }).createEl('img', { attr: { src: this.app.vault.getResourcePath(file), alt: file.name } });
		else this.contentEl.createDiv({ cls: 'empty-state', text: `The workbench has no view for "${file.name}".` });
	}
}
