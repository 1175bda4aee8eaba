import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of this project. */
export const PROJECT = fileURLToPath(new URL('..', import.meta.url));

/** The id in manifest.json, which is also the name of the plugin's folder in a vault. */
export const PLUGIN_ID = 'seek-sense-share';

/**
 * Builds main.js and styles.css into the project folder.
 * @throws Error with a plain sentence when the build is not there or fails; what it printed stands above
 */
export async function buildPlugin(): Promise<void> {
	const script = path.join(PROJECT, 'esbuild.config.mjs');
	if (!existsSync(script)) throw new Error(`The plugin cannot be built: ${script} is missing.`);
	const code = await new Promise<number | null>((resolve, reject) => {
		const child = spawn(process.execPath, [script, 'production'], { cwd: PROJECT, stdio: ['ignore', 'inherit', 'inherit'] });
		child.on('error', reject);
		child.on('exit', resolve);
	});
	if (code !== 0) throw new Error('The plugin could not be built; the reason stands above.');
}
