import type { PluginManifest } from 'obsidian';
import type { App } from '../app';
import { requireModule } from '../api/require';
import { nextTask } from '../base/slices';
import type { VaultClient } from '../vault/client';
import { Plugin } from './plugin';

interface Served {
	id: string;
	manifest: PluginManifest;
	enabled: boolean;
}

type PluginClass = new (app: App, manifest: PluginManifest) => Plugin;

/** How long a plugin held the main thread while it was evaluated and loaded, in ms. */
export interface PluginLoad {
	id: string;
	evaluated: number;
	onload: number;
}

/** Loads the built plugins as they are. */
export class Plugins {
	readonly plugins: Record<string, Plugin> = {};
	readonly manifests: Record<string, PluginManifest> = {};
	readonly enabledPlugins = new Set<string>();
	readonly loads: PluginLoad[] = [];

	constructor(private readonly app: App, private readonly client: VaultClient) {
		app.vault.on('raw', (path: string) => this.onRawChange(path));
	}

	async readManifests(): Promise<void> {
		const served = (await (await this.client.get('/api/plugins')).json()) as Served[];
		for (const { id, manifest } of served) this.manifests[id] = { ...manifest, dir: `${this.app.vault.configDir}/plugins/${id}` };
	}

	getPlugin(id: string): Plugin | null {
		return this.plugins[id] ?? null;
	}

	/** @throws Error that names the plugin and what failed */
	async enablePlugin(id: string, byUser = false): Promise<boolean> {
		const manifest = this.manifests[id];
		if (!manifest) throw new Error(`The workbench serves no plugin "${id}".`);
		if (this.plugins[id]) return true;
		const [code, css] = await Promise.all(['main.js', 'styles.css'].map((name) => this.fetchText(id, name)));
		if (code === null || code === undefined) throw new Error(`The plugin "${id}" has no main.js. Build it first.`);
		const run = await compile(id, code);
		// In a task of its own, so that its cost is measured apart from the host's.
		await nextTask();
		const started = performance.now();
		const PluginCode = findClass(id, run);
		const plugin = new PluginCode(this.app, manifest);
		const evaluated = performance.now();
		this.plugins[id] = plugin;
		this.enabledPlugins.add(id);
		if (css) this.addStyles(plugin, css);
		const loading = plugin.load();
		this.loads.push({ id, evaluated: evaluated - started, onload: performance.now() - evaluated });
		try {
			await loading;
		} catch (error) {
			await this.disablePlugin(id);
			throw new Error(`The plugin "${id}" failed to load: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
		}
		if (byUser) plugin.onUserEnable();
		await nextTask();
		return true;
	}

	async disablePlugin(id: string): Promise<void> {
		const plugin = this.plugins[id];
		if (!plugin) return;
		plugin.unload();
		delete this.plugins[id];
		this.enabledPlugins.delete(id);
		await nextTask();
	}

	private async fetchText(id: string, name: string): Promise<string | null> {
		const response = await this.client.get(`/api/plugins/${encodeURIComponent(id)}/${name}`).catch((error: unknown) => {
			if (name === 'styles.css') return null;
			throw error;
		});
		return response ? response.text() : null;
	}

	private addStyles(plugin: Plugin, css: string): void {
		const style = document.head.createEl('style', { text: css, attr: { 'data-plugin': plugin.manifest.id } });
		plugin.register(() => style.remove());
	}

	private onRawChange(path: string): void {
		for (const plugin of Object.values(this.plugins)) {
			if (path === `${this.app.vault.configDir}/plugins/${plugin.manifest.id}/data.json`) plugin.onExternalSettingsChange?.();
		}
	}
}

type Bundle = (require: typeof requireModule, module: { exports: Record<string, unknown> }, exports: Record<string, unknown>) => void;

/** Hands a CommonJS bundle to the browser as a script of its own and answers the function that runs it. */
async function compile(id: string, code: string): Promise<Bundle> {
	const slot = `workbench-plugin-${id}`;
	// The name makes the plugin's own file show up in stack traces and in the profiler.
	const source = `window[${JSON.stringify(slot)}] = function (require, module, exports) {${code}\n};\n//# sourceURL=plugin:${id}/main.js`;
	const url = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
	const script = createEl('script', { attr: { src: url } });
	try {
		await new Promise<void>((resolve, reject) => {
			script.addEventListener('load', () => resolve());
			script.addEventListener('error', () => reject(new Error(`The main.js of the plugin "${id}" cannot be loaded.`)));
			document.head.append(script);
		});
	} finally {
		script.remove();
		URL.revokeObjectURL(url);
	}
	const bundle: unknown = Reflect.get(window, slot);
	Reflect.deleteProperty(window, slot);
	if (typeof bundle !== 'function') throw new Error(`The main.js of the plugin "${id}" is not JavaScript that the browser can read.`);
	return bundle as Bundle;
}

/** Runs a bundle and answers its plugin class. */
function findClass(id: string, run: Bundle): PluginClass {
	const module: { exports: Record<string, unknown> } = { exports: {} };
	run(requireModule, module, module.exports);
	const exported = module.exports['default'] ?? module.exports;
	if (typeof exported !== 'function' || !(exported.prototype instanceof Plugin)) {
		throw new Error(`The main.js of the plugin "${id}" exports no class that extends Plugin.`);
	}
	return exported as PluginClass;
}
