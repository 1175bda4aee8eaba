import { InternalPlugin } from '../shell/internal-plugins';
import { BaseFileView } from './view/base-file-view';
import { drawBaseBlock } from './view/embeds';
import { BasesViews } from './view/registry';
import { TableView } from './view/table-view';

/** The core plugin that shows `.base` files, `base` blocks and embedded bases. Switched off by `"bases": false` in core-plugins.json. */
export class Bases extends InternalPlugin<object> {
	readonly views = new BasesViews();

	override async load(): Promise<void> {
		const path = `${this.app.vault.configDir}/core-plugins.json`;
		const { adapter } = this.app.vault;
		const switches = (await adapter.exists(path)) ? (JSON.parse(await adapter.read(path)) as unknown) : {};
		this.enabled = (switches as Record<string, unknown>)['bases'] !== false;
		this.onload();
	}

	override onload(): void {
		if (!this.enabled) return;
		const { app, views } = this;
		views.register('table', { name: 'Table', icon: 'table', factory: (controller, containerEl) => new TableView(controller, containerEl) });
		app.viewRegistry.registerView('bases', (leaf) => new BaseFileView(leaf, views));
		app.viewRegistry.registerExtensions(['base'], 'bases');
		app.processors.addCodeBlock('base', (source, el, ctx) => drawBaseBlock(app, views, source, el, ctx));
	}
}
