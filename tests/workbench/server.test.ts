import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startWorkbench, type VaultEntry } from '../../workbench/server';
import { type Bench, listen, openBench } from './server-bench';

let bench: Bench;
beforeEach(async () => {
	bench = await openBench();
});
afterEach(async () => {
	await bench.close();
});

function entryOf(text: string): VaultEntry {
	return JSON.parse(text) as VaultEntry;
}

async function tree(): Promise<string[]> {
	const answer = await bench.call('GET', '/api/vault');
	return (JSON.parse(answer.text) as { entries: VaultEntry[] }).entries.map((entry) => entry.path);
}

describe('files', () => {
	test('a vault is listed with its name, kinds, times and sizes', async () => {
		const answer = await bench.call('GET', '/api/vault');
		const { name, entries } = JSON.parse(answer.text) as { name: string; entries: VaultEntry[] };
		expect(name).toBe('vault');
		expect(entries.map((entry) => [entry.path, entry.kind, entry.size])).toEqual([
			['Notes', 'folder', 0],
			['Notes/One.md', 'file', 3],
			['Start.md', 'file', 5],
		]);
		expect(entries.every((entry) => entry.mtime > 1e12 && entry.ctime > 1e12)).toBe(true);
	});

	test('bytes come back as they were sent, whatever they are', async () => {
		const bytes = Uint8Array.from({ length: 1000 }, (_, index) => index % 256);
		const put = await bench.call('PUT', `/api/file?path=${encodeURIComponent('Notes/ä 💡 %2e.bin')}`, { body: bytes });
		expect(entryOf(put.text)).toMatchObject({ path: 'Notes/ä 💡 %2e.bin', kind: 'file', size: 1000 });
		expect(new Uint8Array(await readFile(path.join(bench.vault, 'Notes/ä 💡 %2e.bin')))).toEqual(bytes);
	});

	test('create=1 never replaces a file', async () => {
		const answer = await bench.call('PUT', '/api/file?path=Start.md&create=1', { body: 'new' });
		expect([answer.status, JSON.parse(answer.text)]).toEqual([409, { error: '"Start.md" already exists.' }]);
		expect(await readFile(path.join(bench.vault, 'Start.md'), 'utf8')).toBe('start');
		const both = await Promise.all(['a', 'b'].map((body) => bench.call('PUT', '/api/file?path=New.md&create=1', { body })));
		expect(both.map((one) => one.status).sort()).toEqual([200, 409]);
	});

	test('given times are kept, and the creation time outlives a rewrite and a rename', async () => {
		const put = await bench.call('PUT', '/api/file?path=T.md&mtime=1600000000000&ctime=1500000000000', { body: 'x' });
		expect(entryOf(put.text)).toMatchObject({ mtime: 1600000000000, ctime: 1500000000000 });
		const again = entryOf((await bench.call('PUT', '/api/file?path=T.md', { body: 'y' })).text);
		expect(again.ctime).toBe(1500000000000);
		expect(again.mtime).toBeGreaterThan(1600000000000);
		expect(entryOf((await bench.call('POST', '/api/rename?from=T.md&to=U.md')).text).ctime).toBe(1500000000000);
		const wrong = await bench.call('PUT', '/api/file?path=T.md&mtime=soon', { body: 'x' });
		expect([wrong.status, wrong.text]).toEqual([400, '{"error":"The parameter \\"mtime\\" must be milliseconds since 1970, not \\"soon\\"."}']);
	});

	test('folders are made with those above, renamed with their content, copied and deleted', async () => {
		expect((await bench.call('POST', '/api/folder?path=A/B/C')).status).toBe(200);
		expect((await bench.call('POST', '/api/folder?path=A/B')).status).toBe(409);
		await bench.call('PUT', '/api/file?path=A/B/C/n.md', { body: 'n' });
		expect((await bench.call('POST', '/api/rename?from=A&to=Z')).status).toBe(200);
		expect((await bench.call('POST', '/api/copy?from=Z/B&to=Copy')).status).toBe(200);
		expect(await tree()).toEqual(['Copy', 'Copy/C', 'Copy/C/n.md', 'Notes', 'Notes/One.md', 'Start.md', 'Z', 'Z/B', 'Z/B/C', 'Z/B/C/n.md']);
		expect((await bench.call('DELETE', '/api/file?path=Copy')).status).toBe(409);
		expect((await bench.call('DELETE', '/api/file?path=Copy&recursive=1')).status).toBe(200);
		expect((await bench.call('DELETE', '/api/file?path=Start.md')).status).toBe(200);
		expect(await tree()).toEqual(['Notes', 'Notes/One.md', 'Z', 'Z/B', 'Z/B/C', 'Z/B/C/n.md']);
	});

	test.each([
		['GET', '/api/file?path=No.md', 404, 'There is no file or folder at "No.md".'],
		['GET', '/api/file?path=Notes', 400, '"Notes" is a folder, not a file.'],
		['GET', '/api/file', 400, 'The parameter "path" is missing.'],
		['GET', '/api/file?path=Start.md/x', 400, 'A part of this path is a file, not a folder: "Start.md/x".'],
		['DELETE', '/api/file?path=No.md', 404, 'There is no file or folder at "No.md".'],
		['DELETE', '/api/file?path=', 403, 'The vault itself cannot be deleted.'],
		['PUT', '/api/file?path=', 400, 'The vault itself cannot be written as a file.'],
		['PUT', '/api/file?path=No/n.md', 404, 'There is no file or folder at "No/n.md".'],
		['PUT', '/api/file?path=Notes', 400, '"Notes" is not a file.'],
		['POST', '/api/rename?from=Start.md&to=Notes/One.md', 409, '"Notes/One.md" already exists.'],
		['POST', '/api/rename?from=Notes&to=Notes/In', 400, 'The operating system refused "Notes" → "Notes/In".'],
		['POST', '/api/copy?from=Notes&to=Notes/In', 400, '"Notes" cannot be copied into itself.'],
		['POST', '/api/copy?from=No.md&to=x.md', 404, 'There is no file or folder at "No.md".'],
		['PATCH', '/api/file?path=Start.md', 405, 'The method PATCH is not possible here; use GET or PUT or DELETE.'],
		['GET', '/api/nothing', 404, 'The workbench has nothing at /api/nothing.'],
		['GET', '/api/__proto__', 404, 'The workbench has nothing at /api/__proto__.'],
	])('%s %s is %i with a sentence', async (method, target, status, error) => {
		const answer = await bench.call(method, target, method === 'PUT' ? { body: 'x' } : {});
		expect([answer.status, JSON.parse(answer.text)]).toEqual([status, { error }]);
		expect(await tree()).toEqual(['Notes', 'Notes/One.md', 'Start.md']);
	});

	test('the configuration folder is listed, other dot folders are reachable only by their path', async () => {
		await bench.call('POST', '/api/folder?path=.obsidian/plugins/p');
		await bench.call('PUT', '/api/file?path=.obsidian/plugins/p/data.json', { body: '{}' });
		await bench.call('POST', '/api/folder?path=.git');
		await bench.call('PUT', '/api/file?path=.git/config', { body: 'c' });
		expect(await tree()).toContain('.obsidian/plugins/p/data.json');
		expect((await tree()).filter((one) => one.startsWith('.git'))).toEqual([]);
		expect((await bench.call('GET', '/api/file?path=.git/config')).text).toBe('c');
		expect(entryOf((await bench.call('GET', '/api/entry?path=.git/config')).text)).toMatchObject({ kind: 'file', size: 1 });
		const root = JSON.parse((await bench.call('GET', '/api/folder?path=')).text) as { entries: VaultEntry[] };
		expect(root.entries.map((entry) => entry.path)).toEqual(['.git', '.obsidian', 'Notes', 'Start.md']);
	});
});

