import type { App } from '../../app';
import { Component } from '../../base/component';
import type { PostProcessorContext } from '../../render/processors';
import type { TFile } from '../../vault/files';
import { QueryController } from './query-controller';
import type { BasesViews } from './registry';

/** A `base` code block: a base whose `this` is the note around it. Its view is chosen for now only. */
export function drawBaseBlock(app: App, views: BasesViews, source: string, el: HTMLElement, ctx: PostProcessorContext): void {
	const controller = new QueryController(app, el.createDiv({ cls: 'bases-embed' }), { views, self: () => app.vault.getFileByPath(ctx.sourcePath) });
	ctx.addChild(controller);
	controller.setText(source);
}

/** `![[File.base#View]]` in a note. */
export async function embedBase(app: App, views: BasesViews, el: HTMLElement, file: TFile, view: string, sourcePath: string, component: Component): Promise<void> {
	el.addClass('bases-embed', 'is-loaded');
	const controller = new QueryController(app, el, {
		views,
		self: () => app.vault.getFileByPath(sourcePath),
		save: async (text) => void (await app.vault.process(file, () => text)),
	});
	component.addChild(controller);
	const read = async (): Promise<void> => controller.setText(await app.vault.read(file));
	controller.registerEvent(app.vault.on('modify', (changed: TFile) => changed === file && void read()));
	if (view !== '') controller.selectView(view);
	await read();
}
