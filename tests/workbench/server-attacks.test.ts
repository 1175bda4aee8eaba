import { execFileSync, spawn } from 'node:child_process';
import { link, mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startWorkbench } from '../../workbench/server';
import { type Bench, openBench, pause, raw, SECRET_TEXT } from './server-bench';

let bench: Bench;
beforeEach(async () => {
	bench = await openBench();
});
afterEach(async () => {
	expect(await readFile(bench.secret, 'utf8')).toBe(SECRET_TEXT);
	expect((await readdir(bench.base)).sort().filter((name) => !name.startsWith('outside'))).toEqual(['secret.md', 'vault']);
	await bench.close();
});

describe('paths that leave the vault', () => {
	const paths = [
		['dots', '../secret.md'],
		['dots below a folder', 'Notes/../../secret.md'],
		['dots below a missing folder', 'None/../../secret.md'],
		['encoded dots', '%2e%2e/secret.md'],
		['encoded slash', '..%2fsecret.md'],
		['mixed case encoding', '%2E%2e%2Fsecret.md'],
		['overlong UTF-8 dots', '%c0%ae%c0%ae/secret.md'],
		['overlong UTF-8 slash', '..%c0%afsecret.md'],
		['NUL', 'Start.md%00../../secret.md'],
		['NUL at the end', '../secret.md%00.md'],
		['line break', '..%0a/secret.md'],
		['backslashes', '..%5csecret.md'],
		['mixed slashes', 'Notes%5c..%5c..%5csecret.md'],
		['absolute', '/etc/passwd'],
		['absolute twice', '//etc/passwd'],
		['drive', 'C:/Windows/win.ini'],
		['drive relative', 'c:secret.md'],
		['network share', '%5c%5chost%5cshare'],
		['device namespace', '%5c%5c.%5cC:'],
		['file URL', 'file:///etc/passwd'],
		['home', '~/.ssh/id_rsa'],
		['single dot', './Start.md'],
		['empty part', 'Notes//One.md'],
		['trailing slash', 'Notes/'],
		['full-width dots', '%ef%bc%8e%ef%bc%8e/secret.md'],
	] as const;

	test.each(paths)('%s: no way to read, write, delete, rename or copy', async (_name, attack) => {
		const answers = await Promise.all([
			bench.call('GET', `/api/file?path=${attack}`),
			bench.call('GET', `/api/entry?path=${attack}`),
			bench.call('GET', `/api/folder?path=${attack}`),
			bench.call('PUT', `/api/file?path=${attack}`, { body: 'attack' }),
			bench.call('PUT', `/api/file?path=${attack}&create=1`, { body: 'attack' }),
			bench.call('DELETE', `/api/file?path=${attack}&recursive=1`),
			bench.call('POST', `/api/rename?from=${attack}&to=Stolen.md`),
			bench.call('POST', `/api/copy?from=${attack}&to=Stolen.md`),
		]);
		for (const answer of answers) {
			expect([400, 403, 404]).toContain(answer.status);
			expect(answer.text).not.toContain(SECRET_TEXT);
		}
		const inVault = await readdir(bench.vault, { recursive: true });
		expect(inVault).not.toContain('Stolen.md');
	});

	test.each(paths)('%s: nothing can be moved or copied there', async (_name, attack) => {
		for (const verb of ['rename', 'copy']) {
			const answer = await bench.call('POST', `/api/${verb}?from=Start.md&to=${attack}`);
			expect([400, 403, 404]).toContain(answer.status);
		}
		expect(await readFile(path.join(bench.vault, 'Start.md'), 'utf8')).toBe('start');
	});

	test('a doubly encoded path is only a name in the vault', async () => {
		expect((await bench.call('PUT', '/api/file?path=%252e%252e%252fsecret.md', { body: 'mine' })).status).toBe(200);
		expect(await readFile(path.join(bench.vault, '%2e%2e%2fsecret.md'), 'utf8')).toBe('mine');
	});

	test('dots in the request line itself reach nothing but the page shell and the interface', async () => {
		const { port, token } = bench.running;
		for (const target of ['/../secret.md', '/page/../../secret.md', '/page/%2e%2e/%2e%2e/secret.md', '/page/..%2f..%2fsecret.md', '//127.0.0.1/../secret.md']) {
			const answer = await raw(port, `GET ${target} HTTP/1.1\r\nHost: 127.0.0.1:${String(port)}\r\nx-workbench-token: ${token}\r\nConnection: close\r\n\r\n`);
			expect(answer).toMatch(/^HTTP\/1\.1 404 /);
			expect(answer).not.toContain(SECRET_TEXT);
		}
	});

	test.each(['CON', 'nul.md', 'Aux.txt', 'com1', 'LPT9.md', 'note.md:stream', 'note.md::$DATA', 'note.md.', 'note.md ', 'Notes/prn', 'conin$'])(
		'the name %j, special on Windows, cannot be made',
		async (name) => {
			const target = encodeURIComponent(name);
			const answers = await Promise.all([
				bench.call('PUT', `/api/file?path=${target}`, { body: 'x' }),
				bench.call('POST', `/api/folder?path=${target}`),
				bench.call('POST', `/api/rename?from=Start.md&to=${target}`),
				bench.call('POST', `/api/copy?from=Start.md&to=${target}`),
			]);
			expect(answers.map((answer) => answer.status)).toEqual([400, 400, 400, 400]);
			expect((await readdir(bench.vault, { recursive: true })).sort()).toEqual(['Notes', 'Notes/One.md', 'Start.md']);
		},
	);

	test('names a person may have on this disk already stay readable and writable', async () => {
		if (process.platform === 'win32') return;
		await writeFile(path.join(bench.vault, 'Aux.md'), 'x');
		expect((await bench.call('GET', '/api/file?path=Aux.md')).text).toBe('x');
		expect((await bench.call('PUT', '/api/file?path=Aux.md', { body: 'y' })).status).toBe(200);
	});
});