describe('events', () => {
	test('a change by a page is told once, with its name on it', async () => {
		const heard = await listen(bench.running);
		const headers = { 'x-workbench-client': 'page-1' };
		await bench.call('PUT', '/api/file?path=Notes/Two.md', { body: 'two', headers });
		await bench.call('PUT', '/api/file?path=Notes/Two.md', { body: 'TWO', headers });
		await bench.call('POST', '/api/rename?from=Notes&to=Texts', { headers });
		await bench.call('DELETE', '/api/file?path=Start.md', { headers });
		await heard.settle();
		expect(heard.events.map((event) => `${event.type} ${event.kind} ${event.path} ${String(event.origin)}`)).toEqual([
			'create file Notes/Two.md page-1',
			'modify file Notes/Two.md page-1',
			'delete file Notes/Two.md page-1',
			'delete file Notes/One.md page-1',
			'delete folder Notes page-1',
			'create folder Texts page-1',
			'create file Texts/One.md page-1',
			'create file Texts/Two.md page-1',
			'delete file Start.md page-1',
		]);
		heard.close();
	});

	test('changes by other programs are told with their figures, however the file was saved', async () => {
		const heard = await listen(bench.running);
		await writeFile(path.join(bench.vault, 'Start.md'), 'in place');
		await heard.until((event) => event.type === 'modify' && event.size === 8);
		// Twice by rename: watchers of single files lose the file after the first.
		for (const text of ['renamed over', 'renamed over again']) {
			await writeFile(path.join(bench.vault, '.swap'), text);
			await rename(path.join(bench.vault, '.swap'), path.join(bench.vault, 'Start.md'));
			const event = await heard.until((one) => one.type === 'modify' && one.size === text.length);
			expect(event).toMatchObject({ path: 'Start.md', kind: 'file', origin: null });
		}
		expect(heard.events.some((event) => event.path.includes('.swap'))).toBe(false);
		heard.close();
	});

	test('folders that come, fill, vanish and come again are followed', async () => {
		const heard = await listen(bench.running);
		const deep = path.join(bench.vault, 'Deep', 'Deeper');
		for (const round of [1, 2, 3]) {
			await mkdir(deep, { recursive: true });
			const name = `n${String(round)}.md`;
			await writeFile(path.join(deep, name), 'x');
			await heard.until((event) => event.type === 'create' && event.path === `Deep/Deeper/${name}`);
			await writeFile(path.join(deep, name), 'longer');
			await heard.until((event) => event.type === 'modify' && event.path === `Deep/Deeper/${name}` && event.size === 6);
			await rm(path.join(bench.vault, 'Deep'), { recursive: true });
			await heard.until((event) => event.type === 'delete' && event.path === `Deep/Deeper/${name}`);
			if (round < 3) await mkdir(deep, { recursive: true });
		}
		heard.close();
	});
});

