import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { isMissing, Problem } from './problem';

/** A plugin to offer to the page: `folder` holds its built main.js, manifest.json and perhaps styles.css. */
export interface PluginSource {
	readonly id: string;
	readonly folder: string;
}

const TYPES: Readonly<Record<string, string>> = {
	'main.js': 'text/javascript; charset=utf-8',
	'styles.css': 'text/css; charset=utf-8',
};

/** The plugins with their manifests. */
export async function describePlugins(plugins: readonly PluginSource[]): Promise<{ id: string; manifest: unknown; enabled: true }[]> {
	return await Promise.all(
		plugins.map(async ({ id, folder }) => {
			const text = (await readPluginFile(folder, id, 'manifest.json')).toString('utf8');
			try {
				return { id, manifest: JSON.parse(text) as unknown, enabled: true as const };
			} catch {
				throw new Problem(500, `The manifest.json of the plugin "${id}" is not JSON.`);
			}
		}),
	);
}

/** A plugin's file, unmodified, read anew each time so that a rebuild shows after a reload. */
export async function servePluginFile(plugins: readonly PluginSource[], id: string, name: string): Promise<{ bytes: Buffer; type: string }> {
	const plugin = plugins.find((one) => one.id === id);
	const type = Object.hasOwn(TYPES, name) ? TYPES[name] : undefined;
	if (plugin === undefined || type === undefined) throw new Problem(404, `There is no plugin file "${id}/${name}".`);
	return { bytes: await readPluginFile(plugin.folder, id, name), type };
}

async function readPluginFile(folder: string, id: string, name: string): Promise<Buffer> {
	try {
		return await readFile(path.join(folder, name));
	} catch (failure) {
		if (isMissing(failure)) throw new Problem(404, `The plugin "${id}" has no ${name}.`);
		throw failure;
	}
}