describe.skipIf(process.platform === 'win32')('links and special files', () => {
	beforeEach(async () => {
		await mkdir(path.join(bench.base, 'outside'));
		await writeFile(path.join(bench.base, 'outside', 'o.md'), SECRET_TEXT);
		await symlink(bench.secret, path.join(bench.vault, 'file-link.md'));
		await symlink('../outside', path.join(bench.vault, 'folder-link'));
		await symlink(path.join(bench.base, 'outside-not-there.md'), path.join(bench.vault, 'broken-link.md'));
		await symlink('chain-b', path.join(bench.vault, 'chain-a'));
		await symlink('../outside', path.join(bench.vault, 'chain-b'));
		await symlink('loop', path.join(bench.vault, 'loop'));
		await symlink('..', path.join(bench.vault, 'Notes', 'up'));
	});
	afterEach(async () => {
		expect(await readFile(path.join(bench.base, 'outside', 'o.md'), 'utf8')).toBe(SECRET_TEXT);
		expect(await readdir(path.join(bench.base, 'outside'))).toEqual(['o.md']);
	});

	const linked = ['file-link.md', 'folder-link', 'folder-link/o.md', 'folder-link/new.md', 'broken-link.md', 'chain-a/o.md', 'chain-b/new', 'loop', 'loop/x', 'Notes/up/folder-link/o.md', 'Notes/up/../secret.md'];
	test.each(linked)('%s: neither read nor written nor followed', async (attack) => {
		const answers = await Promise.all([
			bench.call('GET', `/api/file?path=${attack}`),
			bench.call('GET', `/api/folder?path=${attack}`),
			bench.call('PUT', `/api/file?path=${attack}`, { body: 'attack' }),
			bench.call('DELETE', `/api/file?path=${attack}&recursive=1`),
			bench.call('POST', `/api/folder?path=${attack}/made`),
			bench.call('POST', `/api/rename?from=${attack}&to=Stolen`),
			bench.call('POST', `/api/copy?from=${attack}&to=Stolen`),
			bench.call('POST', `/api/rename?from=Notes/One.md&to=${attack}`),
			bench.call('POST', `/api/copy?from=Notes/One.md&to=${attack}`),
		]);
		expect(answers.map((answer) => answer.status)).toEqual(Array.from({ length: 9 }, () => 403));
		expect(await readFile(path.join(bench.vault, 'Notes', 'One.md'), 'utf8')).toBe('one');
		await expect(readFile(path.join(bench.base, 'outside-not-there.md'))).rejects.toThrow('ENOENT');
	});

	test('links that leave the vault are not listed, and a linked folder is not walked', async () => {
		const { entries } = JSON.parse((await bench.call('GET', '/api/vault')).text) as { entries: { path: string }[] };
		expect(entries.map((entry) => entry.path)).toEqual(['Notes', 'Notes/One.md', 'Start.md']);
	});

	test('deleting or copying a folder with links in it does not touch what they lead to', async () => {
		await mkdir(path.join(bench.vault, 'Box'));
		await symlink(path.join(bench.base, 'outside'), path.join(bench.vault, 'Box', 'l'));
		expect((await bench.call('POST', '/api/copy?from=Box&to=Box2')).status).toBe(200);
		expect(await readdir(path.join(bench.vault, 'Box2'))).toEqual([]);
		expect((await bench.call('DELETE', '/api/file?path=Box&recursive=1')).status).toBe(200);
	});

	test('a link inside the vault works, and writing through it keeps the link', async () => {
		await symlink('Notes/One.md', path.join(bench.vault, 'inner.md'));
		expect((await bench.call('PUT', '/api/file?path=inner.md', { body: 'through' })).status).toBe(200);
		expect(await readFile(path.join(bench.vault, 'Notes', 'One.md'), 'utf8')).toBe('through');
		expect((await bench.call('DELETE', '/api/file?path=inner.md')).status).toBe(200);
		expect(await readFile(path.join(bench.vault, 'Notes', 'One.md'), 'utf8')).toBe('through');
	});

	test('writing a file that shares its content with one outside by a hard link leaves that one alone', async () => {
		await link(bench.secret, path.join(bench.vault, 'hard.md'));
		expect((await bench.call('PUT', '/api/file?path=hard.md', { body: 'mine' })).status).toBe(200);
		expect(await readFile(path.join(bench.vault, 'hard.md'), 'utf8')).toBe('mine');
	});

	test('a pipe is refused at once instead of waiting for a writer', async () => {
		execFileSync('mkfifo', [path.join(bench.vault, 'pipe.md')]);
		expect((await bench.call('GET', '/api/file?path=pipe.md')).text).toBe('{"error":"\\"pipe.md\\" is neither a file nor a folder."}');
		expect((await bench.call('PUT', '/api/file?path=pipe.md', { body: 'x' })).status).toBe(400);
		expect((await bench.call('POST', '/api/copy?from=pipe.md&to=p2.md')).status).toBe(400);
	});
});

