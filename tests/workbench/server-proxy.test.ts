import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startWorkbench } from '../../workbench/server';
import { type Bench, openBench } from './server-bench';

let bench: Bench;
beforeEach(async () => {
	bench = await openBench();
});
afterEach(async () => {
	await bench.close();
});

describe('the request proxy', () => {
	let allowed: ReturnType<typeof createServer>;
	let forbidden: ReturnType<typeof createServer>;
	const seen: string[] = [];
	const originOf = (server: ReturnType<typeof createServer>): string => `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;

	function serve(request: IncomingMessage, response: ServerResponse): void {
		const url = new URL(request.url ?? '/', 'http://host');
		const to = url.searchParams.get('to');
		if (url.pathname === '/redirect' && to !== null) {
			response.writeHead(Number(url.searchParams.get('status') ?? '302'), { location: to }).end();
			return;
		}
		const chunks: Buffer[] = [];
		request.on('data', (chunk: Buffer) => chunks.push(chunk));
		request.on('end', () => {
			response.setHeader('x-answer', 'yes');
			response.end(JSON.stringify({ method: request.method, body: Buffer.concat(chunks).toString('utf8'), secret: request.headers.authorization ?? null, own: request.headers['x-own'] ?? null }));
		});
	}

	beforeAll(async () => {
		allowed = createServer(serve);
		forbidden = createServer((request, response) => {
			seen.push(request.url ?? '');
			serve(request, response);
		});
		await Promise.all([allowed, forbidden].map((server) => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))));
	});
	afterAll(async () => {
		await Promise.all([allowed, forbidden].map((server) => new Promise((resolve) => server.close(resolve))));
	});

	async function ask(request: unknown, origins: string[] = [originOf(allowed)]): Promise<{ status: number; text: string }> {
		const own = await startWorkbench({ vault: bench.vault, plugins: [], allowProxyTo: origins });
		try {
			const answer = await fetch(`http://127.0.0.1:${String(own.port)}/api/request`, {
				method: 'POST',
				headers: { 'x-workbench-token': own.token },
				body: typeof request === 'string' ? request : JSON.stringify(request),
			});
			return { status: answer.status, text: await answer.text() };
		} finally {
			await own.close();
		}
	}
	const bodyOf = (text: string): unknown => JSON.parse(Buffer.from((JSON.parse(text) as { body: string }).body, 'base64').toString('utf8'));

	test('an allowed target answers with status, headers and body', async () => {
		const body = Buffer.from('Grüße').toString('base64');
		const answer = await ask({ url: `${originOf(allowed)}/x`, method: 'post', headers: { 'X-Own': '1', Host: 'evil.example' }, body });
		expect(JSON.parse(answer.text)).toMatchObject({ status: 200, headers: { 'x-answer': 'yes' } });
		expect(bodyOf(answer.text)).toEqual({ method: 'POST', body: 'Grüße', secret: null, own: '1' });
	});

	test('a redirect inside the list is followed; a POST becomes a GET after 303', async () => {
		const to = `${originOf(allowed)}/end`;
		const answer = await ask({ url: `${originOf(allowed)}/redirect?status=303&to=${encodeURIComponent(to)}`, method: 'POST', headers: {}, body: 'eA==' });
		expect(bodyOf(answer.text)).toMatchObject({ method: 'GET', body: '' });
	});

	test('a redirect to another allowed origin does not carry the secrets along', async () => {
		const url = `${originOf(allowed)}/redirect?to=${encodeURIComponent(`${originOf(forbidden)}/end`)}`;
		const answer = await ask({ url, method: 'GET', headers: { Authorization: 'Bearer s', 'x-own': '1' }, body: null }, [originOf(allowed), originOf(forbidden)]);
		expect(bodyOf(answer.text)).toMatchObject({ secret: null, own: '1' });
	});

	test('targets off the list are refused without being reached, redirects and look-alikes included', async () => {
		seen.length = 0;
		const bad = originOf(forbidden);
		const good = originOf(allowed);
		const port = new URL(good).port;
		const targets = [
			`${bad}/`,
			`${good}/redirect?to=${encodeURIComponent(`${bad}/after`)}`,
			`${good}/redirect?to=${encodeURIComponent(`${good}/redirect?to=${encodeURIComponent(`${bad}/twice`)}`)}`,
			`${good}/redirect?to=${encodeURIComponent('file:///etc/passwd')}`,
			`${good}/redirect?to=${encodeURIComponent(`//127.0.0.1:${new URL(bad).port}/x`)}`,
			`http://localhost:${port}/`,
			`http://[::1]:${port}/`,
			`https://127.0.0.1:${port}/`,
			`http://127.0.0.1:${port}@127.0.0.1:${new URL(bad).port}/`,
			`http://user:pass@127.0.0.1:${port}/`,
			`http://127.0.0.1:${port}.evil.invalid/`,
			'file:///etc/passwd',
			'data:text/plain,hello',
			'ftp://127.0.0.1/',
			`blob:${good}/x`,
			`${bench.running.url}`,
		];
		for (const url of targets) {
			const answer = await ask({ url, method: 'GET', headers: {}, body: null });
			expect([url, answer.status]).toEqual([url, url.includes('.invalid') ? 400 : 403]);
		}
		expect(seen).toEqual([]);
	});

	test('without a list nothing can be reached', async () => {
		const answer = await ask({ url: `${originOf(allowed)}/`, method: 'GET', headers: {}, body: null }, []);
		expect([answer.status, JSON.parse(answer.text)]).toEqual([403, { error: `Requests to ${originOf(allowed)} are not allowed in this workbench.` }]);
	});

	test('endless redirects, a closed port and malformed requests are told in a sentence', async () => {
		const good = originOf(allowed);
		const self = `${good}/redirect?to=${encodeURIComponent('/loop')}`;
		const loop = `${good}/redirect?to=`;
		expect((await ask({ url: self })).status).toBe(200);
		let nested = `${good}/end`;
		for (let depth = 0; depth < 7; depth++) nested = loop + encodeURIComponent(nested);
		expect((await ask({ url: nested })).status).toBe(502);
		const closed = 'http://127.0.0.1:1';
		expect((await ask({ url: `${closed}/` }, [closed])).text).toContain('http://127.0.0.1:1 could not be reached (');
		for (const wrong of ['', 'null', '[]', '{', '{"url":7}', '{"url":"not an address"}', JSON.stringify({ url: `${good}/`, method: 'TRACE' }), JSON.stringify({ url: `${good}/`, headers: { a: 1 } }), JSON.stringify({ url: `${good}/`, body: {} }), JSON.stringify({ url: `${good}/`, headers: { 'bad name': 'x' } })]) {
			const answer = await ask(wrong);
			expect([wrong, answer.status < 503, answer.status >= 400]).toEqual([wrong, true, true]);
			expect((JSON.parse(answer.text) as { error: string }).error).toMatch(/\.$/);
		}
	});

	test.each(['http://127.0.0.1:80/', '127.0.0.1:80', '*', 'http://*', 'file://', 'null', ''])('an allow-list with %j is refused at the start', async (origin) => {
		await expect(startWorkbench({ vault: bench.vault, plugins: [], allowProxyTo: [origin] })).rejects.toThrow('is not an origin such as');
	});
});
