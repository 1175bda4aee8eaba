import { copyFile, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const HERE = fileURLToPath(new URL('.', import.meta.url));

/** Builds the plugin as any plugin is built, into a folder of its own; answers the folder. */
export async function buildSecondPlugin(): Promise<{ id: string; folder: string }> {
	const folder = await mkdtemp(path.join(tmpdir(), 'reading-list-'));
	await build({
		entryPoints: [path.join(HERE, 'main.ts')],
		outfile: path.join(folder, 'main.js'),
		bundle: true,
		format: 'cjs',
		target: 'es2021',
		external: ['obsidian', 'electron', '@codemirror/*', '@lezer/*'],
		logLevel: 'warning',
	});
	for (const name of ['manifest.json', 'styles.css']) await copyFile(path.join(HERE, name), path.join(folder, name));
	return { id: 'reading-list', folder };
}