describe('foreign requests', () => {
	const port = (): string => String(bench.running.port);
	async function statusOf(headers: string, target = '/api/vault', method = 'GET'): Promise<string> {
		const answer = await raw(bench.running.port, `${method} ${target} HTTP/1.1\r\n${headers}\r\nConnection: close\r\n\r\n`);
		return /^HTTP\/1\.1 (\d+)/.exec(answer)?.[1] ?? answer;
	}

	test('the right Host and token are let in', async () => {
		const token = `x-workbench-token: ${bench.running.token}`;
		expect(await statusOf(`Host: 127.0.0.1:${port()}\r\n${token}`)).toBe('200');
		expect(await statusOf(`Host: LOCALHOST:${port()}\r\n${token}`)).toBe('200');
		expect(await statusOf(`Host: 127.0.0.1:${port()}\r\n${token}\r\nOrigin: http://127.0.0.1:${port()}`)).toBe('200');
	});

	test.each([
		'evil.example', 'evil.example:PORT', '127.0.0.1', '127.0.0.1:1', 'localhost', '127.0.0.1:PORT.evil.example', '127.0.0.1:PORT@evil.example',
		'[::1]:PORT', '0.0.0.0:PORT', '127.1:PORT', '2130706433:PORT', '127.0.0.1:PORT, evil.example', '', ' ',
	])('Host %j is refused, with the token and for the page shell too', async (host) => {
		const line = `Host: ${host.replace('PORT', port())}`;
		expect(await statusOf(`${line}\r\nx-workbench-token: ${bench.running.token}`)).toBe('403');
		expect(await statusOf(line, '/')).toBe('403');
	});

	test('two Hosts, none at all, and a target that names a host are refused', async () => {
		const token = `x-workbench-token: ${bench.running.token}`;
		expect(await statusOf(`Host: 127.0.0.1:${port()}\r\nHost: evil.example\r\n${token}`)).toMatch(/^40[03]$/);
		expect(await statusOf(token)).toMatch(/^40[03]$/);
		expect(await statusOf(`Host: 127.0.0.1:${port()}\r\n${token}`, 'http://evil.example/api/vault')).toBe('400');
		expect(await statusOf(`Host: 127.0.0.1:${port()}\r\n${token}`, '*', 'OPTIONS')).toBe('400');
	});

	test.each(['http://evil.example', 'null', 'https://127.0.0.1:PORT', 'http://127.0.0.1', 'http://127.0.0.1:PORT.evil.example', 'file://'])(
		'Origin %j is refused',
		async (origin) => {
			const headers = `Host: 127.0.0.1:${port()}\r\nx-workbench-token: ${bench.running.token}\r\nOrigin: ${origin.replace('PORT', port())}`;
			expect(await statusOf(headers)).toBe('403');
			expect(await statusOf(headers, '/api/file?path=x.md', 'PUT')).toBe('403');
		},
	);

	test('no token, a wrong one, or one in the query of a change: refused, and nothing happens', async () => {
		const { token } = bench.running;
		const asks: [string, string, Record<string, string>][] = [
			['GET', '/api/vault', {}],
			['GET', '/api/events', {}],
			['GET', '/api/plugins', {}],
			['GET', '/api/file?path=Start.md', { 'x-workbench-token': '' }],
			['GET', '/api/file?path=Start.md', { 'x-workbench-token': `${token}x` }],
			['GET', `/api/file?path=Start.md&token=${token.slice(0, -1)}`, {}],
			['GET', '/api/file?path=Start.md', { cookie: `token=${token}`, authorization: `Bearer ${token}` }],
			['PUT', `/api/file?path=Start.md&token=${token}`, {}],
			['DELETE', `/api/file?path=Start.md&token=${token}`, {}],
			['POST', `/api/request?token=${token}`, {}],
		];
		for (const [method, target, headers] of asks) {
			const answer = await bench.call(method, target, { anonymous: true, headers, ...(method === 'GET' ? {} : { body: 'x' }) });
			expect([target, answer.status]).toEqual([target, 401]);
		}
		expect((await bench.call('GET', `/api/vault?token=${token}`, { anonymous: true })).status).toBe(200);
		expect(await readFile(path.join(bench.vault, 'Start.md'), 'utf8')).toBe('start');
	});

	test('tokens differ, are long, and do not appear in the page shell', async () => {
		const other = await startWorkbench({ vault: bench.vault, plugins: [] });
		expect(other.token).not.toBe(bench.running.token);
		expect(other.token).toMatch(/^[\w-]{32}$/);
		expect(await (await fetch(`http://127.0.0.1:${String(other.port)}/`)).text()).not.toContain(other.token);
		await other.close();
	});

	test('only the loopback address listens', async () => {
		const addresses = Object.values(networkInterfaces()).flat().filter((one) => one !== undefined && !one.internal && one.family === 'IPv4');
		for (const address of [...addresses.map((one) => one?.address ?? ''), '127.0.0.2']) {
			await expect(reach(address, bench.running.port)).resolves.toBe('refused');
		}
		await expect(reach('127.0.0.1', bench.running.port)).resolves.toBe('open');
	});

	test('answers forbid framing, sniffing, foreign connections, and scripts in attachments', async () => {
		await writeFile(path.join(bench.vault, 'x.html'), '<script>alert(1)</script>');
		const attachment = await bench.call('GET', '/api/file?path=x.html');
		expect(attachment.headers).toMatchObject({ 'content-type': 'application/octet-stream', 'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY' });
		expect(attachment.headers['content-security-policy']).toContain('sandbox');
		const other = await bench.call('GET', '/api/vault');
		expect(other.headers['content-security-policy']).toContain("connect-src 'self'");
		expect(other.headers['access-control-allow-origin']).toBeUndefined();
	});
});