describe('writes are whole or not at all', () => {
	test('no unfinished write is ever seen in the tree, in events or on the disk afterwards', async () => {
		const heard = await listen(bench.running);
		await Promise.all(Array.from({ length: 20 }, (_, index) => bench.call('PUT', `/api/file?path=Notes/${String(index)}.md`, { body: 'x'.repeat(50_000) })));
		await heard.settle();
		expect(heard.events.map((event) => event.path).filter((one) => one.endsWith('.tmp'))).toEqual([]);
		expect((await readdir(path.join(bench.vault, 'Notes'))).length).toBe(21);
		heard.close();
	});

	test('what a killed server left is hidden, unreachable, and swept at the next start', async () => {
		const stray = '.workbench-999999999-0123456789abcdef.tmp';
		const place = path.join(bench.vault, 'Notes', stray);
		const similar = path.join(bench.vault, 'Notes', '.workbench-mine.tmp');
		await writeFile(place, 'half');
		await writeFile(similar, 'the user named it so');
		expect(await tree()).toEqual(['Notes', 'Notes/One.md', 'Start.md']);
		expect((await bench.call('GET', `/api/file?path=Notes/${stray}`)).status).toBe(403);
		expect((await bench.call('GET', '/api/folder?path=Notes')).text).not.toContain(stray);
		const second = await startWorkbench({ vault: bench.vault, plugins: [] });
		await second.close();
		await expect(stat(place)).rejects.toThrow('ENOENT');
		expect(await readFile(similar, 'utf8')).toBe('the user named it so');
	});

	test('the permissions of a file stay', async () => {
		if (process.platform === 'win32') return;
		await writeFile(path.join(bench.vault, 'private.md'), 'x', { mode: 0o600 });
		await bench.call('PUT', '/api/file?path=private.md', { body: 'y' });
		expect((await stat(path.join(bench.vault, 'private.md'))).mode & 0o777).toBe(0o600);
	});
});

describe('starting', () => {
	test('a missing folder, a file and a busy port are told in a sentence', async () => {
		const options = { plugins: [] };
		await expect(startWorkbench({ ...options, vault: path.join(bench.base, 'none') })).rejects.toThrow('none does not exist.');
		await expect(startWorkbench({ ...options, vault: bench.secret })).rejects.toThrow('secret.md is a file, not a folder.');
		const busy = startWorkbench({ ...options, vault: bench.vault, port: bench.running.port });
		await expect(busy).rejects.toThrow(`The port ${String(bench.running.port)} is in use by another program; choose another one.`);
	});

	test('plugins are served unmodified with their manifest, the page shell without a token', async () => {
		const folder = path.join(bench.base, 'plugin');
		const page = path.join(bench.base, 'page');
		await mkdir(folder);
		await mkdir(page);
		await writeFile(path.join(folder, 'manifest.json'), '{"id":"p","name":"P"}');
		await writeFile(path.join(folder, 'main.js'), 'module.exports = 1;');
		await writeFile(path.join(folder, 'data.json'), '{}');
		await writeFile(path.join(page, 'index.html'), '<p>page</p>');
		await writeFile(path.join(page, 'page.js'), '1');
		const running = await startWorkbench({ vault: bench.vault, plugins: [{ id: 'p', folder }], page });
		const own = { ...bench, running };
		const ask = async (target: string): Promise<[number, string]> => {
			const answer = await fetch(`http://127.0.0.1:${String(own.running.port)}${target}`);
			return [answer.status, await answer.text()];
		};
		const token = `token=${running.token}`;
		expect(await ask('/')).toEqual([200, '<p>page</p>']);
		expect(await ask('/page/page.js')).toEqual([200, '1']);
		expect((await ask('/page/none.js'))[0]).toBe(404);
		expect((await ask('/page/..%2fplugin%2fmain.js'))[0]).toBe(404);
		expect(await ask(`/api/plugins?${token}`)).toEqual([200, '[{"id":"p","manifest":{"id":"p","name":"P"},"enabled":true}]']);
		expect(await ask(`/api/plugins/p/main.js?${token}`)).toEqual([200, 'module.exports = 1;']);
		expect(await ask(`/api/plugins/p/styles.css?${token}`)).toEqual([404, '{"error":"The plugin \\"p\\" has no styles.css."}']);
		expect((await ask(`/api/plugins/p/data.json?${token}`))[0]).toBe(404);
		expect((await ask(`/api/plugins/..%2fp/main.js?${token}`))[0]).toBe(404);
		expect((await ask('/api/plugins/p/main.js'))[0]).toBe(401);
		await running.close();
	});
});
