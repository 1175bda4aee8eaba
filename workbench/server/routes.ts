import type { IncomingMessage, ServerResponse } from 'node:http';
import { ATTACHMENT_POLICY, readBody, sendBytes, sendJson } from './answer';
import type { EventStreams } from './event-stream';
import { mediaType, servePageFile } from './page-files';
import { describePlugins, type PluginSource, servePluginFile } from './plugin-files';
import { Problem } from './problem';
import { proxy, readProxyRequest } from './request-proxy';
import type { Change, VaultHost } from './vault-host';

/** What the routes work with. */
export interface Workbench {
	readonly vault: VaultHost;
	readonly vaultName: string;
	readonly events: EventStreams;
	readonly plugins: readonly PluginSource[];
	readonly pageFolder: string;
	readonly proxyOrigins: ReadonlySet<string>;
}

/** One request being answered. */
interface Call {
	readonly bench: Workbench;
	readonly request: IncomingMessage;
	readonly response: ServerResponse;
	readonly query: URLSearchParams;
}

type Route = (call: Call) => Promise<void>;

const MOST_FILE_BYTES = 256 * 1024 * 1024;
const MOST_REQUEST_BYTES = 48 * 1024 * 1024;

/** The whole interface in one table; workbench/README.md explains it. */
const ROUTES: Readonly<Record<string, Readonly<Record<string, Route>>>> = {
	'/api/vault': {
		GET: async ({ bench, response }) => {
			sendJson(response, 200, { name: bench.vaultName, entries: await bench.vault.entries() });
		},
	},
	'/api/entry': {
		GET: async ({ bench, response, query }) => {
			sendJson(response, 200, await bench.vault.entry(query.get('path')));
		},
	},
	'/api/file': {
		GET: async ({ bench, response, query }) => {
			const bytes = await bench.vault.read(query.get('path'));
			response.setHeader('content-security-policy', ATTACHMENT_POLICY);
			sendBytes(response, bytes, mediaType(query.get('path') ?? ''));
		},
		PUT: async (call) => {
			const { bench, request, response, query } = call;
			const change = { ...changeOf(call), fresh: query.get('create') === '1', mtime: timeOf(query, 'mtime'), ctime: timeOf(query, 'ctime') };
			const bytes = await readBody(request, MOST_FILE_BYTES);
			sendJson(response, 200, await bench.vault.write(query.get('path'), bytes, change));
		},
		DELETE: async (call) => {
			const { bench, response, query } = call;
			await bench.vault.remove(query.get('path'), query.get('recursive') === '1', changeOf(call));
			sendJson(response, 200, {});
		},
	},
	'/api/folder': {
		GET: async ({ bench, response, query }) => {
			sendJson(response, 200, { entries: await bench.vault.list(query.get('path')) });
		},
		POST: async (call) => {
			sendJson(call.response, 200, await call.bench.vault.makeFolder(call.query.get('path'), changeOf(call)));
		},
	},
	'/api/rename': {
		POST: async (call) => {
			const { bench, response, query } = call;
			sendJson(response, 200, await bench.vault.rename(query.get('from'), query.get('to'), changeOf(call)));
		},
	},
	'/api/copy': {
		POST: async (call) => {
			const { bench, response, query } = call;
			sendJson(response, 200, await bench.vault.copy(query.get('from'), query.get('to'), changeOf(call)));
		},
	},
	'/api/events': {
		GET: ({ bench, response }) => {
			bench.events.add(response);
			return Promise.resolve();
		},
	},
	'/api/request': {
		POST: async ({ bench, request, response }) => {
			const asked = readProxyRequest((await readBody(request, MOST_REQUEST_BYTES)).toString('utf8'));
			sendJson(response, 200, await proxy(asked, bench.proxyOrigins));
		},
	},
	'/api/plugins': {
		GET: async ({ bench, response }) => {
			sendJson(response, 200, await describePlugins(bench.plugins));
		},
	},
};

/** The page shell, which needs no token and holds no secret; undefined for other paths. */
export function findPageFile(pathname: string): string | undefined {
	if (pathname === '/') return 'index.html';
	return pathname.startsWith('/page/') ? pathname.slice('/page/'.length) : undefined;
}

/** Answers a request for the page shell. */
export async function answerPage(bench: Workbench, request: IncomingMessage, response: ServerResponse, name: string): Promise<void> {
	checkMethod(request, ['GET']);
	const { bytes, type } = await servePageFile(bench.pageFolder, name);
	sendBytes(response, bytes, type);
}

/** Answers a request that has shown its token. */
export async function answerApi(bench: Workbench, request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
	const pluginFile = /^\/api\/plugins\/([^/]+)\/([^/]+)$/.exec(url.pathname);
	if (pluginFile !== null) {
		checkMethod(request, ['GET']);
		const { bytes, type } = await servePluginFile(bench.plugins, pluginFile[1] ?? '', pluginFile[2] ?? '');
		sendBytes(response, bytes, type);
		return;
	}
	const methods = Object.hasOwn(ROUTES, url.pathname) ? ROUTES[url.pathname] : undefined;
	if (methods === undefined) throw new Problem(404, `The workbench has nothing at ${url.pathname}.`);
	checkMethod(request, Object.keys(methods));
	await methods[request.method ?? '']?.({ bench, request, response, query: url.searchParams });
}

function checkMethod(request: IncomingMessage, allowed: readonly string[]): void {
	if (!allowed.includes(request.method ?? '')) {
		throw new Problem(405, `The method ${request.method ?? ''} is not possible here; use ${allowed.join(' or ')}.`);
	}
}

function changeOf({ request }: Call): Change {
	const client = request.headers['x-workbench-client'];
	return { origin: typeof client === 'string' ? client.slice(0, 100) : null };
}

function timeOf(query: URLSearchParams, name: string): number | undefined {
	const text = query.get(name);
	if (text === null) return undefined;
	const time = Number(text);
	if (text.trim() === '' || !Number.isFinite(time) || time < 0 || time > 8.64e15) {
		throw new Problem(400, `The parameter "${name}" must be milliseconds since 1970, not "${text}".`);
	}
	return time;
}