function reach(host: string, port: number): Promise<'open' | 'refused'> {
	return new Promise((resolve) => {
		const socket = connect({ host, port, timeout: 1000 }, () => {
			socket.destroy();
			resolve('open');
		});
		const refuse = (): void => {
			socket.destroy();
			resolve('refused');
		};
		socket.on('error', refuse);
		socket.on('timeout', refuse);
	});
}

describe('writes cut off', () => {
	test('a client that goes away in the middle of a body changes nothing and leaves nothing', async () => {
		const { port, token } = bench.running;
		const head = `PUT /api/file?path=Start.md HTTP/1.1\r\nHost: 127.0.0.1:${String(port)}\r\nx-workbench-token: ${token}\r\n`;
		await raw(port, `${head}Content-Length: 1000\r\n\r\nhalf`, 100);
		await raw(port, `${head}Transfer-Encoding: chunked\r\n\r\n5\r\nhalf!\r\n`, 100);
		await pause(100);
		expect(await readFile(path.join(bench.vault, 'Start.md'), 'utf8')).toBe('start');
		expect(await readdir(bench.vault)).toEqual(['Notes', 'Start.md']);
	});

	test('a body larger than the limit of a request is refused', async () => {
		const answer = await bench.call('POST', '/api/request', { body: Buffer.alloc(49 * 1024 * 1024, 32) }).catch((failure: unknown) => ({ status: String(failure) }));
		// The server may cut the connection before the client has sent everything.
		expect([413, 'Error: write EPIPE', 'Error: write ECONNRESET', 'Error: read ECONNRESET', 'Error: socket hang up']).toContain(answer.status);
	});

	test('a server killed at any moment of its writes leaves whole files, old or new', async () => {
		const writer = path.join(import.meta.dirname, 'server-endless-writer.ts');
		const target = path.join(bench.vault, 'Start.md');
		const whole = /^(?:start|(a{400000}|b{400000}))$/;
		for (let round = 0; round < 12; round++) {
			const child = spawn(process.execPath, ['--import', 'tsx', writer, target], { stdio: ['ignore', 'pipe', 'inherit'] });
			await new Promise((resolve) => child.stdout.once('data', resolve));
			await pause(round * 7);
			child.kill('SIGKILL');
			await new Promise((resolve) => child.once('exit', resolve));
			expect(whole.test(await readFile(target, 'utf8'))).toBe(true);
		}
		const { entries } = JSON.parse((await bench.call('GET', '/api/vault')).text) as { entries: { path: string }[] };
		expect(entries.map((entry) => entry.path)).toEqual(['Notes', 'Notes/One.md', 'Start.md']);
		const restarted = await startWorkbench({ vault: bench.vault, plugins: [] });
		await restarted.close();
		expect(await readdir(bench.vault)).toEqual(['Notes', 'Start.md']);
	}, 60_000);
});
