import type { App } from '../app';

/** A core plugin: its options are in a JSON file of the vault's configuration folder. */
export abstract class InternalPlugin<Options extends object> {
	enabled = true;
	/** As other plugins read it: `instance.options`. */
	readonly instance: { options: Options; id: string; name: string };

	constructor(readonly app: App, readonly id: string, readonly name: string) {
		this.instance = { options: {} as Options, id, name };
	}

	get options(): Options {
		return this.instance.options;
	}

	async load(): Promise<void> {
		const path = `${this.app.vault.configDir}/${this.id}.json`;
		const { adapter } = this.app.vault;
		if (await adapter.exists(path)) this.instance.options = JSON.parse(await adapter.read(path)) as Options;
		this.onload();
	}

	abstract onload(): void;

	async saveOptions(change: Partial<Options>): Promise<void> {
		Object.assign(this.instance.options, change);
		const { adapter, configDir } = this.app.vault;
		await adapter.mkdir(configDir);
		await adapter.write(`${configDir}/${this.id}.json`, JSON.stringify(this.options, null, 2));
	}

	protected addCommand(id: string, name: string, callback: () => unknown): void {
		this.app.commands.addCommand({ id, name: `${this.name}: ${name}`, callback });
	}
}

/** The core plugins that the workbench has. */
export class InternalPlugins {
	readonly plugins: Record<string, InternalPlugin<object>> = {};

	add(plugin: InternalPlugin<object>): void {
		this.plugins[plugin.id] = plugin;
	}

	getPluginById(id: string): InternalPlugin<object> | null {
		return this.plugins[id] ?? null;
	}

	getEnabledPluginById(id: string): InternalPlugin<object>['instance'] | null {
		const plugin = this.plugins[id];
		return plugin?.enabled ? plugin.instance : null;
	}

	async load(): Promise<void> {
		for (const plugin of Object.values(this.plugins)) await plugin.load();
	}
}
