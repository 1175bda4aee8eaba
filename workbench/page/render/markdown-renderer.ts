import type { App } from '../app';
import { Component } from '../base/component';
import type { TFile } from '../vault/files';
import type { HoverPopover } from '../ui/hover-popover';
import { codeBlockProcessor, type CodeBlockHandler, type MarkdownPostProcessor } from './processors';
import { renderMarkdown } from './render';

let currentApp: App | null = null;

/** The static functions of Obsidian's renderer need the app without being given it. */
export function connectRenderer(app: App): void {
	currentApp = app;
}

function needApp(): App {
	if (!currentApp) throw new Error('Markdown cannot be rendered before the app is there.');
	return currentApp;
}

/** A component that lives as long as an element of rendered Markdown. */
export class MarkdownRenderChild extends Component {
	constructor(readonly containerEl: HTMLElement) {
		super();
	}
}

export abstract class MarkdownRenderer extends MarkdownRenderChild {
	abstract get file(): TFile | null;
	hoverPopover: HoverPopover | null = null;

	static async render(app: App, markdown: string, el: HTMLElement, sourcePath: string, component: Component): Promise<void> {
		el.addClass('markdown-rendered');
		await renderMarkdown(app, markdown, el, sourcePath, component);
	}

	static async renderMarkdown(markdown: string, el: HTMLElement, sourcePath: string, component: Component): Promise<void> {
		await MarkdownRenderer.render(needApp(), markdown, el, sourcePath, component);
	}
}

/** Registration without a plugin. */
export const MarkdownPreviewRenderer = {
	registerPostProcessor(processor: MarkdownPostProcessor, sortOrder?: number): void {
		needApp().processors.add(processor, sortOrder);
	},
	unregisterPostProcessor(processor: MarkdownPostProcessor): void {
		needApp().processors.remove(processor);
	},
	createCodeBlockPostProcessor(language: string, handler: CodeBlockHandler): MarkdownPostProcessor {
		return codeBlockProcessor(language, handler);
	},
};
