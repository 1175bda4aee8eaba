import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { installPlugin, nextSteps } from '../../scripts/install-plugin.mjs';

let base: string;
let vault: string;
let from: string;
beforeEach(async () => {
	base = await mkdtemp(path.join(tmpdir(), 'install-plugin-'));
	vault = path.join(base, 'My vault');
	from = path.join(base, 'project');
	await mkdir(path.join(vault, '.obsidian'), { recursive: true });
	await mkdir(from);
	await writeFile(path.join(from, 'manifest.json'), '{"id":"seek-sense-share"}');
});
afterEach(async () => {
	await rm(base, { recursive: true, force: true });
});

async function build(): Promise<void> {
	await writeFile(path.join(from, 'main.js'), 'built');
	await writeFile(path.join(from, 'styles.css'), 'styled');
}

describe('installing into a vault', () => {
	test('builds, then copies exactly the three files that Obsidian loads', async () => {
		const target = await installPlugin({ vault, force: false, build, from });
		expect(target).toBe(path.join(vault, '.obsidian', 'plugins', 'seek-sense-share'));
		expect((await readdir(target)).sort()).toEqual(['main.js', 'manifest.json', 'styles.css']);
		expect(await readFile(path.join(target, 'main.js'), 'utf8')).toBe('built');
		expect(nextSteps(target)).toContain('Settings → Community plugins');
	});

	test('a second time: new files, and the settings stay', async () => {
		const target = await installPlugin({ vault, force: false, build, from });
		await writeFile(path.join(target, 'data.json'), '{"mine":1}');
		await writeFile(path.join(target, 'main.js'), 'old');
		await installPlugin({ vault, force: false, build, from });
		expect(await readFile(path.join(target, 'main.js'), 'utf8')).toBe('built');
		expect(await readFile(path.join(target, 'data.json'), 'utf8')).toBe('{"mine":1}');
	});

	test('a folder that is no vault is refused before anything is built, unless forced', async () => {
		const plain = path.join(base, 'plain');
		await mkdir(plain);
		const neverBuild = (): Promise<void> => Promise.reject(new Error('built all the same'));
		await expect(installPlugin({ vault: plain, force: false, build: neverBuild, from })).rejects.toThrow('has no folder ".obsidian". Open it in Obsidian once, or add --force.');
		expect(await readdir(plain)).toEqual([]);
		await installPlugin({ vault: plain, force: true, build, from });
		expect(await readdir(path.join(plain, '.obsidian', 'plugins', 'seek-sense-share'))).toContain('main.js');
	});

	test('a missing folder and a failing build leave the vault as it was', async () => {
		await expect(installPlugin({ vault: path.join(base, 'none'), force: true, build, from })).rejects.toThrow('There is no folder');
		const failing = (): Promise<void> => Promise.reject(new Error('The plugin could not be built; the reason stands above.'));
		await expect(installPlugin({ vault, force: false, build: failing, from })).rejects.toThrow('could not be built');
		expect(await readdir(path.join(vault, '.obsidian'))).toEqual([]);
	});
});

describe('at the terminal', () => {
	const project = path.resolve(import.meta.dirname, '../..');
	const run = async (script: string, ...args: string[]): Promise<{ code: number; out: string; err: string }> => {
		try {
			const { stdout, stderr } = await promisify(execFile)(process.execPath, ['--import', 'tsx', path.join(project, script), ...args], { cwd: project });
			return { code: 0, out: stdout, err: stderr };
		} catch (failure) {
			const { code, stdout, stderr } = failure as { code: number; stdout: string; stderr: string };
			return { code, out: stdout, err: stderr };
		}
	};

	test.each([
		['scripts/install-plugin.mts', [], 'Name one folder: npm run install-plugin -- PATH_TO_VAULT'],
		['scripts/install-plugin.mts', ['a', 'b'], 'Name one folder'],
		['scripts/install-plugin.mts', ['/no/such/vault'], 'There is no folder /no/such/vault.'],
		['scripts/install-plugin.mts', ['--forse', '/x'], "Unknown option '--forse'"],
		['workbench/demo.mts', ['--vault', '/no/such/vault'], 'The vault folder /no/such/vault does not exist.'],
		['workbench/demo.mts', ['--vault', path.join(project, 'package.json')], 'package.json is a file, not a folder.'],
		['workbench/demo.mts', ['--port', 'http'], '--port needs a number from 1 to 65535, not "http".'],
		['workbench/demo.mts', ['--prot', '1'], "Unknown option '--prot'"],
	])('%s %j says what is wrong and fails', async (script, args, sentence) => {
		const { code, err } = await run(script, ...args);
		expect(err).toContain(sentence);
		// One sentence, no stack.
		expect(err).not.toContain('    at ');
		expect(code).toBe(1);
	});

	test.each([
		['scripts/install-plugin.mts', 'PATH_TO_VAULT [--force]'],
		['workbench/demo.mts', '--vault PATH'],
	])('%s --help explains itself', async (script, text) => {
		const { code, out } = await run(script, '--help');
		expect([code, out.includes(text)]).toEqual([0, true]);
	});
});
