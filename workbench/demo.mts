import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { buildPlugin, PLUGIN_ID, PROJECT } from '../scripts/build-plugin.mjs';
import { buildPage } from './page/build.mjs';
import { openFolder, type RunningWorkbench, startWorkbench } from './server';

const HELP = `Opens a folder of notes in the browser with the built plugin loaded.

  npm run demo -- [--vault PATH] [--port N] [--no-open]

  --vault PATH   a folder of Markdown notes, opened in place: edits are real
                 (without it: a fresh copy of the sample vault, in .demo/vault)
  --port N       a fixed port (without it: any free one)
  --no-open      only print the address
  --help         this text`;

interface Wanted {
	readonly vault: string | undefined;
	readonly port: number;
	readonly open: boolean;
}

function readArguments(args: readonly string[]): Wanted | 'help' {
	const options = {
		vault: { type: 'string' },
		port: { type: 'string' },
		'no-open': { type: 'boolean' },
		help: { type: 'boolean', short: 'h' },
	} as const;
	const { values } = parseArgs({ args: [...args], options });
	if (values.help === true) return 'help';
	// npm changes into the project; a path is meant from where the person stands.
	const vault = values.vault === undefined ? undefined : path.resolve(process.env['INIT_CWD'] ?? '.', values.vault);
	return { vault, port: readPort(values.port), open: values['no-open'] !== true };
}

function readPort(text: string | undefined): number {
	if (text === undefined) return 0;
	const port = Number(text);
	if (!/^\d+$/.test(text) || port < 1 || port > 65535) throw new Error(`--port needs a number from 1 to 65535, not "${text}".`);
	return port;
}

/** A fresh copy, so that every demo starts with the same story. */
async function copySampleVault(): Promise<string> {
	const sample = path.join(PROJECT, 'sample-vault');
	const copy = path.join(PROJECT, '.demo', 'vault');
	if (!existsSync(sample)) throw new Error(`The sample vault ${sample} is missing; open another folder with --vault PATH.`);
	await rm(copy, { recursive: true, force: true });
	await mkdir(path.dirname(copy), { recursive: true });
	await cp(sample, copy, { recursive: true });
	return copy;
}

function hasDisplay(): boolean {
	if (process.platform === 'darwin' || process.platform === 'win32') return true;
	return (process.env['DISPLAY'] ?? '') !== '' || (process.env['WAYLAND_DISPLAY'] ?? '') !== '';
}

/** Opens the system's browser; where that fails, the printed address is enough. */
function openBrowser(url: string): void {
	const [program, args] = process.platform === 'darwin' ? ['open', [url]] : process.platform === 'win32' ? ['cmd', ['/c', 'start', '', url]] : ['xdg-open', [url]];
	const child = spawn(program, args, { stdio: 'ignore', detached: true });
	child.on('error', (failure) => console.log(`The browser could not be opened (${failure.message}); open the address yourself.`));
	child.unref();
}

/** Resolves after the first Ctrl+C or a request to end; a second one ends at once. */
async function untilInterrupted(running: RunningWorkbench): Promise<void> {
	await new Promise<void>((resolve) => {
		for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
	});
	console.log('\nClosing the workbench.');
	await running.close();
}

async function main(): Promise<void> {
	const wanted = readArguments(process.argv.slice(2));
	if (wanted === 'help') return console.log(HELP);
	if (wanted.vault !== undefined) await openFolder(wanted.vault);
	await buildPlugin();
	await buildPage();
	const vault = wanted.vault ?? (await copySampleVault());
	const running = await startWorkbench({ vault, plugins: [{ id: PLUGIN_ID, folder: PROJECT }], port: wanted.port });
	const opens = wanted.open && hasDisplay();
	console.log(`\nThe workbench shows ${vault}${wanted.vault === undefined ? '' : ' (opened in place: edits are real)'}.`);
	console.log(`${opens ? 'It opens in your browser' : 'Open it in your browser'}: ${running.url}\nCtrl+C ends it.`);
	if (opens) openBrowser(running.url);
	await untilInterrupted(running);
}

main().catch((failure: unknown) => {
	console.error(failure instanceof Error ? failure.message : String(failure));
	process.exitCode = 1;
});
