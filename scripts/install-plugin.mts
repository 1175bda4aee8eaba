import { copyFile, mkdir, rename, stat } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { buildPlugin, PLUGIN_ID, PROJECT } from './build-plugin.mjs';

const HELP = `Puts the plugin into a vault.

  npm run install-plugin -- PATH_TO_VAULT [--force]

  --force   also into a folder that Obsidian has not opened yet
  --help    this text`;

const FILES = ['main.js', 'manifest.json', 'styles.css'] as const;

/** What to install, where, and how. */
export interface Installation {
	/** Folder of a vault. */
	readonly vault: string;
	/** Install even when the folder does not look like a vault. */
	readonly force: boolean;
	/** Makes main.js and styles.css in `from`. */
	readonly build: () => Promise<void>;
	/** Folder of the built plugin. */
	readonly from: string;
}

/**
 * Builds the plugin and copies its three files into a vault; the plugin's settings there (data.json) stay.
 * @returns the folder that the plugin is in now
 * @throws Error with a plain sentence when the folder is no vault or a file is missing
 */
export async function installPlugin({ vault, force, build, from }: Installation): Promise<string> {
	if (!(await isFolder(vault))) throw new Error(`There is no folder ${vault}.`);
	if (!force && !(await isFolder(path.join(vault, '.obsidian')))) {
		throw new Error(`${vault} is no vault that Obsidian has opened: it has no folder ".obsidian". Open it in Obsidian once, or add --force.`);
	}
	await build();
	const target = path.join(vault, '.obsidian', 'plugins', PLUGIN_ID);
	await mkdir(target, { recursive: true });
	for (const name of FILES) await replaceFile(path.join(from, name), path.join(target, name));
	return target;
}

/** A running Obsidian never finds half a file. */
async function replaceFile(from: string, to: string): Promise<void> {
	const unfinished = `${to}.new`;
	await copyFile(from, unfinished);
	await rename(unfinished, to);
}

async function isFolder(place: string): Promise<boolean> {
	try {
		return (await stat(place)).isDirectory();
	} catch (failure) {
		if (failure instanceof Error && 'code' in failure && (failure.code === 'ENOENT' || failure.code === 'ENOTDIR')) return false;
		throw failure;
	}
}

/** What to click after the files are there. */
export function nextSteps(target: string): string {
	return [
		`Installed in ${target}.`,
		'',
		'Next, in Obsidian:',
		'  1. Settings → Community plugins. If it says "Restricted mode", choose "Turn on community plugins".',
		'  2. Under "Installed plugins" press the reload button.',
		'  3. Switch on "Seek Sense Share". If it was on already, switch it off and on again to load this build.',
	].join('\n');
}

function readArguments(args: readonly string[]): { vault: string; force: boolean } | 'help' {
	const options = { force: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } } as const;
	const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
	if (values.help === true) return 'help';
	const [vault, ...more] = positionals;
	if (vault === undefined || more.length > 0) throw new Error('Name one folder: npm run install-plugin -- PATH_TO_VAULT');
	return { vault: path.resolve(process.env['INIT_CWD'] ?? '.', vault), force: values.force ?? false };
}

async function main(): Promise<void> {
	const wanted = readArguments(process.argv.slice(2));
	if (wanted === 'help') return console.log(HELP);
	const target = await installPlugin({ ...wanted, build: buildPlugin, from: PROJECT });
	console.log(nextSteps(target));
}

if (process.argv[1] !== undefined && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
	main().catch((failure: unknown) => {
		console.error(failure instanceof Error ? failure.message : String(failure));
		process.exitCode = 1;
	});
}
