import type { App } from './app';
import { Component } from './base/component';
import { readLongTasks, type LongTask } from './base/long-tasks';
import { readResources, type Resources } from './base/resources';
import type { PluginLoad } from './plugins/plugins';
import { renderMarkdown } from './render/render';
import { noticeLog } from './ui/notice';

/** What tests and scripts can ask of the page: `window.workbench`. */
interface WorkbenchApi {
	app: App;
	/** Resolves when plugins are loaded, the layout stands and all notes are parsed. */
	ready: Promise<void>;
	/** All commands, also those that cannot run now. */
	commands(): { id: string; name: string }[];
	/** False when the command does not exist or cannot run now. */
	runCommand(id: string): boolean;
	/** Texts of all notices so far. */
	notices(): string[];
	/** Durations of all main-thread blocks over 50 ms so far, in ms. */
	longTasks(): number[];
	/** The same with their start times (ms since navigation). */
	longTaskEntries(): readonly LongTask[];
	/** When each step of the start was reached, in ms since navigation. */
	marks(): Record<string, number>;
	/** How long each plugin's evaluation and onload held the main thread. */
	pluginLoads(): readonly PluginLoad[];
	/** Calls the handler of `obsidian://action?…`. */
	fireProtocol(action: string, params?: Record<string, string>): Promise<unknown>;
	/** Calls a handler of the command line. */
	runCli(command: string, params?: Record<string, string>): Promise<string>;
	enable(id: string): Promise<void>;
	disable(id: string): Promise<void>;
	resources(): Resources;
	/** A note's Markdown as HTML, once plugins have drawn their parts: what a print or an export would hold. */
	print(markdown: string, sourcePath: string): Promise<string>;
	/** Resolves when every change so far is parsed and every open note is saved. */
	settle(): Promise<void>;
}

declare global {
	interface Window {
		workbench: WorkbenchApi;
	}
}

export function makeWorkbenchApi(app: App, ready: Promise<void>): WorkbenchApi {
	return {
		app,
		ready,
		commands: () => Object.values(app.commands.commands).map(({ id, name }) => ({ id, name })),
		runCommand: (id) => app.commands.executeCommandById(id),
		notices: noticeLog,
		longTasks: () => readLongTasks().map((task) => task.duration),
		longTaskEntries: readLongTasks,
		marks: () => Object.fromEntries(performance.getEntriesByType('mark').map((mark) => [mark.name, mark.startTime])),
		pluginLoads: () => app.plugins.loads,
		fireProtocol: async (action, params = {}) => {
			const handler = app.protocolHandlers.get(action);
			if (!handler) throw new Error(`No plugin handles obsidian://${action}.`);
			return handler({ ...params, action: params['action'] ?? action });
		},
		runCli: async (command, params = {}) => {
			const found = app.cliHandlers.get(command);
			if (!found) throw new Error(`No plugin handles the command "${command}".`);
			return found.handler(params);
		},
		enable: async (id) => void (await app.plugins.enablePlugin(id, true)),
		disable: (id) => app.plugins.disablePlugin(id),
		resources: readResources,
		print: (markdown, sourcePath) => printed(app, markdown, sourcePath),
		settle: async () => {
			await app.saveAll();
			await app.metadataCache.settle();
		},
	};
}

async function printed(app: App, markdown: string, sourcePath: string): Promise<string> {
	const page = document.body.createDiv({ cls: 'print markdown-rendered' });
	const life = new Component();
	life.load();
	try {
		await renderMarkdown(app, markdown, page, sourcePath, life);
		return page.innerHTML;
	} finally {
		life.unload();
		page.remove();
	}
}
