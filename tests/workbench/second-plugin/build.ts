import { copyFile, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const HERE = fileURLToPath(new URL('.', import.meta.url));

/** A built plugin, as the workbench serves it. */
export interface BuiltPlugin {
	id: string;
	folder: string;
}

/** Builds the plugin as any plugin is built, into a folder of its own. */
export async function buildSecondPlugin(): Promise<BuiltPlugin> {
	const built = await buildInto('main.ts', 'reading-list');
	for (const name of ['manifest.json', 'styles.css']) await copyFile(path.join(HERE, name), path.join(built.folder, name));
	return built;
}

/** The plugin whose settings are definitions. It has no styles. */
export async function buildSettingsPlugin(): Promise<BuiltPlugin> {
	return buildPlain('settings-plugin.ts', 'defined-settings', 'Defined settings');
}

/** The plugin with a view for bases. It has no styles. */
export async function buildBasesPlugin(): Promise<BuiltPlugin> {
	return buildPlain('bases-plugin.ts', 'base-names', 'Base names');
}

/** The plugin that shares by a way with a limit, in the product's own share window. It has no styles. */
export async function buildLimitedPlugin(): Promise<BuiltPlugin> {
	return buildPlain('limited-plugin.ts', 'limited-way', 'Limited way');
}

async function buildPlain(entry: string, id: string, name: string): Promise<BuiltPlugin> {
	const built = await buildInto(entry, id);
	const manifest = JSON.parse(await readFile(path.join(HERE, 'manifest.json'), 'utf8')) as object;
	await writeFile(path.join(built.folder, 'manifest.json'), JSON.stringify({ ...manifest, id, name }));
	return built;
}

async function buildInto(entry: string, id: string): Promise<BuiltPlugin> {
	const folder = await mkdtemp(path.join(tmpdir(), `${id}-`));
	await build({
		entryPoints: [path.join(HERE, entry)],
		outfile: path.join(folder, 'main.js'),
		bundle: true,
		format: 'cjs',
		target: 'es2021',
		external: ['obsidian', 'electron', '@codemirror/*', '@lezer/*'],
		logLevel: 'warning',
	});
	return { id, folder };
}
